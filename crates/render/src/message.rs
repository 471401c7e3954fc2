//! A message of a Fluent file, taken apart once so that filling it in is only writing.
//!
//! What is used of Fluent: text, `{ $name }`, `{ "literal" }`, and a choice by number or word. A plural has two forms in both
//! languages: `[one]` for exactly 1, else the default. Anything else in a file is a fault, which a test finds.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::Locale;
use crate::number::push_count;

/// A value to fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// A text, as it is.
    Text(&'a str),
    /// A number, written with the language's thousands separator.
    Count(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

macro_rules! counts {
    ($($number:ty),+) => {$(
        impl From<$number> for Arg<'_> {
            fn from(number: $number) -> Self {
                Self::Count(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )+};
}
counts!(i32, i64, u8, u32, u64, usize);

/// A message taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Message(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(Box<str>),
    Fill(Box<str>),
    Choice { on: Box<str>, cases: Vec<(Case, Message)>, otherwise: Message },
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Case {
    Number(i64),
    Word(Box<str>),
}

impl Message {
    /// Takes a pattern apart; the error names what is not supported.
    pub(crate) fn from_pattern(pattern: &Pattern<&str>) -> Result<Self, &'static str> {
        let mut parts: Vec<Part> = Vec::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => push_text(&mut parts, value),
                PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
                    InlineExpression::StringLiteral { value } => {
                        push_text(&mut parts, &unescape_unicode_to_string(value));
                    }
                    InlineExpression::VariableReference { id } => parts.push(Part::Fill(id.name.into())),
                    _ => return Err("only text, variables and literals"),
                },
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    let InlineExpression::VariableReference { id } = selector else {
                        return Err("a choice is made by a variable");
                    };
                    parts.push(choice(id.name, variants)?);
                }
            }
        }
        Ok(Self(parts))
    }

    /// The text, where nothing is to be filled in.
    pub(crate) fn plain(&self) -> Option<&str> {
        match self.0.as_slice() {
            [] => Some(""),
            [Part::Text(text)] => Some(text),
            _ => None,
        }
    }

    /// Writes the message; a value that is not given shows as its name in braces.
    pub(crate) fn write(&self, out: &mut String, locale: Locale, args: &[(&str, Arg<'_>)]) {
        let find = |name: &str| args.iter().find(|(given, _)| *given == name).map(|(_, arg)| *arg);
        for part in &self.0 {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Fill(name) => match find(name) {
                    Some(Arg::Text(text)) => out.push_str(text),
                    Some(Arg::Count(number)) => push_count(out, locale, number),
                    None => {
                        out.push('{');
                        out.push_str(name);
                        out.push('}');
                    }
                },
                Part::Choice { on, cases, otherwise } => {
                    let arg = find(on);
                    let chosen = cases.iter().find(|(case, _)| arg.is_some_and(|arg| case.fits(arg)));
                    chosen.map_or(otherwise, |(_, message)| message).write(out, locale, args);
                }
            }
        }
    }

    /// The names that are filled in or chosen by, in order of appearance.
    #[cfg(test)]
    pub(crate) fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        for part in &self.0 {
            match part {
                Part::Text(_) => {}
                Part::Fill(name) => names.push(name.to_string()),
                Part::Choice { on, cases, otherwise } => {
                    names.push(on.to_string());
                    names.extend(cases.iter().flat_map(|(_, message)| message.names()));
                    names.extend(otherwise.names());
                }
            }
        }
        names.sort();
        names.dedup();
        names
    }
}

impl Case {
    fn fits(&self, arg: Arg<'_>) -> bool {
        match (self, arg) {
            (Self::Number(wanted), Arg::Count(number)) => *wanted == number,
            (Self::Word(word), Arg::Count(number)) => &**word == "one" && number == 1,
            (Self::Word(word), Arg::Text(text)) => &**word == text,
            (Self::Number(_), Arg::Text(_)) => false,
        }
    }
}

fn push_text(parts: &mut Vec<Part>, text: &str) {
    if let Some(Part::Text(before)) = parts.last_mut() {
        *before = format!("{before}{text}").into();
    } else {
        parts.push(Part::Text(text.into()));
    }
}

fn choice(on: &str, variants: &[Variant<&str>]) -> Result<Part, &'static str> {
    let mut cases = Vec::new();
    let mut otherwise = Message(Vec::new());
    for variant in variants {
        let message = Message::from_pattern(&variant.value)?;
        if variant.default {
            otherwise = message;
            continue;
        }
        let case = match variant.key {
            VariantKey::Identifier { name } => Case::Word(name.into()),
            VariantKey::NumberLiteral { value } => Case::Number(value.parse().map_err(|_| "whole numbers only")?),
        };
        cases.push((case, message));
    }
    Ok(Part::Choice { on: on.into(), cases, otherwise })
}
