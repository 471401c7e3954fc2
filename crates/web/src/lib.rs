//! Pages over the use cases, nothing else.
//!
//! [`router::router`] is the contents page: every address and who answers it. A page is one file in `pages/` (what it reads from the
//! address, which use case it asks, how the answer is laid out) and one template. What every page shares is in `frame.rs`; what every
//! answer carries (headers, same-origin guard, error pages) in `dress.rs`.
//!
//! To add a page: a file in `pages/`, a template, its texts in `locales/`, a line in `router.rs`.

pub mod api;
mod cookie;
mod dress;
mod fault;
mod field;
mod form;
mod frame;
mod pages;
mod part;
mod person;
mod printed;
mod reader;
pub mod router;
mod sent;
mod site;
mod stopped;
mod typed;

pub use router::router;
pub use site::{Clock, Mail, Site};
