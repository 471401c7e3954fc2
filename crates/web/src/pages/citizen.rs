//! `/borger/{id}`: one citizen's course. Its sealed texts are opened on purpose, which is logged.

use app::view::citizen::{CitizenPage, SealedRef};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::Html;
use domain::id::CitizenId;
use domain::personal::Personal;
use render::{Words, day};
use serde::Deserialize;
use uuid::Uuid;

use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::frame::{Frame, Place, may};
use crate::pages::contact::{Told, done};
use crate::part::{Chip, Done};
use crate::person::{Part, PersonNav};
use crate::reader::{Reader, SignedIn};

mod ahead;
pub(super) mod beside;
mod head;
mod timeline;

use ahead::Ahead;
use beside::{GoalHtml, PurposeHtml, ScoreHtml, StarHtml};
use head::Head;
use timeline::{Band, Kind};

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    vis: Option<String>,
}

/// Reads the citizen of an address; what is no id is no page.
pub(crate) fn citizen_of(path: &str) -> Result<CitizenId, Fault> {
    path.parse::<Uuid>().map(CitizenId).map_err(|_| Fault::NotFound)
}

/// One citizen.
pub(crate) async fn citizen(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
    Query(told): Query<Told>,
) -> Result<Html<String>, Fault> {
    let page = app::citizen::page(&site.app, &cx, citizen_of(&id)?).await;
    let page = page.map_err(|error| reader.fault(error))?;
    let mut view = View::read(&asked, None);
    view.done = done(&cx, &reader, &told, "")?;
    view.key = key(&cx, &reader)?;
    show(&reader, &page, &view)
}

/// The key of the one form on the page that changes something.
fn key(cx: &app::Cx, reader: &Reader) -> Result<String, Fault> {
    Ok(cx.form_key().map_err(|error| reader.fault(error))?.0.to_string())
}

/// Which sealed text is to be opened, and how the page was shown.
#[derive(Debug, Deserialize)]
pub(crate) struct Opening {
    token: String,
    /// The kind of text and its row, with a space between.
    tekst: String,
    vis: Option<String>,
}

/// Opens a sealed text: the same page, with the text in its place.
pub(crate) async fn open_sealed(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    Form(form): Form<Opening>,
) -> Result<Html<String>, Fault> {
    reader.check(&form.token)?;
    let id = citizen_of(&id)?;
    let (kind, row) = form.tekst.split_once(' ').ok_or(Fault::NotFound)?;
    let row = row.parse::<Uuid>().map_err(|_| Fault::NotFound)?;
    let sealed = SealedRef::named(kind, row).ok_or(Fault::NotFound)?;
    let text = app::citizen::open_sealed(&site.app, &cx, id, sealed).await;
    let text = text.map_err(|error| reader.fault(error))?;
    let page = app::citizen::page(&site.app, &cx, id).await;
    let page = page.map_err(|error| reader.fault(error))?;
    let mut view = View::read(&Asked { vis: form.vis }, Some((sealed, text)));
    view.key = key(&cx, &reader)?;
    show(&reader, &page, &view)
}

/// The word of an address that shows every entry of the timeline.
const UNFOLDED: &str = "alt";

/// How the page is shown.
pub(super) struct View {
    kind: Kind,
    /// Whether the everyday entries of the past are shown too.
    is_unfolded: bool,
    opened: Option<(SealedRef, Personal<String>)>,
    done: Option<Done>,
    key: String,
}

impl View {
    pub(super) fn read(asked: &Asked, opened: Option<(SealedRef, Personal<String>)>) -> Self {
        Self {
            kind: asked.vis.as_deref().and_then(Kind::named).unwrap_or(Kind::All),
            is_unfolded: asked.vis.as_deref() == Some(UNFOLDED),
            opened,
            done: None,
            key: String::new(),
        }
    }

    /// Whether this sealed text is the one that was opened.
    fn has_opened(&self, sealed: SealedRef) -> bool {
        self.opened.as_ref().is_some_and(|(opened, _)| *opened == sealed)
    }

    /// The sealed text as it stands on the page: closed, or opened.
    fn sealed<'a>(&'a self, sealed: SealedRef, label: &'static str) -> SealedHtml<'a> {
        let text = self.opened.as_ref().filter(|(opened, _)| *opened == sealed).map(|(_, text)| text.reveal().as_str());
        SealedHtml { kind: sealed.kind(), row: sealed.row().to_string(), label, text }
    }
}

