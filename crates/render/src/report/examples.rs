//! A figure of every report, by hand: sixteen enrolled, three in clarification, thirty-seven closed.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::code::{Afterwards, Channel, ContactKind, HandingKind, HandingState, Service, With};
use domain::fidelity::{Indicator, Why};
use domain::follow_up::State;
use domain::forecast::Load;
use domain::id::UserId;
use domain::instrument::{Band, Choice};
use domain::programme::Text;
use domain::report::caseload::{CaseloadFigure, WorkerLine};
use domain::report::continuation::{ActivityLine, Continuation, HandingLine};
use domain::report::courses::{CourseLine, CoursesFigure, FollowUpLine, PhaseLine};
use domain::report::effort::{
    AreaLine, Beside, Effort, KindLine, MonthLine, Part, PhaseLine as PartLine, ReachedLine, Time, WithLine,
};
use domain::report::fidelity::{FidelityFigure, IndicatorLine};
use domain::report::forecast::Forecast;
use domain::report::goals::{self, Goals};
use domain::report::intake::{Intake, Month};
use domain::report::outcomes::{Area, Change, Outcomes, Purposes, Stage, Star, Who5, Zone};
use domain::report::referrals::{In, Out, Referrals};
use domain::report::situation::{self, Situation};
use domain::report::staffing::StaffingFigure;
use domain::report::status::StatusFigure;
use domain::report::wind_down::{self, CannotEnd, CutShort, Must, Undecided, WindDownFigure};
use domain::report::{Figure, Report};
use domain::staffing::Share;
use domain::status::Status;
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn text(da: &str, en: &str) -> Text {
    Text { da: da.to_owned(), en: en.to_owned() }
}

/// The figure of a report.
pub(super) fn of(report: Report) -> Figure {
    match report {
        Report::Status => status(),
        Report::Intake => intake(),
        Report::Courses => courses(),
        Report::Caseload => caseload(),
        Report::Outcomes => outcomes(14),
        Report::Forecast => forecast(),
        Report::WindDown => wind_down(),
        Report::Staffing => staffing(),
        Report::Fidelity => fidelity(),
        Report::Goals => goals(),
        Report::Referrals => referrals(),
        Report::Situation => situation(),
        Report::Continuation => continuation(),
        Report::Effort => effort(),
    }
}

fn status() -> Figure {
    Figure::Status(StatusFigure {
        definition: "status",
        as_of: day("2015-11-23"),
        enrolled: 16,
        in_clarification: 3,
        closed: 37,
        left_in_clarification: 4,
        enquiry_only: 9,
        attached: 19,
        different_users: 56,
        n: 69,
        missing: 1,
    })
}

fn intake() -> Figure {
    let month = |month: &str, enquiries, enrolments| Month {
        month: month.to_owned(),
        enquiries,
        enrolments,
        ..Month::default()
    };
    Figure::Intake(Intake {
        definition: "intake",
        from: day("2014-12-01"),
        to: day("2015-01-31"),
        enrolments: 5,
        persons: 4,
        months: 2,
        average_a_month: Some(2.5),
        by_month: vec![month("2014-12", 5, 3), month("2015-01", 4, 2)],
        by_channel: BTreeMap::from([(Channel::Own, 6), (Channel::Partner, 2)]),
        n: 14,
        missing: 1,
    })
}

fn courses() -> Figure {
    let follow_up = |due: &str, state| FollowUpLine { due: day(due), state, missing: Vec::new() };
    let phase = |number, from: &str, to: &str| PhaseLine { phase: number, from: day(from), to: day(to) };
    let open = CourseLine {
        course: "F41".to_owned(),
        citizen: "=B41".to_owned(),
        enrolled_on: day("2015-07-10"),
        planned_end: Some(day("2016-07-09")),
        cut_short: false,
        months_lost: 0,
        phases: vec![phase(1, "2015-07-10", "2015-11-09"), phase(2, "2015-11-10", "2016-03-09")],
        follow_ups: vec![
            follow_up("2015-07-10", State::Done),
            follow_up("2015-09-10", State::Declined),
            follow_up("2015-11-10", State::Due),
            follow_up("2016-01-10", State::Future),
        ],
        closed_on: None,
        status: Status::Enrolled,
    };
    let closed = CourseLine {
        course: "F02".to_owned(),
        citizen: "B02".to_owned(),
        enrolled_on: day("2013-05-06"),
        planned_end: Some(day("2014-05-05")),
        phases: vec![phase(3, "2014-01-06", "2014-05-05")],
        follow_ups: vec![follow_up("2013-05-06", State::Done), follow_up("2013-07-06", State::Missed)],
        closed_on: Some(day("2014-05-05")),
        status: Status::Closed,
        ..open.clone()
    };
    Figure::Courses(CoursesFigure {
        definition: "courses",
        as_of: day("2015-11-23"),
        courses: vec![closed, open],
        n: 2,
        missing: 0,
    })
}

