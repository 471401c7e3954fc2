//! An attacker who tries every table stands against the disclosure control; it shares no code with it. A larger one, in another
//! language, is in `proofs/disclosure`.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

const BELOW: u32 = 5;

fn figures(cells: &[(&str, u32)], sums: &[(&str, &[&str])]) -> Figures {
    let mut figures = Figures::new();
    for (key, count) in cells {
        figures.print(*key, *count).unwrap();
    }
    for (total, parts) in sums {
        figures.sum(total, parts).unwrap();
    }
    figures
}

fn released(figures: &Figures) -> Release {
    figures.release(BELOW, &Ledger::of("the grant-giver"), &[])
}

fn withheld(release: &Release) -> Vec<&str> {
    release.cells().iter().filter(|cell| cell.count.is_none()).map(|cell| cell.key.as_str()).collect()
}

/// The demo programme's status on 23 November 2015.
fn status() -> Figures {
    figures(
        &[("enrolled", 16), ("in clarification", 3), ("attached", 19), ("closed", 37), ("different users", 56)],
        &[("attached", &["enrolled", "in clarification"]), ("different users", &["attached", "closed"])],
    )
}

#[test]
fn three_in_clarification_cannot_be_had_from_sixteen_and_nineteen() {
    let release = released(&status());
    assert_eq!(withheld(&release), ["enrolled", "in clarification"]);
    assert_eq!(release.because("in clarification"), Some(Because::Small));
    assert_eq!(release.because("enrolled"), Some(Because::GivesAway));
    assert_eq!((release.withheld(), release.withheld_because(Because::Small)), (2, 1));
    assert_eq!(release.count("attached"), Some(19));
}

#[test]
fn the_coordinator_is_told_which_sum_would_give_the_three_away() {
    let explained = released(&status()).explain();
    let told: Vec<_> = explained.iter().map(|gives| (gives.cell.as_str(), gives.sum().unwrap())).collect();
    assert_eq!(told, [("enrolled", "in clarification = attached (19) − enrolled (16) = 3".to_owned())]);
    assert_eq!((explained[0].least, explained[0].most), (3, Some(3)));
}

#[test]
fn nobody_is_not_withheld_and_neither_is_the_bound_itself() {
    let all = figures(&[("all", 11), ("none", 0), ("five", 5), ("six", 6)], &[("all", &["none", "five", "six"])]);
    assert_eq!(released(&all).withheld(), 0);
}

#[test]
fn two_small_counts_whose_sum_is_small_need_a_third() {
    let all = figures(&[("all", 33), ("a", 1), ("b", 2), ("c", 30)], &[("all", &["a", "b", "c"])]);
    assert_eq!(withheld(&released(&all)), ["a", "b", "c"]);
}

#[test]
fn two_withheld_in_each_line_are_not_enough() {
    // Each row and column with a small count has two: but the first row's two are 3 together, so neither reaches 5.
    let mut table = Figures::new();
    let counts = |row: &str, column: &str| match (row, column) {
        ("r", "a") => 1,
        ("r", "b") => 2,
        ("s", "a") => 9,
        ("s", "b") => 8,
        _ => 20,
    };
    table.table(&two_by_three(), |labels| labels.join(" "), |labels| counts(labels[0], labels[1])).unwrap();
    let release = released(&table);
    assert!(release.because("r c").is_some() || release.because("r all").is_some(), "{:?}", withheld(&release));
}

fn two_by_three() -> [Vec<Entry>; 2] {
    let all = |labels: &[&str]| vec![Entry::total("all", labels.iter().map(|label| Entry::category(*label)).collect())];
    [all(&["r", "s"]), all(&["a", "b", "c"])]
}

#[test]
fn a_complement_that_nobody_prints_is_guarded_too() {
    let mut of_twenty = figures(&[("asked", 20), ("better", 17)], &[]);
    of_twenty.complement("asked", "better", "not better").unwrap();
    assert_eq!(withheld(&released(&of_twenty)), ["better"]);
    assert_eq!(released(&figures(&[("asked", 20), ("better", 17)], &[])).withheld(), 0);
}

#[test]
fn what_two_tables_share_is_one_cell() {
    let mut report = figures(&[("all", 20), ("women", 12), ("men", 8)], &[("all", &["women", "men"])]);
    report.print("all", 20).unwrap();
    report.print("young", 3).unwrap();
    report.print("old", 17).unwrap();
    report.sum("all", &["young", "old"]).unwrap();
    assert_eq!(withheld(&released(&report)), ["young", "old"]);
    assert_eq!(report.print("all", 21), Err(Fault::TwoCounts { key: "all".to_owned(), one: 20, other: 21 }));
}

#[test]
fn figures_that_do_not_add_up_are_refused() {
    let mut wrong = figures(&[("all", 5), ("a", 2), ("b", 2)], &[]);
    assert_eq!(wrong.sum("all", &["a", "b"]), Err(Fault::DoesNotAddUp { total: "all".to_owned(), count: 5, sum: 4 }));
    assert_eq!(wrong.sum("all", &["a", "c"]), Err(Fault::NoSuchCell("c".to_owned())));
}

