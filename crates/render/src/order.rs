//! Danish alphabetical order: … Z Æ Ø Å, capitals and accents as their letters, "aa" as Å.

use std::cmp::Ordering;

/// Compares two names as a Danish reader sorts them; names that differ only in capitals or accents are told apart last.
pub fn danish(one: &str, other: &str) -> Ordering {
    letters(one).cmp(letters(other)).then_with(|| one.cmp(other))
}

/// Each letter's place; what is no letter stands before the letters, in its own order.
fn letters(text: &str) -> impl Iterator<Item = u32> + '_ {
    let mut chars = text.chars().flat_map(char::to_lowercase).peekable();
    std::iter::from_fn(move || {
        let letter = chars.next()?;
        if letter == 'a' && chars.peek() == Some(&'a') {
            chars.next();
            return Some(place('å'));
        }
        Some(place(letter))
    })
}

/// Letters begin above every other sign, so that "Bo" stands before "Bob" and "A. B." before "Aa".
const LETTERS: u32 = 0x20_0000;

const fn place(letter: char) -> u32 {
    let plain = match letter {
        'æ' | 'ä' => return LETTERS + 100,
        'ø' | 'ö' | 'œ' => return LETTERS + 101,
        'å' => return LETTERS + 102,
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'á' | 'à' | 'â' | 'ã' => 'a',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'õ' => 'o',
        'ú' | 'ù' | 'û' => 'u',
        'ü' | 'ý' => 'y',
        'ç' => 'c',
        'ñ' => 'n',
        'ð' => 'd',
        other => other,
    };
    if plain.is_ascii_lowercase() { LETTERS + (plain as u32 - 'a' as u32) } else { plain as u32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ae_oe_aa_come_last() {
        let mut names = ["Åse", "Øjvind", "Zita", "Ægir", "Aage", "Anna", "anders"];
        names.sort_by(|one, other| danish(one, other));
        assert_eq!(names, ["anders", "Anna", "Zita", "Ægir", "Øjvind", "Aage", "Åse"]);
    }

    #[test]
    fn a_shorter_name_comes_first_and_accents_are_letters() {
        assert_eq!(danish("Bo", "Bob"), Ordering::Less);
        assert_eq!(danish("René", "Renf"), Ordering::Less);
        assert_eq!(danish("A.B.", "Ab"), Ordering::Less);
        assert_eq!(danish("Ida", "Ida"), Ordering::Equal);
    }
}
