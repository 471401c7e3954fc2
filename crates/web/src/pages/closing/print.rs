//! `/borger/{id}/afslutning/udskrift`: the citizen's picture of the course, to take home. No frame, and no programme's name.

use app::view::closing::{ClosingPrint, GoalThen};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;
use render::catalogue::capital;
use render::{Words, day};

use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::pages::citizen::beside::{ScoreHtml, StarHtml};
use crate::pages::who::citizen_of;
use crate::reader::{Reader, SignedIn};

/// The print.
pub(crate) async fn print(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
) -> Result<Html<String>, Fault> {
    let page = app::closing::print(&site.app, &cx, citizen_of(&id)?).await.map_err(|error| reader.fault(error))?;
    show(&reader, &page)
}

struct GoalHtml<'a> {
    words: Option<&'a str>,
    first_words: Option<&'a str>,
    area: Option<&'a str>,
    then: String,
    now: String,
}

#[derive(Template)]
#[template(path = "closing-print.html")]
struct PrintHtml<'a> {
    t: &'static Words,
    name: &'a str,
    days: String,
    made: String,
    back: String,
    goals: Vec<GoalHtml<'a>>,
    star: Option<StarHtml<'a>>,
    scores: Vec<ScoreHtml<'a>>,
    own_words: Option<&'a str>,
}

pub(crate) fn show(reader: &Reader, page: &ClosingPrint) -> Result<Html<String>, Fault> {
    let t = render::words(reader.locale);
    let goal = |goal: &'_ GoalThen| -> (String, String) {
        let on = |day| day::numeric(t, day);
        let state = capital(t.code("goal-state", goal.state.code()));
        let now = t.say_with("goal-since", &[("state", (&state).into()), ("day", (&on(goal.since)).into())]);
        (on(goal.made_on), now)
    };
    laid_out(&PrintHtml {
        t,
        name: page.name.reveal(),
        days: t.say_with(
            "print-days",
            &[("from", (&day::medium(t, page.enrolled_on)).into()), ("to", (&day::medium(t, page.until)).into())],
        ),
        made: t.say_of("print-made", "day", &day::medium(t, page.day)),
        back: format!("/borger/{}/afslutning", page.id),
        goals: page
            .goals
            .iter()
            .map(|one| {
                let (then, now) = goal(one);
                GoalHtml {
                    words: one.words.as_ref().map(|words| words.reveal().as_str()),
                    first_words: one.first_words.as_ref().map(|words| words.reveal().as_str()),
                    area: one.area.as_ref().map(|area| t.locale().of(area)),
                    then,
                    now,
                }
            })
            .collect(),
        star: page.star.as_ref().map(|star| StarHtml::new(t, star, page.day)),
        scores: page
            .scores
            .iter()
            .enumerate()
            .map(|(position, scores)| ScoreHtml::new(t, scores, position, page.day))
            .collect(),
        own_words: page.own_words.as_ref().map(|words| words.reveal().as_str()),
    })
}

#[cfg(test)]
mod tests {
    use domain::code::GoalState;

    use super::*;
    use crate::pages::sample;

    pub(super) fn page() -> ClosingPrint {
        let citizen = sample::citizen();
        ClosingPrint {
            id: citizen.id,
            name: citizen.name,
            day: citizen.day,
            enrolled_on: sample::date(2015, 4, 20),
            until: citizen.day,
            star: citizen.star,
            scores: citizen.scores,
            goals: vec![GoalThen {
                words: Some(sample::awkward()),
                first_words: Some(domain::personal::Personal::new("Et sted at bo".to_owned())),
                area: Some(sample::text("Stabil bolig", "Stable housing")),
                made_on: sample::date(2015, 4, 27),
                state: GoalState::Reached,
                since: sample::date(2015, 9, 4),
            }],
            own_words: Some(domain::personal::Personal::new("Jeg har fået min egen nøgle".to_owned())),
        }
    }

    #[test]
    fn what_the_citizen_takes_home_tells_the_course_and_names_no_programme() {
        let html = show(&sample::worker(), &page()).unwrap().0;
        for words in
            ["20. april 2015", "Jeg har fået min egen nøgle", "Nået", "27.4.2015", "Et sted at bo", "fra 3 til 7"]
        {
            assert!(html.contains(words), "{words} is missing");
        }
        let told = html.replace("/assets/brobygger.css", "");
        for word in ["Indsats", "exit", "prostitution"] {
            assert!(!told.to_lowercase().contains(&word.to_lowercase()), "{word} is on what goes home");
        }
    }
}
