//! The wind-down as the desk and its own page show it: the sentence that proves it, the picture, the tables.

use app::view::wind_down::{CannotEndRow, EndingRow, WindDown};
use chrono::NaiveDate;
use domain::report::wind_down::{Must, Why};
use domain::wind_down::IfEnrolled;
use render::chart::wind_down::{Course, Supposed, WindDown as Drawn, draw};
use render::{Words, day, number};

use crate::part::Picture;

/// The most names in a sentence.
const NAMED: usize = 12;

/// Everything that the shared template shows.
pub(crate) struct WindDownHtml {
    pub(in crate::pages) rule: String,
    pub(in crate::pages) proof: String,
    pub(in crate::pages) rest: String,
    pub(in crate::pages) has_courses: bool,
    pub(in crate::pages) has_supposed: bool,
    pub(in crate::pages) phases: Vec<(String, &'static str)>,
    pub(in crate::pages) picture: Picture,
    pub(in crate::pages) if_rows: Vec<[String; 4]>,
    pub(in crate::pages) musts: Vec<MustHtml>,
    pub(in crate::pages) rows: Vec<RowHtml>,
    pub(in crate::pages) table: String,
    pub(in crate::pages) more: bool,
}

/// Something that must happen.
pub(in crate::pages) struct MustHtml {
    pub(in crate::pages) icon: &'static str,
    pub(in crate::pages) text: String,
    pub(in crate::pages) sub: String,
}

/// A course in the table.
pub(in crate::pages) struct RowHtml {
    pub(in crate::pages) href: String,
    pub(in crate::pages) name: String,
    pub(in crate::pages) enrolled: String,
    pub(in crate::pages) ends: String,
    pub(in crate::pages) cut: String,
    pub(in crate::pages) left: String,
}

impl WindDownHtml {
    /// The wind-down, as asked on `today`.
    pub(crate) fn new(t: &'static Words, told: &WindDown, today: NaiveDate) -> Self {
        let proof = proof(t, told);
        let on = day::numeric(t, told.day);
        let now = if told.day == today {
            t.say("wind-down-now").to_owned()
        } else {
            t.say_of("wind-down-now-on", "day", &on)
        };
        let courses: Vec<Course<'_>> =
            told.endings.iter().map(|row| Course { name: row.name.reveal(), phases: &row.phases }).collect();
        let supposed = supposed(told);
        let title = t.say_of("wind-down-picture", "proof", &proof);
        let drawn = Drawn {
            title: &title,
            courses: &courses,
            supposed: &supposed,
            day: (told.day, &now),
            funding_end: told.funding_end,
        };
        let phases = told.endings.iter().map(|row| row.phases.len()).max().unwrap_or(0);
        let looks = ["c-bar", "c-mid", "c-light"];
        Self {
            rule: t.say_with(
                "wind-down-rule",
                &[("months", told.course_months.into()), ("day", (&day::numeric(t, told.funding_end)).into())],
            ),
            rest: rest(t, told),
            has_courses: told.open > 0,
            has_supposed: !supposed.is_empty(),
            phases: (1..=phases)
                .zip(looks.into_iter().cycle())
                .map(|(number, look)| (t.say_with("wind-down-phase", &[("n", number.into())]), look))
                .collect(),
            picture: Picture(draw(t, &drawn)),
            if_rows: told.if_enrolled.iter().map(|one| if_row(t, one)).collect(),
            musts: musts(t, told),
            rows: told.endings.iter().map(|row| row_html(t, row)).collect(),
            table: t.say_with("wind-down-table", &[("n", told.endings.len().into())]),
            more: told.endings.len() < told.open,
            proof,
        }
    }
}

/// "All 16 open courses end by 31.12.2016", or the names that cannot.
pub(super) fn proof(t: &Words, told: &WindDown) -> String {
    let last = told.last_end.map(|end| day::long(t, end)).unwrap_or_default();
    let end = day::numeric(t, told.funding_end);
    if !told.cannot_end.is_empty() {
        let names = told.cannot_end.iter().map(|row| row.name.reveal().as_str());
        return t.say_with(
            "wind-down-cannot",
            &[("n", told.cannot_end.len().into()), ("names", (&listed(t, names)).into())],
        );
    }
    if told.open == 0 {
        return t.say("wind-down-none").to_owned();
    }
    t.say_with("wind-down-proof", &[("n", told.open.into()), ("day", (&end).into()), ("last", (&last).into())])
}

fn rest(t: &Words, told: &WindDown) -> String {
    let mut parts = Vec::new();
    if !told.cannot_end.is_empty() && told.ends_in_time > 0 {
        parts.push(t.say_with("wind-down-others", &[("n", told.ends_in_time.into())]));
    }
    if told.open > 0 {
        parts.push(match told.cut_short {
            0 => t.say("wind-down-cut-none").to_owned(),
            n => t.say_with("wind-down-cut", &[("n", n.into())]),
        });
    }
    if told.clarifications > 0 {
        let key = match (told.decide_by, told.day <= told.full_until) {
            (None, _) => "wind-down-clarifications-closed",
            (Some(_), true) => "wind-down-clarifications",
            (Some(_), false) => "wind-down-clarifications-short",
        };
        let until = day::long(t, told.full_until);
        parts.push(t.say_with(
            key,
            &[("n", told.clarifications.into()), ("months", told.course_months.into()), ("day", (&until).into())],
        ));
    }
    parts.join(" ")
}

/// Names in a sentence: the first of them where they are many.
pub(super) fn listed<'n>(t: &Words, names: impl Iterator<Item = &'n str>) -> String {
    let names: Vec<&str> = names.collect();
    let shown = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    match names.len().checked_sub(NAMED) {
        Some(more) if more > 0 => format!("{shown} {}", t.say_with("record-more", &[("n", more.into())])),
        _ => shown,
    }
}

