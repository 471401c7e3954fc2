//! `brobygger report`: a figure as of a day or for a period.

use std::process::ExitCode;

use anyhow::{Context, Result};
use app::report::{ReportAsk, report};
use clap::builder::PossibleValuesParser;
use domain::programme::Period;
use domain::report::{Figure, Report};
use domain::staffing::Share;
use serde_json::Value;

use crate::cli::{self, Format};
use crate::clock::Clock;
use crate::open::operator;
use crate::say;

/// The names that can be asked for.
pub(crate) fn name() -> PossibleValuesParser {
    PossibleValuesParser::new(Report::ALL.iter().map(|report| {
        clap::builder::PossibleValue::new(report.name()).help(render::report::one_line(*report, render::Locale::En))
    }))
}

/// Prints a figure, or writes it to a file.
pub(crate) async fn run(asked: cli::Report) -> Result<ExitCode> {
    // The parser takes no other name.
    let which = Report::named(&asked.name).context("there is no such report")?;
    let history = asked.history_from.zip(asked.history_to).map(|(from, to)| Period { from, to });
    let ask = ReportAsk {
        as_of: asked.as_of,
        from: asked.from,
        to: asked.to,
        history,
        citizens: asked.citizens,
        anchoring: Some(Share::parse(&asked.anchoring).context("--anchoring")?),
    };
    let app = asked.place.open().await?;
    let figure = async {
        let cx = app.operator_cx(&operator(&Clock::Real), &asked.programme, say::locale()).await?;
        report(&app, &cx, which, ask).await
    }
    .await;
    app.close().await;
    let text = written(&figure?, asked.format)?;
    match asked.out {
        Some(file) => std::fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))?,
        None => say::print(&text)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn written(figure: &Figure, format: Format) -> Result<String> {
    Ok(match format {
        Format::Text => render::report::lay_out(figure, say::locale()).text(),
        Format::Csv => render::report::lay_out(figure, say::locale()).csv(),
        Format::Json => format!("{:#}\n", serde_json::to_value(figure).unwrap_or(Value::Null)),
    })
}
