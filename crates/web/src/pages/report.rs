//! `/rapporter`: what can be made, what waits for a second person, what is locked. A draft is `draft`, its words `text`, what is quoted in it `quotations`, one report `release`, totals shown
//! exactly `exact`, those that are made regularly `regular`.

pub(crate) mod draft;
pub(crate) mod exact;
mod preview;
pub(crate) mod quotations;
pub(crate) mod regular;
pub(crate) mod release;
pub(crate) mod text;

use app::paper::Kept;
use app::release::{ReleaseLine, ReleasesPage};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use domain::code::{Addressee, ReleaseState};
use domain::release::Exact;
use domain::report::forecast::project_year;
use render::{Words, day, words};

use self::regular::RegularHtml;
use super::paper::show::Asked;
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::frame::{Frame, Place};
use crate::part::{Done, Mark};
use crate::reader::{Reader, SignedIn};

/// Where it is.
pub(crate) const HERE: &str = "/rapporter";

/// A report in the list.
struct Line {
    href: String,
    title: String,
    about: String,
    mark: Mark,
}

/// Totals that an audience is shown exactly.
struct ExactLine {
    href: String,
    addressee: &'static str,
    counts: String,
    reference: String,
}

#[derive(Template)]
#[template(path = "reports.html")]
struct ReportsHtml<'a> {
    f: Frame<'a>,
    templates: Vec<(String, String)>,
    usual: Vec<(String, String)>,
    addressees: Vec<(&'static str, &'static str)>,
    day: String,
    from: String,
    to: String,
    waiting: Vec<Line>,
    locked: Vec<Line>,
    turned_down: Vec<Line>,
    regular: Vec<RegularHtml>,
    regular_new: String,
    exact: Vec<ExactLine>,
    may_keep: bool,
    done: Option<Done>,
}

/// The reports.
pub(crate) async fn reports(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let page = app::release::overview(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let exact = app::release::agreements(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    show(&reader, &page, &exact, asked.done(words(reader.locale)))
}

fn show(
    reader: &Reader,
    page: &ReleasesPage,
    exact: &[Kept<Exact>],
    done: Option<Done>,
) -> Result<Html<String>, Fault> {
    let f = Frame::new(reader, words(reader.locale).say("reports"), Place::Figures, HERE.to_owned());
    let t = f.t;
    let usual = project_year(reader.today);
    let of = |state: ReleaseState| {
        let of_state = page.releases.iter().filter(|one| one.kept.says().state == state);
        of_state.map(|one| line(t, one)).collect()
    };
    laid_out(&ReportsHtml {
        templates: page.templates.iter().map(|one| (one.key.clone(), t.locale().of(&one.title).to_owned())).collect(),
        usual: page
            .templates
            .iter()
            .map(|one| {
                let to = t.code("addressee", one.addressee.code());
                let said = [("title", t.locale().of(&one.title).into()), ("for", to.into())];
                let href = format!("{HERE}/kladde?rapport={}&modtager={}", one.key, one.addressee.code());
                (href, t.say_with("reports-usual", &said))
            })
            .collect(),
        addressees: addressees(t),
        day: day::typed(reader.today),
        from: day::typed(usual.from),
        to: day::typed(usual.to),
        waiting: of(ReleaseState::Proposed),
        locked: of(ReleaseState::Locked),
        turned_down: of(ReleaseState::TurnedDown),
        regular: page.regular.iter().map(|one| regular::line(t, one, page.may_keep)).collect(),
        regular_new: regular::new_address(reader.today),
        exact: exact.iter().map(|one| exact_line(t, one, page.may_keep)).collect(),
        may_keep: page.may_keep,
        done,
        f,
    })
}

/// For whom a report can be.
fn addressees(t: &'static Words) -> Vec<(&'static str, &'static str)> {
    Addressee::ALL.iter().map(|one| (one.code(), t.code("addressee", one.code()))).collect()
}

fn line(t: &'static Words, line: &ReleaseLine) -> Line {
    let says = line.kept.says();
    Line {
        href: format!("{HERE}/{}", line.kept.id),
        title: name(t, line),
        about: t.say_with(
            "release-line",
            &[
                ("day", (&day::numeric(t, says.asked.as_of)).into()),
                ("for", t.code("addressee", says.asked.addressee.code()).into()),
                ("by", proposer(t, line).into()),
                ("on", (&day::numeric(t, says.proposed_on)).into()),
            ],
        ),
        mark: state(t, says.state),
    }
}

/// Who proposed a report.
fn proposer<'a>(t: &'static Words, line: &'a ReleaseLine) -> &'a str {
    if line.kept.says().proposed_by.is_none() { t.say("release-by-program") } else { line.proposed_by.reveal() }
}

/// A report with its version.
fn name(t: &Words, line: &ReleaseLine) -> String {
    let title =
        line.template.as_ref().map_or(line.kept.says().asked.template.as_str(), |one| t.locale().of(&one.title));
    t.say_with("release-name", &[("title", title.into()), ("n", line.kept.says().number.into())])
}

/// What became of a report, in words with a symbol.
fn state(t: &Words, state: ReleaseState) -> Mark {
    let (look, icon) = match state {
        ReleaseState::Proposed => ("mark-soon", "hourglass"),
        ReleaseState::Locked => ("", "lock"),
        ReleaseState::TurnedDown => ("mark-none", "close"),
    };
    Mark { look, icon, text: t.code("release-state", state.code()).to_owned() }
}

fn exact_line(t: &'static Words, kept: &Kept<Exact>, may_keep: bool) -> ExactLine {
    let says = kept.says();
    let counts: Vec<&str> = says.counts.iter().map(|count| exact::called(t, count)).collect();
    ExactLine {
        href: if may_keep { format!("{}/{}", exact::AT, kept.id) } else { String::new() },
        addressee: t.code("addressee", says.addressee.code()),
        counts: counts.join(", "),
        reference: says.reference.clone(),
    }
}
