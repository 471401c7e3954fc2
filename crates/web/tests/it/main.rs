//! The pages from outside, over a real store: who comes in, what every answer carries, what no page lacks.

mod doors;
mod headers;
mod house;
mod texts;
