//! `outcomes`: the score, each area, the purpose.

use super::{Fault, Figures, Keys, Leaving};
use crate::report::Report;
use crate::report::outcomes::{Area, Change, Outcomes, Purposes, Who5, Zone};

impl Outcomes {
    /// The keys of its counts.
    pub fn keys(&self) -> Keys {
        Keys::over(Report::Outcomes, self.from, self.to)
    }

    pub(super) fn leave(&self, all: &mut Figures) -> Result<(), Fault> {
        let mut to = Leaving { all, keys: self.keys() };
        to.grows("n", self.n)?;
        if let Some(figure) = &self.who5 {
            who5(figure, &mut to)?;
        }
        if let Some(star) = &self.star {
            to.print("star.incomplete", star.incomplete)?;
            to.print("star.other_versions", star.other_versions)?;
            star.areas.iter().try_for_each(|figure| area(figure, &mut to))?;
        }
        self.purpose.as_ref().map_or(Ok(()), |figure| purpose(figure, &mut to))
    }
}

fn who5(figure: &Who5, to: &mut Leaving<'_>) -> Result<(), Fault> {
    to.grows("who5.n", figure.n)?;
    to.print("who5.missing", figure.missing)?;
    to.sum("n", &["who5.n", "who5.missing"])?;
    to.print("who5.incomplete", figure.incomplete)?;
    to.print("who5.other_versions", figure.other_versions)?;
    to.print("who5.improved", figure.improved)?;
    to.print("who5.same", figure.same)?;
    to.print("who5.worsened", figure.worsened)?;
    to.sum("who5.n", &["who5.improved", "who5.same", "who5.worsened"])?;
    to.print("who5.risk_zone_first", figure.risk_zone_first)?;
    to.part("who5.n", "who5.risk_zone_first")?;
    to.print("who5.risk_zone_latest", figure.risk_zone_latest)?;
    to.part("who5.n", "who5.risk_zone_latest")?;
    zones(&figure.zones, "first", |zone| zone.first, to)?;
    zones(&figure.zones, "latest", |zone| zone.latest, to)
}

/// The zones at one end: all of them are everybody, and those at risk are the risk zone.
fn zones(zones: &[Zone], when: &str, count: fn(&Zone) -> u32, to: &mut Leaving<'_>) -> Result<(), Fault> {
    let path = |zone: &Zone| format!("who5.zones.{}.{when}", zone.band.from);
    zones.iter().try_for_each(|zone| to.print(&path(zone), count(zone)))?;
    let paths = |is: fn(&Zone) -> bool| zones.iter().filter(|zone| is(zone)).map(path).collect::<Vec<_>>();
    for (whole, parts) in
        [("who5.n".to_owned(), paths(|_| true)), (format!("who5.risk_zone_{when}"), paths(|zone| zone.band.risk))]
    {
        if !parts.is_empty() {
            to.sum(&whole, &parts.iter().map(String::as_str).collect::<Vec<_>>())?;
        }
    }
    Ok(())
}

fn area(figure: &Area, to: &mut Leaving<'_>) -> Result<(), Fault> {
    let path = |what: &str| format!("star.{}.{what}", figure.area);
    to.grows(&path("n"), figure.n)?;
    to.print(&path("missing"), figure.missing)?;
    to.sum("n", &[&path("n"), &path("missing")])?;
    to.print(&path("up"), figure.up)?;
    to.print(&path("same"), figure.same)?;
    to.print(&path("down"), figure.down)?;
    to.sum(&path("n"), &[&path("up"), &path("same"), &path("down")])?;
    // Who is a stage further has come a step further.
    to.print(&path("stage_up"), figure.stage_up)?;
    to.part(&path("up"), &path("stage_up"))?;
    to.print(&path("stage_down"), figure.stage_down)?;
    to.part(&path("down"), &path("stage_down"))
}

fn purpose(figure: &Purposes, to: &mut Leaving<'_>) -> Result<(), Fault> {
    to.grows("purpose.n", figure.n)?;
    to.print("purpose.missing", figure.missing)?;
    to.sum("n", &["purpose.n", "purpose.missing"])?;
    to.print("purpose.other_versions", figure.other_versions)?;
    to.print("purpose.changed", figure.changed)?;
    to.part("purpose.n", "purpose.changed")?;
    for (when, counts) in [("first", &figure.first), ("latest", &figure.latest)] {
        let mut parts = Vec::new();
        for (choice, count) in counts {
            let path = format!("purpose.{when}.{choice}");
            to.print(&path, *count)?;
            parts.push(path);
        }
        if !parts.is_empty() {
            to.sum("purpose.n", &parts.iter().map(String::as_str).collect::<Vec<_>>())?;
        }
    }
    changes(figure, to)
}

/// The ways between the answers: they add up to each answer at first and at the latest, and those to another answer to all that changed.
fn changes(figure: &Purposes, to: &mut Leaving<'_>) -> Result<(), Fault> {
    let path = |way: &Change| format!("purpose.changes.{}.{}", way.from, way.to);
    figure.changes.iter().try_for_each(|way| to.print(&path(way), way.n))?;
    let mut sum = |whole: &str, is: &dyn Fn(&Change) -> bool| {
        let parts: Vec<String> = figure.changes.iter().filter(|way| is(way)).map(path).collect();
        if parts.is_empty() { Ok(()) } else { to.sum(whole, &parts.iter().map(String::as_str).collect::<Vec<_>>()) }
    };
    for choice in &figure.choices {
        sum(&format!("purpose.first.{}", choice.key), &|way| way.from == choice.key)?;
        sum(&format!("purpose.latest.{}", choice.key), &|way| way.to == choice.key)?;
    }
    sum("purpose.changed", &|way| way.from != way.to)
}
