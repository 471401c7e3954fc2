//! How each list's rows become typed values. Readings, which span rows, have their own file.
//!
//! Every cell is read before a row is given up, so that all of its faults are told.

use chrono::NaiveDate;
use domain::code::{
    Channel, ClosingReason, ContactKind, Doer, FollowUpReply, Gender, GoalState, MarkKind, Place, ReferralState,
    SafeContact, With,
};
use domain::personal::Personal;

use crate::Rules;
use crate::list::folded;
use crate::record::{Ids, Record};
use crate::row::{Citizen, Contact, Course, Enquiry, Goal, Mark, Referral, Reply, Step, Worker};

/// A meeting of a whole day and night.
const MINUTES_OF_A_DAY: u32 = 24 * 60;

/// The earliest year of birth that is no slip of the pen.
const FIRST_BIRTH_YEAR: u32 = 1900;

pub(crate) fn worker(record: &mut Record<'_, '_, '_>, workers: &mut Ids<()>) -> Option<Worker> {
    let user_name = record.own_id("brugernavn", workers, ());
    let name = record.personal("navn");
    let from = record.date("fra");
    let to = record.date_from("til", ("fra", from));
    let partner = record.text("samarbejdspartner");
    Some(Worker { row: record.row, user_name: user_name?, name, from, to, partner })
}

pub(crate) fn citizen(record: &mut Record<'_, '_, '_>, citizens: &mut Ids<()>, rules: &Rules<'_>) -> Option<Citizen> {
    use chrono::Datelike;
    let id = record.own_id("borger_id", citizens, ());
    let last_year = u32::try_from(rules.programme.funding.to.year()).unwrap_or(FIRST_BIRTH_YEAR);
    let citizen = Citizen {
        row: record.row,
        id: String::new(),
        alias: record.personal("alias"),
        name: record.personal("navn"),
        cpr: record.cpr("cpr"),
        gender: record.code("koen", Gender::parse),
        birth_year: record.number("foedselsaar", FIRST_BIRTH_YEAR, last_year).and_then(|year| u16::try_from(year).ok()),
        phone: record.personal("telefon"),
        protected_address: record.yes_no("adressebeskyttelse"),
        safe_contact: record.codes("sikker_kontakt", SafeContact::parse),
    };
    Some(Citizen { id: id?, ..citizen })
}

pub(crate) fn enquiry(
    record: &mut Record<'_, '_, '_>,
    enquiries: &mut Ids<()>,
    citizens: &mut Ids<()>,
) -> Option<Enquiry> {
    let id = record.own_id("henvendelse_id", enquiries, ());
    let received_on = record.date("dato");
    let channel = record.code("kanal", Channel::parse);
    let referrer = record.text("henviser");
    let citizen = record.reference("borger_id", citizens);
    let wants_course = record.yes_no("oensker_forloeb");
    let research_consent = record.yes_no("forskning_samtykke");
    let referred_to = record.text("viderehenvist_til");
    let note = record.personal("note");
    Some(Enquiry {
        row: record.row,
        id: id?,
        received_on: received_on?,
        channel,
        referrer,
        citizen,
        wants_course,
        research_consent,
        referred_to,
        note,
    })
}

/// What others need to know of a course: the day its clarification began, where that could be read.
pub(crate) type CourseIds = Ids<Option<NaiveDate>>;

pub(crate) fn course(
    record: &mut Record<'_, '_, '_>,
    courses: &mut CourseIds,
    citizens: &mut Ids<()>,
    workers: &mut Ids<()>,
) -> Option<Course> {
    let began_on = record.date("afklaring_start");
    let id = record.own_id("forloeb_id", courses, began_on);
    let citizen = record.reference("borger_id", citizens);
    let clarification_ended_on = record.date_from("afklaring_slut", ("afklaring_start", began_on));
    let clarification_reason = record.personal("afklaring_aarsag");
    let closed_on = record.date_from("afsluttet", ("afklaring_start", began_on));
    let (closing_reason, closing_text) = record.text("afslutningsaarsag").map_or((None, None), |text| closing(&text));
    let worker = record.reference("medarbejder", workers);
    Some(Course {
        row: record.row,
        id: id?,
        citizen: citizen?,
        clarification_began_on: began_on?,
        clarification_ended_on,
        clarification_reason,
        closed_on,
        closing_reason,
        closing_text,
        worker,
    })
}

/// The column is free text: known words are a reason of R11, others stay the words of the team.
fn closing(text: &str) -> (Option<ClosingReason>, Option<Personal<String>>) {
    let word = folded(text).replace(['\'', '’', '.'], "");
    let reason =
        match word.as_str() {
            "planmaessig" | "planmaessigt" | "som_planlagt" | "efter_planen" | "gennemfoert" | "planned"
            | "as_planned" => ClosingReason::Planned,
            "borgers_oenske" | "borgerens_oenske" | "eget_oenske" | "efter_eget_oenske" | "citizens_wish"
            | "own_wish" => ClosingReason::CitizensWish,
            "flyttet" | "fraflyttet" | "er_flyttet" | "moved" | "moved_away" => ClosingReason::MovedAway,
            "doed" | "er_doed" | "afgaaet_ved_doeden" | "died" | "dead" => ClosingReason::Died,
            "overdraget" | "handed_over" => ClosingReason::HandedOver,
            "mistet_kontakt" | "mistet_kontakten" | "kontakt_mistet" | "lost_contact" => ClosingReason::LostContact,
            "andet" | "other" => ClosingReason::Other,
            _ => return (Some(ClosingReason::Other), Some(Personal::new(text.to_owned()))),
        };
    (Some(reason), None)
}

