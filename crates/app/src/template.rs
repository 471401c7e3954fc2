//! The templates of reports: those shipped with the program, and those that the programme brought itself (M28).

use domain::access::Action;
use domain::file::template::parse_template;
use domain::template::{OwnTemplate, Template};
use store::Reader;

use crate::once::Once;
use crate::paper::{Said, all, keep};
use crate::{App, Cx, Error, Result};

/// File name and text of each shipped template. A new one is a file there and a line here.
const SHIPPED: [(&str, &str); 3] = [
    ("status.toml", include_str!("../../../reports/status.toml")),
    ("tilskud.toml", include_str!("../../../reports/tilskud.toml")),
    ("slut.toml", include_str!("../../../reports/slut.toml")),
];

/// A template with its file.
#[derive(Clone, Debug)]
pub struct Known {
    /// The template.
    pub template: Template,
    /// Its file, as it is frozen with a report.
    pub toml: String,
}

fn read(name: &str, text: &str) -> Result<Known> {
    let template = parse_template(name, text)
        .map_err(|faults| Error::Refused(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")))?;
    Ok(Known { template, toml: text.to_owned() })
}

/// Every template of the programme: its own instead of a shipped one of the same key.
pub(crate) async fn templates(app: &App, cx: &Cx, reader: &mut Reader) -> Result<Vec<Known>> {
    let mut known = SHIPPED.iter().map(|(name, text)| read(name, text)).collect::<Result<Vec<_>>>()?;
    for own in all::<OwnTemplate>(app, cx, reader).await?.iter().filter(|one| !one.is_ended) {
        let own = read("own.toml", &own.says().toml)?;
        match known.iter_mut().find(|one| one.template.key == own.template.key) {
            Some(one) => *one = own,
            None => known.push(own),
        }
    }
    Ok(known)
}

/// Every template of the programme, to choose from.
///
/// # Errors
///
/// [`Error::Denied`].
pub async fn choices(app: &App, cx: &Cx) -> Result<Vec<Template>> {
    let grant = cx.may_at_all(Action::SeeReports)?;
    let known = templates(app, cx, &mut app.store().read(&grant).await?).await?;
    Ok(known.into_iter().map(|known| known.template).collect())
}

/// Adds a template of the programme's own, or a new version of it. Gives it as it was read.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::Refused`] with every fault of the file, each with its line and what would be right.
pub async fn add(app: &App, cx: &Cx, file_name: &str, text: &str, once: Once) -> Result<Template> {
    let grant = cx.may_at_all(Action::KeepReports)?;
    let new = read(file_name, text)?;
    let mut reader = app.store().read(&grant).await?;
    let mut before = None;
    for kept in all::<OwnTemplate>(app, cx, &mut reader).await? {
        if read("own.toml", &kept.says().toml)?.template.key == new.template.key {
            before = Some((kept.id, kept.version));
        }
    }
    drop(reader);
    let own = OwnTemplate { toml: text.to_owned() };
    keep(app, cx, before, &own, Said::default(), once).await?;
    Ok(new.template)
}
