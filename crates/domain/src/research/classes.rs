//! Classes of persons who look alike by the quasi-identifiers, and which of them are large and mixed enough (k and l).

use std::collections::{HashMap, HashSet};

use super::columns::Value;
use super::{ALIKE, DIFFERENT};

/// The persons of the classes that fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fitting {
    /// Their places, in order.
    pub(super) persons: Vec<usize>,
    /// The size of the smallest of these classes; 0 where none fits.
    pub(super) smallest: usize,
}

/// A sensitive column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Secret {
    /// A value a person.
    pub(super) values: Vec<Value>,
    /// The value that tells nothing even where it is the same for all of a class: that no goal was reached.
    pub(super) harmless: Option<Value>,
}

/// Which persons may stay: those whose class has [`ALIKE`] persons and [`DIFFERENT`] values of each sensitive column.
///
/// `quasi` has a row a person.
pub(super) fn fitting(quasi: &[Vec<Value>], sensitive: &[Secret]) -> Fitting {
    let mut classes: HashMap<&[Value], Vec<usize>> = HashMap::new();
    for (at, looks) in quasi.iter().enumerate() {
        classes.entry(looks).or_default().push(at);
    }
    let fits = |class: &Vec<usize>| class.len() >= ALIKE && sensitive.iter().all(|column| is_mixed(column, class));
    let good: Vec<Vec<usize>> = classes.into_values().filter(fits).collect();
    let smallest = good.iter().map(Vec::len).min().unwrap_or(0);
    let mut persons: Vec<usize> = good.into_iter().flatten().collect();
    persons.sort_unstable();
    Fitting { persons, smallest }
}

/// Whether the values of a column tell nothing of any one of a class. Where no value is known of anybody, nothing is told.
fn is_mixed(column: &Secret, class: &[usize]) -> bool {
    let known = class.iter().filter_map(|at| column.values.get(*at)).filter(|value| **value != Value::Nothing);
    let different: HashSet<&Value> = known.collect();
    different.len() >= DIFFERENT || different.iter().all(|value| column.harmless.as_ref() == Some(*value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looks(codes: &[&'static str]) -> Vec<Vec<Value>> {
        codes.iter().map(|code| vec![Value::Code((*code).to_owned())]).collect()
    }

    fn numbers(values: &[i64]) -> Secret {
        let value = |value: &i64| if *value < 0 { Value::Nothing } else { Value::Number(*value) };
        Secret { values: values.iter().map(value).collect(), harmless: None }
    }

    #[test]
    fn four_who_look_alike_go_and_five_stay() {
        let all = looks(&["a", "b", "a", "b", "a", "b", "a", "b", "a"]);
        let fitting = fitting(&all, &[numbers(&[1, 2, 3, 4, 5, 6, 7, 8, 9])]);
        assert_eq!((fitting.persons, fitting.smallest), (vec![0, 2, 4, 6, 8], 5));
    }

    #[test]
    fn five_who_share_a_secret_go_also_where_it_is_known_of_one_only() {
        let five = looks(&["a"; 5]);
        for (values, stay) in [
            ([7, 7, 7, 7, 7], 0),
            ([7, 7, 7, 7, 8], 5),
            ([7, -1, -1, -1, -1], 0),
            ([7, 8, -1, -1, -1], 5),
            ([-1; 5], 5),
        ] {
            assert_eq!(fitting(&five, &[numbers(&values)]).persons.len(), stay, "{values:?}");
        }
        let goals = |reached: i64| Secret { harmless: Some(Value::Number(0)), ..numbers(&[reached; 5]) };
        assert_eq!(fitting(&five, &[goals(0)]).persons.len(), 5, "that nobody reached a goal tells nothing");
        assert_eq!(fitting(&five, &[goals(1)]).persons.len(), 0, "that everybody did tells of each");
        let (mixed, alike) = (numbers(&[1, 2, 3, 4, 5]), numbers(&[3; 5]));
        assert_eq!(fitting(&five, &[mixed, alike]).persons, Vec::<usize>::new(), "each column has to be mixed");
    }
}
