//! Every report in both languages.

use domain::disclosure::{Figures, Ledger};
use domain::report::{Figure, Report};

use super::examples::{of, outcomes};
use super::*;

/// Every report in every language.
fn all() -> impl Iterator<Item = (Report, Locale, Laid)> {
    Report::ALL
        .iter()
        .flat_map(|report| Locale::ALL.iter().map(|locale| (*report, *locale, lay_out(&of(*report), *locale))))
}

fn danish(report: Report) -> Laid {
    lay_out(&of(report), Locale::Da)
}

/// The cells of the row that begins so.
fn row<'a>(laid: &'a Laid, first: &str) -> &'a [Cell] {
    let rows = laid.tables.iter().flat_map(|table| &table.rows);
    &rows.into_iter().find(|row| row[0].text == first).unwrap_or_else(|| panic!("no row {first}"))[1..]
}

#[test]
fn every_report_has_its_words_in_both_languages() {
    for (report, locale, laid) in all() {
        let texts = [title(report, locale), one_line(report, locale), &laid.definition, &laid.asked, &laid.basis];
        for text in texts {
            assert!(text.chars().count() >= 3 && !text.contains("report-"), "{} {locale:?}: {text}", report.name());
        }
        assert!(laid.basis.contains("n = "), "{} {locale:?}: {}", report.name(), laid.basis);
        assert!(laid.definition.contains("(R") || laid.definition.contains("(M"), "{}", laid.definition);
    }
}

#[test]
fn no_text_lacks_its_words_or_a_value_and_every_row_has_a_cell_a_column() {
    for (report, locale, laid) in all() {
        let text = laid.text();
        for fault in ["report-", "column-", "figure-", "row-", "{", "}", "?"] {
            assert!(!text.contains(fault), "{} {locale:?} has {fault}:\n{text}", report.name());
        }
        for table in &laid.tables {
            assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.title);
        }
    }
}

#[test]
fn no_report_names_the_purpose_by_its_code_or_claims_a_cause() {
    for (report, locale, laid) in all() {
        let text = format!("{} {} {}", laid.text(), laid.csv(), one_line(report, locale)).to_lowercase();
        for word in ["exit", "effekt", "effect", "prostitution", "%"] {
            let found = text.replace("(80 %)", "").replace("(80%)", "").contains(word);
            assert!(!found, "{} {locale:?} says {word}:\n{text}", report.name());
        }
    }
}

#[test]
fn every_report_can_be_read_in_a_hundred_columns() {
    for (report, locale, laid) in all() {
        for line in laid.text().lines() {
            assert!(line.chars().count() <= 100, "{} {locale:?}: {line}", report.name());
        }
    }
}

#[test]
fn the_status_of_a_day_reads_in_danish_and_in_english() {
    let text = danish(Report::Status).text();
    let begins = "Status\nPr. 23.11.2015\n\n\
        Hvad                 Antal\n\
        Indskrevet              16\n\
        I afklaring              3\n\
        Tilknyttet              19\n\
        Afsluttet               37\n\
        Forskellige brugere     56\n\
        Forladt i afklaring      4\n\
        Kun henvendelse          9\n\n\
        Forskellige personer efter deres status på dagen (R2, R3, R4).";
    assert!(text.starts_with(begins), "{text}");
    let english = lay_out(&of(Report::Status), Locale::En);
    assert_eq!(english.asked, "As of 2015-11-23");
    assert_eq!(
        english.basis,
        "n = 69 persons. Missing: 1 enquiry by somebody not known, who cannot be counted as a person."
    );
}

#[test]
fn nothing_missing_is_said_in_a_word() {
    assert_eq!(danish(Report::Courses).basis, "n = 2 forløb. Mangler: ingen.");
    assert!(danish(Report::Caseload).basis.ends_with("Mangler: 1 uden medarbejder den dag."));
}

#[test]
fn a_wide_table_is_cut_where_something_new_begins() {
    let text = danish(Report::Courses).text();
    assert!(
        text.contains("  Status      Afsluttet\n") && text.contains("\nForløb  Fase  Fasen fra   Fasen til"),
        "{text}"
    );
    let text = danish(Report::Outcomes).text();
    assert!(text.contains("\nOmråde                 Frem  Uændret  Tilbage"), "{text}");
}

#[test]
fn danish_numbers_have_a_comma_and_english_ones_a_point() {
    assert_eq!(row(&danish(Report::Intake), "Indskrivninger om måneden"), ["2,5"]);
    assert_eq!(row(&lay_out(&of(Report::Intake), Locale::En), "Enrolments a month"), ["2.5"]);
    assert_eq!(row(&danish(Report::Staffing), "Forankring (del af en medarbejder)"), ["0,25"]);
    assert_eq!(danish(Report::Referrals).tables[1].rows[0], ["Reden", "17", "12", "4,5"]);
}

