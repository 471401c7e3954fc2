//! Agreements: recorded, corrected and ended.

use app::partnership::{AgreementWish, keep_agreement};
use app::view::partnership::{Agreement, PartnerPage};
use app::{Cx, Error};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::id::{AgreementId, PartnerId};
use render::day;
use serde::Deserialize;

use super::person::kept;
use super::{address, partner_of};
use crate::Site;
use crate::fault::Fault;
use crate::form::{Choice, Form};
use crate::frame::Place;
use crate::pages::around::{Field, Kind};
use crate::pages::plan::{given, uuid};
use crate::pages::small::{self, Small};
use crate::reader::{Reader, SignedIn};
use crate::sent::Sent;

const PLACE: &str = "/partnere/aftale";
const FIELDS: [(&str, &str); 6] = [
    ("partner", "partner"),
    ("from", "fra"),
    ("to", "til"),
    ("signed_on", "underskrevet"),
    ("signers", "af"),
    ("reason", "grund"),
];

/// The partner that the form starts from.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    partner: Option<String>,
}

fn wish(sent: &Sent) -> AgreementWish {
    AgreementWish {
        from: given(sent, "fra"),
        to: given(sent, "til"),
        signed_on: given(sent, "underskrevet"),
        signers: sent.words("af").unwrap_or_default(),
        reason: sent.words("grund").unwrap_or_default(),
    }
}

/// The partners to choose from, for who keeps them.
async fn partners(site: &Site, (cx, reader): (&Cx, &Reader)) -> Result<Vec<Choice>, Fault> {
    let page = app::partnership::register(&site.app, cx).await.map_err(|error| reader.fault(error))?;
    if !page.may_keep {
        return Err(reader.fault(Error::Denied));
    }
    let first = Choice::new("", render::words(reader.locale).say("offer-partner-choose"));
    let named = page.partners.iter().map(|line| Choice::new(line.id.to_string(), line.name.as_str()));
    Ok(std::iter::once(first).chain(named).collect())
}

fn days(form: &Form) -> Vec<Field> {
    let t = form.t;
    vec![
        Field::new(Kind::Day, "fra", t.say("agreement-from")),
        Field::new(Kind::Day, "til", t.say("agreement-to")).hint(t.say("agreement-to-hint")),
        Field::new(Kind::Day, "underskrevet", t.say("agreement-signed-on")),
        Field::new(Kind::Words, "af", t.say("agreement-signers")).hint(t.say("agreement-signers-hint")),
    ]
}

fn show_new(reader: &Reader, partners: Vec<Choice>, form: Form) -> Result<Response, Fault> {
    let t = form.t;
    let mut fields = vec![Field::new(Kind::Select, "partner", t.say("offer-partner")).of(partners)];
    fields.extend(days(&form));
    let small = Small {
        at: Place::Offers,
        title: t.say("agreement-new"),
        lead: t.say("agreement-lead").to_owned(),
        back: ("/partnere".to_owned(), t.say("partners-title").to_owned()),
        fields,
        save: t.say("agreement-save"),
        remove: None,
        form,
    };
    small::show(reader, small)
}

/// An empty form for a new agreement.
pub(crate) async fn new(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let partners = partners(&site, (&cx, &reader)).await?;
    let form = small::fresh(&site, &cx, &reader, PLACE.to_owned()).await?;
    let partner = asked.partner.unwrap_or_default();
    show_new(&reader, partners, form.filled(0, &[("partner", &partner)]))
}

/// Records an agreement.
pub(crate) async fn add(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let partner = sent.id("partner").map(PartnerId);
    match keep_agreement(&site.app, &cx, partner, None, &wish(&sent), once).await {
        Ok(_) => {
            let to = partner.map_or_else(|| "/partnere".to_owned(), |id| format!("{}?gemt=aftale", address(id)));
            small::done(&site, &cx, &reader, PLACE, &to).await
        }
        Err(error) => {
            let form = small::again((&cx, &reader), PLACE.to_owned(), sent, error, (&FIELDS, 0))?;
            let partners = partners(&site, (&cx, &reader)).await?;
            show_new(&reader, partners, form)
        }
    }
}

pub(super) fn of(page: &PartnerPage, agreement: AgreementId) -> Result<&Agreement, Fault> {
    page.agreements.iter().find(|one| one.id == agreement).ok_or(Fault::NotFound)
}

fn show(reader: &Reader, page: &PartnerPage, form: Form) -> Result<Response, Fault> {
    let t = form.t;
    let mut fields = days(&form);
    fields.push(Field::new(Kind::Words, "grund", t.say("agreement-reason")).hint(t.say("agreement-reason-hint")));
    let small = Small {
        at: Place::Offers,
        title: t.say("agreement-edit"),
        lead: t.say("agreement-edit-lead").to_owned(),
        back: (address(page.id), page.name.clone()),
        fields,
        save: t.say("agreement-save"),
        remove: None,
        form,
    };
    small::show(reader, small)
}

/// The form of an agreement that is there.
pub(crate) async fn edit(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((partner, agreement)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let (id, agreement) = (partner_of(&partner)?, AgreementId(uuid(&agreement)?));
    let page = kept(&site, (&cx, &reader), id).await?;
    let known = of(&page, agreement)?;
    let form = small::fresh(&site, &cx, &reader, format!("{}/aftale/{agreement}", address(id))).await?;
    let [from, to, signed_on] = [known.period.from, known.period.to, known.signed_on].map(day::typed);
    let values = [
        ("fra", from.as_str()),
        ("til", to.as_str()),
        ("underskrevet", signed_on.as_str()),
        ("af", known.signers.reveal().as_str()),
    ];
    show(&reader, &page, form.filled(known.version, &values))
}

/// Corrects or ends an agreement.
pub(crate) async fn change(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((partner, agreement)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, agreement, once) = (partner_of(&partner)?, AgreementId(uuid(&agreement)?), sent.check(&reader)?);
    let place = format!("{}/aftale/{agreement}", address(id));
    let known = Some((agreement, sent.version()));
    match keep_agreement(&site.app, &cx, Some(id), known, &wish(&sent), once).await {
        Ok(_) => small::done(&site, &cx, &reader, &place, &format!("{}?gemt=aftale", address(id))).await,
        Err(error) => {
            let page = kept(&site, (&cx, &reader), id).await?;
            let form = small::again((&cx, &reader), place, sent, error, (&FIELDS, of(&page, agreement)?.version))?;
            show(&reader, &page, form)
        }
    }
}
