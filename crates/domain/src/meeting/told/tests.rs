use super::*;
use crate::disclosure::Ledger;
use crate::example::day;
use crate::id::UserId;
use crate::report::status::StatusFigure;

const STATUS: &str = include_str!("../../../../../reports/status.toml");

fn asked(as_of: &str) -> Asked {
    Asked {
        template: "status".to_owned(),
        addressee: Addressee::SteeringGroup,
        as_of: day(as_of),
        from: day("2014-12-01"),
        to: day("2015-11-30"),
    }
}

fn had(counts: &[(&str, Option<u32>)]) -> Had {
    let count =
        |(key, shown): &(&str, Option<u32>)| ((*key).to_owned(), FrozenCount { called: String::new(), shown: *shown });
    Had {
        title: Text { da: "Statusrapport".to_owned(), en: "Status report".to_owned() },
        number: 2,
        asked: asked("2015-11-23"),
        counts: counts.iter().map(count).collect(),
    }
}

fn status() -> Frozen {
    Frozen::status(&StatusFigure {
        definition: "status",
        as_of: day("2015-12-07"),
        enrolled: 17,
        in_clarification: 2,
        closed: 37,
        left_in_clarification: 0,
        enquiry_only: 0,
        attached: 19,
        different_users: 56,
        n: 56,
        missing: 0,
    })
}

fn other(kind: AgendaKind, key: &str) -> Frozen {
    let numbers = vec![Number { key: key.to_owned(), value: Some(3.0), of: Some(9) }];
    Frozen { kind, as_of: day("2015-12-07"), n: 9, missing: 0, numbers }
}

fn told(figure: &Frozen, had: &[Had]) -> Told {
    match figure.on_paper(GroupKind::Steering, had) {
        OnPaper::Told(told) => told,
        other => panic!("{other:?}"),
    }
}

const TOLD: [(&str, Option<u32>); 7] = [
    ("status.enrolled 2015-11-23", None),
    ("status.in_clarification 2015-11-23", None),
    ("status.attached 2015-11-23", Some(19)),
    ("status.closed 2015-11-23", Some(37)),
    ("status.different_users 2015-11-23", Some(56)),
    ("status.n 2015-11-23", None),
    ("status.missing 2015-11-23", Some(0)),
];

#[test]
fn a_steering_group_reads_what_it_was_told_and_nothing_that_was_withheld() {
    let told = told(&status(), &[had(&TOLD)]);
    let says: Vec<_> = told.numbers.iter().map(|one| (one.key.as_str(), one.says)).collect();
    let expected = [
        ("enrolled", Said::Withheld),
        ("in_clarification", Said::Withheld),
        ("attached", Said::Number(19.0)),
        ("closed", Said::Number(37.0)),
        ("different_users", Said::Number(56.0)),
    ];
    assert_eq!(says, expected);
    assert_eq!((told.n, told.missing), (Said::Withheld, Said::Number(0.0)));
    assert_eq!((told.as_of, told.report.da.as_str(), told.version), (day("2015-11-23"), "Statusrapport", 2));
}

#[test]
fn a_figure_that_no_report_has_told_of_is_not_printed_and_an_earlier_one_that_did_is_found() {
    assert_eq!(status().on_paper(GroupKind::FollowUp, &[]), OnPaper::NotTold);
    let without = had(&[("goals.n 2014-12-01..2015-11-30", Some(40))]);
    assert_eq!(status().on_paper(GroupKind::Steering, std::slice::from_ref(&without)), OnPaper::NotTold);
    let other_day = had(&[("status.attached 2015-10-01", Some(18)), ("status.missing 2015-10-01", Some(0))]);
    assert_eq!(status().on_paper(GroupKind::Steering, &[other_day]), OnPaper::NotTold);
    assert_eq!(told(&status(), &[without, had(&TOLD)]).version, 2);
}

#[test]
fn wind_down_and_unanswered_referrals_are_never_told() {
    for figure in [other(AgendaKind::WindDown, "cannot_end"), other(AgendaKind::Referrals, "unanswered")] {
        assert_eq!(figure.on_paper(GroupKind::Steering, &[had(&TOLD)]), OnPaper::NeverTold);
        assert_eq!(figure.on_paper(GroupKind::FollowUp, &[]), OnPaper::NeverTold);
        assert_eq!(figure.on_paper(GroupKind::Project, &[]), OnPaper::Exact(figure));
    }
}

#[test]
fn the_team_s_own_paper_has_the_numbers_as_they_are() {
    assert_eq!(status().on_paper(GroupKind::Project, &[had(&TOLD)]), OnPaper::Exact(status()));
}

