//! The page with figures, without any, held against another period, and with what was typed wrong.

use app::view::figures::FiguresAsk;

use super::*;
use crate::pages::sample;

fn shown(page: &FiguresPage, fields: &Fields) -> String {
    show(&sample::coordinator(), page, fields).unwrap().0
}

fn days(dag: Option<&str>, fra: Option<&str>, til: Option<&str>) -> Fields {
    let [dag, fra, til] = [dag, fra, til].map(|typed| typed.map(str::to_owned));
    Fields::read(Asked { dag, fra, til, ..Asked::default() })
}

#[test]
fn the_status_stands_as_a_sum_and_its_numbers_open() {
    let html = shown(&sample::figures(), &Fields::default());
    for words in [
        "19 borgere er tilknyttet",
        "16 + 3 + 37 = 56",
        "Forladt i afklaring",
        "Gennemsnit 2,0 om måneden",
        "mellem 3 og 10",
        "Bygger på n = 24 indskrivninger på 12 måneder",
        "n = 42 forskellige personer",
        "n = 61: periodens henvendelser og indskrivninger. Mangler: 2",
        "Udredning og kontakt med normalsystemet",
        "n = 53 forløb. Mangler: 2 uden en udredning",
        "75 timer på 114 kontakter med minutter",
        "Tid ved siden af nåede mål",
        "WHO-5 efter zone",
        "At stoppe: 15",
    ] {
        assert!(html.contains(words), "{words} is missing");
    }
    assert_eq!(html.matches("class=\"rule\"").count(), 16);
    sample::check_page(&html);
}

#[test]
fn every_figure_can_be_taken_as_a_file_of_the_days_shown() {
    let html = shown(&sample::figures(), &Fields::default());
    for report in ["status", "intake", "outcomes", "effort", "goals", "referrals", "situation", "caseload"] {
        for kind in ["csv", "xlsx"] {
            let address =
                format!("href=\"/noegletal/fil/{report}.{kind}?dag=23.11.2015&#38;fra=1.12.2014&#38;til=30.11.2015\"");
            assert!(html.contains(&address), "{address}");
        }
    }
}

#[test]
fn below_each_number_stands_that_of_the_year_before_and_the_difference() {
    let html = shown(&sample::compared_figures(), &Fields::default());
    assert!(html.contains("Perioden 1.12.2014–30.11.2015, ved siden af 1.12.2013–30.11.2014"));
    assert!(html.contains(">24</a><span class=\"than\">12 · +12</span>"), "enrolments");
    assert!(html.contains(">2,0</a><span class=\"than\">1,0 · +1</span>"), "their average");
    assert!(html.contains("December 2014<span class=\"than\">december 2013</span>"));
    assert!(html.matches("Under hvert tal: det samme tal for 1.12.2013 til 30.11.2014").count() == 5);
    sample::check_page(&html);
}

#[test]
fn single_persons_steps_are_drawn_for_who_works_with_citizens_and_for_nobody_else() {
    let mut page = sample::figures();
    let html = shown(&page, &Fields::default());
    assert!(html.contains("Hver borgers første og seneste trin") && html.contains("chart-steps"));
    page.shows_steps = false;
    let html = shown(&page, &Fields::default());
    assert!(!html.contains("chart-steps") && !html.contains("første og seneste trin"));
}

#[test]
fn a_period_can_be_chosen_by_a_link_that_keeps_what_it_is_held_against() {
    let fields = Fields::read(serde_json::from_str(r#"{"sammenlign": "aaret-foer"}"#).unwrap());
    let html = shown(&sample::figures(), &fields);
    for (text, days) in [
        ("Bevillingsår 2014", "fra=1.1.2014&#38;til=31.12.2014"),
        ("Dette kvartal", "fra=1.10.2015&#38;til=31.12.2015"),
        ("Måneden før", "fra=1.10.2015&#38;til=31.10.2015"),
    ] {
        let link = format!("{days}&#38;sammenlign=aaret-foer\">{text}</a>");
        assert!(html.contains(&link), "{link}");
    }
    assert!(html.contains("aria-current=\"true\">Seneste 12 måneder"));
    assert!(html.contains("value=\"aaret-foer\" selected"));
}

#[test]
fn a_wrong_day_is_told_beside_its_field_and_stays_there() {
    let fields = days(Some("31.2.2016"), None, None);
    assert_eq!(fields.ask().day, None);
    let html = shown(&sample::figures(), &fields);
    assert!(html.contains("Skriv datoen som 23.11.2015") && html.contains("value=\"31.2.2016\""));
    sample::check_page(&html);
}

#[test]
fn a_period_that_ends_before_it_begins_is_not_asked_for() {
    let fields = days(None, Some("1.2.2015"), Some("1.1.2015"));
    assert_eq!(fields.ask(), FiguresAsk::default());
    assert!(shown(&sample::figures(), &fields).contains("Perioden skal slutte efter"));
}

#[test]
fn one_end_on_the_wrong_side_of_the_usual_period_keeps_what_was_typed() {
    for (mut fields, typed) in
        [(days(None, None, Some("1.1.2010")), "1.1.2010"), (days(None, Some("1.1.2030"), None), "1.1.2030")]
    {
        fields.refuse_period();
        assert_eq!(fields.ask(), FiguresAsk::default());
        let html = shown(&sample::figures(), &fields);
        assert!(
            html.contains(&format!("value=\"{typed}\" aria-invalid=\"true\"")) && html.contains("Perioden skal slutte")
        );
    }
}

#[test]
fn a_programme_without_anybody_has_figures_too() {
    let html = shown(&sample::no_figures(), &Fields::default());
    assert!(html.contains("0 borgere er tilknyttet") && html.contains("Ingen har to hele målinger endnu"));
    assert!(html.contains("Ingen henvendelser i perioden"));
    sample::check_page(&html);
}

#[test]
fn awkward_names_are_shown_as_words() {
    let mut page = sample::figures();
    for load in &mut page.caseload.workers {
        load.worker = sample::awkward();
    }
    sample::check_awkward(&shown(&page, &Fields::default()));
}
