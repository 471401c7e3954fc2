//! `/moeder/{id}/referat`: what was said, who was there, what became of earlier decisions; and a new decision.

use app::meeting::{DecisionWish, Minutes, Noted, decide, keep_minutes};
use app::view::meeting::MeetingPage;
use app::{Cx, Error};
use axum::extract::{Path, State};
use axum::response::Response;
use domain::access::Action;
use domain::code::{DecisionState, PaperKind};
use domain::paper::Who;
use render::{Words, day, words};
use uuid::Uuid;

use super::one::item_title;
use crate::Site;
use crate::fault::Fault;
use crate::form::{Choice, Form};
use crate::frame::may;
use crate::pages::paper::form::{Control, Field, Lists, Shown, beside, coded, done, filled, give};
use crate::pages::plan::uuid;
use crate::reader::{Reader, SignedIn};
use crate::sent::Sent;
use crate::typed::needed_day;

fn fields(t: &Words, page: &MeetingPage) -> Vec<Field> {
    let says = page.meeting.says();
    let members = page.members.iter().map(|(who, name)| Choice::new(who.key(), name.reveal().as_str()));
    let mut fields = vec![
        Field::new(Control::Checks, "til_stede", t.say("meeting-present")).of(members.collect()),
        Field::new(Control::Text, "andre", t.say("meeting-others")).hint(t.say("meeting-others-hint")),
    ];
    if !page.coming_up.is_empty() {
        fields.push(Field::new(Control::Heading, "fulgt", t.say("meeting-follow")).hint(t.say("meeting-follow-hint")));
        let states = [DecisionState::Done, DecisionState::GoingOn, DecisionState::Dropped];
        for one in &page.coming_up {
            let (id, says) = (one.kept.id, one.kept.says());
            let hint = t.say_with(
                "meeting-follow-who",
                &[("who", one.who.reveal().into()), ("day", (&day::numeric(t, says.due)).into())],
            );
            let states = coded(t, "decision-state", states.iter().map(|state| state.code()));
            fields.push(Field::new(Control::Chips, format!("tilstand_{id}"), &says.words).of(states).hint(&hint));
            let label = t.say_of("meeting-follow-words", "what", &says.words);
            fields.push(Field::new(Control::Text, format!("ord_{id}"), &label));
        }
    }
    fields.push(Field::new(Control::Heading, "referat", t.say("meeting-minutes")).hint(t.say("meeting-minutes-hint")));
    for (row, item) in says.items.iter().enumerate() {
        let title = item_title(t, row, item);
        fields
            .push(Field { rows: 5, ..Field::new(Control::Words, format!("referat_{row}"), &title) }.hint(&item.words));
    }
    if says.approved.is_some() {
        fields.push(Field::new(Control::Text, "grund", t.say("meeting-why")).hint(t.say("meeting-why-hint")));
    }
    fields
}

fn values(page: &MeetingPage) -> Vec<(String, String)> {
    let says = page.meeting.says();
    let mut values: Vec<(String, String)> =
        says.present.iter().map(|who| ("til_stede".to_owned(), who.key())).collect();
    values.push(("andre".to_owned(), says.others.clone()));
    for one in &page.coming_up {
        let noted = one.kept.says().followed.iter().find(|noted| noted.meeting == page.meeting.id);
        if let Some(noted) = noted {
            values.push((format!("tilstand_{}", one.kept.id), noted.state.code().to_owned()));
            values.push((format!("ord_{}", one.kept.id), noted.words.clone()));
        }
    }
    let said = says.items.iter().enumerate();
    values.extend(said.map(|(row, item)| (format!("referat_{row}"), item.minutes.clone())));
    values
}

fn pairs(values: &[(String, String)]) -> Vec<(&str, String)> {
    values.iter().map(|(name, value)| (name.as_str(), value.clone())).collect()
}

fn read(sent: &Sent, page: &MeetingPage) -> Minutes {
    let text = |name: String| sent.text(&name).replace("\r\n", "\n").trim_end().to_owned();
    let noted = page.coming_up.iter().map(|one| Noted {
        decision: one.kept.id,
        state: DecisionState::parse(sent.text(&format!("tilstand_{}", one.kept.id))).ok(),
        words: sent.text(&format!("ord_{}", one.kept.id)).to_owned(),
    });
    Minutes {
        items: (0..page.meeting.says().items.len()).map(|row| text(format!("referat_{row}"))).collect(),
        present: sent.all("til_stede").filter_map(Who::parse).collect(),
        others: sent.text("andre").trim().to_owned(),
        noted: noted.collect(),
        reason: sent.text("grund").to_owned(),
    }
}