#[test]
fn of_how_many_is_printed_where_all_that_it_is_made_of_was_told() {
    let fidelity = other(AgendaKind::Fidelity, "early_meetings");
    let of = |not_met| {
        let counts = [
            ("fidelity.n 2015-11-23", Some(20)),
            ("fidelity.missing 2015-11-23", Some(0)),
            ("fidelity.early_meetings.met 2015-11-23", Some(12)),
            ("fidelity.early_meetings.not_met 2015-11-23", not_met),
        ];
        let told = told(&fidelity, &[had(&counts)]);
        (told.numbers[0].says, told.numbers[0].of)
    };
    assert_eq!(of(Some(6)), (Said::Number(12.0), Some(Said::Number(18.0))));
    assert_eq!(of(None), (Said::Number(12.0), Some(Said::Withheld)));
    let goals = [
        ("goals.n 2014-12-01..2015-11-30", Some(40)),
        ("goals.missing 2014-12-01..2015-11-30", Some(0)),
        ("goals.unlinked 2014-12-01..2015-11-30", None),
    ];
    let told = told(&other(AgendaKind::Goals, "unlinked"), &[had(&goals)]);
    assert_eq!((told.numbers[0].says, told.numbers[0].of), (Said::Withheld, Some(Said::Number(40.0))));
    assert_eq!(told.as_of, day("2015-11-30"), "goals are as of the period's last day");
}

#[test]
fn what_is_expected_is_reckoned_from_what_was_told_or_withheld_with_it() {
    let says = |observed| {
        let counts = [
            ("intake.enrolments 2014-12-01..2015-11-30", observed),
            ("forecast.missing 2016-01-01..2016-03-31", Some(0)),
        ];
        let told = told(&other(AgendaKind::Forecast, "expected"), &[had(&counts)]);
        told.numbers.iter().map(|one| one.says).collect::<Vec<_>>()
    };
    assert_eq!(says(Some(24)), [2.0, 6.0, 3.0, 10.0].map(Said::Number));
    assert_eq!(says(None), [Said::Withheld; 4]);
    let intake_alone = had(&[("intake.enrolments 2014-12-01..2015-11-30", Some(24))]);
    let figure = other(AgendaKind::Forecast, "expected");
    assert_eq!(figure.on_paper(GroupKind::Steering, &[intake_alone]), OnPaper::NotTold);
}

fn release(as_of: &str, state: ReleaseState) -> Release {
    Release {
        asked: asked(as_of),
        number: 1,
        state,
        language: "da".to_owned(),
        corrects: None,
        proposed_by: None,
        proposed_on: day("2015-12-01"),
        decided: Some((UserId(Uuid::from_u128(1)), day("2015-12-02"))),
        why: String::new(),
        withheld: 0,
        files: Vec::new(),
        told: 0,
        sent: Vec::new(),
    }
}

#[test]
fn what_counts_is_locked_for_the_group_by_the_day_and_not_corrected() {
    let [spring, wrong, right, later, waits, another] = [1, 2, 3, 4, 5, 6].map(Uuid::from_u128);
    let mut corrects = release("2015-11-23", ReleaseState::Locked);
    (corrects.corrects, corrects.number) = (Some((wrong, "Talt to gange".to_owned())), 2);
    let mut to_partners = release("2015-11-23", ReleaseState::Locked);
    to_partners.asked.addressee = Addressee::Partners;
    let all = [
        (spring, release("2015-03-31", ReleaseState::Locked)),
        (wrong, release("2015-11-23", ReleaseState::Locked)),
        (right, corrects),
        (later, release("2015-12-08", ReleaseState::Locked)),
        (waits, release("2015-11-30", ReleaseState::Proposed)),
        (another, to_partners),
    ];
    let found = |by| latest(all.iter().map(|(id, one)| (*id, one)), Addressee::SteeringGroup, day(by));
    assert_eq!(found("2015-12-07"), [right, spring]);
    assert_eq!(found("2015-12-08"), [later, right, spring]);
    assert_eq!(found("2015-03-30"), Vec::<Uuid>::new());
}

#[test]
fn a_report_is_called_what_its_template_calls_it() {
    let held = |template: &str| release::Frozen {
        template: template.to_owned(),
        texts: BTreeMap::new(),
        definitions: BTreeMap::new(),
        figures: BTreeMap::new(),
        counts: BTreeMap::new(),
        told: Ledger::of("styregruppe"),
    };
    let of = |template| Had::of(&release("2015-11-23", ReleaseState::Locked), &held(template)).title.en;
    assert_eq!((of(STATUS).as_str(), of("")), ("Status report", "status".to_owned()));
}
