//! The parts of a form, each laid out in one place: `templates/form.html` gives them the names by which pages call them. A macro's text would be
//! built anew at every call.

use std::fmt::Display;

use askama::Template;
use askama::filters::HtmlSafe;

use super::heeded::HeededHtml;
use super::{Choice, Form};

/// Declares a part: its template, its fields and the function that a template calls.
macro_rules! parts {
    ($($(#[$about:meta])* $name:ident $part:ident in $path:literal ($($field:ident: $kind:ty),*);)*) => {
        $(
            $(#[$about])*
            #[derive(Template)]
            #[template(path = $path)]
            pub(crate) struct $part<'a> {
                $($field: $kind,)*
            }

            impl HtmlSafe for $part<'_> {}

            $(#[$about])*
            pub(crate) const fn $name<'a>($($field: $kind),*) -> $part<'a> {
                $part { $($field),* }
            }
        )*
    };
}

parts! {
    /// What every form sends beside its fields.
    head Head in "form/head.html" (form: &'a Form);
    /// What was refused, or both versions where somebody changed the same meanwhile.
    summary Summary in "form/summary.html" (form: &'a Form);
    /// What is wrong with a field.
    fault Fault in "form/fault.html" (form: &'a Form, name: &'a str);
    /// The field's attributes that tie what is wrong and the hint to it.
    described Described in "form/described.html" (form: &'a Form, name: &'a str, hint: &'a str);
    /// What to write.
    hint Hint in "form/hint.html" (name: &'a str, hint: &'a str);
    /// A line.
    text Text in "form/text.html" (form: &'a Form, name: &'a str, label: &'a str, hint: &'a str);
    /// A number or a day.
    number Number in "form/number.html" (form: &'a Form, name: &'a str, label: &'a str, hint: &'a str);
    /// Sealed words in so many rows.
    words Words in "form/words.html" (form: &'a Form, name: &'a str, label: &'a str, hint: &'a str, rows: &'a dyn Display);
    /// One of a few (`radio`) or several (`checkbox`).
    choose Choose in "form/choose.html" (
        form: &'a Form,
        name: &'a str,
        legend: &'a str,
        hint: &'a str,
        choices: &'a [Choice],
        kind: &'a str,
        look: &'a str
    );
    /// One of many.
    select Select in "form/select.html" (form: &'a Form, name: &'a str, label: &'a str, hint: &'a str, choices: &'a [Choice]);
    /// Keeping what was typed, and saving.
    savebar Savebar in "form/savebar.html" (form: &'a Form, save: &'a str);
    /// What was found in a text that is to be without persons.
    heeded Heeded in "form/heeded.html" (form: &'a Form, heeded: &'a [HeededHtml], seal: &'a str);
}
