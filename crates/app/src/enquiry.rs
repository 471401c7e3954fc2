//! Enquiries (M3, M4): the list with those nobody has answered first, one enquiry, and everything that is recorded about it.

mod answer;
mod change;
mod keep;
mod known;
mod record;

use domain::access::{Action, Relation};
use domain::code::{Channel, ConsentState, EnquiryOutcome};
use domain::enquiry::{Asked, ground};
use domain::event::Event;
use domain::id::{CitizenId, CourseId, EnquiryId, PartnerId};
use domain::window;
use store::enquiry::{ListedEnquiry, Which};
use uuid::Uuid;

pub use answer::answer;
pub use change::{attach, correct, restore, withdraw};
pub(crate) use keep::{Opened as OpenedEnquiry, open as open_enquiry};
pub use known::known;
pub use record::{RESEARCH_WORDING, record};
pub(crate) use record::{Referred, record_referred};

use crate::case::permitted;
use crate::facts::{code, maybe_code};
use crate::people::{called, hold};
use crate::sealing::Keys;
use crate::view::enquiry::{
    Came, Enquirer, EnquiriesAsk, EnquiriesPage, EnquiryPage, Filter, Line, PAGE, Research, Who,
};
use crate::{App, Cx, Error, Result};

/// What somebody says of an enquiry.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// The day it came.
    pub received_on: Option<chrono::NaiveDate>,
    /// How it came.
    pub channel: Option<Channel>,
    /// The partner that referred.
    pub referrer: Option<PartnerId>,
    /// Whether a course is wished for.
    pub wants_course: Option<bool>,
    /// Whether there is a background.
    pub has_background: Option<bool>,
    /// Whether there is a willingness to talk.
    pub is_willing: Option<bool>,
    /// A note.
    pub note: Option<domain::personal::Personal<String>>,
    /// What was said about research; `None` where it was not asked.
    pub research: Option<ConsentState>,
}

/// An answer that somebody wants to give.
#[derive(Clone, Debug)]
pub struct Reply {
    /// What comes of the enquiry.
    pub outcome: EnquiryOutcome,
    /// The day; `None` where none was given.
    pub on: Option<chrono::NaiveDate>,
    /// The partner referred to.
    pub referred_to: Option<PartnerId>,
    /// Words.
    pub words: Option<domain::personal::Personal<String>>,
}

/// Whether whoever asks is somebody in the records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SameAs {
    /// Nobody has looked yet.
    #[default]
    NotLooked,
    /// Somebody new.
    Nobody,
    /// This citizen.
    Citizen(CitizenId),
}

/// The list, logged with every citizen that it names.
///
/// # Errors
///
/// [`Error::Denied`] where the reader may not see enquiries.
pub async fn page(app: &App, cx: &Cx, ask: EnquiriesAsk) -> Result<EnquiriesPage> {
    let grant = cx.may_at_all(Action::SeeEnquiries)?;
    let (programme, who) = (cx.programme_id, (cx.user()?, cx.today));
    let which = which(ask.filter);
    let mut reader = app.store().read(&grant).await?;
    let place = (i64::from(PAGE), i64::from(ask.page) * i64::from(PAGE));
    let rows = reader.listed_enquiries(programme, who, which, place).await?;
    let matching = reader.count_enquiries(programme, who, which).await?;
    let all = if which == Which::All { matching } else { reader.count_enquiries(programme, who, Which::All).await? };
    let unanswered = reader.count_enquiries(programme, who, Which::Unanswered).await?;
    let turned = reader.listed_enquiries(programme, who, Which::TurnedAway, (10_000, 0)).await?;
    drop(reader);
    let turned: Vec<Line> = turned.iter().map(|row| line(app, cx, row)).collect::<Result<_>>()?;
    let lines: Vec<Line> = rows.iter().map(|row| line(app, cx, row)).collect::<Result<_>>()?;
    let named = lines.iter().filter_map(|line| match &line.who {
        Who::Citizen(citizen, _) => Some(*citizen),
        Who::Nobody | Who::Colleagues => None,
    });
    let named: Vec<CitizenId> = named.collect();
    app.store().look(&grant, cx.entry(Event::EnquiriesSeen, named), cx.now).await?;
    Ok(EnquiriesPage {
        ask,
        day: cx.today,
        lines,
        matching: matching.unsigned_abs(),
        all: all.unsigned_abs(),
        unanswered: unanswered.unsigned_abs(),
        turned_away: turned.len() as u64,
        outside: turned.iter().filter(|line| line.is_outside()).count() as u64,
    })
}

