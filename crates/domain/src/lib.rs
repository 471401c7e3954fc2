//! The rules and words of a programme: facts in, decision out.
