//! `/noegletal/fil/<report>.csv`, `.xlsx` and `.zip` (a Data Package): a figure of the page as a file, logged as a look at it is.

use app::report::{ReportAsk, report};
use app::view::figures::FiguresPage;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::programme::Period;
use domain::report::forecast::{next_quarter, project_year};
use domain::report::periods::check;
use domain::report::{Report, Span};
use render::report::{lay_out, package};
use render::{Words, pack, xlsx};

use super::choose::{Asked, days};
use crate::Site;
use crate::fault::Fault;
use crate::field::DayField;
use crate::printed;
use crate::reader::SignedIn;

/// What a spreadsheet program knows a text in UTF-8 by.
const MARK: &str = "\u{feff}";

/// The addresses of a figure's files, with what they are.
pub(super) fn links(t: &Words, report: Report, page: &FiguresPage) -> Vec<(String, String)> {
    let of = |kind: &str, key| {
        let address = format!("/noegletal/fil/{}.{kind}?{}", report.name(), days(page, page.now.period));
        (address, t.say_of(key, "figure", render::report::title(report, t.locale())))
    };
    vec![of("csv", "figures-csv"), of("xlsx", "figures-xlsx"), of("zip", "figures-package")]
}

/// The figure as a file.
pub(crate) async fn file(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let (which, kind) = name.rsplit_once('.').ok_or(Fault::NotFound)?;
    let which = Report::named(which).ok_or(Fault::NotFound)?;
    if !matches!(kind, "csv" | "xlsx" | "zip") {
        return Err(Fault::NotFound);
    }
    let [day, from, to] = [asked.dag, asked.fra, asked.til].map(|typed| DayField::read(typed).day);
    let as_of = day.unwrap_or(cx.today);
    let usual = project_year(as_of);
    let period = Period { from: from.unwrap_or(usual.from), to: to.unwrap_or(usual.to) };
    if let Some(refusal) = check(as_of, period, cx.programme.funding, cx.today).first() {
        return Err(Fault::Refused(refusal.code));
    }
    let ask = ReportAsk { as_of: Some(as_of), from: Some(period.from), to: Some(period.to), ..ReportAsk::default() };
    // A forecast looks from the period of the page into the quarter after its day, as the page does.
    let ahead = next_quarter(as_of).filter(|_| which == Report::Forecast);
    let ask = match ahead {
        Some(ahead) => ReportAsk { from: Some(ahead.from), to: Some(ahead.to), history: Some(period), ..ask },
        None => ask,
    };
    let figure = report(&site.app, &cx, which, ask).await.map_err(|error| reader.fault(error))?;
    let laid = lay_out(&figure, reader.locale);
    let until = if which.span() == Span::Day { as_of } else { ask.to.unwrap_or(as_of) };
    let name = format!("{}-{until}.{kind}", which.name());
    if kind == "csv" {
        return Ok(printed::file("text/csv; charset=utf-8", &name, format!("{MARK}{}", laid.csv())));
    }
    let (media, bytes) = match kind {
        "zip" => (pack::MEDIA, package(&laid).map_err(|fault| fault.to_string())),
        _ => (xlsx::MEDIA, xlsx::xlsx(&laid, reader.locale, cx.today).map_err(|fault| fault.to_string())),
    };
    let bytes = bytes.map_err(|fault| {
        tracing::error!(%fault, "a figure's file could not be written");
        Fault::Store
    })?;
    Ok(printed::file(media, &name, bytes))
}
