//! An attacker who tries every table stands against the disclosure control; it shares no code with it.

use proptest::prelude::*;

use super::*;

const BELOW: u32 = 5;

/// The demo programme's status on 23 November 2015.
fn status() -> Counted {
    let attached =
        Counted::total("attached", vec![Counted::part("enrolled", 16), Counted::part("in_clarification", 3)]);
    Counted::total("different_users", vec![attached, Counted::part("closed", 37)])
}

/// Withholds the small counts and nothing else: the guard taken away.
fn primary_only(table: &Counted) -> Shown {
    let count = (!(1..BELOW).contains(&table.count)).then_some(table.count);
    Shown { key: table.key.clone(), count, parts: table.parts.iter().map(primary_only).collect() }
}

/// Every value that a count can have: tries all tables whose withheld leaves are at most `cap`.
fn attack(shown: &Shown, table: &Counted, cap: u32) -> Vec<(u32, u32, u32)> {
    struct Line {
        shown: Option<u32>,
        truth: u32,
        leaves: Vec<usize>,
    }
    fn lines(shown: &Shown, table: &Counted, leaves: &mut usize, out: &mut Vec<Line>) -> Vec<usize> {
        let mine = if table.parts.is_empty() {
            *leaves += 1;
            vec![*leaves - 1]
        } else {
            shown.parts.iter().zip(&table.parts).flat_map(|(s, t)| lines(s, t, leaves, out)).collect()
        };
        out.push(Line { shown: shown.count, truth: table.count, leaves: mine.clone() });
        mine
    }
    let (mut count, mut all) = (0, Vec::new());
    lines(shown, table, &mut count, &mut all);
    let fixed: Vec<Option<u32>> = (0..count)
        .map(|leaf| all.iter().find(|line| line.leaves == [leaf] && line.shown.is_some()).and_then(|line| line.shown))
        .collect();
    let mut guess: Vec<u32> = fixed.iter().map(|value| value.unwrap_or(0)).collect();
    let mut found: Vec<Option<(u32, u32)>> = vec![None; all.len()];
    loop {
        let value = |line: &Line| line.leaves.iter().map(|leaf| guess[*leaf]).sum::<u32>();
        if all.iter().all(|line| line.shown.is_none_or(|shown| shown == value(line))) {
            for (line, range) in all.iter().zip(&mut found) {
                let now = value(line);
                *range = Some(range.map_or((now, now), |(least, most)| (least.min(now), most.max(now))));
            }
        }
        let next = (0..count).find(|leaf| fixed[*leaf].is_none() && guess[*leaf] < cap);
        let Some(next) = next else { break };
        for leaf in (0..next).filter(|leaf| fixed[*leaf].is_none()) {
            guess[leaf] = 0;
        }
        guess[next] += 1;
    }
    let ranges = all.iter().zip(found).filter(|(line, _)| line.shown.is_none());
    ranges.map(|(line, range)| range.map_or((line.truth, 0, 0), |(least, most)| (line.truth, least, most))).collect()
}

/// The small counts that the attacker has narrowed to something that does not reach from 0 to the bound.
fn narrowed(shown: &Shown, table: &Counted, cap: u32) -> usize {
    let small = |truth: &u32| (1..BELOW).contains(truth);
    attack(shown, table, cap)
        .iter()
        .filter(|(truth, least, most)| small(truth) && (*least > 0 || *most < BELOW))
        .count()
}

#[test]
fn three_in_clarification_cannot_be_worked_out_from_the_status() {
    let released = release(&status(), BELOW);
    assert_eq!(released.cell("in_clarification").unwrap().count, None);
    assert_eq!(released.cell("enrolled").unwrap().count, None);
    assert_eq!(released.cell("attached").unwrap().count, Some(19));
    assert_eq!(released.cell("different_users").unwrap().count, Some(56));
    assert_eq!((released.withheld(), narrowed(&released, &status(), 60)), (2, 0));
}

#[test]
fn withholding_the_small_counts_alone_withholds_nothing() {
    let unguarded = primary_only(&status());
    assert_eq!(attack(&unguarded, &status(), 60), [(3, 3, 3)]);
    assert_eq!(narrowed(&unguarded, &status(), 60), 1);
}

#[test]
fn nobody_is_not_withheld_and_neither_is_the_bound_itself() {
    let table =
        Counted::total("all", vec![Counted::part("none", 0), Counted::part("five", 5), Counted::part("six", 6)]);
    assert_eq!(release(&table, BELOW).withheld(), 0);
}