/// The enquiries that partners referred, in the order of the list, and how many there are; for a page that logs whom it names.
pub(crate) async fn referred_lines(
    app: &App,
    cx: &Cx,
    reader: &mut store::Reader,
    place: (i64, i64),
) -> Result<(Vec<Line>, i64)> {
    let who = (cx.user()?, cx.today);
    let rows = reader.listed_enquiries(cx.programme_id, who, Which::Referred, place).await?;
    let count = reader.count_enquiries(cx.programme_id, who, Which::Referred).await?;
    Ok((rows.iter().map(|row| line(app, cx, row)).collect::<Result<_>>()?, count))
}

const fn which(filter: Filter) -> Which {
    match filter {
        Filter::All => Which::All,
        Filter::Unanswered => Which::Unanswered,
        Filter::WithoutCourse => Which::WithoutCourse,
        Filter::TurnedAway => Which::TurnedAway,
    }
}

/// What the reader is to whoever asked: as long as nobody works with the citizen, the enquiry is the team's.
pub(crate) const fn relation(has_worker: bool, is_own: bool, is_blocked: bool) -> Relation {
    match (is_blocked, is_own, has_worker) {
        (true, ..) => Relation::Stranger,
        (_, true, _) => Relation::Own,
        (_, _, true) => Relation::Programme,
        _ => Relation::NoCitizen,
    }
}

fn line(app: &App, cx: &Cx, row: &ListedEnquiry) -> Result<Line> {
    let who = match row.citizen.map(CitizenId) {
        None => Who::Nobody,
        Some(id) if cx.may(Action::SeeEnquiries, relation(row.has_worker, row.is_own, false), Some(id)).is_err() => {
            Who::Colleagues
        }
        Some(id) => {
            let mut keys = Keys::new(cx.organisation);
            hold(app, &mut keys, id.0, row.epoch, row.wrapped.as_ref())?;
            let version = row.citizen_version.unwrap_or_default();
            Who::Citizen(id, called(&keys, id, version, row.alias.as_deref(), row.name.as_deref())?)
        }
    };
    let came = came(row.outcome.as_deref(), row.answered_on.unwrap_or(row.received_on), row.clarified_on)?;
    let asked = Asked {
        received_on: row.received_on,
        wants_course: row.wants_course,
        has_background: row.has_background,
        is_willing: row.is_willing,
        is_named: row.citizen.is_some(),
    };
    let turned = came.filter(|came| came.outcome == EnquiryOutcome::TurnedAway);
    Ok(Line {
        id: EnquiryId(row.id),
        received_on: row.received_on,
        channel: maybe_code(Channel::parse, row.channel.as_deref())?,
        referrer: row.referrer.clone(),
        wants_course: row.wants_course,
        who,
        came,
        referred_to: row.referred_to.clone(),
        ground: turned.and_then(|came| ground(&asked, &cx.programme, came.on)),
    })
}

/// What came of an enquiry: what is recorded, else the clarification that followed.
fn came(outcome: Option<&str>, on: chrono::NaiveDate, clarified_on: Option<chrono::NaiveDate>) -> Result<Option<Came>> {
    Ok(match outcome {
        Some(outcome) => Some(Came { outcome: code(EnquiryOutcome::parse, outcome)?, on }),
        None => clarified_on.map(|on| Came { outcome: EnquiryOutcome::Clarification, on }),
    })
}

