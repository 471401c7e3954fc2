//! What a meeting keeps of a figure: its numbers, its day, what it rests on (R20). No row of it, so nobody can be told from it.

use chrono::NaiveDate;

use super::{Frozen, Number};
use crate::code::AgendaKind;
use crate::facts::Referral;
use crate::report::fidelity::FidelityFigure;
use crate::report::forecast::Forecast;
use crate::report::goals::Goals;
use crate::report::status::StatusFigure;
use crate::report::wind_down::WindDownFigure;

fn count(key: &str, value: impl TryInto<u32>) -> Number {
    Number { key: key.to_owned(), value: value.try_into().ok().map(f64::from), of: None }
}

impl Frozen {
    /// Of `status`.
    pub fn status(figure: &StatusFigure) -> Self {
        Self {
            kind: AgendaKind::Status,
            as_of: figure.as_of,
            n: figure.n.into(),
            missing: figure.missing.into(),
            numbers: vec![
                count("enrolled", figure.enrolled),
                count("in_clarification", figure.in_clarification),
                count("attached", figure.attached),
                count("closed", figure.closed),
                count("different_users", figure.different_users),
            ],
        }
    }

    /// Of `wind-down`: how many, not who.
    pub fn wind_down(figure: &WindDownFigure) -> Self {
        Self {
            kind: AgendaKind::WindDown,
            as_of: figure.as_of,
            n: figure.n as u64,
            missing: figure.missing as u64,
            numbers: vec![
                count("open_courses", figure.open_courses),
                count("ends_in_time", figure.ends_in_time),
                count("cut_short", figure.cut_short.len()),
                count("cannot_end", figure.cannot_end.len()),
                count("clarifications", figure.clarifications.len()),
            ],
        }
    }

    /// Of `forecast`, made on a day.
    pub fn forecast(figure: &Forecast, day: NaiveDate) -> Self {
        let [low, high] = figure.interval_80.map_or([None, None], |ends| ends.map(|end| Some(f64::from(end))));
        let number = |key: &str, value| Number { key: key.to_owned(), value, of: None };
        Self {
            kind: AgendaKind::Forecast,
            as_of: day,
            n: figure.n.into(),
            missing: figure.missing.into(),
            numbers: vec![
                number("average_a_month", figure.average_a_month),
                number("expected", figure.expected),
                number("low", low),
                number("high", high),
            ],
        }
    }

    /// Of `fidelity`: of the courses that an indicator can be decided for, those that meet it.
    pub fn fidelity(figure: &FidelityFigure) -> Self {
        let line = |line: &crate::report::fidelity::IndicatorLine| Number {
            key: line.key.code().to_owned(),
            value: Some(line.met.into()),
            of: Some(u64::from(line.met) + u64::from(line.not_met)),
        };
        Self {
            kind: AgendaKind::Fidelity,
            as_of: figure.as_of,
            n: figure.n.into(),
            missing: figure.missing.into(),
            numbers: figure.indicators.iter().map(line).collect(),
        }
    }

    /// Of `goals`: those outside the goal areas (M16).
    pub fn goals(figure: &Goals) -> Self {
        let unlinked = Number { of: Some(figure.n.into()), ..count("unlinked", figure.unlinked) };
        Self {
            kind: AgendaKind::Goals,
            as_of: figure.to,
            n: figure.n.into(),
            missing: figure.missing.into(),
            numbers: vec![unlinked],
        }
    }

    /// The referrals sent by a day and not answered on it (M21).
    pub fn referrals(sent: &[Referral], day: NaiveDate) -> Self {
        let by_then: Vec<&Referral> = sent.iter().filter(|one| one.sent_on <= day).collect();
        let is_open = |one: &&&Referral| one.answered_on().is_none_or(|on| on > day);
        let open = by_then.iter().filter(is_open).count();
        Self {
            kind: AgendaKind::Referrals,
            as_of: day,
            n: by_then.len() as u64,
            missing: 0,
            numbers: vec![Number { of: Some(by_then.len() as u64), ..count("unanswered", open) }],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::ReferralState;
    use crate::example::day;

    #[test]
    fn a_referral_is_unanswered_until_the_day_it_is_answered() {
        let referral = |sent: &str, answered: Option<&str>| Referral {
            course: crate::id::CourseId(uuid::Uuid::from_u128(1)),
            sent_on: day(sent),
            partner: "Reden".to_owned(),
            area: None,
            states: answered.map(|on| (day(on), ReferralState::ALL[1])).into_iter().collect(),
        };
        let sent =
            [referral("2015-11-01", None), referral("2015-11-02", Some("2015-11-20")), referral("2015-12-01", None)];
        let open = |on: &str| {
            let frozen = Frozen::referrals(&sent, day(on));
            (frozen.numbers[0].value, frozen.numbers[0].of)
        };
        assert_eq!(open("2015-11-19"), (Some(2.0), Some(2)));
        assert_eq!(open("2015-11-20"), (Some(1.0), Some(2)), "what was sent later does not count");
    }
}
