//! The demo's organisation, the rules' second version (what was agreed first, and what the grant of November 2015 allowed), and the programs
//! that read its figures.

use domain::code::{OrganisationKind, Role};
use domain::holder::Wish;
use domain::report::Report;

use super::PROGRAMME;
use super::hand::{Hand, day, text, wrong};
use crate::report::ReportAsk;
use crate::report::report;
use crate::token::program::come_in;
use crate::view::rules::Confirmed;
use crate::{Result, holder, rules, token};

/// The recruitment's last day as it was agreed first, and as it is.
const LAST_DAYS: (&str, &str) = ("to = 2015-12-31", "to = 2016-03-31");

/// The rules of the first version.
pub(super) fn first_rules() -> String {
    PROGRAMME.1.replacen(LAST_DAYS.1, LAST_DAYS.0, 1)
}

/// Writes them.
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
    programs(hand).await?;
    match rules::confirm(hand.app, &cx, (PROGRAMME.1, 1), None, &reason, cx.form_key()?).await? {
        Confirmed::Saved(_) => Ok(()),
        Confirmed::Not(_) => Err(wrong()),
    }
}

/// A data warehouse that has fetched this morning, and a trial that was ended.
async fn programs(hand: &Hand<'_>) -> Result<()> {
    let cx = hand.coordinator()?;
    for (name, role, last) in [
        ("Prøve med regneark", Role::Consultant, "2015-12-31"),
        ("Københavns Kommunes datavarehus", Role::Leader, "2016-10-31"),
    ] {
        let wish = domain::token::Wish { name: name.to_owned(), role: Some(role), ends_on: Ok(day(last)?) };
        let Some(secret) = token::make(hand.app, &cx, wish, cx.form_key()?).await? else { return Err(wrong()) };
        if role == Role::Consultant {
            let made = token::page(hand.app, &cx).await?.tokens.into_iter().next().ok_or_else(wrong)?;
            token::end(hand.app, &cx, made.id, cx.form_key()?).await?;
        } else {
            let program = come_in(hand.app, cx.now, &secret, cx.locale).await?.map_err(|_| wrong())?;
            for name in [Report::Status, Report::Intake] {
                report(hand.app, &program, name, ReportAsk::default()).await?;
            }
        }
    }
    Ok(())
}
