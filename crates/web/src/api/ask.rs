//! What a program asks for, from the address: days as ISO writes them, and nothing else.

use app::report::ReportAsk;
use axum::extract::Query;
use axum::http::Uri;
use chrono::{Datelike, NaiveDate};
use domain::refusal::{Code, Refusal};
use domain::report::Report;
use render::Words;

use super::parameters;

/// How a day is written, as the OpenAPI description says it too.
pub(crate) const DAY: &str = r"^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$";

/// The longest address that is read, in bytes: what RFC 9110 asks of everybody, and far more than any question takes.
pub(crate) const LONGEST: usize = 8000;

/// The longest name of a parameter that is told back, in letters.
const TOLD: usize = 40;

/// The most parameters that are told back.
const MOST: usize = 10;

/// A parameter that was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    pub(crate) field: String,
    pub(crate) why: Why,
}

/// Why a parameter was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// It is no day.
    NoDay,
    /// The address has other parameters, or none.
    NoParameter(&'static [&'static str]),
    /// It stands twice.
    Twice,
    /// The period ends before it begins.
    PeriodEmpty,
    /// The day has not been.
    InTheFuture,
    /// The day is before the programme's first funded day.
    BeforeProgramme,
}

impl Refused {
    fn new(field: impl Into<String>, why: Why) -> Self {
        Self { field: field.into(), why }
    }

    /// What to do about it.
    pub(crate) fn told(&self, t: &Words) -> String {
        let key = match self.why {
            Why::NoDay => "api-no-day",
            Why::NoParameter([]) => "api-no-parameters",
            Why::NoParameter(others) => {
                return t.say_of("api-no-such-parameter", "parameters", &others.join(", "));
            }
            Why::Twice => "api-parameter-twice",
            Why::PeriodEmpty => "api-period-empty",
            Why::InTheFuture => "api-future",
            Why::BeforeProgramme => "api-before-programme",
        };
        t.say(key).to_owned()
    }
}

impl From<&Refusal> for Refused {
    fn from(refusal: &Refusal) -> Self {
        let why = match refusal.code {
            Code::EndsBeforeItBegins => Why::PeriodEmpty,
            Code::InTheFuture => Why::InTheFuture,
            Code::BeforeProgramme => Why::BeforeProgramme,
            _ => Why::NoDay,
        };
        Self::new(refusal.field, why)
    }
}

/// What is asked of a report.
///
/// # Errors
///
/// Every refusal at once, up to ten: a day that is none, a parameter that the report does not have, one that stands twice.
pub(crate) fn read(report: Report, address: &Uri) -> Result<ReportAsk, Vec<Refused>> {
    let mut ask = ReportAsk { anchoring: Some(domain::staffing::Share::default()), ..ReportAsk::default() };
    let known = parameters(report);
    let mut refused: Vec<Refused> = Vec::new();
    for (name, value) in pairs(address, known)? {
        let place = match name.as_str() {
            "as_of" => Some(&mut ask.as_of),
            "from" => Some(&mut ask.from),
            "to" => Some(&mut ask.to),
            _ => None,
        };
        let Some(place) = place.filter(|_| known.contains(&name.as_str())) else {
            refused.push(unknown(&name, known));
            continue;
        };
        match day(&value) {
            Some(_) if place.is_some() => refused.push(Refused::new(name, Why::Twice)),
            Some(day) => *place = Some(day),
            None => refused.push(Refused::new(name, Why::NoDay)),
        }
    }
    refused.truncate(MOST);
    if refused.is_empty() { Ok(ask) } else { Err(refused) }
}

/// Of an address that has no parameters.
///
/// # Errors
///
/// Those that stand there all the same, up to ten.
pub(crate) fn nothing(address: &Uri) -> Result<(), Vec<Refused>> {
    let refused: Vec<_> = pairs(address, &[])?.iter().take(MOST).map(|(name, _)| unknown(name, &[])).collect();
    if refused.is_empty() { Ok(()) } else { Err(refused) }
}

fn pairs(address: &Uri, known: &'static [&'static str]) -> Result<Vec<(String, String)>, Vec<Refused>> {
    let pairs = Query::<Vec<(String, String)>>::try_from_uri(address);
    pairs.map(|Query(pairs)| pairs).map_err(|_| vec![Refused::new("", Why::NoParameter(known))])
}

fn unknown(name: &str, known: &'static [&'static str]) -> Refused {
    Refused::new(name.chars().take(TOLD).collect::<String>(), Why::NoParameter(known))
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
            assert_eq!(refused, [Refused::new("as_of", Why::NoDay)], "{wrong}");
        }
    }

    #[test]
    fn a_name_that_is_mistyped_is_told_and_never_passed_over() {
        let refused = fields(Report::Status, "asof=2015-11-23&as_of=x&from=2015-01-01");
        let no_such = Why::NoParameter(&["as_of"]);
        let expected = [("asof", no_such), ("as_of", Why::NoDay), ("from", no_such)];
        assert_eq!(refused, expected.map(|(name, why)| Refused::new(name, why)));
        assert_eq!(nothing(&"/?as_of=2015-11-23".parse().unwrap()), Err(vec![unknown("as_of", &[])]));
        assert_eq!(nothing(&"/?".parse().unwrap()), Ok(()));
    }

    #[test]
    fn a_day_that_stands_twice_is_no_answer_to_which() {
        let refused = fields(Report::Status, "as_of=2015-11-23&as_of=2015-11-24");
        assert_eq!(refused, [Refused::new("as_of", Why::Twice)]);
    }

    #[test]
    fn neither_a_long_name_nor_many_names_are_told_back_whole() {
        let refused = fields(Report::Status, &format!("{}=1", "x".repeat(5000)));
        assert_eq!(refused[0].field.len(), TOLD);
        assert_eq!(fields(Report::Status, &"x&".repeat(300)).len(), MOST);
    }
}
