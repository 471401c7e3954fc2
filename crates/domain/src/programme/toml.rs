//! Writes a programme's rules as its file, the way `file/programme.rs` reads them. Comments of an earlier file are not in the rules and do not come
//! back.

use std::fmt::Write as _;

use crate::programme::{Period, Programme};

/// The file.
pub fn written(programme: &Programme) -> String {
    let mut out = String::new();
    let keys: Vec<String> = programme.instruments.iter().map(|key| quoted(key)).collect();
    // Writing into a text cannot fail.
    let _ = write!(
        out,
        "id = {}\ntitle = {{ da = {}, en = {} }}\ncourse_months = {}\nphases = {}\nfollow_up_months = {}\ncaseload_cap = {}\n\
         enrolling_instrument = {}\ninstruments = [{}]\ntime_zone = {}\nwithhold_below = {}\nlost_contact_days = {}\n\
         referral_reminder_days = {}\nretention_months = {}\n\n[funding]\n{}",
        quoted(&programme.key),
        quoted(&programme.title.da),
        quoted(&programme.title.en),
        programme.course_months,
        programme.phases,
        programme.follow_up_months,
        programme.caseload_cap,
        quoted(&programme.enrolling_instrument),
        keys.join(", "),
        quoted(&programme.time_zone),
        programme.withhold_below,
        programme.lost_contact_days,
        programme.referral_reminder_days,
        programme.retention_months,
        days(programme.funding),
    );
    for window in &programme.recruitment {
        let _ = write!(out, "\n[[recruitment]]\n{}", days(*window));
    }
    for area in &programme.goal_areas {
        let (key, da, en) = (quoted(&area.key), quoted(&area.name.da), quoted(&area.name.en));
        let _ = write!(out, "\n[[goal_areas]]\nkey = {key}\nda = {da}\nen = {en}\n");
        if area.retired {
            out.push_str("retired = true\n");
        }
    }
    out
}

fn days(period: Period) -> String {
    format!("from = {}\nto = {}\n", period.from, period.to)
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for sign in text.chars() {
        match sign {
            '"' | '\\' => out.extend(['\\', sign]),
            sign if sign.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(sign));
            }
            sign => out.push(sign),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::example::programme;
    use crate::file::programme::parse_programme;
    use crate::programme::{GoalArea, Text};

    #[test]
    fn the_demo_programme_is_written_as_it_was_read() {
        let read = parse_programme("p", include_str!("../../../../programmes/exit-2016.toml")).unwrap();
        assert_eq!(parse_programme("p", &written(&read)), Ok(read));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_as_the_same_rules(
            da in "[\\PC\t\n]{0,12}[a-z\"\\\\]", en in "[a-z]\\PC{0,12}[\u{1}\u{7f}#\"]", retired: bool, months in 1u32..61, cap in 1u32..101,
        ) {
            let name = Text { da: da.trim().to_owned(), en: en.trim().to_owned() };
            let areas = vec![GoalArea { key: "a-1".to_owned(), name: name.clone(), retired }];
            let rules = Programme { title: name, course_months: months.max(3), caseload_cap: cap, goal_areas: areas, ..programme() };
            prop_assert_eq!(parse_programme("p", &written(&rules)), Ok(rules));
        }
    }
}
