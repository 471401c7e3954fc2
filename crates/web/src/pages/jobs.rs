//! `/koersler`: what the program does by itself, what came of it, and what failed let run again.

use app::view::job::{JobsPage, KindLine, RunLine};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{Html, Response};
use domain::code::{JobKind, JobState};
use domain::job::sends_mail;
use render::{Words, day};

use super::identity::Asked;
use crate::fault::{Fault, laid_out};
use crate::frame::{Frame, Place};
use crate::part::{Done, Mark};
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;
use crate::{Mail, Site};

const HERE: &str = "/koersler";

#[derive(Template)]
#[template(path = "jobs.html")]
struct JobsHtml<'a> {
    f: Frame<'a>,
    done: Option<Done>,
    kinds: Vec<KindHtml>,
}

struct KindHtml {
    code: &'static str,
    title: &'static str,
    what: &'static str,
    /// The next moment, or why there is none.
    next: String,
    runs: Vec<RunHtml>,
    to_retention: bool,
}

struct RunHtml {
    id: i64,
    due: String,
    mark: Mark,
    told: Vec<String>,
    /// The key of the form that lets it run again.
    key: Option<String>,
}

/// The page.
pub(crate) async fn jobs(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let page = app::job::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let done = asked.gemt.map(|_| Done::said(render::words(reader.locale).say("jobs-done-again").to_owned()));
    let key = || cx.form_key().map(|key| key.0.to_string()).map_err(|error| reader.fault(error));
    show(&reader, &page, site.mail, done, key)
}

/// Lets a run that failed be tried again.
pub(crate) async fn again(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let kind = JobKind::parse(sent.text("slags")).map_err(|_| Fault::NotFound)?;
    let id = sent.text("koersel").parse().map_err(|_| Fault::NotFound)?;
    app::job::again(&site.app, &cx, (kind, id), once).await.map_err(|error| reader.fault(error))?;
    Ok(see_other("/koersler?gemt=igen"))
}

fn show(
    reader: &Reader,
    page: &JobsPage,
    mail: Mail,
    done: Option<Done>,
    key: impl Fn() -> Result<String, Fault>,
) -> Result<Html<String>, Fault> {
    let f = Frame::new(reader, render::words(reader.locale).say("jobs-title"), Place::Log, HERE.to_owned());
    let kinds = page.kinds.iter().map(|kind| kind_html(reader, page, kind, mail, &key)).collect::<Result<_, _>>()?;
    laid_out(&JobsHtml { f, done, kinds })
}

fn kind_html(
    reader: &Reader,
    page: &JobsPage,
    kind: &KindLine,
    mail: Mail,
    key: &impl Fn() -> Result<String, Fault>,
) -> Result<KindHtml, Fault> {
    let t = render::words(reader.locale);
    let is_on = mail == Mail::Sent || !sends_mail(kind.kind);
    let next = match (is_on, kind.next) {
        (true, Some(next)) => format!("{}: {}", t.say("jobs-next"), clock(t, reader, next)),
        (true, None) => String::new(),
        (false, _) if mail == Mail::Demo => t.say("jobs-demo-mail").to_owned(),
        (false, _) => t.say("jobs-no-mail").to_owned(),
    };
    let mut runs = Vec::with_capacity(kind.runs.len());
    for run in &kind.runs {
        let key = if run.may_run_again && is_on { Some(key()?) } else { None };
        runs.push(RunHtml {
            id: run.id,
            due: clock(t, reader, run.due),
            mark: mark(t, run),
            told: told(t, reader, kind.kind, run),
            key,
        });
    }
    Ok(KindHtml {
        code: kind.kind.code(),
        title: t.code("job-kind", kind.kind.code()),
        what: t.code("job-what", kind.kind.code()),
        next,
        runs,
        to_retention: kind.kind == JobKind::Retention && page.sees_citizens,
    })
}

fn clock(t: &Words, reader: &Reader, at: chrono::NaiveDateTime) -> String {
    let on = day::brief(t, at.date(), reader.today);
    t.say_with("at-clock", &[("day", (&on).into()), ("clock", (&day::clock(t, at)).into())])
}

