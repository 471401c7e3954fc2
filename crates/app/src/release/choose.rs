//! Which quotations stand in a section of a report: chosen for a template, a section and a year, in an order of one's own.

use std::collections::HashMap;

use domain::access::Action;
use domain::quotation::{SectionQuotations, chosen};
use store::Reader;
use uuid::Uuid;

use super::id_of;
use crate::once::{Once, begin_change};
use crate::paper::{Kept, Next, all, event, find, sealed};
use crate::quotation::{Choosable, choosable};
use crate::template::templates;
use crate::{App, Cx, Error, Result};

/// A section of a report of a year.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The template's key.
    pub template: &'a str,
    /// The section's key.
    pub section: &'a str,
    /// The calendar year.
    pub year: i32,
}

impl Place<'_> {
    fn id(self, cx: &Cx) -> Uuid {
        id_of(cx.programme_id, &["quotations", self.template, self.section, &self.year.to_string()])
    }
}

/// What can be chosen for a section.
#[derive(Clone, Debug)]
pub struct Choices {
    /// The version of what is chosen; 0 where nothing was.
    pub version: i64,
    /// What can be chosen, in the order of the words, each with the place that it has.
    pub known: Vec<(Choosable, Option<u32>)>,
}

/// What can be chosen for a section.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::NotFound`] where the template has no such section to write in.
pub async fn choices(app: &App, cx: &Cx, place: Place<'_>) -> Result<Choices> {
    let grant = cx.may_at_all(Action::KeepReports)?;
    let mut reader = app.store().read(&grant).await?;
    let before = before(app, cx, &mut reader, place).await?;
    let known = choosable(app, cx, &mut reader).await?;
    drop(reader);
    let kept = before.as_ref().map_or(&[][..], |kept| &kept.says().quotations);
    // Places are counted among what the reader sees.
    let seen: Vec<Uuid> = kept.iter().filter(|id| known.iter().any(|one| one.id == **id)).copied().collect();
    let at = |id: Uuid| (1..).zip(&seen).find(|(_, one)| **one == id).map(|(at, _)| at);
    let known = known.into_iter().map(|one| (at(one.id), one)).map(|(at, one)| (one, at)).collect();
    crate::paper::look(app, cx, &grant, "quotations").await?;
    Ok(Choices { version: before.map_or(0, |kept| kept.version), known })
}

/// Chooses: each quotation that was shown with its place, none where it is left out.
///
/// # Errors
///
/// As [`choices`]; [`Error::Stale`] where somebody chose meanwhile.
pub async fn choose(
    app: &App,
    cx: &Cx,
    place: Place<'_>,
    version: i64,
    places: &HashMap<Uuid, u32>,
    once: Once,
) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepReports)?;
    let mut reader = app.store().read(&grant).await?;
    let before = before(app, cx, &mut reader, place).await?;
    // What may not be chosen any more is not: whatever was sent.
    let known = choosable(app, cx, &mut reader).await?;
    drop(reader);
    let shown: Vec<_> = known.iter().map(|one| (one.id, places.get(&one.id).copied())).collect();
    let kept = before.as_ref().map_or(&[][..], |kept| &kept.says().quotations);
    let paper = SectionQuotations {
        template: place.template.to_owned(),
        section: place.section.to_owned(),
        year: place.year,
        quotations: chosen(kept, &shown),
    };
    let (id, next) = (place.id(cx), version + 1);
    let row = Next { id, version: next, is_ended: false, paper: &paper, reason: "" };
    let row = sealed(app, cx, &grant, &row).await?;
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    let put = work.put_paper(cx.programme_id, &row, cx.now).await;
    put.map_err(crate::withdrawal::stale)?;
    Ok(work.commit(cx.entry(event::<SectionQuotations>(id, next), Vec::new()), cx.now).await?)
}

async fn before(app: &App, cx: &Cx, reader: &mut Reader, place: Place<'_>) -> Result<Option<Kept<SectionQuotations>>> {
    let known = templates(app, cx, reader).await?;
    let template = known.iter().find(|one| one.template.key == place.template).ok_or(Error::NotFound)?;
    template.template.section(place.section).filter(|section| section.has_text).ok_or(Error::NotFound)?;
    match find(app, cx, reader, place.id(cx)).await {
        Ok(kept) => Ok(Some(kept)),
        Err(Error::NotFound) => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// The quotations of a template's sections in a year, by section, each in its order: only those that may leave today and that the reader may see.
pub(super) async fn of_year(
    app: &App,
    cx: &Cx,
    reader: &mut Reader,
    (template, year): (&str, i32),
) -> Result<HashMap<String, Vec<Choosable>>> {
    let mut kept = all::<SectionQuotations>(app, cx, reader).await?;
    kept.retain(|one| one.says().template == template && one.says().year == year && !one.says().quotations.is_empty());
    if kept.is_empty() {
        return Ok(HashMap::new());
    }
    let known = choosable(app, cx, reader).await?;
    let of = |id: &Uuid| known.iter().find(|one| one.id == *id).cloned();
    let by_section =
        kept.iter().map(|one| (one.says().section.clone(), one.says().quotations.iter().filter_map(of).collect()));
    Ok(by_section.collect())
}
