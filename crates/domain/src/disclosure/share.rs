//! Shares and medians: of how many they may be told (R20).

/// Shares and medians are told of no fewer persons than this.
pub const FEWEST_FOR_A_SHARE: u32 = 10;

/// The share of `part` in `of` persons, in percent; `None` of fewer than ten.
pub fn percentage(part: u32, of: u32) -> Option<f64> {
    may_be_told(of, None, 1).then(|| 100.0 * f64::from(part) / f64::from(of))
}

/// Whether a median or another summary of `n` persons may be told: of ten or more, and not where since the last release so few have
/// come or gone, from 1 to below the bound, that the two summaries together tell of them.
pub fn may_be_told(n: u32, last: Option<u32>, below: u32) -> bool {
    let changed = last.map_or(0, |last| n.abs_diff(last));
    n >= FEWEST_FOR_A_SHARE && !(1..below).contains(&changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_share_is_told_of_nine_persons() {
        assert_eq!(percentage(3, 9), None);
        assert_eq!(percentage(3, 10), Some(30.0));
        assert_eq!(percentage(0, 0), None);
    }

    #[test]
    fn no_median_is_told_anew_when_one_to_four_have_come_or_gone() {
        let told = |n, last| may_be_told(n, last, 5);
        assert!(!told(9, None) && told(10, None) && told(14, Some(14)));
        assert!(!told(15, Some(14)) && !told(14, Some(18)));
        assert!(told(19, Some(14)) && told(14, Some(19)));
    }
}
