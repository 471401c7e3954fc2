//! The shape of each report's JSON, as its OpenAPI description tells it. The names are those of `docs/reports.md`; every one is always there, and
//! there is no other, so that the test over the demo's answers finds a name that was added, left out or changed.

mod part;

use domain::code::{
    Addressee, Afterwards, Channel, ContactKind, HandingKind, HandingState, ReleaseState, Service, With,
};
use domain::fidelity::{Indicator, Why};
use domain::report::Report;
use utoipa::openapi::ArrayBuilder;
use utoipa::openapi::schema::{SchemaType, Type};

use self::part::{
    Fields, count_or_none, counts_by, counts_by_text, number_or_none, object_or_none, of_type, one_of_or_none, or_none,
    plain, text_or_none, texts, with, words, words_or_none,
};
pub(super) use self::part::{Shape, count, day, list, object, one_of, text};

/// The shape of a report; none where the report is for no program.
pub(super) fn of(report: Report) -> Option<Shape> {
    let own = match report {
        Report::Status => status(),
        Report::Intake => intake(),
        Report::Caseload => caseload(),
        Report::Outcomes => outcomes(),
        Report::Forecast => forecast(),
        Report::Staffing => staffing(),
        Report::Fidelity => fidelity(),
        Report::Goals => goals(),
        Report::Referrals => referrals(),
        Report::Situation => situation(),
        Report::Continuation => continuation(),
        Report::Effort => effort(),
        Report::Courses | Report::WindDown => return None,
    };
    let definition = ("definition", one_of([report.name()]));
    Some(object([definition, ("n", count())].into_iter().chain(own)))
}

fn status() -> Fields {
    let counts = [
        "enrolled",
        "in_clarification",
        "closed",
        "left_in_clarification",
        "enquiry_only",
        "attached",
        "different_users",
        "missing",
    ];
    with([("as_of", day())], counts)
}

fn intake() -> Fields {
    let month = with([("month", text())], ["enquiries", "clarifications", "enrolments", "closings"]);
    let own = [
        ("from", day()),
        ("to", day()),
        ("average_a_month", number_or_none()),
        ("by_month", list(object(month))),
        ("by_channel", counts_by(Channel::ALL)),
    ];
    with(own, ["enrolments", "persons", "months", "missing"])
}

fn caseload() -> Fields {
    let own = [("worker", text()), ("over_cap", plain(Type::Boolean))];
    let worker = object(with(own, ["enrolled", "in_clarification", "total"]));
    with([("as_of", day()), ("workers", list(worker))], ["cap", "missing"])
}

fn outcomes() -> Fields {
    let medians = || [("median_first", number_or_none()), ("median_latest", number_or_none())];
    let zone = with([("text", words()), ("risk", plain(Type::Boolean))], ["from", "to", "first", "latest"]);
    let counts = ["n", "missing", "incomplete", "other_versions", "risk_zone_first", "risk_zone_latest"];
    let who5 = with(with(medians(), counts), ["improved", "same", "worsened"]);
    let who5 = who5.into_iter().chain([("zones", list(object(zone)))]);
    let area = with(medians(), ["n", "missing", "up", "same", "down", "stage_up", "stage_down"]);
    let area = area.into_iter().chain([("area", text()), ("name", words())]);
    let stage = object(with([("text", words())], ["from"]));
    let star = [("areas", list(object(area))), ("stages", list(stage))];
    let purpose = [
        ("first", counts_by_text()),
        ("latest", counts_by_text()),
        ("changes", list(object(with([("from", text()), ("to", text())], ["n"])))),
        ("choices", list(object([("key", text()), ("text", words())]))),
    ];
    vec![
        ("from", day()),
        ("to", day()),
        ("who5", object_or_none(who5)),
        ("star", object_or_none(with(star, ["incomplete", "other_versions", "lowest", "highest"]))),
        ("purpose", object_or_none(with(purpose, ["n", "missing", "other_versions", "changed"]))),
    ]
}

fn forecast() -> Fields {
    let interval =
        ArrayBuilder::new().schema_type(or_none(Type::Array)).items(count()).min_items(Some(2)).max_items(Some(2));
    let load = object([("month", text()), ("known", count()), ("expected", plain(Type::Number))]);
    let own = [
        ("from", day()),
        ("to", day()),
        ("history_from", day()),
        ("history_to", day()),
        ("average_a_month", number_or_none()),
        ("expected", number_or_none()),
        ("interval_80", interval.into()),
        ("load", list(load)),
    ];
    with(own, ["observed", "observed_months", "in_clarification", "missing"])
}

