//! On an enquiry that a partner has sent: what the partner wrote, what it may be told, and that it may be told no more.

use app::feedback::{FeedbackWish, tell_partner, withdraw_consent};
use app::view::enquiry::{EnquiryPage, SentInPage};
use app::{Cx, Error};
use axum::extract::{Path, State};
use axum::response::Response;
use domain::day::add_months;
use domain::id::EnquiryId;
use render::catalogue::capital;
use render::{Words, day};

use super::one;
use crate::Site;
use crate::fault::Fault;
use crate::form::{Choice, Form};
use crate::pages::plan::given;
use crate::part::Mark;
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

/// The fields of the rule, as the form calls them.
const FIELDS: [(&str, &str); 4] =
    [("consents", "ja"), ("until", "gaelder"), ("outcome", "resultat"), ("words", "tilbagemelding")];
/// Months that a consent usually holds.
const HOLDS_MONTHS: u32 = 3;

/// What the page shows of a partner's referral.
pub(super) struct SentInHtml<'a> {
    pub(super) partner: &'a str,
    pub(super) now: Option<Mark>,
    pub(super) now_on: String,
    pub(super) words: &'a str,
    /// Whether there is a consent to take back, and the version it is taken back from.
    pub(super) take_back: Option<i64>,
    pub(super) consent: Vec<Choice>,
    pub(super) outcome: Vec<Choice>,
    pub(super) purpose: &'static str,
    pub(super) until_hint: String,
    pub(super) form: Form,
    pub(super) is_open: bool,
}

/// The lines among the facts of the enquiry.
pub(super) fn facts(t: &'static Words, sent: &SentInPage) -> Vec<(&'static str, String)> {
    vec![
        (t.say("told-contact"), sent.contact.reveal().clone()),
        (t.say("told-agreed"), t.say_of("told-agreed-by", "day", &day::medium(t, sent.sent_on))),
    ]
}

/// Who may be the same person, in lines.
pub(super) fn alike(t: &'static Words, page: &EnquiryPage) -> Vec<String> {
    let by =
        |by: &[app::view::search::By]| by.iter().map(|by| t.code("found-by", by.code())).collect::<Vec<_>>().join(", ");
    let people = page.alike.alike.iter().map(|one| {
        let named = format!("{} ({})", one.name.reveal(), by(&one.by));
        t.say_with("enquiry-same-as", &[("name", (&named).into())])
    });
    let hidden = page
        .alike
        .hidden
        .iter()
        .map(|one| t.say_with("enquiry-hidden", &[("what", t.code("found-by", one.code()).into())]));
    people.chain(hidden).collect()
}

/// The panel; `form` is the one that was refused, where one was.
pub(super) fn panel<'a>(t: &'static Words, page: &'a EnquiryPage, form: Form) -> Option<SentInHtml<'a>> {
    let sent = page.sent_in.as_ref()?;
    let told = sent.told.as_ref();
    let may_see = told.is_some_and(|told| told.worth.is_valid());
    let outcome = page.came.map(|came| {
        Choice::new("ja", t.say_of("told-outcome", "outcome", t.code("enquiry-outcome", came.outcome.code())))
    });
    Some(SentInHtml {
        partner: &sent.partner,
        now: Some(match told {
            None => Mark { look: "mark-none", icon: "minus", text: t.say("told-nothing").to_owned() },
            Some(_) if !may_see => Mark { look: "mark-none", icon: "minus", text: t.say("told-no-more").to_owned() },
            Some(told) => Mark {
                look: "mark-good",
                icon: "check",
                text: told.outcome.map_or_else(
                    || t.say("told-words").to_owned(),
                    |outcome| capital(t.code("enquiry-outcome", outcome.code())),
                ),
            },
        }),
        now_on: told
            .filter(|_| may_see)
            .and_then(|told| Some((told.on, told.until?)))
            .map(|(on, until)| {
                let (on, until) = (day::medium(t, on), day::medium(t, until));
                t.say_with("told-until", &[("day", (&on).into()), ("until", (&until).into())])
            })
            .unwrap_or_default(),
        words: told.filter(|_| may_see).map_or("", |told| told.words.reveal()),
        take_back: told.filter(|_| may_see).map(|told| told.version),
        consent: vec![Choice::new("ja", t.say_of("told-consents", "partner", &sent.partner))],
        outcome: outcome.into_iter().collect(),
        purpose: t.say("feedback-purpose"),
        until_hint: t.say_of("refer-until-hint", "day", &day::typed(add_months(page.day, HOLDS_MONTHS))),
        is_open: !form.refusals.is_empty() || form.is_stale(),
        form,
    })
}

/// The version that what is told next takes the place of.
pub(super) fn version(page: &EnquiryPage) -> i64 {
    page.sent_in.as_ref().and_then(|sent| sent.told.as_ref()).map_or(0, |told| told.version)
}

/// Tells the partner.
pub(crate) async fn tell(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, once) = (one::enquiry_of(&id)?, sent.check(&reader)?);
    let wish = FeedbackWish {
        consents: sent.has("ja", "ja"),
        until: given(&sent, "gaelder"),
        tells_outcome: sent.has("resultat", "ja"),
        words: sent.words("tilbagemelding").unwrap_or_default(),
    };
    match tell_partner(&site.app, &cx, (id, sent.version()), &wish, once).await {
        Ok(()) => Ok(see_other(&format!("{}?gemt=fortalt", one::address(id)))),
        Err(error) => refused(&site, (&cx, &reader), id, sent, error).await,
    }
}

/// Takes the consent back.
pub(crate) async fn withdraw(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, once) = (one::enquiry_of(&id)?, sent.check(&reader)?);
    match withdraw_consent(&site.app, &cx, (id, sent.version()), once).await {
        Ok(()) => Ok(see_other(&format!("{}?gemt=trukket", one::address(id)))),
        Err(error) => refused(&site, (&cx, &reader), id, Sent::default(), error).await,
    }
}

async fn refused(
    site: &Site,
    (cx, reader): (&Cx, &Reader),
    id: EnquiryId,
    sent: Sent,
    error: Error,
) -> Result<Response, Fault> {
    let place = format!("{}/tilbagemelding", one::address(id));
    let form = Form::again(cx, reader, place, None, sent).and_then(|form| form.refused(error, &FIELDS));
    let mut form = form.map_err(|error| reader.fault(error))?;
    let page = app::enquiry::enquiry(&site.app, cx, id).await.map_err(|error| reader.fault(error))?;
    if form.is_stale() {
        form.version = version(&page);
        let text = form.t.say("form-stale-again").to_owned();
        form.fault("", &text);
    }
    one::show_told(site, (cx, reader), &page, form).await
}
