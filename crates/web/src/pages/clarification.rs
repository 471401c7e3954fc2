//! `/borger/{id}/afklaring`: the talks before a decision, who holds them, what is agreed, and what they come to.

use app::clarification::{self, Ending};
use app::view::clarification::{ClarificationPage, Stands};
use app::{Cx, Error};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use domain::code::ClarificationOutcome;
use domain::id::CitizenId;
use domain::report::wind_down::Must;
use render::{Words, day, words};
use serde::Deserialize;
use uuid::Uuid;

use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form};
use crate::frame::{Frame, Place, may};
use crate::part::{Done, Mark};
use crate::person::{Part, PersonNav};
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

/// What each of the rules' fields is called in the forms.
const FIELDS: [(&str, &str); 4] =
    [("began_on", "begyndt"), ("outcome", "udfald"), ("ended_on", "slut"), ("words", "ord")];

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    gemt: Option<String>,
}

fn citizen_of(path: &str) -> Result<CitizenId, Fault> {
    path.parse::<Uuid>().map(CitizenId).map_err(|_| Fault::NotFound)
}

fn address(id: CitizenId) -> String {
    format!("/borger/{id}/afklaring")
}

#[derive(Template)]
#[template(path = "clarification.html")]
struct ClarificationHtml<'a> {
    f: Frame<'a>,
    nav: PersonNav,
    here: String,
    form: Form,
    done: Option<Done>,
    name: &'a str,
    heed: Vec<Mark>,
    lead: String,
    must: Option<Mark>,
    must_help: String,
    is_open: bool,
    is_ended: bool,
    may_begin: bool,
    outcome: String,
    ended_words: Option<&'a str>,
    workers: String,
    assign: Option<String>,
    talks: Vec<(String, &'static str, String)>,
    step: Option<(&'a str, String)>,
    outcomes: Vec<Choice>,
}

/// The page.
pub(crate) async fn page(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let id = citizen_of(&id)?;
    let page = clarification::page(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
    let form = Form::fresh(&site.app, &cx, &reader, address(id), Some(id)).await;
    let form = form.map_err(|error| reader.fault(error))?;
    let form = filled(form, &page);
    show(&reader, &page, form, asked.gemt.as_deref())
}

fn filled(form: Form, page: &ClarificationPage) -> Form {
    let today = day::typed(page.day);
    let version = match page.stands {
        Stands::Open { version, .. } | Stands::Ended { version, .. } => version,
        Stands::None | Stands::Enrolled { .. } | Stands::Closed { .. } => 0,
    };
    form.filled(version, &[("begyndt", &today), ("slut", &today)])
}

/// Begins a clarification.
pub(crate) async fn begin(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let id = citizen_of(&id)?;
    let begun = clarification::begin(&site.app, &cx, id, sent.day("begyndt").day, once).await;
    answer(&site, &cx, &reader, (id, sent), begun.map(drop), "begyndt").await
}

/// Ends the clarification without an enrolment.
pub(crate) async fn end(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let id = citizen_of(&id)?;
    let ending = Ending {
        from: sent.version(),
        outcome: ClarificationOutcome::parse(sent.text("udfald")).ok(),
        on: sent.day("slut").day,
        words: sent.words("ord"),
    };
    let ended = clarification::end(&site.app, &cx, id, ending, once).await;
    answer(&site, &cx, &reader, (id, sent), ended, "slut").await
}

/// Takes the ending back.
pub(crate) async fn resume(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let id = citizen_of(&id)?;
    let resumed = clarification::resume(&site.app, &cx, id, sent.version(), once).await;
    answer(&site, &cx, &reader, (id, sent), resumed, "genoptaget").await
}

async fn answer(
    site: &Site,
    cx: &Cx,
    reader: &Reader,
    (id, sent): (CitizenId, Sent),
    kept: Result<(), Error>,
    saved: &str,
) -> Result<Response, Fault> {
    let here = address(id);
    let Err(error) = kept else {
        app::unsent::throw_away(&site.app, cx, &here).await.map_err(|error| reader.fault(error))?;
        return Ok(see_other(&format!("{here}?gemt={saved}")));
    };
    let form = Form::again(cx, reader, here, Some(id), sent).map_err(|error| reader.fault(error))?;
    let mut form = form.refused(error, &FIELDS).map_err(|error| reader.fault(error))?;
    let page = clarification::page(&site.app, cx, id).await.map_err(|error| reader.fault(error))?;
    if form.is_stale() {
        let t = words(reader.locale);
        let (version, udfald, slut) = match &page.stands {
            Stands::Open { version, .. } => (*version, String::new(), String::new()),
            Stands::Ended { version, on, outcome, .. } => {
                (*version, outcome.map(|one| one.code().to_owned()).unwrap_or_default(), day::typed(*on))
            }
            Stands::None | Stands::Enrolled { .. } | Stands::Closed { .. } => (0, String::new(), String::new()),
        };
        let both = [
            (t.say("clarification-outcome"), "udfald", udfald.as_str()),
            (t.say("clarification-end-date"), "slut", slut.as_str()),
        ];
        form = form.beside(version, &both);
    }
    let status = form.status();
    Ok((status, show(reader, &page, form, None)?).into_response())
}

/// Lays the page out.
fn show(reader: &Reader, page: &ClarificationPage, form: Form, saved: Option<&str>) -> Result<Html<String>, Fault> {
    let t = words(reader.locale);
    let here = address(page.citizen);
    let place = if may(reader, domain::access::Action::ListAllCitizens) { Place::All } else { Place::Own };
    let (must, must_help) = must(t, page);
    let (outcome, ended_words) = match &page.stands {
        Stands::Ended { outcome, words, .. } => (
            outcome.map(|one| t.code("clarification-outcome", one.code()).to_owned()).unwrap_or_default(),
            words.as_ref().map(|words| words.reveal().as_str()),
        ),
        _ => (String::new(), None),
    };
    let workers: Vec<&str> = page.workers.iter().map(|name| name.reveal().as_str()).collect();
    let talk = |talk: &app::view::clarification::Talk| {
        let kind = talk.kind.map_or(t.say("not-known"), |kind| t.code("contact", kind.code()));
        let by = talk.by.as_ref().map(|name| name.reveal().clone()).unwrap_or_default();
        (day::with_short_weekday(t, talk.on, page.day), kind, by)
    };
    laid_out(&ClarificationHtml {
        f: Frame::new(reader, t.say("clarification"), place, here.clone()),
        nav: PersonNav::new(reader, page.citizen, Part::Course),
        done: done(t, saved),
        name: page.name.reveal(),
        heed: heed(t, page),
        lead: lead(t, page),
        must,
        must_help,
        is_open: matches!(page.stands, Stands::Open { .. }),
        is_ended: matches!(page.stands, Stands::Ended { .. }),
        may_begin: matches!(page.stands, Stands::None | Stands::Ended { .. } | Stands::Closed { .. }),
        outcome,
        ended_words,
        workers: if workers.is_empty() { t.say("clarification-nobody").to_owned() } else { workers.join(", ") },
        assign: page.may_assign.then(|| format!("/borger/{}/medarbejder", page.citizen)),
        talks: page.talks.iter().map(talk).collect(),
        step: page.next_step.as_ref().map(|step| {
            let on = step.on.map(|on| day::with_weekday(t, on, page.day)).unwrap_or_default();
            (step.text.reveal().as_str(), on)
        }),
        outcomes: ClarificationOutcome::ALL
            .iter()
            .map(|one| {
                let text = t.code("clarification-outcome", one.code());
                Choice::new(one.code(), render::catalogue::capital(text))
            })
            .collect(),
        here,
        form,
    })
}

fn done(t: &'static Words, saved: Option<&str>) -> Option<Done> {
    let text = match saved? {
        "begyndt" => "clarification-saved-begun",
        "slut" => "clarification-saved-ended",
        "genoptaget" => "clarification-saved-resumed",
        _ => return None,
    };
    Some(Done::said(t.say(text).to_owned()))
}

fn heed(t: &'static Words, page: &ClarificationPage) -> Vec<Mark> {
    let care = |icon, text: &str| Mark { look: "mark-care", icon, text: text.to_owned() };
    let rules = page.heed.safe_contact.iter();
    let mut heed: Vec<Mark> = rules.map(|rule| care("smartphone", t.code("safe-contact", rule.code()))).collect();
    if page.heed.address_protected {
        heed.push(care("lock", t.say("address-protected")));
    }
    heed
}

fn lead(t: &Words, page: &ClarificationPage) -> String {
    let of = |key, on| t.say_with(key, &[("day", (&day::medium(t, on)).into())]);
    match &page.stands {
        Stands::None => t.say("clarification-lead-none").to_owned(),
        Stands::Open { since, .. } => of("clarification-lead-open", *since),
        Stands::Enrolled { on } => of("clarification-lead-enrolled", *on),
        Stands::Ended { on, .. } => of("clarification-lead-ended", *on),
        Stands::Closed { on } => of("clarification-lead-closed", *on),
    }
}

/// What must happen to an open clarification (R10), and why.
fn must(t: &Words, page: &ClarificationPage) -> (Option<Mark>, String) {
    let Stands::Open { must, decide_by, .. } = &page.stands else { return (None, String::new()) };
    let last = decide_by.map(|last| day::medium(t, last)).unwrap_or_default();
    let mark = |look, icon, key| Mark { look, icon, text: t.say_with(key, &[("day", (&last).into())]) };
    match must {
        Must::EnrolOrEnd => (
            Some(mark("mark-soon", "time", "clarification-must-decide")),
            t.say("clarification-must-decide-help").to_owned(),
        ),
        Must::EndOrExcept => (
            Some(mark("mark-care", "warning", "clarification-must-except")),
            t.say("clarification-must-except-help").to_owned(),
        ),
        Must::End => (
            Some(mark("mark-care", "warning", "clarification-must-end")),
            t.say("clarification-must-end-help").to_owned(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use app::view::Heed;
    use domain::id::CourseId;

    use super::*;
    use crate::pages::sample;

    fn page(stands: Stands) -> ClarificationPage {
        ClarificationPage {
            citizen: CitizenId(Uuid::from_u128(5)),
            name: sample::awkward(),
            heed: Heed { address_protected: true, safe_contact: Vec::new() },
            day: "2016-04-04".parse().unwrap(),
            stands,
            workers: Vec::new(),
            may_assign: true,
            talks: Vec::new(),
            next_step: None,
        }
    }

    fn open(must: Must, decide_by: Option<&str>) -> ClarificationPage {
        let since = "2016-03-01".parse().unwrap();
        let decide_by = decide_by.map(|day| day.parse().unwrap());
        page(Stands::Open { course: CourseId(Uuid::from_u128(6)), version: 1, since, must, decide_by })
    }

    fn html(page: &ClarificationPage) -> String {
        let form = sample::form("/borger/x/afklaring", &[]);
        let Html(html) = show(&sample::coordinator(), page, form, None).unwrap();
        sample::check_page(&html);
        html
    }

    #[test]
    fn a_clarification_after_the_window_says_what_must_happen_and_who_can_help() {
        let html = html(&open(Must::EndOrExcept, None));
        assert!(html.contains("Rekrutteringsperioden er slut") && html.contains("/medarbejder"));
        sample::check_awkward(&html);
    }

    #[test]
    fn an_open_one_tells_by_when_and_that_the_star_makes_the_course() {
        let html = html(&open(Must::EnrolOrEnd, Some("2016-03-31")));
        assert!(html.contains("senest 31. marts 2016") || html.contains("31. marts 2016"), "{html}");
        assert!(html.contains("den første stjerne"));
    }

    #[test]
    fn one_that_ended_can_be_taken_back_or_begun_again() {
        let on = "2016-03-20".parse().unwrap();
        let ended = Stands::Ended {
            course: CourseId(Uuid::from_u128(6)),
            version: 2,
            since: on,
            on,
            outcome: Some(ClarificationOutcome::OtherOffer),
            words: Some(sample::awkward()),
        };
        let html = html(&page(ended));
        assert!(html.contains("andet tilbud") && html.contains("Fortryd") && html.contains("Begynd en ny afklaring"));
    }
}
