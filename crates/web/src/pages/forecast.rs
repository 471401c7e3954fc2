//! `/prognose`: who is expected (R22), whom the workers have room for (R12), and how many are needed (R13), month by month.

pub(super) mod part;

use std::collections::BTreeMap;

use app::Error;
use app::view::forecast::{ForecastAsk, ForecastPage};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use domain::staffing::{Share, workers_needed};
use render::{day, number};

use self::part::ForecastHtml;
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::field::DayField;
use crate::frame::{Frame, Place, may};
use crate::reader::{Reader, SignedIn};

/// What stands before a month in the name of its field.
const SHARE: &str = "f-";

/// What was typed, read.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields {
    day: DayField,
    from: DayField,
    to: DayField,
    /// What was typed for each month, and whether it is a share.
    shares: BTreeMap<String, (String, Option<Share>)>,
}

impl Fields {
    fn read(pairs: Vec<(String, String)>) -> Self {
        let mut fields = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "dag" => fields.day = DayField::read(Some(value)),
                "fra" => fields.from = DayField::read(Some(value)),
                "til" => fields.to = DayField::read(Some(value)),
                _ => {
                    if let Some(month) = name.strip_prefix(SHARE).filter(|_| !value.trim().is_empty()) {
                        let share = Share::parse(&value).ok();
                        fields.shares.insert(month.to_owned(), (value, share));
                    }
                }
            }
        }
        if fields.from.day.zip(fields.to.day).is_some_and(|(from, to)| to < from) {
            fields.to.fault = Some("period-wrong");
        }
        fields
    }

    fn ask(&self) -> ForecastAsk {
        let is_right = self.from.fault.is_none() && self.to.fault.is_none();
        let shares = self.shares.iter().filter_map(|(month, (_, share))| Some((month.clone(), (*share)?)));
        ForecastAsk {
            day: self.day.day,
            from: self.from.day.filter(|_| is_right),
            to: self.to.day.filter(|_| is_right),
            shares: shares.collect(),
        }
    }
}

/// The page.
pub(crate) async fn forecast(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Html<String>, Fault> {
    let mut fields = Fields::read(pairs);
    let mut page = app::forecast::page(&site.app, &cx, &fields.ask()).await;
    // One end was typed and lies on the wrong side of the usual other.
    if matches!(page, Err(Error::Refusal(_))) {
        fields.to.fault = Some("period-wrong");
        page = app::forecast::page(&site.app, &cx, &fields.ask()).await;
    }
    show(&reader, &page.map_err(|error| reader.fault(error))?, &fields)
}

struct MonthHtml {
    month: String,
    cells: [String; 5],
    field: String,
    label: String,
    typed: String,
    is_wrong: bool,
    workers: String,
    most: String,
    has: String,
    short: Option<String>,
}

#[derive(Template)]
#[template(path = "forecast.html")]
struct PageHtml<'a> {
    f: Frame<'a>,
    lead: String,
    day: String,
    from: String,
    to: String,
    day_fault: Option<&'static str>,
    from_fault: Option<&'static str>,
    to_fault: Option<&'static str>,
    fc: ForecastHtml,
    months: Vec<MonthHtml>,
    months_rule: String,
    share_fault: Option<&'static str>,
    examples: String,
}

pub(super) fn show(reader: &Reader, page: &ForecastPage, fields: &Fields) -> Result<Html<String>, Fault> {
    let t = render::words(reader.locale);
    let fault = |field: &DayField| field.fault.map(|key| t.say(key));
    let place = if may(reader, domain::access::Action::SeeDesk) { Place::Desk } else { Place::Figures };
    let here = format!(
        "/prognose?dag={}&fra={}&til={}",
        day::typed(page.day),
        day::typed(page.history.from),
        day::typed(page.history.to)
    );
    let fc = ForecastHtml::new(t, page);
    let months = page.months.iter().zip(&fc.rows).map(|(row, cells)| {
        let key = &row.ahead.load.month;
        let typed = fields.shares.get(key);
        let name = day::month(t, row.ahead.month.from);
        let short = row.workers.saturating_sub(row.has.into());
        MonthHtml {
            label: t.say_of("forecast-share-of", "month", &name),
            month: name,
            cells: cells.cells.clone(),
            field: format!("{SHARE}{key}"),
            typed: typed.map_or_else(|| number::decimal(t.locale(), 0.0, 0), |(typed, _)| typed.clone()),
            is_wrong: typed.is_some_and(|(_, share)| share.is_none()),
            workers: number::count(t.locale(), row.workers),
            most: number::count(t.locale(), row.workers_at_most),
            has: number::count(t.locale(), row.has),
            short: (short > 0).then(|| t.say_with("forecast-worker-short", &[("n", short.into())])),
        }
    });
    let months: Vec<MonthHtml> = months.collect();
    let needed = |citizens| number::count(t.locale(), workers_needed(citizens, page.cap, Share::default()));
    let [a, b, c] = [16, 20, 21].map(needed);
    laid_out(&PageHtml {
        lead: t.say_with(
            "figures-of",
            &[("programme", reader.locale.of(&reader.programme).into()), ("day", (&day::long(t, page.day)).into())],
        ),
        f: Frame::new(reader, t.say("forecast-title"), place, here),
        day: fields.day.shown(Some(page.day)),
        from: fields.from.shown(Some(page.history.from)),
        to: fields.to.shown(Some(page.history.to)),
        day_fault: fault(&fields.day),
        from_fault: fault(&fields.from),
        to_fault: fault(&fields.to),
        share_fault: months.iter().any(|month| month.is_wrong).then(|| t.say("forecast-share-wrong")),
        months,
        months_rule: t.say_with("forecast-months-rule", &[("cap", page.cap.into())]),
        examples: t.say_with("forecast-examples", &[("a", (&a).into()), ("b", (&b).into()), ("c", (&c).into())]),
        fc,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_each_month_is_read_from_the_address_and_a_wrong_one_stays_in_its_field() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let fields = Fields::read(vec![pair("f-2016-01", "0,25"), pair("f-2016-02", "2"), pair("f-2016-03", " ")]);
        let shares = fields.ask().shares;
        assert_eq!(shares.len(), 1);
        assert_eq!(shares["2016-01"], Share::parse("0.25").unwrap());
        assert_eq!(fields.shares["2016-02"], ("2".to_owned(), None));
    }

    #[test]
    fn a_period_the_wrong_way_round_is_not_asked_for() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let fields = Fields::read(vec![pair("fra", "1.2.2015"), pair("til", "1.1.2015")]);
        assert_eq!((fields.ask().from, fields.to.fault), (None, Some("period-wrong")));
    }
}