/// A sealed text on the page.
struct SealedHtml<'a> {
    kind: &'static str,
    row: String,
    label: &'static str,
    text: Option<&'a str>,
}

#[derive(Template)]
#[template(path = "citizen.html")]
struct CitizenHtml<'a> {
    f: Frame<'a>,
    head: Head<'a>,
    nav: PersonNav,
    here: String,
    token: &'a str,
    vis: &'static str,
    opened_at: String,
    count: String,
    chips: Vec<Chip>,
    /// The step's id and version, and the key of the form that says it is done.
    next_do: Option<(String, i64, &'a str)>,
    done: Option<Done>,
    ahead: Ahead,
    bands: Vec<Band<'a>>,
    star: Option<StarHtml<'a>>,
    scores: Vec<ScoreHtml<'a>>,
    purposes: Option<PurposeHtml<'a>>,
    goals: Vec<GoalHtml<'a>>,
}

/// Lays the page out.
pub(super) fn show(reader: &Reader, page: &CitizenPage, view: &View) -> Result<Html<String>, Fault> {
    let here = format!("/borger/{}", page.id);
    let place =
        if page.is_own || !may(reader, domain::access::Action::ListAllCitizens) { Place::Own } else { Place::All };
    let f = Frame::new(reader, render::words(reader.locale).say("citizen"), place, here.clone());
    let t = f.t;
    laid_out(&CitizenHtml {
        head: Head::new(t, page),
        nav: PersonNav::new(reader, page.id, Part::Overview),
        token: &reader.token,
        vis: if view.is_unfolded { UNFOLDED } else { view.kind.word() },
        opened_at: t.say_with("sealed-opened", &[("clock", (&day::clock(t, reader.now)).into())]),
        count: t.say_with("timeline-count", &[("n", page.timeline.len().into())]),
        chips: timeline::chips(t, page, view, &here),
        next_do: page.next_step.as_ref().map(|step| (step.id.to_string(), step.version, view.key.as_str())),
        done: view.done.clone(),
        ahead: Ahead::new(t, page),
        bands: timeline::bands(t, page, view),
        star: page.star.as_ref().map(|star| StarHtml::new(t, star, page.day)),
        scores: page
            .scores
            .iter()
            .enumerate()
            .map(|(position, scores)| ScoreHtml::new(t, scores, position, page.day))
            .collect(),
        purposes: PurposeHtml::new(t, page),
        goals: page.goals.iter().map(|goal| GoalHtml::new(t, goal, page.day, view)).collect(),
        here,
        f,
    })
}

/// The next step: its text, and by when and by whom.
fn next<'a>(t: &Words, page: &'a CitizenPage) -> Option<(&'a str, String)> {
    let step = page.next_step.as_ref()?;
    let on = step.on.map(|on| day::long(t, on));
    let by = step.by.map(|by| t.code("doer", by.code()).to_owned());
    let when: Vec<String> = on.into_iter().chain(by).collect();
    Some((step.text.reveal(), when.join(" · ")))
}

#[cfg(test)]
mod tests {
    use app::view::citizen::Entry;

    use super::*;
    use crate::pages::sample;

    fn shown(page: &CitizenPage, view: &View) -> String {
        show(&sample::worker(), page, view).unwrap().0
    }

    fn plain() -> View {
        View::read(&Asked::default(), None)
    }

    #[test]
    fn a_course_is_told_from_the_enquiry_to_today() {
        let html = shown(&sample::citizen(), &plain());
        for words in [
            "dag 218 af 366",
            "Fase 2 · prøve af og tilpasse",
            "Før indskrivning",
            "Første stjerne · indskrevet",
            "Møde med borgeren",
            "fra 3 til 7",
            "Op er bedre",
            "Bedre livssituation",
            "Ingen sms",
        ] {
            assert!(html.contains(words), "{words} is missing");
        }
        sample::check_page(&html);
    }

    #[test]
    fn a_sealed_text_is_closed_until_it_is_opened() {
        let page = sample::citizen();
        let sealed = page.timeline.iter().find_map(|entry| entry.sealed).unwrap();
        assert!(!shown(&page, &plain()).contains("Vi talte om boligen"));
        let view = View::read(&Asked::default(), Some((sealed, Personal::new("Vi talte om boligen".to_owned()))));
        let html = shown(&page, &view);
        assert!(html.contains("Vi talte om boligen") && html.contains("Åbnet kl. 14.05 · logget"));
        sample::check_page(&html);
    }