fn caseload() -> Figure {
    let worker = |worker: &str, enrolled, in_clarification| WorkerLine {
        id: UserId(Uuid::from_u128(enrolled as u128)),
        worker: worker.to_owned(),
        enrolled,
        in_clarification,
        total: enrolled + in_clarification,
        over_cap: enrolled + in_clarification > 10,
    };
    Figure::Caseload(CaseloadFigure {
        definition: "caseload",
        as_of: day("2015-11-23"),
        cap: 10,
        workers: vec![worker("lise", 9, 2), worker("mette", 7, 1)],
        n: 20,
        missing: 1,
    })
}

/// Outcomes of so many persons, in every part.
pub(super) fn outcomes(n: u32) -> Figure {
    let area = Area {
        area: "arbejde_uddannelse".to_owned(),
        name: text("Arbejde og uddannelse", "Work and education"),
        n,
        missing: 2,
        up: 6,
        same: 5,
        down: 3,
        stage_up: 4,
        stage_down: 1,
        median_first: Some(4.0),
        median_latest: Some(5.5),
        steps: Vec::new(),
    };
    let zone = |from, to, risk, first, latest| {
        let band = Band { from, to, risk, text: text("zonen i ord", "the zone in words") };
        Zone { band, first, latest }
    };
    let change = |from: &str, to: &str, n| Change { from: from.to_owned(), to: to.to_owned(), n };
    let counts = |stop, better| BTreeMap::from([("exit".to_owned(), stop), ("bedre_livssituation".to_owned(), better)]);
    let choice = |key: &str, da, en| Choice { key: key.to_owned(), text: text(da, en) };
    Figure::Outcomes(Outcomes {
        definition: "outcomes",
        from: day("2015-01-01"),
        to: day("2015-12-31"),
        n: n + 2,
        who5: Some(Who5 {
            n,
            missing: 2,
            improved: n - 8,
            same: 5,
            worsened: 3,
            risk_zone_first: 9,
            risk_zone_latest: 5,
            median_first: Some(38.0),
            median_latest: Some(52.0),
            zones: vec![zone(0, 35, true, 5, 2), zone(36, 50, true, 4, 3), zone(51, 100, false, n - 9, n - 5)],
            ..Who5::default()
        }),
        star: Some(Star {
            areas: vec![area],
            incomplete: 1,
            other_versions: 0,
            lowest: 1,
            highest: 10,
            stages: vec![Stage { from: 1, text: text("Svært", "Hard") }],
        }),
        purpose: Some(Purposes {
            n,
            missing: 2,
            first: counts(8, 6),
            latest: counts(5, 9),
            changed: 3,
            changes: vec![
                change("exit", "exit", 5),
                change("exit", "bedre_livssituation", 3),
                change("bedre_livssituation", "exit", 0),
                change("bedre_livssituation", "bedre_livssituation", 6),
            ],
            choices: vec![
                choice("exit", "At stoppe", "To stop"),
                choice("bedre_livssituation", "Bedre livssituation", "A better life situation"),
            ],
            ..Purposes::default()
        }),
    })
}

fn forecast() -> Figure {
    Figure::Forecast(Forecast {
        definition: "forecast",
        from: day("2016-01-01"),
        to: day("2016-03-31"),
        history_from: day("2014-12-01"),
        history_to: day("2015-11-30"),
        observed: 24,
        observed_months: 12,
        average_a_month: Some(2.0),
        expected: Some(6.0),
        interval_80: Some([3, 10]),
        load: vec![Load { month: "2016-01".to_owned(), known: 15, expected: 2.0 }],
        in_clarification: 3,
        n: 24,
        missing: 0,
    })
}

fn wind_down() -> Figure {
    let (course, citizen) = ("F50".to_owned(), "B50".to_owned());
    Figure::WindDown(WindDownFigure {
        definition: "wind-down",
        as_of: day("2016-04-01"),
        funding_end: day("2016-12-31"),
        open_courses: 3,
        ends_in_time: 2,
        cut_short: vec![CutShort {
            course: course.clone(),
            citizen: citizen.clone(),
            planned_end: day("2016-12-31"),
            months_lost: 1,
        }],
        cannot_end: vec![CannotEnd {
            course: course.clone(),
            citizen: citizen.clone(),
            why: wind_down::Why::PastPlannedEnd,
        }],
        clarifications: vec![Undecided { course, citizen, decide_by: None, must: Must::EndOrExcept }],
        n: 4,
        missing: 0,
    })
}

fn staffing() -> Figure {
    let anchoring = Share::parse("0.25").unwrap();
    Figure::Staffing(StaffingFigure {
        definition: "staffing",
        citizens: 20,
        cap: 10,
        anchoring,
        workers: 3,
        n: 20,
        missing: 0,
    })
}