fn supposed(told: &WindDown) -> Vec<Supposed<'_>> {
    let Some(on) = told.decide_by else { return Vec::new() };
    let Some(plan) = told.if_enrolled.iter().find(|one| one.on == on).and_then(|one| one.plan) else {
        return Vec::new();
    };
    let days = domain::programme::Period { from: on, to: plan.planned_end() };
    let (full_end, months_lost) = (plan.full_end(), plan.months_lost());
    told.waiting.iter().map(|row| Supposed { name: row.name.reveal(), days, full_end, months_lost }).collect()
}

fn if_row(t: &Words, one: &IfEnrolled) -> [String; 4] {
    let Some(plan) = one.plan else {
        return [day::numeric(t, one.on), t.say("wind-down-after-funding").to_owned(), String::new(), String::new()];
    };
    let mut cut = cut(t, plan.is_cut_short(), plan.months_lost());
    if !one.is_open {
        cut = format!("{cut} · {}", t.say("wind-down-takes-exception"));
    }
    let days = number::count(t.locale(), one.days());
    [day::numeric(t, one.on), day::numeric(t, plan.planned_end()), days, cut]
}

fn cut(t: &Words, is_cut: bool, months: u32) -> String {
    match (is_cut, months) {
        (false, _) => t.say("wind-down-cut-no").to_owned(),
        (true, 0) => t.say("wind-down-cut-under").to_owned(),
        (true, n) => t.say_with("wind-down-cut-months", &[("n", n.into())]),
    }
}

fn row_html(t: &Words, row: &EndingRow) -> RowHtml {
    let left = row.left.iter().map(|(phase, days)| {
        t.say_with("wind-down-left", &[("phase", (*phase).into()), ("days", (&day::days(t, *days)).into())])
    });
    let left: Vec<String> = left.collect();
    let on = |day: Option<NaiveDate>| day.map_or_else(|| "–".to_owned(), |day| day::numeric(t, day));
    RowHtml {
        href: format!("/borger/{}/forloeb", row.citizen),
        name: row.name.reveal().clone(),
        enrolled: on(row.enrolled_on),
        ends: on(row.planned_end),
        cut: cut(t, row.is_cut_short, row.months_lost),
        left: if left.is_empty() { t.say("wind-down-left-none").to_owned() } else { left.join(" · ") },
    }
}

