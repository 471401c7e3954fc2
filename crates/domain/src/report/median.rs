//! The median: the middle value, or halfway between the two in the middle.

/// The median of the values; `None` where there are none.
pub(super) fn median<T: Copy + Ord + Into<f64>>(mut values: Vec<T>) -> Option<f64> {
    let (middle, is_odd) = (values.len() / 2, values.len() % 2 == 1);
    if values.is_empty() {
        return None;
    }
    let (below, upper, _) = values.select_nth_unstable(middle);
    let upper: f64 = (*upper).into();
    match below.iter().max() {
        Some(lower) if !is_odd => Some(f64::midpoint((*lower).into(), upper)),
        _ => Some(upper),
    }
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
