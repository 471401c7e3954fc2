//! *Henvisninger*: referrals out and in on one page, what waits for an answer, and that a partner was reminded.

use chrono::NaiveDate;
use domain::access::{Action, Relation};
use domain::code::{ConsentState, ReferralState, Shared};
use domain::consent::worth;
use domain::event::Event;
use domain::id::{CitizenId, EnquiryId, ReferralId};
use domain::plan::{GivenDay, check_day};
use domain::referral::is_late;
use domain::refusal::{Code, Refusal};
use domain::report::{Figure, Report};
use store::referral::{ListedReferral, Wanted};
use store::referred::SentInRow;

use crate::case::permitted;
use crate::enquiry::referred_lines;
use crate::facts::{code, maybe_code};
use crate::once::{Once, begin_change};
use crate::people::{called, hold};
use crate::report::{ReportAsk, report};
use crate::sealing::Keys;
use crate::view::enquiry::Who;
use crate::view::referrals::{InLine, OutLine, PAGE, ReferralsAsk, ReferralsPage, SentIn};
use crate::{App, Cx, Error, Result};

/// The page, logged with every citizen that it names: a worker's own, a coordinator's all.
///
/// # Errors
///
/// [`Error::Denied`].
pub async fn page(app: &App, cx: &Cx, ask: ReferralsAsk) -> Result<ReferralsPage> {
    let grant = cx.may_at_all(Action::SeeReferrals)?;
    let who = (cx.user()?, cx.today);
    let is_all = cx.could(Action::SeeCitizen, Relation::Programme);
    let wanted = Wanted { is_all, is_waiting: ask.is_waiting };
    let rows_from = |page: u32| (i64::from(PAGE), i64::from(page) * i64::from(PAGE));
    let at = (cx.organisation, cx.programme_id);
    let mut reader = app.store().read(&grant).await?;
    let rows = reader.listed_referrals(at, who, wanted, rows_from(ask.out_page)).await?;
    let out_count = reader.count_referrals(cx.programme_id, who, wanted).await?;
    let waiting = reader.count_referrals(cx.programme_id, who, Wanted { is_waiting: true, ..wanted }).await?;
    let (lines, in_count) = referred_lines(app, cx, &mut reader, rows_from(ask.in_page)).await?;
    let sent = reader.sent_in(lines.iter().map(|line| line.id)).await?;
    drop(reader);
    let out: Vec<OutLine> = rows.iter().map(|row| out_line(app, cx, row)).collect::<Result<_>>()?;
    let mut into = Vec::with_capacity(lines.len());
    for enquiry in lines {
        let sent = sent.iter().find(|row| EnquiryId(row.enquiry) == enquiry.id);
        into.push(InLine { sent: sent.map(|row| sent_in(cx, row)).transpose()?, enquiry });
    }
    let mut named: Vec<CitizenId> = out.iter().map(|line| line.citizen).collect();
    named.extend(into.iter().filter_map(|line| match &line.enquiry.who {
        Who::Citizen(citizen, _) => Some(*citizen),
        Who::Nobody | Who::Colleagues => None,
    }));
    named.sort_unstable();
    named.dedup();
    let seen = Event::CitizensListed { list: "referrals".to_owned() };
    app.store().look(&grant, cx.entry(seen, named), cx.now).await?;
    let counted = ReportAsk::default();
    let (Figure::Referrals(counts), Figure::Intake(intake)) =
        (report(app, cx, Report::Referrals, counted).await?, report(app, cx, Report::Intake, counted).await?)
    else {
        return Err(Error::NotFound);
    };
    Ok(ReferralsPage {
        ask,
        day: cx.today,
        reminder_days: cx.programme.referral_reminder_days,
        out,
        out_count: out_count.unsigned_abs(),
        waiting: waiting.unsigned_abs(),
        into,
        in_count: in_count.unsigned_abs(),
        period: domain::programme::Period { from: counts.from, to: counts.to },
        counts,
        channels: intake.by_channel.into_iter().filter(|(_, n)| *n > 0).collect(),
    })
}

fn out_line(app: &App, cx: &Cx, row: &ListedReferral) -> Result<OutLine> {
    let mut keys = Keys::new(cx.organisation);
    hold(app, &mut keys, row.citizen, row.epoch, row.wrapped.as_ref())?;
    let citizen = CitizenId(row.citizen);
    let state = code(ReferralState::parse, &row.state)?;
    let said = maybe_code(ConsentState::parse, row.consent_state.as_deref())?;
    let shared = row.shared.as_deref().unwrap_or_default().split(',').filter(|word| !word.is_empty());
    Ok(OutLine {
        id: ReferralId(row.id),
        citizen,
        name: called(&keys, citizen, row.citizen_version, row.alias.as_deref(), row.name.as_deref())?,
        partner: row.partner_name.clone().unwrap_or_default(),
        area: cx
            .programme
            .goal_areas
            .iter()
            .find(|area| Some(area.key.as_str()) == row.area.as_deref())
            .map(|area| area.name.clone()),
        sent_on: row.sent_on,
        shared: shared.map(|word| code(Shared::parse, word)).collect::<Result<_>>()?,
        consent: row.consent,
        worth: said.map(|said| worth(said, row.consent_until, cx.today)),
        state,
        state_on: row.state_on.unwrap_or(row.sent_on),
        reminded: row.reminded_on.map(|on| (on, row.reminders.unsigned_abs())),
        is_late: is_late(state, (row.sent_on, row.reminded_on), cx.programme.referral_reminder_days, cx.today),
    })
}

fn sent_in(cx: &Cx, row: &SentInRow) -> Result<SentIn> {
    let state = maybe_code(ConsentState::parse, row.consent_state.as_deref())?.unwrap_or(ConsentState::Withdrawn);
    Ok(SentIn {
        agreed_on: row.sent_on,
        has_contact: row.has_contact,
        has_wish: row.has_wish,
        told: row.told_on.map(|on| (on, worth(state, row.consent_until, cx.today))),
    })
}

/// Notes that the partner was written to, because it has not answered.
///
/// # Errors
///
/// Every refusal at once: a day that is none, lies before the referral or in the future, a referral that is answered;
/// [`Error::NotFound`] where there is no such referral, or its citizen is not for the actor.
pub async fn remind(app: &App, cx: &Cx, referral: ReferralId, on: GivenDay, once: Once) -> Result<()> {
    let asking = cx.may_at_all(Action::SeeReferrals)?;
    let found = app.store().read(&asking).await?.referrals_citizen(cx.programme_id, referral).await?;
    let (citizen, _, _) = found.ok_or(Error::NotFound)?;
    let grant = permitted(app, cx, Action::RemindPartner, CitizenId(citizen)).await?;
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    let found = work.referrals_citizen(cx.programme_id, referral).await?;
    let (_, sent_on, state) = found.ok_or(Error::NotFound)?;
    let mut refusals: Vec<Refusal> = check_day(on, sent_on, cx.today).into_iter().collect();
    if code(ReferralState::parse, &state)? != ReferralState::Sent {
        refusals.push(Refusal::new("state", Code::PartnerHasAnswered));
    }
    let Some(on): Option<NaiveDate> = on.day().filter(|_| refusals.is_empty()) else { return Err(refusals.into()) };
    let id = cx.new_id()?;
    work.add_reminder(cx.programme_id, (referral, id), on, cx.now).await?;
    let event = Event::FactRecorded { fact: "reminder".to_owned(), row: id };
    Ok(work.commit(cx.entry(event, vec![CitizenId(citizen)]), cx.now).await?)
}
