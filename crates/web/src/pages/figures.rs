//! `/noegletal`: the programme's figures as of a day and over a period; every number opens what it counts (R20).

use app::view::figures::{FiguresAsk, FiguresPage};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use domain::programme::Period;
use domain::report;
use render::catalogue::capital;
use render::chart::intake;
use render::report::{Laid, lay_out};
use render::{Words, day, number};
use serde::Deserialize;

use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::field::DayField;
use crate::frame::{Frame, Place, may};
use crate::part::Picture;
use crate::reader::{Reader, SignedIn};

mod outcome;
mod sum;

use outcome::Outcome;
use sum::Figure;

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    dag: Option<String>,
    fra: Option<String>,
    til: Option<String>,
}

/// What was typed, read.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields {
    day: DayField,
    from: DayField,
    to: DayField,
}

impl Fields {
    fn read(asked: Asked) -> Self {
        let mut fields =
            Self { day: DayField::read(asked.dag), from: DayField::read(asked.fra), to: DayField::read(asked.til) };
        if fields.from.day.zip(fields.to.day).is_some_and(|(from, to)| to < from) {
            fields.refuse_period();
        }
        fields
    }

    /// Tells, beside an end of the period that was typed, that the period ends before it begins.
    fn refuse_period(&mut self) {
        let typed = if self.to.day.is_some() { &mut self.to } else { &mut self.from };
        typed.fault = Some("period-wrong");
    }

    /// What is asked; a period that is wrong is not asked for.
    fn ask(&self) -> FiguresAsk {
        let is_right = self.from.fault.is_none() && self.to.fault.is_none();
        FiguresAsk { day: self.day.day, from: self.from.day.filter(|_| is_right), to: self.to.day.filter(|_| is_right) }
    }
}

/// The figures.
pub(crate) async fn figures(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let mut fields = Fields::read(asked);
    let mut page = app::figures::page(&site.app, &cx, fields.ask()).await;
    // One end was typed and lies on the wrong side of the usual other: told beside the field, over the usual period.
    if matches!(page, Err(app::Error::Refusal(_))) {
        fields.refuse_period();
        page = app::figures::page(&site.app, &cx, fields.ask()).await;
    }
    let page = page.map_err(|error| reader.fault(error))?;
    show(&reader, &page, &fields)
}

#[derive(Template)]
#[template(path = "figures.html")]
struct FiguresHtml<'a> {
    f: Frame<'a>,
    may_see_reports: bool,
    lead: String,
    day: String,
    from: String,
    to: String,
    day_fault: Option<&'static str>,
    from_fault: Option<&'static str>,
    to_fault: Option<&'static str>,
    headline: String,
    headline_rest: String,
    sum: Vec<Figure>,
    beside: Vec<Figure>,
    intake: IntakeHtml,
    channels: Vec<(String, String)>,
    channels_total: String,
    channels_rule: String,
    channels_basis: String,
    loads: Vec<LoadHtml<'a>>,
    caseload_rule: String,
    forecast: Option<[String; 5]>,
    outcomes_note: String,
    outcome: Outcome<'a>,
    situation: Laid,
}

struct IntakeHtml {
    count: String,
    rule: String,
    average: String,
    has_average: bool,
    picture: Picture,
    rows: Vec<(String, [String; 4])>,
    total: [String; 4],
}

struct LoadHtml<'a> {
    worker: &'a str,
    enrolled: String,
    in_clarification: String,
    total: String,
    room: String,
    is_over: bool,
}

