//! `/forskning`: what is ready for researchers, and who got what.

use app::research::Wish;
use app::view::research::{Given, ResearchPage};
use app::{Cx, Error};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use domain::research::{ALIKE, DIFFERENT};
use render::{Words, day, words};
use uuid::Uuid;

use super::identity::Asked;
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::Form;
use crate::frame::{Frame, Place};
use crate::part::Done;
use crate::printed::file;
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;
use crate::typed::maybe_day;

const HERE: &str = "/forskning";
const FIELDS: [(&str, &str); 3] = [("modtager", "modtager"), ("formaal", "formaal"), ("dag", "dag")];

/// The page.
pub(crate) async fn research(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let page = app::research::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let form = Form::fresh(&site.app, &cx, &reader, HERE.to_owned(), None).await;
    let form = form.map_err(|error| reader.fault(error))?;
    let t = words(reader.locale);
    let said = asked.gemt.map(|what| if what == "slettet" { "research-done-told" } else { "research-done-made" });
    show(&reader, &page, keys(&cx, &reader, &page)?, form, said.map(|said| Done::said(t.say(said).to_owned())))
}

/// Makes a package.
pub(crate) async fn make(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let wish = Wish {
        recipient: sent.words("modtager").unwrap_or_default(),
        purpose: sent.words("formaal").unwrap_or_default(),
        as_of: maybe_day(&sent, "dag"),
    };
    let made = app::research::make(&site.app, &cx, &wish, site.printer, once).await;
    match made {
        Ok(_) => {
            app::unsent::throw_away(&site.app, &cx, HERE).await.map_err(|error| reader.fault(error))?;
            Ok(see_other("/forskning?gemt=ja"))
        }
        Err(error) => {
            let page = app::research::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
            let form = refused(&cx, &reader, sent, error).map_err(|error| reader.fault(error))?;
            let keys = keys(&cx, &reader, &page)?;
            Ok((form.status(), show(&reader, &page, keys, form, None)?).into_response())
        }
    }
}

/// The file of a package.
pub(crate) async fn fetch(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let id = id.parse::<Uuid>().map_err(|_| Fault::NotFound)?;
    let zip = app::research::fetch(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
    Ok(file("application/zip", "pakke.zip", zip.into_revealed()))
}

/// Notes that the recipient has been told whom to take out.
pub(crate) async fn tell(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let id = id.parse::<Uuid>().map_err(|_| Fault::NotFound)?;
    app::research::tell(&site.app, &cx, id, once).await.map_err(|error| reader.fault(error))?;
    Ok(see_other("/forskning?gemt=slettet"))
}

fn refused(cx: &Cx, reader: &Reader, sent: Sent, error: Error) -> Result<Form, Error> {
    Form::again(cx, reader, HERE.to_owned(), None, sent)?.refused(error, &FIELDS)
}

struct GivenHtml<'a> {
    id: String,
    recipient: &'a str,
    purpose: &'a str,
    made: String,
    counts: String,
    hash: &'a str,
    can_be_fetched: bool,
    told: Option<String>,
    recalled: Vec<String>,
    recalled_title: String,
    key: String,
}

#[derive(Template)]
#[template(path = "research.html")]
struct ResearchHtml<'a> {
    f: Frame<'a>,
    done: Option<Done>,
    form: Form,
    is_enough: bool,
    ready: String,
    needed: String,
    alike: String,
    packages: Vec<GivenHtml<'a>>,
}

/// A key of its own for each package's form.
fn keys(cx: &Cx, reader: &Reader, page: &ResearchPage) -> Result<Vec<String>, Fault> {
    let key = |_| cx.form_key().map(|key| key.0.to_string()).map_err(|error| reader.fault(error));
    page.packages.iter().map(key).collect()
}

fn show(
    reader: &Reader,
    page: &ResearchPage,
    keys: Vec<String>,
    form: Form,
    done: Option<Done>,
) -> Result<Html<String>, Fault> {
    let f = Frame::new(reader, words(reader.locale).say("research-title"), Place::Effort, HERE.to_owned());
    let t = f.t;
    laid_out(&ResearchHtml {
        is_enough: page.is_enough(),
        ready: t.say_with("research-ready", &[("n", page.agreed.into())]),
        needed: t.say_with("research-needed", &[("n", page.needed.into())]),
        alike: t.say_with("research-alike", &[("k", ALIKE.into()), ("l", DIFFERENT.into())]),
        packages: page.packages.iter().zip(keys).map(|(one, key)| given(t, one, key)).collect(),
        f,
        done,
        form,
    })
}