fn fidelity() -> Figure {
    let line = |key: &Indicator| IndicatorLine {
        key: *key,
        met: 30,
        not_met: 10,
        too_early: 8,
        not_relevant: 5,
        reasons: BTreeMap::from([(Why::ClosedBefore, 3), (Why::NoFactTells, 2)]),
    };
    let indicators = Indicator::ALL.iter().map(line).collect();
    Figure::Fidelity(FidelityFigure { definition: "fidelity", as_of: day("2015-11-23"), n: 53, missing: 0, indicators })
}

fn goals() -> Figure {
    let area = |area: &str, name| goals::Area { area: area.to_owned(), name, set: 2, active: 2, ..Default::default() };
    Figure::Goals(Goals {
        definition: "goals",
        from: day("2015-01-01"),
        to: day("2015-12-31"),
        by_area: vec![area("bolig", Some(text("Stabil bolig", "Stable housing"))), area("have", None)],
        unlinked: 1,
        n: 5,
        missing: 2,
    })
}

fn referrals() -> Figure {
    let partner = || "Reden".to_owned();
    Figure::Referrals(Referrals {
        definition: "referrals",
        from: day("2015-01-01"),
        to: day("2015-12-31"),
        into: vec![In { partner: partner(), n: 7 }],
        out: vec![Out { partner: partner(), n: 17, answered: 12, median_days_to_answer: Some(4.5) }],
        n: 24,
        missing: 1,
    })
}

fn situation() -> Figure {
    let area = |area: &str, name| situation::AreaLine {
        area: area.to_owned(),
        name,
        assessed: 30,
        under_way: 12,
        not_begun: 6,
        not_relevant: 3,
    };
    let line =
        |service: &Service| situation::ServiceLine { service: *service, before: 20, established: 9, reestablished: 4 };
    Figure::Situation(Situation {
        definition: "situation",
        as_of: day("2015-11-23"),
        areas: vec![area("bolig", text("Stabil bolig", "Stable housing"))],
        all_assessed: 11,
        services: Service::ALL.iter().map(line).collect(),
        newly_in_contact: 21,
        n: 53,
        missing: 2,
        missing_services: 5,
    })
}

fn continuation() -> Figure {
    let activity = ActivityLine {
        activity: "Netværksmøder".to_owned(),
        afterwards: Afterwards::CarriedOn,
        by: Some("Hjemløseenheden".to_owned()),
        why: "Det virker".to_owned(),
    };
    let handing = HandingLine {
        kind: HandingKind::Citizens,
        title: "Åbne forløb".to_owned(),
        state: HandingState::UnderWay,
        by: "Koordinatoren".to_owned(),
        to: None,
        due: day("2016-11-30"),
        done_on: None,
    };
    Figure::Continuation(Continuation {
        definition: "continuation",
        as_of: day("2015-11-23"),
        activities: vec![activity],
        handover: vec![handing],
        carried_on: 1,
        ends: 0,
        handed_over: 0,
        overdue: 0,
        citizens_attached: 19,
        n: 2,
        missing: 1,
    })
}

/// Forty contacts of two months, of which two have no minutes; of thirty of them the citizen had a goal about housing.
fn effort() -> Figure {
    let time = |contacts, minutes| Time { contacts, minutes };
    let month = |month: &str, time| MonthLine { month: month.to_owned(), time };
    let housing = || (Some("bolig".to_owned()), Some(text("Stabil bolig", "Stable housing")));
    let area = |(area, name), time| AreaLine { area, name, time };
    let reached = |(area, name), reached| ReachedLine { area, name, reached };
    let former = || (Some("have".to_owned()), None);
    Figure::Effort(Effort {
        definition: "effort",
        from: day("2014-12-01"),
        to: day("2015-01-31"),
        n: 40,
        missing: 6,
        minutes: 1_530,
        by_month: vec![month("2014-12", time(25, 900)), month("2015-01", time(15, 630))],
        by_phase: vec![
            PartLine { phase: Part::Beside(Beside::Clarification), time: time(8, 240) },
            PartLine { phase: Part::Phase(1), time: time(20, 900) },
            PartLine { phase: Part::Phase(2), time: time(12, 390) },
            PartLine { phase: Part::Beside(Beside::AfterPlan), time: time(0, 0) },
        ],
        by_type: vec![
            KindLine { kind: Some(ContactKind::Meeting), time: time(33, 1_470) },
            KindLine { kind: None, time: time(7, 60) },
        ],
        by_with: vec![
            WithLine { with: Some(With::Citizen), time: time(30, 1_200) },
            WithLine { with: None, time: time(10, 330) },
        ],
        by_area: vec![area(housing(), time(30, 1_250)), area(former(), time(9, 300)), area((None, None), time(8, 230))],
        goals_reached_by_area: vec![reached(housing(), 7), reached(former(), 0), reached((None, None), 5)],
    })
}
