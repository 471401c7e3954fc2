//! What a text that is to be without persons says all the same.

use app::knowledge::Checked;
use render::Words;

/// A passage that an author is warned of, in words.
pub(crate) struct HeededHtml {
    pub(crate) before: String,
    pub(crate) passage: String,
    pub(crate) after: String,
    pub(crate) what: &'static str,
    pub(crate) why: &'static str,
    pub(crate) refuses: bool,
}

impl HeededHtml {
    /// All that an author is warned of, with the sum of it.
    pub(crate) fn all(t: &'static Words, checked: &Checked) -> (Vec<Self>, String) {
        let heeded = checked.heeded.iter().map(|one| {
            let (before, passage, after) = one.passage.reveal().clone();
            Self {
                before,
                passage,
                after,
                what: t.code("heed", one.kind.code()),
                why: t.code("heed-why", one.kind.code()),
                refuses: one.kind.refuses(),
            }
        });
        (heeded.collect(), checked.seal.clone())
    }
}
