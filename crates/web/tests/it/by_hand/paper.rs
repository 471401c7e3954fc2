//! A form as a browser without JavaScript sends it: the hidden fields that the page gave it, and what was typed.

use crate::house::{Answer, House, PASSWORD};

/// Somebody at work on a day.
pub(super) struct Paper<'h> {
    house: &'h House,
    session: String,
}

impl<'h> Paper<'h> {
    /// Signs the coordinator in.
    pub(super) async fn of(house: &'h House) -> Self {
        let session = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
        Self { house, session }
    }

    /// A page.
    pub(super) async fn page(&self, address: &str) -> String {
        let answer = self.house.get(address, Some(&self.session)).await;
        assert_eq!(answer.status, 200, "{address}: {}", answer.body);
        answer.body
    }

    /// Fills in the form of a page that goes to an address, and sends it; gives the address that it leads to.
    pub(super) async fn send(&self, page: &str, to: &str, typed: &[(&str, &str)]) -> String {
        let page_of = self.page(page).await;
        let form = form(&page_of, to).unwrap_or_else(|| panic!("{page} has no form that goes to {to}"));
        let given = hidden(form).into_iter();
        let fields = given.chain(typed.iter().copied()).map(|(name, value)| format!("{name}={}", encoded(value)));
        let answer = self.house.post(to, Some(&self.session), &fields.collect::<Vec<_>>().join("&")).await;
        assert_eq!(answer.status, 303, "{to} with {typed:?}: {}", refusals(&answer));
        answer.header("location").to_owned()
    }
}

/// The form of a page that goes to an address.
fn form<'p>(page: &'p str, to: &str) -> Option<&'p str> {
    let mut forms = page.split("<form").skip(1).map(|form| form.split("</form>").next().unwrap_or_default());
    forms.find(|form| {
        let tag = form.split('>').next().unwrap_or_default();
        tag.contains(&format!("action=\"{to}\"")) && tag.contains("method=\"post\"")
    })
}

/// The hidden fields of a form.
fn hidden(form: &str) -> Vec<(&str, &str)> {
    let fields = form.split("<input type=\"hidden\" name=\"").skip(1);
    fields
        .filter_map(|field| field.split('>').next()?.split_once("\" value=\""))
        .map(|(name, rest)| (name, rest.trim_end_matches('"')))
        .collect()
}

/// What stands beside the fields of a form that was refused.
fn refusals(answer: &Answer) -> String {
    let told = answer.body.split("id=\"fejl\"").nth(1).unwrap_or(&answer.body);
    format!("{} {}", answer.status, told.chars().take(1_500).collect::<String>())
}

fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// The last id that an address or a page's beginning holds.
pub(super) fn last_id(text: &str) -> String {
    let is_id = |word: &&str| word.len() == 36 && word.bytes().filter(|byte| *byte == b'-').count() == 4;
    text.split(['/', '=', '&', '?', '"', '<']).rfind(is_id).unwrap_or_else(|| panic!("no id in {text}")).to_owned()
}