#[test]
fn two_small_counts_whose_sum_is_small_need_a_third() {
    let table =
        Counted::total("all", ["a", "b", "c"].into_iter().zip([1, 2, 30]).map(|(k, n)| Counted::part(k, n)).collect());
    assert_eq!(release(&table, BELOW).withheld(), 3);
    assert_eq!(narrowed(&primary_only(&table), &table, 40), 2);
}

#[test]
fn a_small_count_beside_a_total_of_its_own_needs_that_total_and_one_of_its_parts() {
    let beside = Counted::total("beside", vec![Counted::part("one", 8), Counted::part("two", 9)]);
    let table = Counted::total(
        "all",
        vec![Counted::total("inner", vec![Counted::part("few", 3), beside]), Counted::part("rest", 36)],
    );
    let released = release(&table, BELOW);
    assert_eq!(narrowed(&released, &table, 60), 0);
    assert_eq!(released.withheld(), 3);
}

#[test]
fn no_share_is_told_of_nine_persons() {
    assert_eq!(percentage(3, 9), None);
    assert_eq!(percentage(3, 10), Some(30.0));
    assert_eq!(percentage(0, 0), None);
}

/// Trees of two levels, with two to five leaves.
fn any_table() -> impl Strategy<Value = Counted> {
    let groups = prop::collection::vec(prop::collection::vec(0u32..9, 1..4), 1..4);
    groups
        .prop_filter("two to five leaves", |groups| (2..=5).contains(&groups.iter().map(Vec::len).sum::<usize>()))
        .prop_map(|groups| {
            let group = |counts: Vec<u32>| match counts.as_slice() {
                [one] => Counted::part("leaf", *one),
                _ => Counted::total("group", counts.into_iter().map(|count| Counted::part("leaf", count)).collect()),
            };
            Counted::total("all", groups.into_iter().map(group).collect())
        })
}

/// The fewest withheld cells with which the table is safe, by trying every choice.
fn fewest(table: &Counted) -> usize {
    let grid = Grid::new(table);
    let primary: Vec<usize> = grid.cells().filter(|cell| (1..u64::from(BELOW)).contains(&grid.count(*cell))).collect();
    let choices =
        (0u32..1 << grid.len()).map(|bits| (0..grid.len()).map(|cell| bits & (1 << cell) != 0).collect::<Vec<_>>());
    choices
        .filter(|withheld| primary.iter().all(|cell| withheld[*cell]))
        .filter(|withheld| first_unsafe(&grid, withheld, &primary, u64::from(BELOW)).is_none())
        .map(|withheld| withheld.iter().filter(|sign| **sign).count())
        .min()
        .unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_attacker_narrows_a_small_count(table in any_table()) {
        prop_assert_eq!(narrowed(&release(&table, BELOW), &table, 12), 0);
    }

    #[test]
    fn the_audit_finds_exactly_what_the_attacker_finds(table in any_table(), signs in prop::collection::vec(any::<bool>(), 9)) {
        let grid = Grid::new(&table);
        let withheld: Vec<bool> = grid.cells().map(|cell| cell > 0 && signs[cell]).collect();
        let mut by_attack = attack(&shown(&table, &mut withheld.iter().copied()), &table, table.count);
        let values = grid.possible(&withheld);
        let small = |number: u64| u32::try_from(number).unwrap();
        let mut by_audit: Vec<_> = grid
            .cells()
            .filter(|cell| withheld[*cell])
            .map(|cell| (small(grid.count(cell)), small(values[cell].least), small(values[cell].most)))
            .collect();
        by_attack.sort_unstable();
        by_audit.sort_unstable();
        prop_assert_eq!(by_audit, by_attack);
    }

    #[test]
    fn what_is_shown_is_true(table in any_table()) {
        fn agrees(shown: &Shown, table: &Counted) -> bool {
            shown.count.is_none_or(|count| count == table.count)
                && shown.parts.iter().zip(&table.parts).all(|(shown, table)| agrees(shown, table))
        }
        prop_assert!(agrees(&release(&table, BELOW), &table));
    }

    #[test]
    fn hardly_more_is_withheld_than_must_be(table in any_table()) {
        let (withheld, needed) = (release(&table, BELOW).withheld(), fewest(&table));
        prop_assert!(withheld <= needed + 1, "{} withheld, {} needed", withheld, needed);
    }
}