async fn opened(site: &Site, cx: &Cx, reader: &Reader, id: Uuid) -> Result<MeetingPage, Fault> {
    if !may(reader, Action::KeepRecord) {
        return Err(reader.fault(Error::Denied));
    }
    app::meeting::page(&site.app, cx, id).await.map_err(|error| reader.fault(error))
}

/// The form.
pub(crate) async fn form(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let id = uuid(&id)?;
    let page = opened(&site, &cx, &reader, id).await?;
    let form = Form::fresh(&site.app, &cx, &reader, format!("/moeder/{id}/referat"), None).await;
    let values = values(&page);
    let form = filled(form.map_err(|error| reader.fault(error))?, page.meeting.version, &pairs(&values));
    let t = words(reader.locale);
    give(&reader, shown(t, &page, fields(t, &page)), form)
}

/// Keeps the minutes.
pub(crate) async fn save(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, once) = (uuid(&id)?, sent.check(&reader)?);
    let page = opened(&site, &cx, &reader, id).await?;
    let (place, minutes) = (format!("/moeder/{id}/referat"), read(&sent, &page));
    let error = match keep_minutes(&site.app, &cx, (id, sent.version()), &minutes, once).await {
        Ok(()) => return done(&site, &cx, &reader, &place, &format!("/moeder/{id}")).await,
        Err(error) => error,
    };
    let t = words(reader.locale);
    let fields = fields(t, &page);
    let names: Vec<(&str, &str)> = fields.iter().map(|field| (field.name.as_str(), field.name.as_str())).collect();
    let form = Form::again(&cx, &reader, place, None, sent).and_then(|form| form.refused(error, &names));
    let mut form = form.map_err(|error| reader.fault(error))?;
    if form.is_stale() {
        let values = values(&page);
        form = beside(form, page.meeting.version, &fields, &pairs(&values));
    }
    give(&reader, shown(t, &page, fields), form)
}

fn shown(t: &Words, page: &MeetingPage, fields: Vec<Field>) -> Shown {
    let on = day::long(t, page.meeting.says().on);
    Shown {
        title: "meeting-minutes",
        lead: t.say_with("meeting-of", &[("group", (&page.group).into()), ("day", (&on).into())]),
        home: (format!("/moeder/{}", page.meeting.id), "meeting-the-meeting"),
        fields,
        ending: None,
    }
}

fn decision_fields(t: &Words, lists: &Lists) -> Vec<Field> {
    <super::DecisionSheet as crate::pages::paper::form::Sheet>::fields(t, lists)
}

/// The form of a new decision.
pub(crate) async fn new_decision(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let id = uuid(&id)?;
    let page = opened(&site, &cx, &reader, id).await?;
    let t = words(reader.locale);
    let lists = Lists::load(&site.app, &cx, t, PaperKind::Decision).await.map_err(|error| reader.fault(error))?;
    let form = Form::fresh(&site.app, &cx, &reader, format!("/moeder/{id}/beslutning"), None).await;
    let shown = Shown { title: "meeting-decision-new", ..shown(t, &page, decision_fields(t, &lists)) };
    give(&reader, shown, form.map_err(|error| reader.fault(error))?)
}

/// Keeps a new decision.
pub(crate) async fn add_decision(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, once) = (uuid(&id)?, sent.check(&reader)?);
    let place = format!("/moeder/{id}/beslutning");
    let wish = DecisionWish {
        words: sent.text("beslutning").to_owned(),
        who: Who::parse(sent.text("hvem")),
        due: needed_day(&sent, "senest"),
    };
    let error = match decide(&site.app, &cx, id, &wish, once).await {
        Ok(_) => return done(&site, &cx, &reader, &place, &format!("/moeder/{id}")).await,
        Err(error) => error,
    };
    let page = opened(&site, &cx, &reader, id).await?;
    let t = words(reader.locale);
    let lists = Lists::load(&site.app, &cx, t, PaperKind::Decision).await.map_err(|error| reader.fault(error))?;
    let fields = decision_fields(t, &lists);
    let form = Form::again(&cx, &reader, place, None, sent)
        .and_then(|form| crate::pages::paper::form::refused(form, error, &fields));
    let shown = Shown { title: "meeting-decision-new", ..shown(t, &page, fields) };
    give(&reader, shown, form.map_err(|error| reader.fault(error))?)
}