fn staffing() -> Fields {
    with([("anchoring", plain(Type::Number))], ["citizens", "cap", "workers", "missing"])
}

fn fidelity() -> Fields {
    let own = [("key", one_of(Indicator::ALL)), ("reasons", counts_by(Why::ALL))];
    let indicator = object(with(own, ["met", "not_met", "too_early", "not_relevant"]));
    with([("as_of", day()), ("indicators", list(indicator))], ["missing"])
}

fn goals() -> Fields {
    let own = [("area", text()), ("name", words_or_none())];
    let area = object(with(own, ["set", "active", "reached", "handed_over", "dropped"]));
    with([("from", day()), ("to", day()), ("by_area", list(area))], ["unlinked", "missing"])
}

fn referrals() -> Fields {
    let into = object(with([("partner", text())], ["n"]));
    let out = with([("partner", text()), ("median_days_to_answer", number_or_none())], ["n", "answered"]);
    with([("from", day()), ("to", day()), ("in", list(into)), ("out", list(object(out)))], ["missing"])
}

fn situation() -> Fields {
    let own = [("area", text()), ("name", words())];
    let area = object(with(own, ["assessed", "under_way", "not_begun", "not_relevant"]));
    let service = object(with([("service", one_of(Service::ALL))], ["before", "established", "reestablished"]));
    let own = [("as_of", day()), ("areas", list(area)), ("services", list(service))];
    with(own, ["all_assessed", "newly_in_contact", "missing", "missing_services"])
}

fn continuation() -> Fields {
    let activity = object([
        ("activity", text()),
        ("afterwards", one_of(Afterwards::ALL)),
        ("by", text_or_none()),
        ("why", text()),
    ]);
    let handing = object([
        ("kind", one_of(HandingKind::ALL)),
        ("title", text()),
        ("state", one_of(HandingState::ALL)),
        ("by", text()),
        ("to", text_or_none()),
        ("due", day()),
        ("done_on", part::day_or_none()),
    ]);
    let own = [("as_of", day()), ("activities", list(activity)), ("handover", list(handing))];
    with(own, ["carried_on", "ends", "handed_over", "overdue", "citizens_attached", "missing"])
}

fn effort() -> Fields {
    let time = |name, shape| list(object(with([(name, shape)], ["contacts", "minutes"])));
    let area = || [("area", text_or_none()), ("name", words_or_none())];
    let own = [
        ("from", day()),
        ("to", day()),
        ("by_month", time("month", text())),
        ("by_phase", time("phase", of_type(SchemaType::Array(vec![Type::String, Type::Integer])).into())),
        ("by_type", time("type", one_of_or_none(ContactKind::ALL))),
        ("by_with", time("with", one_of_or_none(With::ALL))),
        ("by_area", list(object(with(area(), ["contacts", "minutes"])))),
        ("goals_reached_by_area", list(object(with(area(), ["reached"])))),
    ];
    with(own, ["minutes", "missing"])
}

/// The shape of the list of locked reports.
pub(super) fn releases() -> Shape {
    object([("releases", list(object(release_line())))])
}

/// The shape of a locked report with what it held.
pub(super) fn release() -> Shape {
    let count = object([("key", text()), ("called", text()), ("count", count_or_none())]);
    let changed = object([("figure", text()), ("then", text()), ("now", text_or_none())]);
    let own = [
        ("counts", list(count)),
        ("texts", texts()),
        ("definitions", texts()),
        ("definitions_changed_since", list(changed)),
        ("template_changed_since", plain(Type::Boolean)),
    ];
    object(release_line().into_iter().chain(own))
}

fn release_line() -> Fields {
    let file = object([("format", text()), ("bytes", count()), ("sha256", text())]);
    let own = [
        ("id", text()),
        ("template", text()),
        ("for", one_of(Addressee::ALL)),
        ("as_of", day()),
        ("from", day()),
        ("to", day()),
        ("state", one_of([ReleaseState::Locked])),
        ("corrects", object_or_none([("id", text()), ("what", text())])),
        ("files", list(file)),
        ("sent", list(object([("to", text()), ("on", day())]))),
    ];
    with(own, ["number", "withheld"])
}
