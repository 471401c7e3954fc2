//! Consents: to share something with a recipient for a purpose until a day, to take part in research, or to be quoted in reports. Asked, given,
//! refused and withdrawn follow one another as versions.

use chrono::NaiveDate;

use crate::code::{ConsentKind, ConsentState};
use crate::day::days_between;
use crate::refusal::{Code, Gathered, Refusal, Typed};

/// The version of the wording that is asked with for research; its text is in `locales/` under `consent-wording-<version>`.
pub const RESEARCH_WORDING: &str = "forskning-1";

/// The version of the wording that is asked with for a quotation.
pub const QUOTATION_WORDING: &str = "citat-1";

/// The version of the wording that is asked with, where there is one: what sharing is asked with is its recipient and purpose.
pub const fn wording(kind: ConsentKind) -> Option<&'static str> {
    match kind {
        ConsentKind::Share => None,
        ConsentKind::Research => Some(RESEARCH_WORDING),
        ConsentKind::Quotation => Some(QUOTATION_WORDING),
    }
}

/// A consent that ends within so many days is named.
pub const EXPIRES_SOON_DAYS: i64 = 30;

/// What a consent is worth on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Worth {
    /// It is given, and holds for longer.
    Holds,
    /// It holds, and ends within [`EXPIRES_SOON_DAYS`].
    EndsSoon,
    /// It was given, and has run out.
    RunOut,
    /// It was refused.
    Refused,
    /// It was asked for, and is not answered yet.
    Asked,
    /// It was withdrawn.
    Withdrawn,
}

impl Worth {
    /// The code, as its text is named.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::EndsSoon => "ends-soon",
            Self::RunOut => "run-out",
            Self::Refused => "refused",
            Self::Asked => "asked",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Whether something may be shared on the strength of it.
    pub const fn is_valid(self) -> bool {
        matches!(self, Self::Holds | Self::EndsSoon)
    }
}

/// What a consent is worth on a day: its last day counts.
pub fn worth(state: ConsentState, until: Option<NaiveDate>, day: NaiveDate) -> Worth {
    match (state, until) {
        (ConsentState::Refused, _) => Worth::Refused,
        (ConsentState::Asked, _) => Worth::Asked,
        (ConsentState::Withdrawn, _) => Worth::Withdrawn,
        (ConsentState::Given, Some(until)) if until < day => Worth::RunOut,
        (ConsentState::Given, Some(until)) if days_between(day, until) <= EXPIRES_SOON_DAYS => Worth::EndsSoon,
        (ConsentState::Given, _) => Worth::Holds,
    }
}

/// What a citizen said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said<'a> {
    /// To what.
    pub kind: ConsentKind,
    /// Yes, no, no answer yet, or no longer.
    pub state: Option<ConsentState>,
    /// When.
    pub on: Typed<NaiveDate>,
    /// Until when, for sharing.
    pub until: Typed<Option<NaiveDate>>,
    /// With whom, for sharing.
    pub recipient: &'a str,
    /// What for, for sharing.
    pub purpose: &'a str,
}

/// A consent with its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Consent {
    /// To what.
    pub kind: ConsentKind,
    /// Yes, no, no answer yet, or no longer.
    pub state: ConsentState,
    /// When.
    pub on: NaiveDate,
    /// Until when.
    pub until: Option<NaiveDate>,
}

/// Decides whether it can be noted. Sharing has a recipient, a purpose and, where it is allowed, a last day.
///
/// # Errors
///
/// Every refusal at once.
pub fn say(said: Said<'_>, today: NaiveDate) -> Result<Consent, Vec<Refusal>> {
    let mut gathered = Gathered::default();
    let is_share = said.kind == ConsentKind::Share;
    gathered.refuse(said.state.is_none(), "svar", Code::NotGiven);
    let on = gathered.take("dato", said.on);
    gathered.refuse(on.is_some_and(|on| on > today), "dato", Code::InTheFuture);
    gathered.refuse(is_share && said.recipient.trim().is_empty(), "modtager", Code::NotGiven);
    gathered.refuse(is_share && said.purpose.trim().is_empty(), "formaal", Code::NotGiven);
    let until = if is_share { gathered.take("til", said.until) } else { Some(None) };
    let is_open = is_share && said.state == Some(ConsentState::Given) && until == Some(None);
    gathered.refuse(is_open, "til", Code::NotGiven);
    let is_reversed = until.flatten().zip(on).is_some_and(|(until, on)| until < on);
    gathered.refuse(is_reversed, "til", Code::EndsBeforeItBegins);
    gathered.heed_length("modtager", said.recipient);
    gathered.heed_length("formaal", said.purpose);
    gathered.unless_refused(|| Some(Consent { kind: said.kind, state: said.state?, on: on?, until: until? }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::day;

    #[test]
    fn a_consent_holds_to_its_last_day_and_tells_a_month_before() {
        let on = |date| worth(ConsentState::Given, Some(day("2016-01-31")), day(date));
        assert_eq!(on("2015-12-31"), Worth::Holds);
        assert_eq!(on("2016-01-01"), Worth::EndsSoon);
        assert_eq!(on("2016-01-31"), Worth::EndsSoon);
        assert_eq!(on("2016-02-01"), Worth::RunOut);
        assert_eq!(worth(ConsentState::Withdrawn, Some(day("2016-01-31")), day("2015-12-31")), Worth::Withdrawn);
        assert_eq!(worth(ConsentState::Given, None, day("2035-01-01")), Worth::Holds, "research has no last day");
        assert!(on("2016-01-31").is_valid() && !on("2016-02-01").is_valid());
    }

    fn share() -> Said<'static> {
        Said {
            kind: ConsentKind::Share,
            state: Some(ConsentState::Given),
            on: Ok(day("2015-11-23")),
            until: Ok(Some(day("2016-05-23"))),
            recipient: "Jobcentret",
            purpose: "At tale om praktik",
        }
    }

    fn refused(said: Said<'_>) -> Vec<&'static str> {
        say(said, day("2015-11-23")).unwrap_err().into_iter().map(|refusal| refusal.field).collect()
    }

    #[test]
    fn sharing_names_with_whom_what_for_and_until_when() {
        assert!(say(share(), day("2015-11-23")).is_ok());
        let nothing = Said { recipient: "", purpose: " ", until: Ok(None), state: None, ..share() };
        assert_eq!(refused(nothing), ["svar", "modtager", "formaal"]);
        assert_eq!(refused(Said { until: Ok(None), ..share() }), ["til"]);
        assert_eq!(refused(Said { until: Ok(Some(day("2015-11-22"))), ..share() }), ["til"]);
        assert!(
            say(Said { state: Some(ConsentState::Refused), until: Ok(None), ..share() }, day("2015-11-23")).is_ok()
        );
    }

    #[test]
    fn research_and_a_quotation_ask_for_an_answer_and_a_day_only_and_have_their_wording() {
        for kind in [ConsentKind::Research, ConsentKind::Quotation] {
            let asked = Said { kind, recipient: "", purpose: "", until: Ok(None), ..share() };
            assert_eq!(say(asked, day("2015-11-23")).unwrap().until, None);
            assert_eq!(refused(Said { on: Ok(day("2015-11-24")), ..asked }), ["dato"]);
            assert!(wording(kind).is_some());
        }
        assert_eq!(wording(ConsentKind::Share), None);
    }
}
