//! A form as it was sent: what was typed, field by field, kept raw so that a refused form shows it again.
//!
//! No `Debug` that prints: a field may hold anything about anybody.

use app::once::Once;
use app::unsent::Fields;
use axum::extract::{FromRequest, Request};
use domain::id::CitizenId;
use domain::personal::Personal;
use uuid::Uuid;

use crate::fault::Fault;
use crate::field::DayField;
use crate::reader::Reader;

/// The names of the fields that every form has: the session's token, the form's key, the version it was made from, the
/// form's address, and the citizen it is about.
pub(crate) const TOKEN: &str = "token";
pub(crate) const KEY: &str = "noegle";
pub(crate) const VERSION: &str = "version";
pub(crate) const PLACE: &str = "sted";
pub(crate) const ABOUT: &str = "om";

/// A form as it was sent.
#[derive(Clone, Default)]
pub(crate) struct Sent(Fields);

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        let axum::Form(pairs) =
            axum::Form::<Vec<(String, String)>>::from_request(request, state).await.map_err(|_| Fault::Origin)?;
        let mut fields = Fields::new();
        for (name, value) in pairs {
            fields.entry(name).or_default().push(value);
        }
        Ok(Self(fields))
    }
}

impl Sent {
    /// A form of fields that were kept.
    pub(crate) const fn of(fields: Fields) -> Self {
        Self(fields)
    }

    /// The fields.
    pub(crate) const fn fields(&self) -> &Fields {
        &self.0
    }

    /// What was typed in a field, as it stands; empty where nothing was.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.0.get(name).and_then(|values| values.first()).map_or("", String::as_str)
    }

    /// What was typed in a field without the space around it; none where nothing is left.
    pub(crate) fn words(&self, name: &str) -> Option<Personal<String>> {
        let text = self.text(name).trim();
        (!text.is_empty()).then(|| Personal::new(text.to_owned()))
    }

    /// Every value chosen in a field.
    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.get(name).into_iter().flatten().map(String::as_str)
    }

    /// Whether a value is among those chosen in a field.
    pub(crate) fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|chosen| chosen == value)
    }

    /// A field of days.
    pub(crate) fn day(&self, name: &str) -> DayField {
        DayField::read(Some(self.text(name).to_owned()))
    }

    /// A field of ids; none where it holds none.
    pub(crate) fn id(&self, name: &str) -> Option<Uuid> {
        self.text(name).parse().ok()
    }

    /// The version that the form was made from; 0 where it makes something new.
    pub(crate) fn version(&self) -> i64 {
        self.text(VERSION).parse().unwrap_or(0)
    }

    /// The citizen that the form says it is about; it decides nothing but whose key seals a draft.
    pub(crate) fn about(&self) -> Option<CitizenId> {
        self.id(ABOUT).map(CitizenId)
    }

    /// Whether the form came from a page of this session; gives its key, good for one effect.
    ///
    /// # Errors
    ///
    /// [`Fault::Origin`].
    pub(crate) fn check(&self, reader: &Reader) -> Result<Once, Fault> {
        reader.check(self.text(TOKEN))?;
        self.id(KEY).map(Once).ok_or(Fault::Origin)
    }

    /// The fields that a person fills in: without those that belong to the page.
    pub(crate) fn typed(&self) -> Fields {
        let own = [TOKEN, KEY, PLACE, ABOUT];
        self.0.iter().filter(|(name, _)| !own.contains(&name.as_str())).map(|(n, v)| (n.clone(), v.clone())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::sample;

    fn sent(pairs: &[(&str, &str)]) -> Sent {
        Sent::of(pairs.iter().map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()])).collect())
    }

    #[test]
    fn a_form_is_good_with_the_session_s_token_and_a_key_of_its_own() {
        let reader = sample::worker();
        let key = "01900000-0000-7000-8000-000000000001";
        assert!(sent(&[("token", &reader.token), ("noegle", key)]).check(&reader).is_ok());
        for (token, key) in [("", key), ("x", key), (reader.token.as_str(), ""), (&reader.token, "1")] {
            assert_eq!(sent(&[("token", token), ("noegle", key)]).check(&reader), Err(Fault::Origin));
        }
    }

    #[test]
    fn what_belongs_to_the_page_is_no_part_of_what_was_typed() {
        let form = sent(&[("token", "a"), ("noegle", "b"), ("sted", "/c"), ("om", "d"), ("tekst", " hej ")]);
        assert_eq!(form.typed().into_keys().collect::<Vec<_>>(), ["tekst"]);
        assert_eq!(form.text("tekst"), " hej ");
        assert_eq!(form.words("tekst").unwrap().reveal(), "hej");
        assert!(form.words("andet").is_none());
    }
}