fn mark(t: &Words, run: &RunLine) -> Mark {
    let (look, icon) = match run.state {
        JobState::Done => ("", "success"),
        JobState::Running => ("", "hourglass"),
        JobState::Failed => ("mark-soon", "warning"),
        JobState::GivenUp => ("mark-care", "warning"),
        JobState::Replaced => ("mark-none", "hourglass"),
    };
    Mark { look, icon, text: t.code("job-state", run.state.code()).to_owned() }
}

/// What came of a run, in sentences.
fn told(t: &Words, reader: &Reader, kind: JobKind, run: &RunLine) -> Vec<String> {
    let mut told = Vec::new();
    if run.state == JobState::Done || run.came_to > 0 {
        let key = match kind {
            JobKind::DailyDigest | JobKind::WeeklyDigest => "jobs-came-mails",
            JobKind::Retention => "jobs-came-proposals",
            JobKind::Tidy => "jobs-came-rows",
            JobKind::Reports => "jobs-came-reports",
        };
        told.push(render::catalogue::capital(&t.say_with(key, &[("n", run.came_to.into())])));
    }
    if let Some(reason) = run.reason.filter(|_| !matches!(run.state, JobState::Done | JobState::Running)) {
        told.push(t.code("job-reason", reason.code()).to_owned());
    }
    if let Some(next) = run.next_try {
        told.push(t.say_of("jobs-next-try", "when", &clock(t, reader, next)));
    }
    told
}

#[cfg(test)]
mod tests {
    use domain::code::JobReason;

    use super::*;
    use crate::pages::sample;

    fn run(state: JobState) -> RunLine {
        RunLine {
            id: 1_448_256_600,
            due: sample::moment(),
            state,
            tries: 2,
            reason: Some(JobReason::MailUnreachable),
            next_try: None,
            came_to: 0,
            may_run_again: matches!(state, JobState::Failed | JobState::GivenUp),
        }
    }

    fn page() -> JobsPage {
        let line = |kind, runs| KindLine { kind, next: Some(sample::moment()), runs };
        let failed = RunLine { next_try: Some(sample::moment()), came_to: 2, ..run(JobState::Failed) };
        JobsPage {
            kinds: vec![
                line(JobKind::DailyDigest, vec![failed, run(JobState::Replaced)]),
                line(JobKind::WeeklyDigest, vec![run(JobState::GivenUp)]),
                line(JobKind::Retention, vec![RunLine { came_to: 1, ..run(JobState::Done) }]),
                line(JobKind::Tidy, Vec::new()),
                line(JobKind::Reports, Vec::new()),
            ],
            sees_citizens: true,
        }
    }

    fn shown(page: &JobsPage, mail: Mail) -> String {
        show(&sample::coordinator(), page, mail, None, || Ok("noegle".to_owned())).unwrap().0
    }

    #[test]
    fn each_kind_says_when_it_runs_next_and_what_failed_says_why_and_can_run_again() {
        let html = shown(&page(), Mail::Sent);
        for words in [
            "2 mails sendt",
            "Mailserveren svarer ikke.",
            "Prøver igen 23.11. kl. 14.05",
            "Opgivet",
            "1 forslag",
            "Se forslagene",
            "Har ikke kørt endnu",
        ] {
            assert!(html.contains(words), "{words} is missing: {html}");
        }
        assert_eq!(html.matches("action=\"/koersler/igen\"").count(), 2);
        sample::check_page(&html);
    }

    #[test]
    fn without_a_mail_server_the_mails_do_not_run_and_the_page_says_so() {
        let html = shown(&page(), Mail::None);
        assert_eq!(html.matches("ikke sat en mailserver op").count(), 2);
        assert!(!html.contains("action=\"/koersler/igen\""));
        let html = shown(&JobsPage { sees_citizens: false, ..page() }, Mail::Demo);
        assert!(html.contains("demonstrationen sender ingen mail") && !html.contains("/koersler/opbevaring"));
    }
}
