//! `/henvendelser/{id}`: one enquiry, answered, corrected, given to a citizen, taken out and put back.

use app::view::enquiry::EnquiryPage;
use app::view::search::SearchPage;
use app::{Cx, Error};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use domain::code::EnquiryOutcome;
use domain::id::{CitizenId, EnquiryId};
use domain::refusal::{Code, Refusal};
use render::catalogue::capital;
use render::{Words, day, words};
use serde::Deserialize;
use uuid::Uuid;

use super::choices::Choices;
use super::said::{FIELDS, check, reply, said, values};
use super::told;
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form};
use crate::frame::{Frame, Place};
use crate::pages::enquiries::{icon, wish};
use crate::part::{Done, Mark};
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    gemt: Option<String>,
    find: Option<String>,
}

/// What was saved, with its words.
const SAVED: [(&str, &str, &str); 8] = [
    ("ny", "enquiry-saved-new", ""),
    ("afklaring", "enquiry-saved-clarification", "enquiry-saved-clarification-next"),
    ("svar", "enquiry-saved-answer", ""),
    ("rettet", "enquiry-saved-correction", ""),
    ("borger", "enquiry-saved-citizen", ""),
    ("tilbage", "enquiry-saved-restored", ""),
    ("fortalt", "told-saved", ""),
    ("trukket", "told-withdrawn", ""),
];

pub(super) fn enquiry_of(path: &str) -> Result<EnquiryId, Fault> {
    path.parse::<Uuid>().map(EnquiryId).map_err(|_| Fault::NotFound)
}

pub(super) fn address(id: EnquiryId) -> String {
    format!("/henvendelser/{id}")
}

/// A line of the facts about an enquiry.
type FactLine = (&'static str, String);

#[derive(Template)]
#[template(path = "enquiry.html")]
struct EnquiryHtml<'a> {
    f: Frame<'a>,
    here: String,
    form: Form,
    c: Choices,
    done: Option<Done>,
    name: &'a str,
    on: String,
    heed: Vec<Mark>,
    facts: Vec<FactLine>,
    note: Option<&'a str>,
    came: Option<Mark>,
    came_on: String,
    words: Option<&'a str>,
    outside: bool,
    ground: String,
    has_course: bool,
    is_withdrawn: bool,
    withdrawn_at: String,
    citizen: Option<String>,
    is_anonymous: bool,
    search: Option<&'a SearchPage>,
    found: Vec<Choice>,
    is_open: bool,
    sent_in: Option<told::SentInHtml<'a>>,
    alike: Vec<String>,
}

