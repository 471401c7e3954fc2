//! Folding: what two ways of writing the same name, number or alias have in common.
//!
//! Search and duplicate detection compare keyed hashes of folded values. `æ`, `ø` and `å` are letters of their own and stay;
//! accents on other letters, case, punctuation and extra space go.

/// A name or alias: lower case, words separated by one space. "  René  HØJ-Larsen" becomes "rene høj larsen".
pub fn name(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match unaccented(letter) {
            Some(letters) => folded.push_str(letters),
            // å and accented letters may also come as a base letter and a combining mark.
            None if letter == '\u{30a}' && folded.ends_with('a') => {
                folded.pop();
                folded.push('å');
            }
            None if ('\u{300}'..='\u{36f}').contains(&letter) => {}
            None if letter.is_alphanumeric() => folded.push(letter),
            None if letter == '\'' || letter == '’' => {}
            None => folded.push(' '),
        }
    }
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A telephone number: its digits, without the Danish country code. "+45 20 12 34 56" becomes "20123456".
pub fn phone(text: &str) -> String {
    let digits = digits(text);
    let national = digits.strip_prefix("00").unwrap_or(&digits);
    match national.strip_prefix("45") {
        Some(number) if number.len() == 8 => number.to_owned(),
        _ => national.to_owned(),
    }
}

/// A CPR number: its digits. "010190-1234" becomes "0101901234".
pub fn cpr(text: &str) -> String {
    digits(text)
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The plain letters of an accented one; `None` where the letter stands for itself.
const fn unaccented(letter: char) -> Option<&'static str> {
    Some(match letter {
        'á' | 'à' | 'â' | 'ã' | 'ā' | 'ă' | 'ą' => "a",
        'ä' => "æ",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ó' | 'ò' | 'ô' | 'õ' | 'ō' => "o",
        'ö' | 'ő' => "ø",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ť' | 'ţ' | 'ț' => "t",
        'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'ß' => "ss",
        'þ' => "th",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_however_it_is_written() {
        for written in [
            "René Højgård-Larsen",
            "  RENE   HØJGÅRD LARSEN ",
            "rené højga\u{30a}rd larsen",
            "Rene\u{301} Højgård–Larsen",
        ] {
            assert_eq!(name(written), "rene højgård larsen", "{written}");
        }
        assert_eq!(name("O’Brien"), name("O'brien"));
        assert_eq!(name("Zoë Müller"), "zoe muller");
    }

    #[test]
    fn danish_letters_are_letters_of_their_own() {
        assert_ne!(name("Søs"), name("Sos"));
        assert_ne!(name("Åse"), name("Ase"));
        assert_eq!(name("Pär"), name("Pær"), "Swedish ä and ö are æ and ø");
    }

    #[test]
    fn a_number_is_found_with_and_without_its_separators() {
        for written in ["+45 20 12 34 56", "0045 20123456", "20-12-34-56", "20123456"] {
            assert_eq!(phone(written), "20123456", "{written}");
        }
        assert_eq!(phone("45 12 34 56"), "45123456", "an eight-digit number may begin with 45");
        assert_eq!(cpr("010190-1234"), cpr("0101901234"));
    }
}