    #[test]
    fn the_bands_of_a_score_are_short_in_the_picture_and_whole_in_the_table() {
        let html = shown(&sample::citizen(), &plain());
        let (picture, table) = html.split_once("score-0-h").unwrap().1.split_once("<table").unwrap();
        assert!(picture.contains("0–35: stor risiko") && !picture.contains("belastning"));
        assert!(table.contains("0–35: Stor risiko for belastning"));
    }

    #[test]
    fn the_title_and_the_address_name_nobody() {
        let page = sample::citizen();
        let html = shown(&page, &plain());
        assert!(html.contains("<title>Borger – Brobygger</title>"));
        assert!(!html.contains("/L%C3%A6rke") && !html.contains("/Lærke"));
    }

    #[test]
    fn a_goal_of_an_earlier_course_is_not_said_to_be_in_progress() {
        let mut page = sample::citizen();
        for goal in &mut page.goals {
            goal.is_earlier = true;
            goal.state = domain::code::GoalState::Active;
        }
        let html = shown(&page, &plain());
        assert!(html.contains("fra et tidligere forløb") && !html.contains("I gang siden"));
    }

    #[test]
    fn awkward_words_are_shown_as_words() {
        let mut page = sample::citizen();
        page.name = sample::awkward();
        page.worker = Some(sample::awkward());
        if let Some(step) = &mut page.next_step {
            step.text = sample::awkward();
        }
        for goal in &mut page.goals {
            goal.words = app::view::citizen::Words::Shown(sample::awkward());
        }
        let sealed = page.timeline.iter().find_map(|entry| entry.sealed).unwrap();
        sample::check_awkward(&shown(&page, &View::read(&Asked::default(), Some((sealed, sample::awkward())))));
    }

    #[test]
    fn a_citizen_in_clarification_has_no_star_and_no_phases() {
        let html = shown(&sample::in_clarification(), &plain());
        assert!(html.contains("Der er ingen hel stjerne endnu") && html.contains("I afklaring siden"));
        assert!(!html.contains("Før indskrivning"));
        sample::check_page(&html);
    }

    #[test]
    fn a_filter_keeps_its_own_kind_only() {
        let asked = Asked { vis: Some("maalinger".to_owned()) };
        let html = shown(&sample::citizen(), &View::read(&asked, None));
        assert!(html.contains("Måling · udfyldt sammen") && !html.contains("Møde med borgeren"));
    }

    /// A course with so many contacts before its other entries.
    fn busy(contacts: u128) -> CitizenPage {
        let mut page = sample::citizen();
        let contact = page.timeline.first().unwrap().clone();
        let numbered = |number| Entry {
            sealed: Some(SealedRef::ContactText(domain::id::ContactId(Uuid::from_u128(number)))),
            ..contact.clone()
        };
        page.timeline.splice(0..1, (0..contacts).map(numbered));
        page
    }

    #[test]
    fn the_everyday_of_a_long_course_is_folded_and_its_turns_stay() {
        let html = shown(&busy(100), &plain());
        let (before, folded) = html.split_once("<p class=\"fold\">").unwrap();
        assert!(
            folded.contains("94 kontakter og ændringer er foldet sammen"),
            "92 contacts, an attempt, a network meeting"
        );
        assert!(before.contains("Faseskift til fase 2") && before.contains("Måling · udfyldt sammen"));
        assert_eq!(html.matches("class=\"event-title\"").count(), 8 + 11, "what is folded away is not sent");
        sample::check_page(&html);
    }

    #[test]
    fn unfolded_nothing_is_left_out_and_a_text_opened_there_is_closed_there() {
        let page = busy(100);
        let view = View::read(&Asked { vis: Some(UNFOLDED.to_owned()) }, None);
        let html = shown(&page, &view);
        assert_eq!(html.matches("class=\"event-title\"").count(), 100 + 13);
        assert!(html.contains("name=\"vis\" value=\"alt\"") && html.contains("Fold dem sammen"));
        sample::check_page(&html);
    }

    #[test]
    fn a_filter_folds_nothing() {
        let html = shown(&busy(100), &View::read(&Asked { vis: Some("kontakter".to_owned()) }, None));
        assert!(!html.contains("class=\"fold\""));
    }

    #[test]
    fn a_sealed_text_that_is_folded_away_stands_open_once_it_is_opened() {
        let page = busy(100);
        let sealed = page.timeline.get(50).unwrap().sealed.unwrap();
        let html = shown(&page, &View::read(&Asked::default(), Some((sealed, Personal::new("Om boligen".to_owned())))));
        assert!(html.contains("Fold dem sammen") && html.contains("Om boligen"));
    }
}
