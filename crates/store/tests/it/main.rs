//! Every function of the store, on both databases.

mod audit;
mod common;
mod facts;
mod key;
mod layout;
mod opening;
mod programme;
mod user;
