//! Values into words and pictures: translations, dates, numbers, SVG charts.
//!
//! ```ignore
//! let words = render::words(Locale::Da);
//! assert_eq!(words.say("status-enrolled"), "indskrevet");
//! assert_eq!(words.say_with("days-ago", &[("n", 5.into())]), "for 5 dage siden");
//! assert_eq!(render::day::long(words, day), "tirsdag den 5. januar 2016");
//! ```

pub mod calendar;
pub mod catalogue;
pub mod chart;
pub mod day;
pub mod disclosure;
pub mod document;
pub mod docx;
pub mod letter;
mod locale;
pub mod logo;
mod message;
pub mod number;
pub mod order;
pub mod pack;
pub mod report;
pub mod research;
pub mod room;
pub mod svg;
pub mod table;
pub mod xlsx;

pub use catalogue::{Words, words};
pub use locale::Locale;
pub use message::Arg;
pub use order::danish;