#[test]
fn what_was_told_before_is_known_still() {
    let first = released(&figures(&[("attached", 19), ("enrolled", 16)], &[]));
    assert_eq!(first.withheld(), 0);
    // The same day's report again, now with the rest: 19 and 16 are out, so nothing can keep the 3.
    let again = status().release(BELOW, first.ledger(), &[]);
    assert_eq!(again.narrowed(), ["in clarification"]);
    assert_eq!(again.count("enrolled"), Some(16));
    // To another audience nothing is out.
    assert_eq!(status().release(BELOW, &Ledger::of("another"), &[]).narrowed(), [""; 0]);
}

#[test]
fn what_was_withheld_stays_so_when_the_same_figures_go_out_again() {
    let first = released(&status());
    let again = status().release(BELOW, first.ledger(), &[]);
    assert_eq!(withheld(&again), withheld(&first));
    assert_eq!(again.because("enrolled"), Some(Because::Before));
}

#[test]
fn two_totals_a_month_apart_do_not_tell_of_the_two_who_came() {
    let month = |name: &str, enrolled| {
        let mut report = figures(&[(name, enrolled)], &[]);
        report.grows(name, "enrolled").unwrap();
        report
    };
    let january = released(&month("January", 16));
    let february = month("February", 18).release(BELOW, january.ledger(), &[]);
    assert_eq!(withheld(&february), ["February"]);
    let march = month("March", 24).release(BELOW, february.ledger(), &[]);
    assert_eq!(march.count("March"), Some(24));
    let april = month("April", 24).release(BELOW, march.ledger(), &[]);
    assert_eq!(april.count("April"), Some(24));
}

/// Enquiries by a channel, over a period of 2015.
fn channels(when: &str, counts: [u32; 3]) -> Figures {
    let mut report = Figures::new();
    let key = |what: &str| format!("intake.{what} {when}");
    report.print(key("enquiries"), counts.iter().sum()).unwrap();
    let names = ["partner", "network", "own"].map(&key);
    for (name, count) in names.iter().zip(counts) {
        report.print(name.clone(), count).unwrap();
        report.adds_up(name, name.rsplit_once(' ').unwrap().0).unwrap();
    }
    report.sum(&key("enquiries"), &names.each_ref().map(String::as_str)).unwrap();
    report
}

#[test]
fn a_year_so_far_and_a_month_more_do_not_tell_of_the_one_who_came_by_a_partner() {
    let october = released(&channels("2015-01-01..2015-10-31", [13, 7, 8]));
    assert_eq!(october.withheld(), 0);
    let november = channels("2015-01-01..2015-11-30", [14, 8, 8]).release(BELOW, october.ledger(), &[]);
    let of_november = |what: &str| november.count(&format!("intake.{what} 2015-01-01..2015-11-30"));
    // Two more in all is as good as telling that neither channel had five more.
    assert_eq!(["partner", "network", "own", "enquiries"].map(of_november), [None, None, Some(8), None]);
    // A report for a shorter time after one for a longer tells as little.
    let longer = released(&channels("2015-01-01..2015-11-30", [14, 8, 8]));
    let shorter = channels("2015-01-01..2015-10-31", [13, 7, 8]).release(BELOW, longer.ledger(), &[]);
    assert_eq!(withheld(&shorter).len(), 3, "{:?}", withheld(&shorter));
}

#[test]
fn the_months_of_a_quarter_do_not_tell_of_its_last() {
    let january = released(&channels("2015-01-01..2015-01-31", [7, 9, 6]));
    let february = channels("2015-02-01..2015-02-28", [6, 8, 5]).release(BELOW, january.ledger(), &[]);
    assert_eq!(february.withheld(), 0);
    let quarter = channels("2015-01-01..2015-03-31", [15, 22, 11]).release(BELOW, february.ledger(), &[]);
    assert!(withheld(&quarter).contains(&"intake.partner 2015-01-01..2015-03-31"), "{:?}", withheld(&quarter));
}

#[test]
fn a_total_of_an_earlier_day_after_a_later_one_does_not_tell_of_the_three_who_came_between() {
    let users = |day: &str, count| {
        let key = format!("status.different_users {day}");
        let mut report = figures(&[(key.as_str(), count)], &[]);
        report.grows(&key, "status.different_users").unwrap();
        report
    };
    let later = released(&users("2015-11-23", 56));
    let earlier = users("2015-10-31", 53).release(BELOW, later.ledger(), &[]);
    assert_eq!(earlier.withheld(), 1);
    assert_eq!(users("2015-09-30", 40).release(BELOW, earlier.ledger(), &[]).withheld(), 0);
}

#[test]
fn an_agreed_total_is_told_to_whom_it_was_agreed_with_and_to_nobody_else() {
    let agreement = Agreement {
        audience: "the grant-giver".to_owned(),
        reference: "Grant of 1 June 2014, section 4".to_owned(),
        cells: BTreeSet::from(["in clarification".to_owned()]),
    };
    let told = status().release(BELOW, &Ledger::of("the grant-giver"), std::slice::from_ref(&agreement));
    assert_eq!((told.count("in clarification"), told.withheld()), (Some(3), 0));
    assert_eq!(told.agreed(), [("in clarification".to_owned(), agreement.reference.clone())]);
    let other = status().release(BELOW, &Ledger::of("the council"), &[agreement]);
    assert_eq!(other.count("in clarification"), None);
}