pub(super) fn show(reader: &Reader, page: &FiguresPage, fields: &Fields) -> Result<Html<String>, Fault> {
    let here = format!(
        "/noegletal?dag={}&fra={}&til={}",
        day::typed(page.day),
        day::typed(page.period.from),
        day::typed(page.period.to)
    );
    let f = Frame::new(reader, render::words(reader.locale).say("figures"), Place::Figures, here);
    let t = f.t;
    let status = &page.status;
    let on = day::numeric(t, page.day);
    let fault = |field: &DayField| field.fault.map(|key| t.say(key));
    let period = day::period(t, page.period);
    let by_channel = &page.intake.by_channel;
    let enquiries: u64 = by_channel.iter().map(|(_, n)| n).sum();
    let missing: u64 = by_channel.iter().filter(|(channel, _)| channel.is_none()).map(|(_, n)| n).sum();
    laid_out(&FiguresHtml {
        may_see_reports: may(reader, domain::access::Action::SeeReports),
        lead: t.say_with(
            "figures-of",
            &[("programme", t.locale().of(&page.programme).into()), ("day", (&day::long(t, page.day)).into())],
        ),
        day: fields.day.shown(Some(page.day)),
        from: fields.from.shown(Some(page.period.from)),
        to: fields.to.shown(Some(page.period.to)),
        day_fault: fault(&fields.day),
        from_fault: fault(&fields.from),
        to_fault: fault(&fields.to),
        headline: t.say_with("headline-attached", &[("n", status.attached.into())]),
        headline_rest: t.say_with(
            "headline-rest",
            &[
                ("enrolled", status.enrolled.into()),
                ("clarification", status.in_clarification.into()),
                ("closed", status.closed.into()),
                ("users", status.different_users.into()),
            ],
        ),
        sum: sum::sum(t, status, &on),
        beside: sum::beside(t, status, &on),
        intake: intake_html(t, page, &period),
        channels: by_channel
            .iter()
            .map(|(channel, n)| {
                let name = channel.map_or_else(|| t.say("not-known"), |channel| t.code("channel", channel.code()));
                (capital(name), number::count(t.locale(), *n))
            })
            .collect(),
        channels_total: number::count(t.locale(), enquiries),
        channels_rule: t.say_with(
            "channels-rule",
            &[("period", (&period).into()), ("n", enquiries.into()), ("missing", missing.into())],
        ),
        channels_basis: t.say_with("channels-basis", &[("n", enquiries.into()), ("missing", missing.into())]),
        loads: loads(t, page),
        caseload_rule: t.say_with("caseload-rule", &[("day", (&on).into()), ("cap", page.caseload.cap.into())]),
        forecast: forecast(t, page),
        outcomes_note: t.say_with("outcomes-note", &[("day", (&day::numeric(t, page.period.to)).into())]),
        outcome: Outcome::new(t, &page.outcomes, &period),
        situation: lay_out(&report::Figure::Situation(page.situation.clone()), t.locale()),
        f,
    })
}

fn intake_html(t: &Words, page: &FiguresPage, period: &str) -> IntakeHtml {
    let intake = &page.intake;
    let count = |n: u64| number::count(t.locale(), n);
    let months: Vec<_> = intake.by_month.iter().map(|month| (month.first_day, month.enrolments)).collect();
    let title = t.say_with("intake-title", &[("period", period.into()), ("n", intake.enrolments.into())]);
    let average = intake.average_a_month.map(|average| number::decimal(t.locale(), average, 1));
    let sum = |of: fn(&app::view::figures::Month) -> u64| count(intake.by_month.iter().map(of).sum());
    IntakeHtml {
        count: t.say_with("intake-count", &[("n", intake.enrolments.into()), ("months", intake.months.into())]),
        rule: t.say_with(
            "intake-rule",
            &[("period", period.into()), ("months", intake.months.into()), ("n", intake.enrolments.into())],
        ),
        has_average: average.is_some(),
        average: average.map_or_else(
            || t.say("intake-no-average").to_owned(),
            |average| t.say_with("intake-average", &[("average", (&average).into())]),
        ),
        picture: Picture(intake::draw(
            t,
            &intake::Intake { title: &title, months: &months, average: intake.average_a_month },
        )),
        rows: intake
            .by_month
            .iter()
            .map(|month| {
                let counts = [month.enquiries, month.clarifications, month.enrolments, month.closings];
                (day::month(t, month.first_day), counts.map(count))
            })
            .collect(),
        total: [
            sum(|month| month.enquiries),
            sum(|month| month.clarifications),
            sum(|month| month.enrolments),
            sum(|month| month.closings),
        ],
    }
}

