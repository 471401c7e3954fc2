//! The small parts that templates are put together from.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;
use render::Words;

/// A symbol of `assets/ikoner.svg`; it only repeats the words beside it, so a screen reader passes over it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Icon {
    name: &'static str,
    class: &'static str,
}

impl fmt::Display for Icon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<svg class=\"")?;
        f.write_str(self.class)?;
        f.write_str("\" aria-hidden=\"true\"><use href=\"/assets/ikoner.svg#")?;
        f.write_str(self.name)?;
        f.write_str("\"></use></svg>")
    }
}

impl HtmlSafe for Icon {}

/// A symbol beside words.
pub(crate) const fn icon(name: &'static str) -> Icon {
    Icon { name, class: "icon-svg" }
}

/// A small symbol beside small words.
pub(crate) const fn small(name: &'static str) -> Icon {
    Icon { name, class: "icon-svg icon-s" }
}

/// The symbol of an alert.
pub(crate) const fn alert(name: &'static str) -> Icon {
    Icon { name, class: "icon-svg alert-icon" }
}

/// A picture of `render`, which has escaped its own texts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Picture(pub(crate) String);

impl fmt::Display for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Picture {}

/// A state in words with a symbol; colour only supports.
#[derive(Clone, Debug, Template)]
#[template(path = "part/mark.html")]
pub(crate) struct Mark {
    /// How it looks: `mark-care`, `mark-soon`, `mark-none` or nothing.
    pub(crate) look: &'static str,
    /// Its symbol.
    pub(crate) icon: &'static str,
    /// Its words.
    pub(crate) text: String,
}

impl HtmlSafe for Mark {}

/// A field for a day among what a page is asked for.
#[derive(Clone, Debug, Template)]
#[template(path = "part/day.html")]
pub(crate) struct DayField<'a> {
    id: &'a str,
    label: &'a str,
    value: &'a str,
    fault: Option<&'a str>,
}

impl HtmlSafe for DayField<'_> {}

/// A field for a day, with what stands in it and what is wrong with that.
pub(crate) fn day_field<'a, F: AsRef<str>>(
    id: &'a str,
    label: &'a str,
    value: &'a str,
    fault: &'a Option<F>,
) -> DayField<'a> {
    DayField { id, label, value, fault: fault.as_ref().map(AsRef::as_ref) }
}

/// A link that filters or sorts.
#[derive(Clone, Debug)]
pub(crate) struct Chip {
    /// Where it leads.
    pub(crate) href: String,
    /// Its words.
    pub(crate) text: String,
    /// Whether it is chosen.
    pub(crate) is_current: bool,
}

/// The line that says what was just saved; it stays in the page, and takes it back where that can be.
#[derive(Clone, Debug, Template)]
#[template(path = "part/done.html")]
pub(crate) struct Done {
    /// What was done.
    pub(crate) text: String,
    /// What follows from it.
    pub(crate) more: String,
    /// The words of taking it back.
    pub(crate) undo_text: &'static str,
    /// Where taking it back is sent, with its fields (token, key and what is taken back); none where it cannot be.
    pub(crate) undo: Option<(String, Vec<(&'static str, String)>)>,
}

impl HtmlSafe for Done {}

impl Done {
    /// What was done, without a way back.
    pub(crate) const fn said(text: String) -> Self {
        Self { text, more: String::new(), undo_text: "", undo: None }
    }

    /// With a way back: where it is sent, and its fields beside the session's token and a key of its own.
    pub(crate) fn undone_by(mut self, t: &'static Words, to: String, fields: Vec<(&'static str, String)>) -> Self {
        self.undo_text = t.say("undo");
        self.undo = Some((to, fields));
        self
    }
}