fn given<'a>(t: &Words, one: &'a Given, key: String) -> GivenHtml<'a> {
    let by = if one.by.reveal().is_empty() { t.say("research-operator") } else { one.by.reveal() };
    let (on, clock, as_of) = (day::numeric(t, one.at.date()), day::clock(t, one.at), day::numeric(t, one.as_of));
    let at = t.say_with("at-clock", &[("day", (&on).into()), ("clock", (&clock).into())]);
    let made = [("at", (&at).into()), ("by", by.into()), ("day", (&as_of).into())];
    let n = one.recalled.len();
    GivenHtml {
        id: one.id.to_string(),
        recipient: one.recipient.reveal(),
        purpose: one.purpose.reveal(),
        made: t.say_with("research-made", &made),
        counts: t.say_with("research-counts", &[("n", one.persons.into()), ("out", one.suppressed.into())]),
        hash: &one.hash,
        can_be_fetched: one.can_be_fetched(),
        told: one
            .told
            .map(|(n, on)| t.say_with("research-told", &[("n", n.into()), ("day", (&day::numeric(t, on)).into())])),
        recalled: one.recalled.clone(),
        recalled_title: t.say_with("research-recalled", &[("n", n.into())]),
        key,
    }
}

#[cfg(test)]
mod tests {
    use domain::personal::Personal;

    use super::*;
    use crate::pages::sample;

    fn package(recalled: &[&str], told: Option<usize>) -> Given {
        Given {
            id: Uuid::from_u128(7),
            as_of: sample::date(2015, 11, 23),
            at: sample::moment(),
            by: Personal::new("Amina Rask".to_owned()),
            recipient: Personal::new("SFI".to_owned()),
            purpose: Personal::new("Undersøgelse af forløb".to_owned()),
            persons: 214,
            suppressed: 7,
            hash: "ab12".to_owned(),
            recalled: recalled.iter().map(|name| (*name).to_owned()).collect(),
            told: told.map(|n| (n, sample::date(2015, 12, 1))),
        }
    }

    fn shown(agreed: usize, packages: Vec<Given>) -> String {
        let page = ResearchPage { today: sample::date(2015, 11, 23), agreed, needed: 100, packages };
        let keys = vec!["k".to_owned(); page.packages.len()];
        show(&sample::coordinator(), &page, keys, sample::form(HERE, &[]), None).unwrap().0
    }

    #[test]
    fn below_a_hundred_there_is_no_form_and_the_aggregates_are_pointed_to() {
        let html = shown(99, Vec::new());
        assert!(html.contains("99 har sagt ja") && html.contains("href=\"/noegletal\""));
        assert!(!html.contains("name=\"modtager\""));
        sample::check_page(&html);
        let html = shown(100, Vec::new());
        assert!(html.contains("name=\"modtager\"") && html.contains("Der er ikke lavet nogen pakker"));
        sample::check_page(&html);
    }

    #[test]
    fn a_package_says_who_got_it_and_whom_to_take_out() {
        let html = shown(240, vec![package(&[], None)]);
        for words in ["SFI", "Undersøgelse af forløb", "Amina Rask", "214 personer", "ab12", "/hent"] {
            assert!(html.contains(words), "{words} is missing");
        }
        sample::check_page(&html);
        let html = shown(240, vec![package(&["p0a", "p0b"], None)]);
        assert!(html.contains("2 skal slettes hos modtageren") && html.contains("p0a") && html.contains("p0b"));
        assert!(!html.contains("/hent\""), "a package that is recalled is not given again");
        sample::check_page(&html);
        let html = shown(240, vec![package(&[], Some(2))]);
        assert!(html.contains("1.12.2015") && !html.contains("/slettet\""));
    }

    #[test]
    fn awkward_names_are_shown_as_words() {
        let given = Given { recipient: sample::awkward(), purpose: sample::awkward(), ..package(&[], None) };
        sample::check_awkward(&shown(240, vec![given]));
    }
}
