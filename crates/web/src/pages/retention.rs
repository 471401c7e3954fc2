//! `/koersler/opbevaring`: who may have been kept long enough. A proposal; nothing can be taken away from here.

use app::view::job::RetentionPage;
use askama::Template;
use axum::extract::State;
use axum::response::Html;
use render::day;

use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::frame::{Frame, Place};
use crate::reader::{Reader, SignedIn};

#[derive(Template)]
#[template(path = "retention.html")]
struct RetentionHtml<'a> {
    f: Frame<'a>,
    lead: String,
    citizens: Vec<(String, &'a str, String)>,
    more: Option<String>,
}

/// The page.
pub(crate) async fn retention(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
) -> Result<Html<String>, Fault> {
    let page = app::retention::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    show(&reader, &page)
}

fn show(reader: &Reader, page: &RetentionPage) -> Result<Html<String>, Fault> {
    let f = Frame::new(
        reader,
        render::words(reader.locale).say("retention-title"),
        Place::Log,
        "/koersler/opbevaring".to_owned(),
    );
    let t = f.t;
    let ended = |on| t.say_of("retention-ended", "day", &day::medium(t, on));
    laid_out(&RetentionHtml {
        lead: t.say_with("retention-lead", &[("months", page.months.into())]),
        citizens: page
            .citizens
            .iter()
            .map(|one| (one.citizen.to_string(), one.name.reveal().as_str(), ended(one.ended_on)))
            .collect(),
        more: (page.more > 0).then(|| t.say_with("retention-more", &[("n", page.more.into())])),
        f,
    })
}

#[cfg(test)]
mod tests {
    use app::view::job::Kept;

    use super::*;
    use crate::pages::sample;

    fn page(citizens: Vec<Kept>, more: u64) -> String {
        show(&sample::coordinator(), &RetentionPage { months: 60, citizens, more }).unwrap().0
    }

    #[test]
    fn who_may_have_been_kept_long_enough_is_listed_with_the_day_and_nothing_can_be_deleted() {
        let kept = |name| Kept { citizen: sample::citizen_id(), name, ended_on: sample::date(2010, 5, 4) };
        let html = page(vec![kept(domain::personal::Personal::new("Lærke".to_owned()))], 3);
        for words in ["Lærke", "4. maj 2010", "mindst 60 måneder", "og 3 til", "Intet bliver slettet"] {
            assert!(html.contains(words), "{words} is missing");
        }
        let main = html.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
        assert!(!main.contains("<form") && !main.contains("<button"));
        sample::check_page(&html);
        sample::check_awkward(&page(vec![kept(sample::awkward())], 0));
        assert!(page(Vec::new(), 0).contains("Ingen har været gemt så længe"));
    }
}