#[test]
fn a_share_is_not_told_where_one_of_its_counts_is_withheld() {
    let release = released(&status());
    assert_eq!(release.percentage("enrolled", "attached"), None);
    assert_eq!(release.percentage("attached", "different users"), Some(100.0 * 19.0 / 56.0));
}

#[test]
fn the_ledger_comes_back_as_it_was_kept() {
    let ledger = released(&status()).ledger().clone();
    let kept = serde_json::to_string(&ledger).unwrap();
    assert_eq!(serde_json::from_str::<Ledger>(&kept).unwrap(), ledger);
    assert_eq!((ledger.releases(), ledger.lines.len()), (1, 5));
}

/// A table of two rows and two or three columns, without or with its margins.
#[derive(Clone, Debug)]
struct Small {
    leaves: Vec<u32>,
    columns: usize,
}

impl Small {
    /// Each cell as the leaves it is the sum of.
    fn cells(&self) -> Vec<(String, Vec<usize>)> {
        let (rows, columns) = (self.leaves.len() / self.columns, self.columns);
        let mut cells = Vec::new();
        for row in 0..=rows {
            for column in 0..=columns {
                let is_in = |leaf: &usize| {
                    (row == rows || leaf / columns == row) && (column == columns || leaf % columns == column)
                };
                cells.push((format!("{row} {column}"), (0..self.leaves.len()).filter(is_in).collect()));
            }
        }
        cells
    }

    fn count(&self, leaves: &[usize], of: &[u32]) -> u32 {
        leaves.iter().map(|leaf| of[*leaf]).sum()
    }

    fn figures(&self) -> Figures {
        let label = |letter: usize, size: usize| {
            let parts = (0..size).map(|at| Entry::category(format!("{letter}{at}"))).collect();
            vec![Entry::total(format!("{letter}{size}"), parts)]
        };
        let at = |text: &str| text[1..].parse::<usize>().unwrap();
        let mut figures = Figures::new();
        let dimensions = [label(0, self.leaves.len() / self.columns), label(1, self.columns)];
        let key = |labels: &[&str]| format!("{} {}", at(labels[0]), at(labels[1]));
        figures.table(&dimensions, key, |labels| self.leaves[at(labels[0]) * self.columns + at(labels[1])]).unwrap();
        figures
    }

    /// For each small count, whether it can be 0 and whether it can be the bound or more, in some table with leaves up to `cap`.
    fn attacked(&self, shown: impl Fn(&str) -> Option<u32>, cap: u32) -> Vec<(bool, bool)> {
        let cells = self.cells();
        let small: Vec<_> =
            cells.iter().filter(|(_, leaves)| (1..BELOW).contains(&self.count(leaves, &self.leaves))).collect();
        let mut seen = vec![(false, false); small.len()];
        let mut guess = vec![0; self.leaves.len()];
        loop {
            if cells.iter().all(|(key, leaves)| shown(key).is_none_or(|count| count == self.count(leaves, &guess))) {
                for ((_, leaves), seen) in small.iter().zip(&mut seen) {
                    let value = self.count(leaves, &guess);
                    *seen = (seen.0 || value == 0, seen.1 || value >= BELOW);
                }
            }
            let Some(next) = guess.iter().position(|value| *value < cap) else { return seen };
            guess[..next].fill(0);
            guess[next] += 1;
        }
    }
}

fn any_small() -> impl Strategy<Value = Small> {
    prop_oneof![
        prop::collection::vec(0u32..9, 2..5).prop_map(|leaves| Small { columns: leaves.len(), leaves }),
        prop::collection::vec(0u32..9, 4).prop_map(|leaves| Small { leaves, columns: 2 }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_attacker_narrows_a_small_count(table in any_small()) {
        let release = released(&table.figures());
        let attacked = table.attacked(|key| release.count(key), 13);
        prop_assert!(attacked.iter().all(|(least, most)| *least && *most), "{:?}", attacked);
    }

    #[test]
    fn what_is_shown_is_true(table in any_small()) {
        let release = released(&table.figures());
        for (key, leaves) in table.cells() {
            prop_assert!(release.count(&key).is_none_or(|count| count == table.count(&leaves, &table.leaves)));
        }
    }

    #[test]
    fn each_cell_withheld_besides_is_needed(table in any_small()) {
        let release = released(&table.figures());
        for cell in release.cells().iter().filter(|cell| release.because(&cell.key) == Some(Because::GivesAway)) {
            let with = |key: &str| {
                if key == cell.key {
                    let cells = table.cells();
                    let leaves = &cells.iter().find(|(own, _)| own == key).unwrap().1;
                    return Some(table.count(leaves, &table.leaves));
                }
                release.count(key)
            };
            let attacked = table.attacked(with, 13);
            prop_assert!(!attacked.iter().all(|(least, most)| *least && *most), "{} need not be withheld", cell.key);
        }
    }
}
