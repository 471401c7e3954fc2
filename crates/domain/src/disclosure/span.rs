//! The time that a cell counts over, and how periods that were told lie in one another.

use std::cmp::Reverse;
use std::fmt::{self, Display, Formatter};

use chrono::NaiveDate;

/// From a day, or from ever, to a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Span {
    from: Option<NaiveDate>,
    to: NaiveDate,
}

/// What a key counts and the day or the period at its end.
fn split(key: &str) -> (&str, &str) {
    key.rsplit_once(' ').unwrap_or((key, key))
}

/// The last word of a key: the day or the period.
pub(super) fn when(key: &str) -> &str {
    split(key).1
}

/// Whether a line's key counts what a series counts.
pub(super) fn is_of(key: &str, series: &str) -> bool {
    split(key).0 == series
}

/// Whether a key counts the same as another over a part of its time.
pub fn is_within(part: &str, whole: &str) -> bool {
    let spans = Span::of_key(whole).zip(Span::of_key(part));
    split(part).0 == split(whole).0 && spans.is_some_and(|(whole, part)| whole.holds(part))
}

impl Display for Span {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { from, to } = self;
        from.map_or(Ok(()), |from| write!(f, "{from}.."))?;
        write!(f, "{to}")
    }
}

impl Span {
    /// The time that a key ends with; `None` where it ends with none.
    pub(super) fn of_key(key: &str) -> Option<Self> {
        let when = when(key);
        let Some((from, to)) = when.split_once("..") else { return Some(Self { from: None, to: when.parse().ok()? }) };
        Some(Self { from: Some(from.parse().ok()?), to: to.parse().ok()? })
    }

    /// Whether it holds all of the other, and more.
    pub(super) fn holds(self, other: Self) -> bool {
        let begins = self.from.is_none_or(|from| other.from.is_some_and(|other| from <= other));
        self != other && begins && other.to <= self.to
    }

    /// Whether no day is in both.
    fn is_apart(self, other: Self) -> bool {
        other.from.is_some_and(|from| self.to < from) || self.from.is_some_and(|from| other.to < from)
    }

    /// How this and the times around it are divided by others that were told: each whole with parts of it. Where counts do not add up over time
    /// (`adds_up` is false) a whole has one part.
    pub(super) fn divisions(self, told: &[Self], adds_up: bool) -> Vec<(Self, Vec<Self>)> {
        let mut all: Vec<(Self, Vec<Self>)> = Vec::new();
        let within: Vec<Self> = told.iter().copied().filter(|other| self.holds(*other)).collect();
        let outermost = within.iter().filter(|one| !within.iter().any(|other| other.holds(**one)));
        for part in outermost {
            let parts = if adds_up { beside(*part, &within) } else { vec![*part] };
            if !all.iter().any(|(_, known)| *known == parts) {
                all.push((self, parts));
            }
        }
        let around: Vec<Self> = told.iter().copied().filter(|other| other.holds(self)).collect();
        let nearest = around.iter().filter(|one| !around.iter().any(|other| one.holds(*other)));
        for whole in nearest {
            let within: Vec<Self> = told.iter().copied().filter(|other| whole.holds(*other)).collect();
            all.push((*whole, if adds_up { beside(self, &within) } else { vec![self] }));
        }
        all
    }

    /// Whether the parts, which lie beside one another in it, are all of it.
    pub(super) fn is_all_of(self, parts: &[Self]) -> bool {
        let days = |span: &Self| span.days();
        self.days().is_some_and(|all| parts.iter().map(days).sum::<Option<i64>>() == Some(all))
    }

    /// What is left of it beside the parts, which lie beside one another in it and in their order; `None` where that is nothing or no single period.
    pub(super) fn gap(self, parts: &[Self]) -> Option<Self> {
        let mut next = self.from?;
        let mut gaps = Vec::new();
        for part in parts {
            let from = part.from?;
            if next < from {
                gaps.push(Self { from: Some(next), to: from.pred_opt()? });
            }
            next = part.to.succ_opt()?;
        }
        if next <= self.to {
            gaps.push(Self { from: Some(next), to: self.to });
        }
        match gaps.as_slice() {
            [gap] => Some(*gap),
            _ => None,
        }
    }

    /// How long it is, in days; `None` of all time.
    fn days(self) -> Option<i64> {
        self.from.map(|from| (self.to - from).num_days() + 1)
    }
}

/// The first, and of the others as many as have no day in common with what was taken, the longest before the shorter.
fn beside(first: Span, others: &[Span]) -> Vec<Span> {
    let mut taken = vec![first];
    let mut others = others.to_vec();
    others.sort_by_key(|other| Reverse(other.days().unwrap_or(i64::MAX)));
    for other in others {
        if taken.iter().all(|one| one.is_apart(other)) {
            taken.push(other);
        }
    }
    taken.sort_unstable();
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(when: &str) -> Span {
        Span::of_key(&format!("intake.n {when}")).unwrap()
    }

    #[test]
    fn a_key_ends_with_a_day_a_period_or_neither() {
        assert_eq!(span("2015-11-23").from, None);
        assert!(Span::of_key("enrolled").is_none() && Span::of_key("enrolled 2015").is_none());
        assert!(span("2015-01-01..2015-11-30").holds(span("2015-01-01..2015-10-31")));
        assert!(span("2015-11-30").holds(span("2015-11-23")) && !span("2015-11-23").holds(span("2015-11-30")));
        assert!(!span("2015-01-01..2015-11-30").holds(span("2015-11-23")));
    }

    #[test]
    fn a_period_is_its_parts_that_lie_beside_one_another_and_a_rest() {
        let [year, january, february, spring] =
            ["2015-01-01..2015-12-31", "2015-01-01..2015-01-31", "2015-02-01..2015-02-28", "2015-02-01..2015-04-30"]
                .map(span);
        let told = [january, february, spring, year];
        assert_eq!(year.divisions(&told, true), [(year, vec![january, spring])]);
        assert_eq!(year.divisions(&told, false), [(year, vec![january]), (year, vec![spring])]);
        assert_eq!(february.divisions(&told, true), [(spring, vec![february])]);
    }

    #[test]
    fn what_is_left_of_a_period_is_a_period_or_several_or_nothing() {
        let [spring, february, march, april] =
            ["2015-02-01..2015-04-30", "2015-02-01..2015-02-28", "2015-03-01..2015-03-31", "2015-04-01..2015-04-30"]
                .map(span);
        assert_eq!(spring.gap(&[february, march]), Some(april));
        assert_eq!(spring.gap(&[february, april]), Some(march));
        assert_eq!(spring.gap(&[march]), None);
        assert!(spring.gap(&[february, march, april]).is_none() && spring.is_all_of(&[february, march, april]));
        assert_eq!(spring.to_string(), "2015-02-01..2015-04-30");
    }

    #[test]
    fn what_is_told_later_of_a_part_divides_what_was_told_before() {
        let [year, january, february] =
            ["2015-01-01..2015-12-31", "2015-01-01..2015-01-31", "2015-02-01..2015-02-28"].map(span);
        assert_eq!(february.divisions(&[january, february, year], true), [(year, vec![january, february])]);
    }
}