/// One enquiry, logged with what it opens before it is given.
///
/// # Errors
///
/// [`Error::NotFound`] where there is none, or its citizen is not for this reader; [`Error::Denied`] where the reader may see none.
pub async fn enquiry(app: &App, cx: &Cx, id: EnquiryId) -> Result<EnquiryPage> {
    let opened = keep::open(app, cx, Action::SeeEnquiries, id).await?;
    let mut reader = app.store().read(&opened.grant).await?;
    let research = reader.research_consent(cx.organisation, cx.programme_id, opened.subject()).await?;
    let partners = reader.partners(cx.organisation).await?;
    let course = reader.course_of_enquiry(cx.programme_id, id).await?;
    let clarified_on = match opened.plain.citizen {
        Some(citizen) => {
            let courses = reader.citizens_courses(cx.programme_id, citizen).await?;
            let after = courses.iter().map(|course| course.clarification_began_on);
            after.filter(|on| *on >= opened.plain.received_on).min()
        }
        None => None,
    };
    drop(reader);
    let full: Vec<(PartnerId, String)> = partners.iter().map(|row| (PartnerId(row.id), row.name.clone())).collect();
    let name_of = |id| full.iter().find(|(one, _)| *one == id).map(|(_, name)| name.clone()).unwrap_or_default();
    let sent_in = crate::feedback::sent_in(app, cx, &opened, name_of).await?;
    let partners: Vec<(PartnerId, String)> = partners.into_iter().map(called_short).collect();
    let named = |id: Option<PartnerId>| id.and_then(|id| partners.iter().find(|(one, _)| *one == id).cloned());
    let enquirer = match &opened.person {
        Some(person) => Some(Enquirer {
            citizen: person.id,
            name: person.name.clone(),
            identity: person.identity.clone(),
            has_page: permitted(app, cx, Action::SeeCitizen, person.id).await.is_ok(),
        }),
        None => None,
    };
    let plain = &opened.plain;
    let came = match plain.outcome {
        Some(outcome) => Some(Came { outcome, on: plain.answered_on.unwrap_or(plain.received_on) }),
        None => clarified_on.map(|on| Came { outcome: EnquiryOutcome::Clarification, on }),
    };
    let asked = opened.asked();
    let research = research
        .map(|row| {
            Ok::<_, Error>(Research {
                state: code(ConsentState::parse, &row.state)?,
                on: row.state_on,
                wording: row.wording,
            })
        })
        .transpose()?;
    // A register says yes or no, and with which words was never kept.
    let research = research.or_else(|| {
        let state = if plain.research? { ConsentState::Given } else { ConsentState::Refused };
        Some(Research { state, on: plain.received_on, wording: None })
    });
    // Nobody looked anybody up when the partner sent it; the team does while nobody has answered.
    let alike = match &opened.person {
        Some(person) if sent_in.is_some() && came.is_none() => {
            let mut alike = known(app, cx, &person.identity).await?;
            alike.alike.retain(|one| one.citizen != person.id);
            alike
        }
        _ => crate::view::enquiry::Known::default(),
    };
    let page = EnquiryPage {
        id,
        version: opened.version,
        day: cx.today,
        received_on: plain.received_on,
        channel: plain.channel,
        referrer: named(plain.referrer),
        wants_course: plain.wants_course,
        has_background: plain.has_background,
        is_willing: plain.is_willing,
        note: plain.note.clone(),
        enquirer,
        came,
        referred_to: named(plain.referred_to),
        words: plain.words.clone(),
        ground: ground(&asked, &cx.programme, came.map_or(cx.today, |came| came.on)),
        course,
        research,
        withdrawn_at: opened.withdrawn_at.map(|at| cx.local(at)),
        sent_in,
        alike,
        partners,
        window_closes: window::closes_on(&cx.programme, cx.today),
    };
    let event = Event::SealedOpened { table: "enquiry".to_owned(), column: "note".to_owned(), row: id.to_string() };
    app.store().look(&opened.grant, cx.entry(event, plain.citizen.into_iter().collect()), cx.now).await?;
    Ok(page)
}

/// The partners that a form offers, by name.
///
/// # Errors
///
/// [`Error::Denied`].
pub async fn partners(app: &App, cx: &Cx) -> Result<Vec<(PartnerId, String)>> {
    let grant = cx.may_at_all(Action::RecordEnquiry)?;
    let rows = app.store().read(&grant).await?.partners(cx.organisation).await?;
    Ok(rows.into_iter().map(called_short).collect())
}

impl From<Uuid> for SameAs {
    fn from(id: Uuid) -> Self {
        Self::Citizen(CitizenId(id))
    }
}

/// What recording an enquiry, or answering it, made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    /// The enquiry.
    pub enquiry: EnquiryId,
    /// The clarification begun with it.
    pub course: Option<CourseId>,
}

/// What a partner is called on a page where a citizen may be in sight: the neutral short name, where it has one.
fn called_short(row: store::partner::PartnerRow) -> (PartnerId, String) {
    (PartnerId(row.id), row.short_name.unwrap_or(row.name))
}
