//! Who runs a programme (M1): the organisation's master data, and the one person who is responsible for the grant.
//!
//! The programme's title is a rule of the programme (`programme.rs`); here is what the organisation and the person are. To add a field: here, in
//! the store's `organisation.rs`, and on `/opsaetning`.

use crate::code::OrganisationKind;
use crate::cvr::Cvr;
use crate::identity::is_cpr;
use crate::personal::Personal;
use crate::refusal::{Code, Gathered, Refusal};

/// The longest name, in characters.
const NAME: usize = 200;

/// What a form says of an organisation and of who is responsible for the grant.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// The organisation's name.
    pub name: String,
    /// Municipality or association.
    pub kind: Option<OrganisationKind>,
    /// The municipality that the programme is in.
    pub municipality: String,
    /// The CVR number as it was typed; empty where the organisation has none.
    pub cvr: String,
    /// The name of the person responsible for the grant.
    pub responsible: Personal<String>,
    /// How the person is reached; may be empty.
    pub contact: Personal<String>,
    /// The person's CPR number as it was typed; empty where it is not given anew.
    pub cpr: Personal<String>,
    /// Whether that person's CPR number is kept already.
    pub has_cpr: bool,
}

/// Master data that every rule permits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    /// The organisation's name.
    pub name: String,
    /// Municipality or association.
    pub kind: OrganisationKind,
    /// The municipality that the programme is in.
    pub municipality: String,
    /// The CVR number, where the organisation has one.
    pub cvr: Option<Cvr>,
}

/// Decides whether master data can be kept.
///
/// # Errors
///
/// Every refusal at once: no name, kind, municipality or responsible person, a CVR or CPR number that is none, a CPR number beside a CVR number,
/// where it is not needed, and neither of the two.
pub fn check(wish: &Wish) -> Result<Details, Vec<Refusal>> {
    let mut gathered = Gathered::default();
    let long = |text: &str| text.chars().count() > NAME;
    for (field, text) in [
        ("navn", wish.name.as_str()),
        ("kommune", wish.municipality.as_str()),
        ("ansvarlig", wish.responsible.reveal().as_str()),
    ] {
        gathered.refuse(text.trim().is_empty(), field, Code::Missing);
        gathered.refuse(long(text), field, Code::TooLong);
    }
    gathered.refuse(long(wish.contact.reveal()), "kontakt", Code::TooLong);
    gathered.refuse(wish.kind.is_none(), "slags", Code::ChoiceNeeded);
    let typed = wish.cvr.trim();
    let cvr = Some(typed).filter(|typed| !typed.is_empty()).map(Cvr::parse);
    if let Some(Err(code)) = cvr {
        gathered.refuse(true, "cvr", code);
    }
    let cpr = wish.cpr.reveal().trim();
    gathered.refuse(!cpr.is_empty() && !is_cpr(cpr), "cpr", Code::NotACpr);
    gathered.refuse(cvr.is_none() && cpr.is_empty() && !wish.has_cpr, "cvr", Code::CvrOrCpr);
    gathered.refuse(cvr.is_some() && !cpr.is_empty(), "cpr", Code::CprNotNeeded);
    gathered.unless_refused(|| {
        Some(Details {
            name: wish.name.trim().to_owned(),
            kind: wish.kind?,
            municipality: wish.municipality.trim().to_owned(),
            cvr: cvr.and_then(Result::ok),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Personal<String> {
        Personal::new(text.to_owned())
    }

    fn wish() -> Wish {
        Wish {
            name: " Nordlys ".to_owned(),
            kind: Some(OrganisationKind::Municipality),
            municipality: "Aarhus".to_owned(),
            cvr: "64 94 22 12".to_owned(),
            responsible: text("Lene Brandt"),
            ..Wish::default()
        }
    }

    fn refused(wish: &Wish) -> Vec<(&'static str, Code)> {
        check(wish).unwrap_err().into_iter().map(|refusal| (refusal.field, refusal.code)).collect()
    }

    #[test]
    fn an_organisation_with_a_cvr_number_needs_no_cpr_number() {
        let details = check(&wish()).unwrap();
        assert_eq!((details.name.as_str(), details.cvr.unwrap().as_str()), ("Nordlys", "64942212"));
        assert_eq!(refused(&Wish { cpr: text("010190-1234"), ..wish() }), [("cpr", Code::CprNotNeeded)]);
    }

    #[test]
    fn an_organisation_without_one_needs_the_cpr_number_of_who_is_responsible() {
        let without = Wish { cvr: String::new(), ..wish() };
        assert_eq!(refused(&without), [("cvr", Code::CvrOrCpr)]);
        assert!(check(&Wish { cpr: text("010190-1234"), ..without.clone() }).unwrap().cvr.is_none());
        assert!(check(&Wish { has_cpr: true, ..without.clone() }).is_ok());
        assert_eq!(refused(&Wish { cpr: text("310290-1234"), ..without }), [("cpr", Code::NotACpr)]);
    }

    #[test]
    fn everything_that_is_missing_or_wrong_is_told_at_once() {
        let empty = Wish { cvr: "12345678".to_owned(), ..Wish::default() };
        assert_eq!(
            refused(&empty),
            [
                ("navn", Code::Missing),
                ("kommune", Code::Missing),
                ("ansvarlig", Code::Missing),
                ("slags", Code::ChoiceNeeded),
                ("cvr", Code::NotACvr)
            ]
        );
        let long = Wish { name: "x".repeat(201), ..wish() };
        assert_eq!(refused(&long), [("navn", Code::TooLong)]);
    }
}
