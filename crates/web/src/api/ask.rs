//! What a program asks for, from the address: days as ISO writes them, and nothing else.

use app::report::ReportAsk;
use axum::extract::Query;
use axum::http::Uri;
use chrono::{Datelike, NaiveDate};
use domain::report::Report;

use super::parameters;

/// How a day is written, as the OpenAPI description says it too.
pub(crate) const DAY: &str = r"^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$";

/// A parameter that was refused, and the key of the text that says why.
pub(crate) type Refused = (String, &'static str);

/// The longest name of a parameter that is told back, in letters.
const TOLD: usize = 40;

/// What is asked of a report.
///
/// # Errors
///
/// Every refusal at once: a day that is none, a parameter that the report does not have, one that stands twice.
pub(crate) fn read(report: Report, address: &Uri) -> Result<ReportAsk, Vec<Refused>> {
    let mut ask = ReportAsk { anchoring: Some(domain::staffing::Share::default()), ..ReportAsk::default() };
    let mut refused: Vec<Refused> = Vec::new();
    let Ok(Query(pairs)) = Query::<Vec<(String, String)>>::try_from_uri(address) else {
        return Err(vec![(String::new(), "api-no-such-parameter")]);
    };
    for (name, value) in pairs {
        let place = match name.as_str() {
            "as_of" => Some(&mut ask.as_of),
            "from" => Some(&mut ask.from),
            "to" => Some(&mut ask.to),
            _ => None,
        };
        let Some(place) = place.filter(|_| parameters(report).contains(&name.as_str())) else {
            refused.push((name.chars().take(TOLD).collect(), "api-no-such-parameter"));
            continue;
        };
        match day(&value) {
            Some(_) if place.is_some() => refused.push((name, "api-parameter-twice")),
            Some(day) => *place = Some(day),
            None => refused.push((name, "api-no-day")),
        }
    }
    if refused.is_empty() { Ok(ask) } else { Err(refused) }
}

/// A day of the years 1900 to 2199, as `2015-11-23`.
fn day(text: &str) -> Option<NaiveDate> {
    let is_plain = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    text.parse().ok().filter(|day: &NaiveDate| is_plain && (1900..2200).contains(&day.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(report: Report, query: &str) -> Result<ReportAsk, Vec<Refused>> {
        read(report, &format!("/?{query}").parse().unwrap())
    }

    fn fields(report: Report, query: &str) -> Vec<Refused> {
        asked(report, query).err().unwrap_or_default()
    }

    #[test]
    fn a_day_is_written_as_iso_writes_it_and_in_no_other_way() {
        let ask = asked(Report::Intake, "from=2015-01-01&to=2015-12-31&as_of=2015-12-31").unwrap();
        assert_eq!(ask.to, NaiveDate::from_ymd_opt(2015, 12, 31));
        for wrong in ["", "23.11.2015", "2015-02-31", "20151123", "+2015-1-23", "1899-12-31", "2200-01-01", "i+dag"] {
            let refused = fields(Report::Status, &format!("as_of={wrong}"));
            assert_eq!(refused, [("as_of".to_owned(), "api-no-day")], "{wrong}");
        }
    }

    #[test]
    fn a_name_that_is_mistyped_is_told_and_never_passed_over() {
        let refused = fields(Report::Status, "asof=2015-11-23&as_of=x&from=2015-01-01");
        let names: Vec<_> = refused.iter().map(|(name, why)| (name.as_str(), *why)).collect();
        let no_such = "api-no-such-parameter";
        assert_eq!(names, [("asof", no_such), ("as_of", "api-no-day"), ("from", no_such)]);
    }

    #[test]
    fn a_day_that_stands_twice_is_no_answer_to_which() {
        let refused = fields(Report::Status, "as_of=2015-11-23&as_of=2015-11-24");
        assert_eq!(refused, [("as_of".to_owned(), "api-parameter-twice")]);
    }

    #[test]
    fn a_long_name_is_not_told_back_whole() {
        let refused = fields(Report::Status, &format!("{}=1", "x".repeat(5000)));
        assert_eq!(refused[0].0.len(), TOLD);
    }
}