fn loads<'a>(t: &Words, page: &'a FiguresPage) -> Vec<LoadHtml<'a>> {
    let count = |n: u64| number::count(t.locale(), n);
    let cap = u64::from(page.caseload.cap);
    let load = |load: &'a app::view::figures::Load| {
        let total = load.enrolled + load.in_clarification;
        LoadHtml {
            worker: load.worker.reveal(),
            enrolled: count(load.enrolled),
            in_clarification: count(load.in_clarification),
            total: count(total),
            room: if total > cap {
                t.say_with("caseload-over", &[("n", (total - cap).into())])
            } else {
                t.say_with("caseload-free", &[("n", (cap - total).into())])
            },
            is_over: total > cap,
        }
    };
    page.caseload.workers.iter().map(load).collect()
}

/// The number, its period, its interval, its rule and what to be careful about.
fn forecast(t: &Words, page: &FiguresPage) -> Option<[String; 5]> {
    let forecast = page.forecast.as_ref()?;
    let period = |period: Period| day::period(t, period);
    let (low, high) = forecast.interval_80;
    let average = number::decimal(t.locale(), forecast.average_a_month, 1);
    Some([
        number::median(t.locale(), forecast.expected),
        t.say_with("forecast-period", &[("period", (&period(forecast.period)).into())]),
        t.say_with("forecast-interval", &[("low", low.into()), ("high", high.into())]),
        t.say_with(
            "forecast-rule",
            &[
                ("average", (&average).into()),
                ("observed", (&period(forecast.observed_period)).into()),
                ("n", forecast.observed.into()),
                ("months", forecast.observed_months.into()),
            ],
        ),
        t.say_with("forecast-caution", &[("n", forecast.observed.into()), ("months", forecast.observed_months.into())]),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::sample;

    fn shown(page: &FiguresPage, fields: &Fields) -> String {
        show(&sample::coordinator(), page, fields).unwrap().0
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
            "n = 28 borgere. 5 mangler",
            "n = 40 borgere. 2 mangler",
            "n = 37 henvendelser. Kanalen mangler for 2",
            "Udredning og kontakt med normalsystemet",
            "n = 53 forløb. Mangler: 2 uden en udredning",
        ] {
            assert!(html.contains(words), "{words} is missing");
        }
        assert_eq!(html.matches("class=\"rule\"").count(), 15);
        sample::check_page(&html);
    }

    #[test]
    fn a_wrong_day_is_told_beside_its_field_and_stays_there() {
        let asked = Asked { dag: Some("31.2.2016".to_owned()), ..Asked::default() };
        let fields = Fields::read(asked);
        assert_eq!(fields.ask().day, None);
        let html = shown(&sample::figures(), &fields);
        assert!(html.contains("Skriv datoen som 23.11.2015") && html.contains("value=\"31.2.2016\""));
        sample::check_page(&html);
    }

    #[test]
    fn a_period_that_ends_before_it_begins_is_not_asked_for() {
        let fields = Fields::read(Asked { dag: None, fra: Some("1.2.2015".into()), til: Some("1.1.2015".into()) });
        assert_eq!(fields.ask(), FiguresAsk::default());
        assert!(shown(&sample::figures(), &fields).contains("Perioden skal slutte efter"));
    }

    #[test]
    fn one_end_on_the_wrong_side_of_the_usual_period_keeps_what_was_typed() {
        for (asked, typed) in [
            (Asked { til: Some("1.1.2010".into()), ..Asked::default() }, "1.1.2010"),
            (Asked { fra: Some("1.1.2030".into()), ..Asked::default() }, "1.1.2030"),
        ] {
            let mut fields = Fields::read(asked);
            fields.refuse_period();
            assert_eq!(fields.ask(), FiguresAsk::default());
            let html = shown(&sample::figures(), &fields);
            assert!(
                html.contains(&format!("value=\"{typed}\" aria-invalid=\"true\""))
                    && html.contains("Perioden skal slutte")
            );
        }
    }

    #[test]
    fn a_programme_without_anybody_has_figures_too() {
        let html = shown(&sample::no_figures(), &Fields::default());
        assert!(html.contains("0 borgere er tilknyttet") && html.contains("Ingen har to hele målinger endnu"));
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
}
