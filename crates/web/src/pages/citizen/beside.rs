//! What stands beside the timeline: star, scores, purpose, goals.

use app::view::citizen::{CitizenPage, Goal, Purpose, Scores, Star, StarArea, Words as GoalWords};
use chrono::NaiveDate;
use domain::code::GoalState;
use domain::instrument::Band;
use render::catalogue::capital;
use render::chart::{ribbon, score, star};
use render::{Words, day, number};

use super::{SealedHtml, View};
use crate::part::Picture;

/// The star, drawn and listed.
pub(in crate::pages) struct StarHtml<'a> {
    pub(in crate::pages) count: String,
    pub(in crate::pages) first: String,
    pub(in crate::pages) latest: Option<String>,
    pub(in crate::pages) picture: Picture,
    pub(in crate::pages) scale: String,
    pub(in crate::pages) areas: Vec<AreaHtml<'a>>,
    pub(in crate::pages) licence: &'a str,
}

/// One area in the list.
pub(in crate::pages) struct AreaHtml<'a> {
    pub(in crate::pages) name: &'a str,
    pub(in crate::pages) disagree: Option<String>,
    pub(in crate::pages) strip: Picture,
    pub(in crate::pages) said: String,
    pub(in crate::pages) steps: String,
    pub(in crate::pages) icon: Option<&'static str>,
    pub(in crate::pages) change: String,
}

/// What stands in the picture: a step only where the area is relevant now.
const fn drawn(area: &StarArea) -> (Option<u8>, Option<u8>) {
    (area.first, if area.not_relevant_now { None } else { area.latest })
}

impl<'a> StarHtml<'a> {
    pub(in crate::pages) fn new(t: &'static Words, star: &'a Star, today: NaiveDate) -> Self {
        let axes: Vec<star::Axis<'a>> = star
            .areas
            .iter()
            .map(|area| {
                let (first, latest) = drawn(area);
                star::Axis { name: t.locale().of(&area.name), first, latest }
            })
            .collect();
        let title = title(t, star);
        let picture = star::Star { min: star.min, max: star.max, rings: &star.rings, axes: &axes, title: &title };
        let legend = |key: &str, on: NaiveDate| t.say_with(key, &[("day", (&day::brief(t, on, today)).into())]);
        let is_one = star.first_on == star.latest_on;
        Self {
            count: t.say_with("star-count", &[("n", star.readings.into())]),
            first: legend(if is_one { "star-only" } else { "star-first" }, star.first_on),
            latest: (!is_one).then(|| legend("star-latest", star.latest_on)),
            picture: Picture(star::draw(t, &picture)),
            scale: format!("{} – {}", star.min, star.max),
            areas: star.areas.iter().map(|area| AreaHtml::new(t, star, area, is_one)).collect(),
            licence: &star.licence,
        }
    }
}

fn title(t: &Words, star: &Star) -> String {
    let moved = |wanted: std::cmp::Ordering| {
        let pairs = star.areas.iter().filter_map(|area| drawn(area).0.zip(drawn(area).1));
        pairs.filter(|(first, latest)| latest.cmp(first) == wanted).count()
    };
    let (first, latest) = (day::numeric(t, star.first_on), day::numeric(t, star.latest_on));
    let key = if star.first_on == star.latest_on { "star-title-one" } else { "star-title" };
    t.say_with(
        key,
        &[
            ("name", t.locale().of(&star.title).into()),
            ("n", star.areas.len().into()),
            ("min", star.min.into()),
            ("max", star.max.into()),
            ("first", (&first).into()),
            ("latest", (&latest).into()),
            ("up", moved(std::cmp::Ordering::Greater).into()),
            ("same", moved(std::cmp::Ordering::Equal).into()),
            ("down", moved(std::cmp::Ordering::Less).into()),
        ],
    )
}

