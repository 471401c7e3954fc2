//! Recording an enquiry: with a person, with one that is known already, or with nobody; answered at once, or later.

use domain::access::{Action, Grant};
use domain::code::{ConsentState, EnquiryOutcome};
use domain::enquiry;
use domain::event::{Entry, Event};
use domain::id::{CitizenId, CourseId, EnquiryId, PartnerId, SubjectId};
use domain::identity::Identity;
use domain::personal::Personal;
use domain::refusal::{Code, Refusal};
use store::referred::ReferralInRow;
use store::row::Version;
use store::{Reader, Work};

use super::keep::{self as kept, Plain};
use super::{Made, Reply, Said, SameAs, known, relation};
use crate::blind::{self, Named};
use crate::case::courses_of;
use crate::once::{Begun, Once, begin};
use crate::sealing::{Cell, Keys};
use crate::{App, Cx, Error, Result};

/// The version of the wording that is asked with about research; its text is in `locales/` under `enquiry-wording`.
pub const RESEARCH_WORDING: &str = "forskning-1";
/// The longest note, in characters.
const NOTE: usize = 10_000;

/// What a partner that has signed in says of whom it refers, in its own words.
pub(crate) struct Referred {
    /// The partner.
    pub(crate) partner: PartnerId,
    /// The alias or name.
    pub(crate) called: Personal<String>,
    /// How to come in touch.
    pub(crate) contact: Personal<String>,
    /// What the person wishes.
    pub(crate) wish: Personal<String>,
}

/// Records an enquiry, with its answer where one is given at once.
///
/// # Errors
///
/// [`Error::Refusals`] with everything that is not as it should be; [`Error::Denied`].
pub async fn record(
    app: &App,
    cx: &Cx,
    said: Said,
    who: (Identity, SameAs),
    reply: Option<Reply>,
    once: Once,
) -> Result<Made> {
    let grant = cx.may_at_all(Action::RecordEnquiry)?;
    keep(app, cx, grant, (said, who, reply, None), once).await
}

/// Records an enquiry that a partner has sent, and in the same transaction what the partner itself sees of it. Nobody is looked up:
/// whoever it is, the same statements run.
pub(crate) async fn record_referred(
    app: &App,
    cx: &Cx,
    grant: Grant,
    said: Said,
    who: (Identity, SameAs),
    referred: &Referred,
    once: Once,
) -> Result<Made> {
    keep(app, cx, grant, (said, who, None, Some(referred)), once).await
}

/// What is recorded: what was said, who it is, the answer given at once, and what a partner has sent.
type Recorded<'a> = (Said, (Identity, SameAs), Option<Reply>, Option<&'a Referred>);

async fn keep(
    app: &App,
    cx: &Cx,
    grant: Grant,
    (said, (identity, same_as), reply, referred): Recorded<'_>,
    once: Once,
) -> Result<Made> {
    let identity = identity.tidied();
    let has_person = identity != Identity::default();
    let mut refusals = check(cx, &said);
    refusals.extend(identity.check(cx.today).err().unwrap_or_default());
    let id = EnquiryId(cx.new_id()?);
    if let Some(made) = made_before(app, &grant, once).await? {
        return Ok(made);
    }
    let citizen = match same_as {
        SameAs::Citizen(citizen) => {
            meant(app, cx, citizen).await?;
            Some(citizen)
        }
        _ if has_person => {
            if [&identity.alias, &identity.name, &identity.phone, &identity.cpr].iter().all(|text| text.is_none()) {
                refusals.push(Refusal::new("alias", Code::AliasNeeded));
            }
            if same_as == SameAs::NotLooked && refusals.is_empty() && !known(app, cx, &identity).await?.is_empty() {
                refusals.push(Refusal::new("same_as", Code::MaybeKnown));
            }
            Some(CitizenId(cx.new_id()?))
        }
        _ => None,
    };
    let is_named = matches!(same_as, SameAs::Citizen(_)) || identity.alias.is_some() || identity.name.is_some();
    let mut plain = plain(cx, &said, citizen);
    answered(cx, &mut plain, reply, is_named, &mut refusals);
    let begins = plain.outcome == Some(EnquiryOutcome::Clarification);
    if begins && let SameAs::Citizen(citizen) = same_as {
        let mut reader = app.store().read(&grant).await?;
        refusals.extend(may_begin(app, cx, &mut reader, citizen, plain.answered_on.unwrap_or(cx.today)).await?);
    }
    if !refusals.is_empty() {
        // Sent twice at once, the second finds the person that the first has made: that is no likeness.
        return made_before(app, &grant, once).await?.ok_or_else(|| refusals.into());
    }
    let is_new = citizen.is_some() && !matches!(same_as, SameAs::Citizen(_));
    let keys = key(app, cx, plain.subject(id), is_new || citizen.is_none(), &grant).await?;
    let mut work = match begin(app, cx, grant, once, Some(id.0)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(Made { enquiry: EnquiryId(made), course: None }),
    };
    let mut events = Vec::new();
    if is_new && let Some(citizen) = citizen {
        work.add_citizens(cx.organisation, &[kept::citizen(&keys, citizen, &identity)?], cx.now).await?;
        let blind = app.store().keys().blind();
        let entries = blind::entries(blind, cx.programme_id, citizen, &Named::of(&identity, None));
        work.replace_blind(cx.organisation, &[], &entries).await?;
        events.push(Event::CitizenKept { version: 1 });
    }
    work.add_enquiries(cx.programme_id, &[plain.sealed(&keys, id, 1)?], cx.now).await?;
    events.push(Event::FactRecorded { fact: "enquiry".to_owned(), row: id.0 });
    if let Some(referred) = referred {
        events.push(sent_in(cx, &mut work, &keys, (id, plain.subject(id)), referred).await?);
    }
    if let Some(state) = said.research {
        research(cx, &mut work, plain.subject(id), state, plain.received_on).await?;
    }
    let course = match citizen.filter(|_| begins) {
        Some(citizen) => {
            let course = begin_course(app, cx, &mut work, citizen, id, plain.answered_on.unwrap_or(cx.today)).await?;
            events.push(Event::ClarificationBegun { course });
            Some(course)
        }
        None => None,
    };
    let concerned: Vec<CitizenId> = citizen.into_iter().collect();
    let entries: Vec<Entry> = events.into_iter().map(|event| cx.entry(event, concerned.clone())).collect();
    work.commit_all(&entries, cx.now).await?;
    Ok(Made { enquiry: id, course })
}