pub(crate) fn goal(
    record: &mut Record<'_, '_, '_>,
    goals: &mut Ids<()>,
    courses: &mut CourseIds,
    rules: &Rules<'_>,
) -> Option<Goal> {
    let id = record.own_id("maal_id", goals, ());
    let course = record.reference("forloeb_id", courses);
    let created_on = record.date("oprettet");
    let area = goal_area(record, rules);
    let text = record.personal("tekst");
    let state = record.code("status", GoalState::parse);
    let state_on = record.date_from("status_dato", ("oprettet", created_on));
    Some(Goal { row: record.row, id: id?, course: course?, created_on: created_on?, area, text, state, state_on })
}

fn goal_area(record: &mut Record<'_, '_, '_>, rules: &Rules<'_>) -> Option<String> {
    record.key("omraade", rules.programme.goal_areas.iter().map(|area| area.key.as_str()))
}

pub(crate) fn contact(record: &mut Record<'_, '_, '_>, courses: &mut CourseIds) -> Option<Contact> {
    let course = record.reference("forloeb_id", courses);
    let on = record.date("dato");
    let kind = record.code("type", ContactKind::parse);
    let place = record.code("sted", Place::parse);
    let with = record.code("med", With::parse);
    let minutes = record.number("minutter", 0, MINUTES_OF_A_DAY);
    let text = record.personal("tekst");
    Some(Contact { row: record.row, course: course?, on: on?, kind, place, with, minutes, text })
}

pub(crate) fn referral(
    record: &mut Record<'_, '_, '_>,
    courses: &mut CourseIds,
    rules: &Rules<'_>,
) -> Option<Referral> {
    let course = record.reference("forloeb_id", courses);
    let sent_on = record.date("dato");
    let partner = record.text("partner");
    let area = goal_area(record, rules);
    let consent = record.yes_no("samtykke");
    let state = record.code("status", ReferralState::parse);
    let state_on = record.date_from("status_dato", ("dato", sent_on));
    Some(Referral {
        row: record.row,
        course: course?,
        sent_on: sent_on?,
        partner: partner?,
        area,
        consent,
        state,
        state_on,
    })
}

pub(crate) fn step(record: &mut Record<'_, '_, '_>, courses: &mut CourseIds) -> Option<Step> {
    let course = record.reference("forloeb_id", courses);
    let created_on = record.date("oprettet");
    let text = record.personal("tekst");
    let agreed_for = record.date("dato");
    let doer = record.code("hvem", Doer::parse);
    let done_on = record.date_from("gjort", ("oprettet", created_on));
    Some(Step { row: record.row, course: course?, created_on: created_on?, text: text?, agreed_for, doer, done_on })
}

pub(crate) fn mark(record: &mut Record<'_, '_, '_>, courses: &mut CourseIds, rules: &Rules<'_>) -> Option<Mark> {
    let course = record.reference("forloeb_id", courses);
    let on = record.date("dato");
    let kind = record.code("type", MarkKind::parse);
    let phase = record.number("fase", 1, rules.programme.phases);
    let enrolling = rules.instruments.iter().filter(|one| one.key == rules.programme.enrolling_instrument);
    let areas = rules.programme.goal_areas.iter().map(|area| area.key.as_str());
    let area = record.key("omraade", areas.chain(enrolling.flat_map(|one| &one.items).map(|item| item.key.as_str())));
    let note = record.personal("note");
    Some(Mark { row: record.row, course: course?, on: on?, kind: kind?, phase, area, note })
}

pub(crate) fn reply(record: &mut Record<'_, '_, '_>, courses: &mut CourseIds) -> Option<Reply> {
    let course = record.reference("forloeb_id", courses);
    let due = record.date("forfald");
    let on = record.date("dato");
    let reply = record.code("svar", FollowUpReply::parse);
    let note = record.personal("note");
    Some(Reply { row: record.row, course: course?, due: due?, on: on?, reply: reply?, note })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closing_in_the_teams_words_is_a_known_reason_or_stays_words() {
        for (text, reason) in [
            ("planmæssig", ClosingReason::Planned),
            ("Planmaessigt", ClosingReason::Planned),
            ("borgers oenske", ClosingReason::CitizensWish),
            ("Borgerens ønske", ClosingReason::CitizensWish),
            ("citizen's wish", ClosingReason::CitizensWish),
            ("flyttet", ClosingReason::MovedAway),
            ("Død", ClosingReason::Died),
            ("overdraget", ClosingReason::HandedOver),
            ("mistet kontakt", ClosingReason::LostContact),
            ("andet", ClosingReason::Other),
        ] {
            assert_eq!(closing(text), (Some(reason), None), "{text}");
        }
        let (reason, words) = closing("Flyttede sammen med sin søster");
        assert_eq!(reason, Some(ClosingReason::Other));
        assert_eq!(words.map(Personal::into_revealed).as_deref(), Some("Flyttede sammen med sin søster"));
    }
}