impl<'a> AreaHtml<'a> {
    fn new(t: &Words, star: &Star, area: &'a StarArea, is_one: bool) -> Self {
        let (first, latest) = drawn(area);
        let step = |step: Option<u8>| step.map_or_else(|| "–".to_owned(), |step| step.to_string());
        let (icon, change) = match first.zip(latest) {
            None if area.not_relevant_now && first.is_some() => (None, t.say("star-not-now").to_owned()),
            None => (None, t.say("not-relevant").to_owned()),
            Some(_) if is_one => (None, t.say("star-once").to_owned()),
            Some((first, latest)) => {
                let by = i64::from(latest) - i64::from(first);
                let said = number::change(by);
                match by {
                    1.. => (Some("arrow-upward"), t.say_with("star-up", &[("change", (&said).into())])),
                    0 => (Some("arrow-forward"), t.say("star-same").to_owned()),
                    _ => (Some("arrow-downward"), t.say_with("star-down", &[("change", (&said).into())])),
                }
            }
        };
        let said = match (first, latest) {
            (Some(first), Some(latest)) if !is_one => {
                t.say_with("star-from-to", &[("first", first.into()), ("latest", latest.into())])
            }
            (Some(only), _) => only.to_string(),
            _ => t.say("not-relevant").to_owned(),
        };
        Self {
            name: t.locale().of(&area.name),
            disagree: area.worker.map(|step| t.say_with("star-disagree", &[("step", step.into())])),
            strip: Picture(star::draw_strip(star.min, star.max, first, latest)),
            said,
            steps: match (first, latest) {
                (None, None) => "–".to_owned(),
                (only, _) if is_one => step(only),
                (first, latest) => format!("{} → {}", step(first), step(latest)),
            },
            icon,
            change,
        }
    }
}

/// A score over time, drawn and listed.
pub(in crate::pages) struct ScoreHtml<'a> {
    pub(in crate::pages) id: String,
    pub(in crate::pages) title: &'a str,
    pub(in crate::pages) scale: String,
    pub(in crate::pages) now: Option<String>,
    pub(in crate::pages) change: String,
    pub(in crate::pages) counts_from: String,
    pub(in crate::pages) picture: Option<Picture>,
    pub(in crate::pages) caption: String,
    pub(in crate::pages) rows: Vec<[String; 4]>,
    pub(in crate::pages) licence: &'a str,
}

impl<'a> ScoreHtml<'a> {
    pub(in crate::pages) fn new(t: &'static Words, scores: &'a Scores, position: usize, today: NaiveDate) -> Self {
        let points: Vec<(NaiveDate, u32)> =
            scores.points.iter().filter_map(|point| Some((point.on, point.score?))).collect();
        let named = |band: &Band, text: &str| {
            let args = [("from", band.from.into()), ("to", band.to.into()), ("text", text.into())];
            (band.to, t.say_with("band-from-to", &args))
        };
        let bands: Vec<(u32, String)> =
            scores.bands.iter().map(|band| named(band, t.locale().of(&band.text))).collect();
        let in_short: Vec<(u32, String)> = scores
            .bands
            .iter()
            .enumerate()
            .map(|(place, band)| named(band, in_short(t, scores, place, band)))
            .collect();
        let title = t.locale().of(&scores.title);
        let id = format!("score-{position}");
        let told: Vec<String> = points.iter().map(|(on, score)| format!("{}: {score}", day::numeric(t, *on))).collect();
        let shown = t.say_with(
            "score-title",
            &[("title", title.into()), ("max", scores.max.into()), ("points", (&told.join(", ")).into())],
        );
        let line = score::Line { title: &shown, id: &id, max: scores.max, bands: &in_short, points: &points, today };
        let ends = points.first().zip(points.last()).filter(|_| points.len() > 1);
        Self {
            title,
            scale: t.say_with("score-of", &[("max", scores.max.into())]),
            now: points.last().map(|(on, score)| {
                t.say_with("score-now", &[("score", (*score).into()), ("day", (&day::medium(t, *on)).into())])
            }),
            change: ends.map_or_else(String::new, |((_, first), (_, last))| match last.cmp(first) {
                std::cmp::Ordering::Greater => t.say_with("score-more", &[("n", (last - first).into())]),
                std::cmp::Ordering::Less => t.say_with("score-less", &[("n", (first - last).into())]),
                std::cmp::Ordering::Equal => t.say("score-even").to_owned(),
            }),
            counts_from: t.say_with("score-change-counts", &[("n", scores.change_counts_from.into())]),
            picture: (!points.is_empty()).then(|| Picture(score::draw(t, &line))),
            caption: t.say_with("score-caption", &[("title", title.into())]),
            rows: rows(t, scores, &bands),
            licence: &scores.licence,
            id,
        }
    }
}

