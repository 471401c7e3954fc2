//! The demo's organisation, and the rules' second version: what was agreed first, and what the grant of November 2015 allowed.

use domain::code::OrganisationKind;
use domain::holder::Wish;

use super::PROGRAMME;
use super::hand::{Hand, text, wrong};
use crate::view::rules::Confirmed;
use crate::{Result, holder, rules};

/// The recruitment's last day as it was agreed first, and as it is.
const LAST_DAYS: (&str, &str) = ("to = 2015-12-31", "to = 2016-03-31");

/// The rules of the first version.
pub(super) fn first_rules() -> String {
    PROGRAMME.1.replacen(LAST_DAYS.1, LAST_DAYS.0, 1)
}

/// Writes both.
pub(super) async fn fill(hand: &Hand<'_>) -> Result<()> {
    let cx = hand.coordinator()?;
    let wish = Wish {
        name: "Københavnergruppen".to_owned(),
        kind: Some(OrganisationKind::Municipality),
        municipality: "Københavns Kommune".to_owned(),
        // Invented: eight digits in a row that happen to fit together.
        cvr: "12345674".to_owned(),
        responsible: text("Lene Brandt"),
        contact: text("Kontorchef, Center for Politik"),
        ..Wish::default()
    };
    holder::keep(hand.app, &cx, wish, (1, 0), cx.form_key()?).await?;
    let reason = text("Puljen giver lov til rekruttering i januar-marts 2016.");
    match rules::confirm(hand.app, &cx, (PROGRAMME.1, 1), None, &reason, cx.form_key()?).await? {
        Confirmed::Saved(_) => Ok(()),
        Confirmed::Not(_) => Err(wrong()),
    }
}