#[test]
fn intake_adds_up_by_channel_also_with_an_unknown_one() {
    let laid = danish(Report::Intake);
    assert_eq!(laid.asked, "1.12.2014 til 31.1.2015");
    assert_eq!(row(&laid, "januar 2015"), ["4", "0", "2", "0"]);
    assert_eq!(row(&laid, "samarbejdspartner"), ["2"]);
    assert_eq!(row(&laid, "ikke oplyst"), ["1"]);
    assert_eq!(row(&lay_out(&of(Report::Intake), Locale::En), "2015-01"), ["4", "0", "2", "0"]);
}

#[test]
fn a_course_shows_the_phase_it_is_in_and_its_next_follow_up_and_a_closed_one_neither() {
    let laid = danish(Report::Courses);
    let open = row(&laid, "F41");
    assert_eq!(open[5..9], ["–", "2", "10.11.2015", "9.3.2016"]);
    assert_eq!(open[9..], ["4", "2", "0", "0", "0", "10.11.2015"]);
    let closed = row(&laid, "F02");
    assert_eq!(closed[4..9], ["afsluttet", "5.5.2014", "", "", ""]);
    assert_eq!(closed[9..], ["2", "1", "0", "0", "1", "–"]);
}

#[test]
fn a_register_id_that_a_spreadsheet_would_run_is_defused() {
    let csv = danish(Report::Courses).csv();
    assert!(csv.contains("\r\nF41;'=B41;10.7.2015;9.7.2016;0;indskrevet;"), "{csv}");
}

#[test]
fn several_tables_stand_in_the_csv_with_an_empty_line_between() {
    let csv = danish(Report::Intake).csv();
    let tables: Vec<&str> = csv.split("\r\n\r\n").collect();
    assert_eq!(tables.len(), 3);
    assert!(tables[1].starts_with("Måned;Henvendelser;"), "{csv}");
    assert!(csv.ends_with("ikke oplyst;1\r\n"), "{csv}");
}

#[test]
fn a_worker_over_the_cap_says_so() {
    let laid = danish(Report::Caseload);
    assert_eq!(row(&laid, "lise"), ["9", "2", "11", "ja"]);
    assert_eq!(row(&laid, "mette"), ["7", "1", "8", "nej"]);
    assert!(laid.text().contains("Loftet er 10 borgere pr. medarbejder\n"));
}

#[test]
fn the_purpose_is_told_in_its_own_words_first_and_latest() {
    assert_eq!(row(&danish(Report::Outcomes), "At stoppe"), ["8", "5"]);
    let english = lay_out(&of(Report::Outcomes), Locale::En);
    assert_eq!(row(&english, "A better life situation"), ["6", "9"]);
}

#[test]
fn a_median_of_nine_persons_is_not_shown_and_of_ten_it_is() {
    let medians = |n| {
        let laid = lay_out(&outcomes(n), Locale::Da);
        (row(&laid, "Median seneste")[0].text.clone(), row(&laid, "Arbejde og uddannelse")[3].text.clone())
    };
    assert_eq!(medians(9), ("–".to_owned(), "–".to_owned()));
    assert_eq!(medians(10), ("52".to_owned(), "5,5".to_owned()));
}

#[test]
fn a_forecast_warns_that_it_rests_on_few_observations() {
    let laid = danish(Report::Forecast);
    assert_eq!(row(&laid, "Forventede indskrivninger"), ["6,0"]);
    assert_eq!(row(&laid, "Intervallets nederste tal (80 %)"), ["3"]);
    assert_eq!(row(&laid, "Intervallets øverste tal (80 %)"), ["10"]);
    assert_eq!(row(&laid, "januar 2016"), ["15", "2,0"]);
    let begins = "n = 24 indskrivninger på 12 hele måneder, 1.12.2014 til 30.11.2015.";
    assert!(laid.basis.starts_with(begins) && laid.basis.contains("en fremskrivning fra få observationer"));
}

#[test]
fn a_forecast_without_a_past_says_that_it_has_none() {
    let Figure::Forecast(mut figure) = of(Report::Forecast) else { unreachable!() };
    (figure.average_a_month, figure.expected, figure.interval_80) = (None, None, None);
    let laid = lay_out(&Figure::Forecast(figure), Locale::En);
    assert_eq!(row(&laid, "Expected enrolments"), ["–"]);
    assert_eq!(row(&laid, "Lower end of the interval (80%)"), ["–"]);
    assert!(laid.basis.starts_with("Too little time lies behind"), "{}", laid.basis);
}