/// A band in a word or two for the picture, which has no room for the instrument's own words; they stand in the table.
fn in_short(t: &'static Words, scores: &Scores, place: usize, band: &Band) -> &'static str {
    let is_lowest_of_several = place == 0 && scores.bands.iter().filter(|band| band.risk).count() > 1;
    t.say(match (band.risk, is_lowest_of_several) {
        (true, true) => "band-great-risk",
        (true, false) => "band-risk",
        (false, _) => "band-no-risk",
    })
}

fn rows(t: &Words, scores: &Scores, bands: &[(u32, String)]) -> Vec<[String; 4]> {
    let mut before: Option<u32> = None;
    let mut rows = Vec::with_capacity(scores.points.len());
    for point in &scores.points {
        let on = day::numeric(t, point.on);
        let Some(score) = point.score else {
            rows.push([on, "–".to_owned(), String::new(), t.say("score-incomplete").to_owned()]);
            continue;
        };
        let change = before.map_or_else(
            || t.say("score-first").to_owned(),
            |before| number::change(i64::from(score) - i64::from(before)),
        );
        let band = bands.iter().find(|(to, _)| score <= *to).map(|(_, text)| text.clone()).unwrap_or_default();
        rows.push([on, score.to_string(), change, band]);
        before = Some(score);
    }
    rows
}

/// The purpose over time.
pub(in crate::pages) struct PurposeHtml<'a> {
    pub(in crate::pages) now: String,
    pub(in crate::pages) ribbon: Picture,
    pub(in crate::pages) answers: Vec<(String, &'a str)>,
}

impl<'a> PurposeHtml<'a> {
    pub(super) fn new(t: &'static Words, page: &'a CitizenPage) -> Option<Self> {
        Self::of(t, &page.purposes, page.day)
    }

    /// The answers, oldest first, as they stand on a day.
    pub(in crate::pages) fn of(t: &'static Words, purposes: &'a [Purpose], today: NaiveDate) -> Option<Self> {
        let (first, last) = purposes.first().zip(purposes.last())?;
        // Since when the latest answer has stood: the first of the equal answers at the end.
        let since = purposes.iter().rev().take_while(|answer| answer.key == last.key).last().unwrap_or(last);
        let strip: Vec<(NaiveDate, usize)> =
            purposes.iter().map(|answer| (answer.on, usize::from(answer.key != first.key))).collect();
        let label = t.say_with("purpose-label", &[("first", (&day::numeric(t, first.on)).into())]);
        Some(Self {
            now: t.say_with(
                "purpose-now",
                &[("purpose", t.locale().of(&last.text).into()), ("day", (&day::medium(t, since.on)).into())],
            ),
            ribbon: Picture(ribbon::draw(&strip, today, &label)),
            answers: purposes
                .iter()
                .rev()
                .map(|answer| (day::brief(t, answer.on, today), t.locale().of(&answer.text)))
                .collect(),
        })
    }
}

/// A goal.
pub(super) struct GoalHtml<'a> {
    pub(super) said: Option<String>,
    pub(super) sealed: Option<SealedHtml<'a>>,
    pub(super) area: &'a str,
    pub(super) state: String,
}

impl<'a> GoalHtml<'a> {
    pub(super) fn new(t: &'static Words, goal: &'a Goal, today: NaiveDate, view: &'a View) -> Self {
        let state = capital(t.code("goal-state", goal.state.code()));
        let since = day::brief(t, goal.since, today);
        let since = t.say_with("goal-since", &[("state", (&state).into()), ("day", (&since).into())]);
        Self {
            said: match &goal.words {
                GoalWords::Shown(words) => Some(t.say_with("said", &[("words", words.reveal().into())])),
                GoalWords::None | GoalWords::Sealed(_) => None,
            },
            sealed: match goal.words {
                GoalWords::Sealed(sealed) => Some(view.sealed(sealed, t.say("sealed-goal"))),
                GoalWords::None | GoalWords::Shown(_) => None,
            },
            area: goal.area.as_ref().map_or_else(|| t.say("goal-outside"), |area| t.locale().of(area)),
            state: match (goal.is_earlier, goal.state) {
                (false, _) => since,
                (true, GoalState::Active) => t.say("goal-earlier").to_owned(),
                (true, _) => format!("{since} · {}", t.say("goal-earlier")),
            },
        }
    }
}
