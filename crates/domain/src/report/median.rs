//! The median: the middle value, or halfway between the two in the middle.

/// The median of the values; `None` where there are none.
pub(super) fn median<T: Copy + Ord + Into<f64>>(mut values: Vec<T>) -> Option<f64> {
    values.sort_unstable();
    let upper = (*values.get(values.len() / 2)?).into();
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    let lower: f64 = (*values.get(values.len() / 2 - 1)?).into();
    Some(f64::midpoint(lower, upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_or_halfway_between_the_two_in_the_middle() {
        assert_eq!(median(vec![9u32, 1, 5]), Some(5.0));
        assert_eq!(median(vec![6u32, 1, 5, 9]), Some(5.5));
        assert_eq!(median(Vec::<u32>::new()), None);
    }
}
