//! `brobygger report`: a figure as of a day or for a period.

use std::io::IsTerminal as _;
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use app::report::{ReportAsk, json, report};
use chrono::NaiveDate;
use clap::builder::PossibleValuesParser;
use domain::programme::Period;
use domain::refusal::{Code, Refusal};
use domain::report::{Figure, Report};
use domain::staffing::Share;
use render::report::{document, lay_out};

use super::serve::PRINTER;
use crate::cli::{self, Written};
use crate::clock::Clock;
use crate::open::operator;
use crate::say;

/// The exit code of wrong use.
pub(super) const WRONG_USE: u8 = 2;

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
    if let Some(why) = unfit(&asked) {
        eprintln!("brobygger: {why}");
        return Ok(ExitCode::from(WRONG_USE));
    }
    let app = asked.place.open().await?;
    let figure = async {
        let cx = app.operator_cx(&operator(&Clock::Real), &asked.programme, say::locale()).await?;
        let funded = cx.programme.funding.from;
        match report(&app, &cx, which, ask).await {
            Err(app::Error::Refusals(refusals)) => Err(anyhow!("{}", told(&refusals, &asked, (funded, cx.today)))),
            figure => Ok((cx.today, figure?)),
        }
    }
    .await;
    app.close().await;
    let (today, figure) = figure?;
    let bytes = written(&figure, asked.format, asked.as_of.or(asked.to).unwrap_or(today), today)?;
    match asked.out {
        Some(file) => std::fs::write(&file, bytes).with_context(|| format!("{} cannot be written", file.display()))?,
        None => say::bytes(&bytes)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Why the days cannot be asked for and what to do, in one line.
fn told(refusals: &[Refusal], asked: &cli::Report, (funded, today): (NaiveDate, NaiveDate)) -> String {
    let line = |refusal: &Refusal| {
        let (option, day) = match refusal.field {
            "as_of" => ("--as-of", asked.as_of),
            "from" => ("--from", asked.from),
            "to" => ("--to", asked.to),
            "history_from" => ("--history-from", asked.history_from),
            _ => ("--history-to", asked.history_to),
        };
        let day = day.map(|day| day.to_string()).unwrap_or_default();
        match refusal.code {
            Code::InTheFuture => format!("{day} has not been yet; choose {option} on or before {today}"),
            Code::BeforeProgramme => format!("{day} is before the programme; choose {option} on or after {funded}"),
            _ if option.starts_with("--history") => {
                "the observed period ends before it begins; choose --history-to on or after --history-from".to_owned()
            }
            _ => "the period ends before it begins; choose --to on or after --from".to_owned(),
        }
    };
    refusals.iter().map(line).collect::<Vec<_>>().join(". ")
}

/// Whether what is written is shown on a terminal.
pub(super) fn is_shown() -> bool {
    std::io::stdout().is_terminal()
}

/// Why what was asked for cannot be given, before anything is opened.
fn unfit(asked: &cli::Report) -> Option<&'static str> {
    match asked.format {
        Written::Pdf if PRINTER.is_none() => {
            Some("this program was built without documents: ask for docx, xlsx, csv, json or text")
        }
        Written::Pdf | Written::Docx | Written::Xlsx | Written::Package if asked.out.is_none() && is_shown() => {
            Some("this is a file and not for a terminal: name it with --out FILE")
        }
        _ => None,
    }
}

/// The figure as a file's bytes; a document is dated by `day`, and a workbook says that it was printed `today`.
fn written(figure: &Figure, format: Written, day: NaiveDate, today: NaiveDate) -> Result<Vec<u8>> {
    let locale = say::locale();
    let laid = || lay_out(figure, locale);
    Ok(match format {
        Written::Text => laid().text().into_bytes(),
        Written::Csv => laid().csv().into_bytes(),
        Written::Json => json(figure).into_bytes(),
        Written::Package => render::report::package(&laid())?,
        Written::Xlsx => render::xlsx::xlsx(&laid(), locale, today)?,
        Written::Docx => render::docx::docx(&document(&laid(), locale, day), PRINTER)?,
        Written::Pdf => {
            let printer = PRINTER.context("this program was built without documents")?;
            (printer.pdf)(&document(&laid(), locale, day)).map_err(anyhow::Error::msg)?
        }
    })
}