fn musts(t: &'static Words, told: &WindDown) -> Vec<MustHtml> {
    let mut musts = Vec::new();
    let mut push = |icon, text, sub| musts.push(MustHtml { icon, text, sub });
    let names = listed(t, told.waiting.iter().map(|row| row.name.reveal().as_str()));
    match (told.clarifications, told.must, told.decide_by) {
        (0, ..) => {}
        (_, Must::EnrolOrEnd, Some(by)) => {
            let enrol_by = if told.day <= told.full_until { told.full_until.min(by) } else { by };
            let found = told.if_enrolled.iter().find(|one| one.on == enrol_by).and_then(|one| one.plan);
            let months = told.course_months - found.map_or(0, |plan| plan.months_lost()).min(told.course_months);
            let by_words = day::numeric(t, enrol_by);
            let args = [("day", (&by_words).into()), ("months", months.into())];
            let text = t.say_of("wind-down-must-enrol", "names", &names);
            push("flag", text, t.say_with("wind-down-must-enrol-sub", &args));
            let text = t.say_of("wind-down-must-window", "day", &day::numeric(t, by));
            push("calendar-month", text, t.say("wind-down-must-window-sub").to_owned());
        }
        (_, Must::End, _) => {
            let text = t.say_of("wind-down-must-end", "names", &names);
            push("warning", text, t.say("wind-down-must-end-sub").to_owned());
        }
        (_, Must::EnrolOrEnd | Must::EndOrExcept, _) => {
            let text = t.say_of("wind-down-must-closed", "names", &names);
            push("warning", text, t.say("wind-down-must-closed-sub").to_owned());
        }
    }
    let (icon, late) = match told.cannot_end.len() {
        0 => ("success", t.say("wind-down-must-late-none")),
        _ => ("warning", t.say("wind-down-must-late-some")),
    };
    push(icon, t.say("wind-down-must-late").to_owned(), late.to_owned());
    musts
}

/// One that cannot end in time, with what could be done about it.
pub(in crate::pages) struct LateHtml {
    pub(in crate::pages) href: String,
    pub(in crate::pages) name: String,
    pub(in crate::pages) why: String,
    pub(in crate::pages) ways: Vec<(String, &'static str)>,
}

/// Why one cannot end in time, and the ways out.
pub(super) fn late(t: &'static Words, row: &CannotEndRow) -> LateHtml {
    let to = |below: &str| format!("/borger/{}/{below}", row.citizen);
    let end = row.planned_end.map(|end| day::numeric(t, end)).unwrap_or_default();
    let (key, ways) = match row.why {
        Why::ClarificationAfterFunding => {
            ("wind-down-late-clarification_after_funding", vec![(to("afklaring"), t.say("wind-down-way-end"))])
        }
        Why::EnrolledAfterFunding => ("wind-down-late-enrolled_after_funding", ways(t, &to, false)),
        Why::FundingEnded => ("wind-down-late-funding_ended", ways(t, &to, false)),
        Why::PastPlannedEnd => ("wind-down-late-past_planned_end", ways(t, &to, true)),
    };
    LateHtml {
        href: format!("/borger/{}", row.citizen),
        name: row.name.reveal().clone(),
        why: t.say_of(key, "day", &end),
        ways,
    }
}

fn ways(t: &'static Words, to: &dyn Fn(&str) -> String, can_move: bool) -> Vec<(String, &'static str)> {
    let mut ways = vec![(to("afslutning"), t.say("wind-down-way-close")), (to("plan"), t.say("wind-down-way-hand"))];
    if can_move {
        ways.push((to("forloeb/graense"), t.say("wind-down-way-phase")));
    }
    ways
}