/// The page.
pub(crate) async fn enquiry(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let id = enquiry_of(&id)?;
    let page = app::enquiry::enquiry(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
    let about = page.enquirer.as_ref().filter(|known| known.has_page).map(|known| known.citizen);
    let form = Form::fresh(&site.app, &cx, &reader, address(id), about).await;
    let today = day::typed(cx.today);
    let form = form.map_err(|error| reader.fault(error))?.filled(page.version, &[("svardato", &today)]);
    let search = match asked.find.as_deref() {
        Some(terms) if page.enquirer.is_none() => {
            Some(app::search::search(&site.app, &cx, terms, false).await.map_err(|error| reader.fault(error))?)
        }
        _ => None,
    };
    let tell = tell_form(&cx, &reader, &page)?;
    show(&reader, &page, (form, tell), asked.gemt.as_deref(), search.as_ref())
}

/// The empty form that tells the partner.
fn tell_form(cx: &Cx, reader: &Reader, page: &EnquiryPage) -> Result<Form, Fault> {
    let mut form = again(cx, reader, &format!("{}/tilbagemelding", address(page.id)), Sent::default())?;
    form.version = told::version(page);
    Ok(form)
}

/// The page again, with what was refused of telling the partner.
pub(super) async fn show_told(
    site: &Site,
    (cx, reader): (&Cx, &Reader),
    page: &EnquiryPage,
    tell: Form,
) -> Result<Response, Fault> {
    let about = page.enquirer.as_ref().filter(|known| known.has_page).map(|known| known.citizen);
    let form = Form::fresh(&site.app, cx, reader, address(page.id), about).await;
    let today = day::typed(cx.today);
    let form = form.map_err(|error| reader.fault(error))?.filled(page.version, &[("svardato", &today)]);
    let status = tell.status();
    Ok((status, show(reader, page, (form, tell), None, None)?).into_response())
}

/// Answers the enquiry.
pub(crate) async fn answer(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let id = enquiry_of(&id)?;
    let mut form = again(&cx, &reader, &address(id), sent.clone())?;
    check(&sent, &mut form);
    let made = match reply(&sent) {
        _ if !form.refusals.is_empty() => Err(Error::Refusals(Vec::new())),
        None => Err(Error::Refusals(vec![Refusal::new("outcome", Code::ChoiceNeeded)])),
        Some(reply) => app::enquiry::answer(&site.app, &cx, id, sent.version(), reply, once).await,
    };
    match made {
        Ok(made) => {
            let saved = if made.course.is_some() { "afklaring" } else { "svar" };
            done(&site, &cx, &reader, &address(id), &format!("{}?gemt={saved}", address(id))).await
        }
        Err(error) => refused(&site, &cx, &reader, id, form, error).await,
    }
}

/// Takes the enquiry out.
pub(crate) async fn withdraw(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let id = enquiry_of(&id)?;
    let form = again(&cx, &reader, &address(id), sent.clone())?;
    match app::enquiry::withdraw(&site.app, &cx, id, sent.version(), sent.words("grund"), once).await {
        Ok(()) => Ok(see_other(&address(id))),
        Err(error) => refused(&site, &cx, &reader, id, form, error).await,
    }
}

/// Puts the enquiry back.
pub(crate) async fn restore(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let id = enquiry_of(&id)?;
    app::enquiry::restore(&site.app, &cx, id, once).await.map_err(|error| reader.fault(error))?;
    Ok(see_other(&format!("{}?gemt=tilbage", address(id))))
}

/// Gives the enquiry to a citizen.
pub(crate) async fn attach(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let id = enquiry_of(&id)?;
    let form = again(&cx, &reader, &address(id), sent.clone())?;
    let given = match sent.id("samme").map(CitizenId) {
        Some(citizen) => app::enquiry::attach(&site.app, &cx, id, sent.version(), citizen, once).await,
        None => Err(Error::Refusals(vec![Refusal::new("same_as", Code::ChoiceNeeded)])),
    };
    match given {
        Ok(()) => Ok(see_other(&format!("{}?gemt=borger", address(id)))),
        Err(error) => refused(&site, &cx, &reader, id, form, error).await,
    }
}

#[derive(Template)]
#[template(path = "enquiry-correct.html")]
struct CorrectHtml<'a> {
    f: Frame<'a>,
    back: String,
    form: Form,
    c: Choices,
}