/// Keeps what a partner has sent in the partner's own words.
async fn sent_in(
    cx: &Cx,
    work: &mut Work,
    keys: &Keys,
    (enquiry, subject): (EnquiryId, SubjectId),
    referred: &Referred,
) -> Result<Event> {
    let id = cx.new_id()?;
    let seal = |column, text: &Personal<String>| {
        let cell = Cell { table: "referral_in", column, row: id, version: 1 };
        keys.seal(subject, cell, Some(text.reveal()))
    };
    let row = ReferralInRow {
        id,
        version: 1,
        partner: referred.partner.0,
        enquiry: enquiry.0,
        subject: subject.0,
        sent_on: cx.today,
        called: seal("called", &referred.called)?,
        contact: seal("contact", &referred.contact)?,
        wish: seal("wish", &referred.wish)?,
    };
    work.add_referral_in(cx.organisation, cx.programme_id, &row, cx.now).await?;
    Ok(Event::ReferredIn { row: id })
}

/// What is refused of what was said.
pub(super) fn check(cx: &Cx, said: &Said) -> Vec<Refusal> {
    let refused = |applies: bool, field, code| applies.then_some(Refusal::new(field, code));
    let is_long = said.note.as_ref().is_some_and(|note| note.reveal().chars().count() > NOTE);
    [
        refused(said.received_on.is_none(), "received_on", Code::DayNeeded),
        refused(said.received_on.is_some_and(|on| on > cx.today), "received_on", Code::InTheFuture),
        refused(is_long, "note", Code::TooLong),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn plain(cx: &Cx, said: &Said, citizen: Option<CitizenId>) -> Plain {
    Plain {
        citizen,
        received_on: said.received_on.unwrap_or(cx.today),
        channel: said.channel,
        referrer: said.referrer,
        wants_course: said.wants_course,
        research: yes_or_no(said.research),
        referred_to: None,
        note: said.note.clone(),
        outcome: None,
        answered_on: None,
        has_background: said.has_background,
        is_willing: said.is_willing,
        words: None,
    }
}

/// Puts an answer into an enquiry, where the rules take it.
pub(super) fn answered(cx: &Cx, plain: &mut Plain, reply: Option<Reply>, is_named: bool, refusals: &mut Vec<Refusal>) {
    let Some(reply) = reply else { return };
    let Some(on) = reply.on else {
        refusals.push(Refusal::new("answered_on", Code::DayNeeded));
        return;
    };
    if reply.words.as_ref().is_some_and(|words| words.reveal().chars().count() > NOTE) {
        refusals.push(Refusal::new("words", Code::TooLong));
    }
    let wanted = enquiry::Answer {
        outcome: reply.outcome,
        on,
        has_partner: reply.referred_to.is_some(),
        has_words: reply.words.is_some(),
    };
    match enquiry::answer(&plain.asked(is_named), wanted, &cx.programme, cx.today) {
        Ok(answer) => {
            plain.outcome = Some(answer.outcome());
            plain.answered_on = Some(answer.on());
            plain.referred_to = reply.referred_to.filter(|_| answer.outcome() == EnquiryOutcome::Referred);
            plain.words = reply.words;
        }
        Err(refused) => refusals.extend(refused),
    }
}

/// Whether the asker may mean this citizen: one of the programme whom the asker may see the enquiries of.
pub(super) async fn meant(app: &App, cx: &Cx, citizen: CitizenId) -> Result<()> {
    let grant = cx.may_at_all(Action::RecordEnquiry)?;
    let mut reader = app.store().read(&grant).await?;
    reader.citizen(cx.programme_id, citizen).await?.ok_or(Error::NotFound)?;
    let (has_worker, is_own, is_blocked) =
        reader.enquirer_relation(cx.programme_id, (cx.user()?, cx.today), citizen).await?;
    let relation = relation(has_worker, is_own, is_blocked);
    cx.may(Action::RecordEnquiry, relation, Some(citizen)).map(drop).map_err(|_| Error::NotFound)
}

/// What is refused of a clarification of a citizen who is known already.
pub(super) async fn may_begin(
    app: &App,
    cx: &Cx,
    reader: &mut Reader,
    citizen: CitizenId,
    on: chrono::NaiveDate,
) -> Result<Vec<Refusal>> {
    let courses = courses_of(reader, cx, citizen).await?;
    let enrolling = app.instruments().enrolling(&cx.programme)?;
    let refused = domain::clarification::begin(&courses, enrolling, on, cx.today).err().unwrap_or_default();
    let beside =
        |refusal: Refusal| if refusal.field.is_empty() { Refusal { field: "outcome", ..refusal } } else { refusal };
    // The day of the answer is refused beside its own field already.
    Ok(refused.into_iter().filter(|refusal| refusal.code != Code::InTheFuture).map(beside).collect())
}

/// What the form made when it was sent before.
async fn made_before(app: &App, grant: &Grant, once: Once) -> Result<Option<Made>> {
    let made = app.store().read(grant).await?.claimed(grant, once.0).await?.flatten();
    Ok(made.map(|id| Made { enquiry: EnquiryId(id), course: None }))
}

/// A subject's key: a new one is committed before anything is sealed under it.
async fn key(app: &App, cx: &Cx, subject: SubjectId, is_new: bool, grant: &Grant) -> Result<Keys> {
    if !is_new {
        return kept::keys(app, cx, &mut app.store().read(grant).await?, subject).await;
    }
    let (key, wrapped) = app.store().keys().new_key(cx.organisation, subject)?;
    app.store().add_keys(grant, &[wrapped]).await?;
    let mut keys = Keys::new(cx.organisation);
    keys.hold(subject, key);
    Ok(keys)
}

/// Whether research was said yes to; none where it was not asked, or is not answered yet.
pub(super) fn yes_or_no(said: Option<ConsentState>) -> Option<bool> {
    said.filter(|state| *state != ConsentState::Asked).map(|state| state == ConsentState::Given)
}

/// Keeps what was said about research.
pub(super) async fn research(
    cx: &Cx,
    work: &mut Work,
    subject: SubjectId,
    state: ConsentState,
    on: chrono::NaiveDate,
) -> Result<()> {
    let before = work.research_consent(cx.organisation, cx.programme_id, subject).await?;
    if before.as_ref().is_some_and(|before| before.state == state.code()) {
        return Ok(());
    }
    let said = (state, on, RESEARCH_WORDING);
    let at = (cx.organisation, cx.programme_id);
    Ok(work.keep_research_consent(at, subject, before.as_ref(), cx.new_id()?, said, cx.now).await?)
}

/// Begins a clarification that came of an enquiry.
pub(super) async fn begin_course(
    app: &App,
    cx: &Cx,
    work: &mut Work,
    citizen: CitizenId,
    enquiry: EnquiryId,
    on: chrono::NaiveDate,
) -> Result<CourseId> {
    work.hold_for_clarification(citizen).await?;
    let refused = may_begin(app, cx, work, citizen, on).await?;
    if !refused.is_empty() {
        return Err(refused.into());
    }
    let course = CourseId(cx.new_id()?);
    let fact = crate::clarification::new_course(course, citizen, on, Some(enquiry));
    work.add_courses(cx.programme_id, &[Version { number: 1, fact }], cx.now).await?;
    Ok(course)
}