#[test]
fn the_wind_down_names_what_each_course_and_clarification_asks_for() {
    let laid = danish(Report::WindDown);
    assert_eq!(row(&laid, "Sidste dag med tilskud"), ["31.12.2016"]);
    let cells = |at: usize| &laid.tables[at].rows[0][2..];
    assert_eq!(cells(1), ["31.12.2016", "1"]);
    assert_eq!(cells(2), ["åbent efter den planlagte slut"]);
    assert_eq!(cells(3), ["–", "slut afklaringen, henvis videre, eller giv en undtagelse"]);
}

#[test]
fn a_table_without_rows_is_a_dash_in_text_and_its_headings_in_csv() {
    let Figure::WindDown(mut figure) = of(Report::WindDown) else { unreachable!() };
    figure.cannot_end.clear();
    let laid = lay_out(&Figure::WindDown(figure), Locale::Da);
    assert!(laid.text().contains("\nKan ikke slutte i tide\n–\n"), "{}", laid.text());
    assert!(laid.csv().contains("\r\n\r\nForløb;Borger;Hvorfor\r\n\r\n"), "{}", laid.csv());
}

#[test]
fn the_indicators_are_called_local_and_give_the_reasons() {
    let laid = danish(Report::Fidelity);
    assert_eq!(laid.title, "Metodefidelitet - lokale indikatorer");
    assert_eq!(laid.tables[0].rows.len(), 12);
    assert_eq!(row(&laid, "Supervision hver uge"), ["30", "10", "8", "5", "3", "0", "0", "2"]);
}

#[test]
fn a_goal_area_that_the_programme_no_longer_has_is_marked() {
    let laid = danish(Report::Goals);
    assert_eq!(row(&laid, "Stabil bolig"), ["2", "2", "0", "0", "0"]);
    assert_eq!(row(&laid, "have (tidligere)"), ["2", "2", "0", "0", "0"]);
    assert_eq!(row(&laid, "Uden for områderne"), ["1"]);
}

/// What is shown of a report where counts below a bound are withheld.
fn shown_below(report: Report, below: u32) -> (Laid, Vec<Withheld>) {
    let figure = of(report);
    let mut figures = Figures::new();
    figure.leave(&mut figures).unwrap_or_else(|fault| panic!("{}: {fault}", report.name()));
    let release = figures.release(below, &Ledger::of("styregruppe"), &[]);
    released(lay_out(&figure, Locale::Da), &release, Locale::Da)
}

#[test]
fn every_number_of_a_report_that_can_leave_is_judged() {
    for report in Report::ALL.iter().filter(|report| of(**report).may_leave()) {
        let (laid, withheld) = shown_below(*report, 0);
        assert_eq!(withheld, [], "{}", report.name());
        assert!(laid.basis.is_empty() || *report == Report::Continuation, "{}", report.name());
        for cell in laid.tables.iter().flat_map(|table| table.rows.iter().flatten()) {
            assert_ne!(cell.text, crate::disclosure::WITHHELD, "{}", report.name());
        }
    }
}

#[test]
fn three_in_clarification_cannot_be_worked_out_from_what_is_shown() {
    let (laid, withheld) = shown_below(Report::Status, 5);
    assert_eq!(row(&laid, "I afklaring"), [".."]);
    assert!(row(&laid, "Indskrevet") == [".."] || row(&laid, "Tilknyttet") == [".."], "{laid:?}");
    assert!(withheld.iter().any(|one| one.called == "I afklaring" && one.key.is_some()), "{withheld:?}");
    // Its sentence would say it otherwise.
    assert!(laid.basis.is_empty());
}

#[test]
fn a_number_that_nobody_judged_does_not_leave() {
    let release = Figures::new().release(5, &Ledger::of("styregruppe"), &[]);
    let (laid, withheld) = released(lay_out(&of(Report::Caseload), Locale::Da), &release, Locale::Da);
    assert_eq!(withheld.len(), 6);
    assert_eq!(row(&laid, "lise"), ["..", "..", "..", "ja"]);
}

#[test]
fn a_partners_median_leaves_from_ten_answers_on_and_is_seen_by_the_team_from_one() {
    let Figure::Referrals(mut figure) = of(Report::Referrals) else { panic!("referrals") };
    (figure.out[0].n, figure.out[0].answered, figure.n) = (9, 9, 16);
    let figure = Figure::Referrals(figure);
    let laid = lay_out(&figure, Locale::Da);
    let days = |laid: &Laid| laid.tables[1].rows[0][3].text.clone();
    assert_eq!(days(&laid), "4,5");
    let mut figures = Figures::new();
    figure.leave(&mut figures).unwrap();
    let (laid, _) = released(laid, &figures.release(5, &Ledger::of("styregruppe"), &[]), Locale::Da);
    assert_eq!(days(&laid), "..");
    assert_eq!(days(&shown_below(Report::Referrals, 5).0), "4,5");
}