/// The form that corrects what was said.
pub(crate) async fn correction(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
) -> Result<Html<String>, Fault> {
    let id = enquiry_of(&id)?;
    let page = app::enquiry::enquiry(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
    let about = page.enquirer.as_ref().filter(|known| known.has_page).map(|known| known.citizen);
    let form = Form::fresh(&site.app, &cx, &reader, format!("{}/ret", address(id)), about).await;
    let values = values(&page);
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let form = form.map_err(|error| reader.fault(error))?.filled(page.version, &values);
    show_correction(&reader, &page, form)
}

/// Corrects what was said.
pub(crate) async fn correct(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let id = enquiry_of(&id)?;
    let place = format!("{}/ret", address(id));
    let mut form = again(&cx, &reader, &place, sent.clone())?;
    check(&sent, &mut form);
    let kept = if form.refusals.is_empty() {
        app::enquiry::correct(&site.app, &cx, id, sent.version(), said(&sent), once).await
    } else {
        Err(Error::Refusals(Vec::new()))
    };
    match kept {
        Ok(()) => done(&site, &cx, &reader, &place, &format!("{}?gemt=rettet", address(id))).await,
        Err(error) => {
            let mut form = form.refused(error, &FIELDS).map_err(|error| reader.fault(error))?;
            let page = app::enquiry::enquiry(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
            if form.is_stale() {
                let t = words(reader.locale);
                let now = values(&page);
                let label = |name: &str| {
                    t.say(LABELS.iter().find(|(one, _)| *one == name).map_or("enquiry-note", |(_, label)| *label))
                };
                let both: Vec<(&str, &str, &str)> =
                    now.iter().map(|(name, value)| (label(name), *name, value.as_str())).collect();
                form = form.beside(page.version, &both);
            }
            let status = form.status();
            Ok((status, show_correction(&reader, &page, form)?).into_response())
        }
    }
}

/// What each field of the correction is called, where two versions stand side by side.
const LABELS: [(&str, &str); 8] = [
    ("dato", "enquiry-date"),
    ("kanal", "enquiry-channel"),
    ("henviser", "enquiry-referrer"),
    ("oensker", "enquiry-wish-legend"),
    ("baggrund", "enquiry-background"),
    ("villig", "enquiry-willing"),
    ("notat", "enquiry-note"),
    ("forskning", "enquiry-research"),
];

fn again(cx: &Cx, reader: &Reader, place: &str, sent: Sent) -> Result<Form, Fault> {
    let about = sent.about();
    Form::again(cx, reader, place.to_owned(), about, sent).map_err(|error| reader.fault(error))
}

async fn done(site: &Site, cx: &Cx, reader: &Reader, place: &str, to: &str) -> Result<Response, Fault> {
    app::unsent::throw_away(&site.app, cx, place).await.map_err(|error| reader.fault(error))?;
    Ok(see_other(to))
}

async fn refused(
    site: &Site,
    cx: &Cx,
    reader: &Reader,
    id: EnquiryId,
    form: Form,
    error: Error,
) -> Result<Response, Fault> {
    let mut form = form.refused(error, &FIELDS).map_err(|error| reader.fault(error))?;
    let page = app::enquiry::enquiry(&site.app, cx, id).await.map_err(|error| reader.fault(error))?;
    if form.is_stale() {
        let t = words(reader.locale);
        let came = page.came.map(|came| came.outcome.code()).unwrap_or_default();
        let on = page.came.map(|came| day::typed(came.on)).unwrap_or_default();
        let said = page.words.as_ref().map(|words| words.reveal().as_str()).unwrap_or_default();
        let both = [
            (t.say("enquiry-answer"), "svar", came),
            (t.say("enquiry-answer-date"), "svardato", on.as_str()),
            (t.say("enquiry-words"), "ord", said),
        ];
        form = form.beside(page.version, &both);
    }
    let status = form.status();
    let tell = tell_form(cx, reader, &page)?;
    Ok((status, show(reader, &page, (form, tell), None, None)?).into_response())
}

fn show_correction(reader: &Reader, page: &EnquiryPage, form: Form) -> Result<Html<String>, Fault> {
    let t = words(reader.locale);
    let c = Choices::of(t, page);
    let chosen = [&c.channels, &c.partners, &c.wishes, &c.yes_no, &c.yes_no, &c.research];
    let labels = LABELS.iter().filter(|(name, _)| !matches!(*name, "dato" | "notat"));
    let form = labels.zip(chosen).fold(form, |form, ((_, label), choices)| form.in_words(t.say(label), choices));
    laid_out(&CorrectHtml {
        f: Frame::new(reader, t.say("enquiry-correct"), Place::Enquiries, format!("{}/ret", address(page.id))),
        back: address(page.id),
        c,
        form,
    })
}

fn show(
    reader: &Reader,
    page: &EnquiryPage,
    (form, tell): (Form, Form),
    saved: Option<&str>,
    search: Option<&SearchPage>,
) -> Result<Html<String>, Fault> {
    let t = words(reader.locale);
    let here = address(page.id);
    let outside = page.came.is_some_and(|came| came.outcome == EnquiryOutcome::TurnedAway) && page.ground.is_none();
    let saved = SAVED.iter().find(|(word, ..)| Some(*word) == saved);
    let done = saved.map(|(_, text, more)| Done {
        more: if more.is_empty() { String::new() } else { t.say(more).to_owned() },
        ..Done::said(t.say(text).to_owned())
    });
    let same = |found: &app::view::search::Found| {
        let by: Vec<&str> = found.by.iter().map(|by| t.code("found-by", by.code())).collect();
        Choice::new(found.citizen.to_string(), format!("{} ({})", found.name.reveal(), by.join(", ")))
    };
    let is_asking = form.is("svar", "") || form.value("svar").is_empty();
    let c = Choices::of(t, page);
    let form = form.in_words(t.say("enquiry-answer"), &c.outcomes);
    laid_out(&EnquiryHtml {
        f: Frame::new(reader, t.say("enquiry"), Place::Enquiries, here.clone()),
        c,
        done,
        name: page.enquirer.as_ref().map_or(t.say("enquiry-nobody"), |known| known.name.reveal().as_str()),
        on: day::long(t, page.received_on),
        heed: heed(t, page),
        facts: facts(t, page),
        note: page.note.as_ref().map(|note| note.reveal().as_str()),
        came: page.came.map(|came| Mark {
            look: if came.outcome == EnquiryOutcome::Clarification { "mark-soon" } else { "" },
            icon: icon(came.outcome),
            text: t.code("enquiry-outcome", came.outcome.code()).to_owned(),
        }),
        came_on: page.came.map(|came| came_on(t, page, came.on)).unwrap_or_default(),
        words: page.words.as_ref().map(|words| words.reveal().as_str()),
        outside,
        ground: ground(t, page),
        has_course: page.course.is_some()
            || page.came.is_some_and(|came| came.outcome == EnquiryOutcome::Clarification),
        is_withdrawn: page.withdrawn_at.is_some(),
        withdrawn_at: page
            .withdrawn_at
            .map(|at| t.say_with("enquiry-withdrawn", &[("day", (&day::medium(t, at.date())).into())]))
            .unwrap_or_default(),
        citizen: page
            .enquirer
            .as_ref()
            .filter(|known| known.has_page)
            .map(|known| format!("/borger/{}", known.citizen)),
        is_anonymous: page.enquirer.is_none(),
        search,
        found: search.map(|page| page.found.iter().map(same).collect()).unwrap_or_default(),
        sent_in: told::panel(t, page, tell),
        alike: told::alike(t, page),
        is_open: page.came.is_none() || !is_asking || !form.refusals.is_empty() || form.is_stale(),
        here,
        form,
    })
}

fn came_on(t: &Words, page: &EnquiryPage, on: chrono::NaiveDate) -> String {
    let on = day::medium(t, on);
    page.referred_to.as_ref().map_or_else(|| on.clone(), |(_, to)| format!("{on} · {to}"))
}

fn heed(t: &'static Words, page: &EnquiryPage) -> Vec<Mark> {
    let care = |icon, text: &str| Mark { look: "mark-care", icon, text: text.to_owned() };
    let Some(known) = &page.enquirer else { return Vec::new() };
    let rules = known.identity.safe_contact.iter();
    let mut heed: Vec<Mark> = rules.map(|rule| care("smartphone", t.code("safe-contact", rule.code()))).collect();
    if known.identity.protected_address {
        heed.push(care("lock", t.say("address-protected")));
    }
    heed
}

fn facts(t: &'static Words, page: &EnquiryPage) -> Vec<FactLine> {
    let yes_no = |said: Option<bool>| match said {
        Some(true) => t.say("yes").to_owned(),
        Some(false) => t.say("no").to_owned(),
        None => t.say("enquiry-not-asked").to_owned(),
    };
    let channel = page.channel.map_or(t.say("not-known"), |channel| t.code("channel", channel.code()));
    let from = page.referrer.as_ref().map_or_else(|| channel.to_owned(), |(_, name)| format!("{channel}: {name}"));
    let mut facts = vec![
        (t.say("enquiry-fact-channel"), capital(&from)),
        (t.say("enquiry-wish"), wish(t, page.wants_course).to_owned()),
        (t.say("enquiry-fact-background"), yes_no(page.has_background)),
        (t.say("enquiry-fact-willing"), yes_no(page.is_willing)),
    ];
    if let Some(sent) = &page.sent_in {
        facts.extend(told::facts(t, sent));
    }
    if let Some(known) = &page.enquirer {
        let texts = [("enquiry-full-name", &known.identity.name), ("enquiry-phone", &known.identity.phone)];
        facts.extend(texts.iter().filter_map(|(key, text)| Some((t.say(key), text.as_ref()?.reveal().clone()))));
        facts.extend(known.identity.birth_year.map(|year| (t.say("enquiry-birth-year"), year.to_string())));
        let gender = known.identity.gender.map(|gender| t.code("gender", gender.code()).to_owned());
        facts.extend(gender.map(|gender| (t.say("enquiry-gender"), gender)));
    }
    let research = page.research.as_ref().map_or_else(
        || t.say("enquiry-research-not-asked").to_owned(),
        |said| {
            let said_on = format!("{} · {}", capital(t.code("consent", said.state.code())), day::medium(t, said.on));
            let wording = said.wording.as_ref();
            let worded = |wording: &String| t.say_with("enquiry-research-wording", &[("version", wording.into())]);
            wording.map(worded).map_or_else(|| said_on.clone(), |wording| format!("{said_on} ({wording})"))
        },
    );
    facts.push((t.say("enquiry-fact-research"), research));
    facts
}

/// On what ground somebody may be turned away today, or that there is none.
fn ground(t: &'static Words, page: &EnquiryPage) -> String {
    use domain::enquiry::Ground;
    match page.ground {
        Some(Ground::NoBackground) => t.say("enquiry-ground-background").to_owned(),
        Some(Ground::NotWilling) => t.say("enquiry-ground-willing").to_owned(),
        Some(Ground::WindowClosed) => t.say("enquiry-ground-window").to_owned(),
        None => t.say("enquiry-ground-none").to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use app::view::enquiry::{Came, Enquirer};
    use domain::identity::Identity;

    use super::*;
    use crate::pages::sample;

    fn page() -> EnquiryPage {
        EnquiryPage {
            id: EnquiryId(Uuid::from_u128(4)),
            version: 1,
            day: "2015-11-23".parse().unwrap(),
            received_on: "2015-11-20".parse().unwrap(),
            channel: None,
            referrer: None,
            wants_course: Some(true),
            has_background: None,
            is_willing: None,
            note: Some(sample::awkward()),
            enquirer: None,
            came: None,
            referred_to: None,
            words: None,
            ground: None,
            course: None,
            research: None,
            withdrawn_at: None,
            sent_in: None,
            alike: app::view::enquiry::Known::default(),
            partners: Vec::new(),
            window_closes: None,
        }
    }

    fn forms(sent: &[(&str, &str)]) -> (Form, Form) {
        (sample::form("/henvendelser/x", sent), sample::form("/henvendelser/x/tilbagemelding", &[]))
    }

    fn html(page: &EnquiryPage, sent: &[(&str, &str)]) -> String {
        let Html(html) = show(&sample::worker(), page, forms(sent), Some("ny"), None).unwrap();
        sample::check_page(&html);
        html
    }

    #[test]
    fn an_enquiry_of_nobody_known_can_be_answered_and_given_to_a_citizen() {
        let html = html(&page(), &[]);
        for words in ["Henvendelsen er gemt", "Besvar henvendelsen", "Find borgeren", "Ikke oplyst hvem"] {
            assert!(html.contains(words), "{words} is missing");
        }
        sample::check_awkward(&html);
    }

    #[test]
    fn an_answer_that_stands_shows_with_what_to_do_next() {
        let mut answered = page();
        let on = "2015-11-23".parse().unwrap();
        answered.came = Some(Came { outcome: EnquiryOutcome::TurnedAway, on });
        assert!(html(&answered, &[]).contains("uden for vilkårene"));
        answered.came = Some(Came { outcome: EnquiryOutcome::Clarification, on });
        let citizen = CitizenId(Uuid::from_u128(5));
        let identity = Identity { phone: Some(sample::awkward()), ..Identity::default() };
        answered.enquirer = Some(Enquirer { citizen, name: sample::awkward(), identity, has_page: true });
        let html = html(&answered, &[]);
        assert!(html.contains(&format!("/borger/{citizen}/afklaring")) && !html.contains("Find borgeren"));
    }

    #[test]
    fn one_that_a_partner_sent_says_what_the_partner_wrote_and_is_told() {
        use app::view::enquiry::{Known, SentInPage, ToldPage};
        let day = |text: &str| text.parse().unwrap();
        let told = ToldPage {
            version: 1,
            on: day("2015-11-22"),
            outcome: Some(EnquiryOutcome::Advice),
            words: sample::awkward(),
            worth: domain::consent::Worth::Holds,
            until: Some(day("2016-02-22")),
        };
        let mut page = page();
        page.sent_in = Some(SentInPage {
            partner: "Reden København".to_owned(),
            sent_on: day("2015-11-20"),
            called: sample::awkward(),
            contact: sample::awkward(),
            wish: sample::awkward(),
            told: None,
        });
        page.alike = Known { alike: Vec::new(), hidden: vec![app::view::search::By::Phone] };
        let before = html(&page, &[]);
        for words in ["Ser kun ”Modtaget”", "Personen har sagt ja", "spørg projektkoordinatoren"] {
            assert!(before.contains(words), "{words} is missing");
        }
        page.sent_in.as_mut().unwrap().told = Some(told.clone());
        assert!(html(&page, &[]).contains("Træk samtykket tilbage"));
        page.sent_in.as_mut().unwrap().told = Some(ToldPage { worth: domain::consent::Worth::Withdrawn, ..told });
        let after = html(&page, &[]);
        assert!(after.contains("partneren ser kun ”Modtaget”") && !after.contains("Træk samtykket tilbage"));
    }

    #[test]
    fn one_that_was_taken_out_can_only_be_put_back() {
        let mut gone = page();
        gone.withdrawn_at = Some("2015-11-23T10:00:00".parse().unwrap());
        let html = html(&gone, &[]);
        assert!(html.contains("Sæt henvendelsen tilbage") && !html.contains("Besvar henvendelsen"));
    }
}
