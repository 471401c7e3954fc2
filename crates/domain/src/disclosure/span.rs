//! The time that a cell counts over, and how periods that were told lie in one another.

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
        let mut all = Vec::new();
        let within = outermost(told.iter().copied().filter(|other| self.holds(*other)));
        for part in &within {
            let parts = if adds_up { beside(*part, &within) } else { vec![*part] };
            if !all.iter().any(|(_, known)| *known == parts) {
                all.push((self, parts));
            }
        }
        let around: Vec<Self> = told.iter().copied().filter(|other| other.holds(self)).collect();
        let nearest = around.iter().filter(|one| !around.iter().any(|other| one.holds(*other)));
        for whole in nearest {
            let others = outermost(told.iter().copied().filter(|other| whole.holds(*other)));
            all.push((*whole, if adds_up { beside(self, &others) } else { vec![self] }));
        }
        all
    }
}

/// Those that no other of them holds.
fn outermost(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let spans: Vec<Span> = spans.collect();
    spans.iter().copied().filter(|one| !spans.iter().any(|other| other.holds(*one))).collect()
}

/// The first, and as many of the others as have no day in common with what was taken.
fn beside(first: Span, others: &[Span]) -> Vec<Span> {
    let mut taken = vec![first];
    for other in others {
        if taken.iter().all(|one| one.is_apart(*other)) {
            taken.push(*other);
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
    fn what_is_told_later_of_a_part_divides_what_was_told_before() {
        let [year, january, february] =
            ["2015-01-01..2015-12-31", "2015-01-01..2015-01-31", "2015-02-01..2015-02-28"].map(span);
        assert_eq!(february.divisions(&[january, february, year], true), [(year, vec![january, february])]);
    }
}
