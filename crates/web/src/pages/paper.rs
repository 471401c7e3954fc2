//! The pages of the programme's own papers: how they are laid out, how each kind's form is filled in, and what they looked like before.
//!
//! To add a kind: a [`Sheet`](form::Sheet) in its page's file, its routes with [`form::routes`].

mod field;
pub(super) mod form;
pub(super) mod laid;
pub(super) mod past;
pub(super) mod show;
