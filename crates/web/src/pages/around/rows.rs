//! What is done with the rows beside a course, the same for every kind: they are listed, added, corrected, taken out and put back.

use std::future::Future;

use app::Error;
use app::once::Once;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::personal::Personal;
use uuid::Uuid;

use super::{Asked, Here, is_shown_again, row_of};
use crate::Site;
use crate::fault::Fault;
use crate::form::Form;
use crate::person::Part;
use crate::reader::SignedIn;
use crate::sent::Sent;
use crate::typed::words;

/// The forms of a page as they were sent and refused: the one to add or correct, and the one to take out.
pub(in crate::pages) type Forms = (Option<Form>, Option<Form>);

/// A kind of rows.
pub(crate) trait Rows: 'static {
    /// The part of the citizen's pages, the address below the citizen's, and the key of the title.
    const PAGE: (Part, &'static str, &'static str);

    /// The page: the list and a form for a new row, or with a row's form.
    fn show(
        here: &Here<'_>,
        row: Option<Uuid>,
        forms: Forms,
        asked: &Asked,
    ) -> impl Future<Output = Result<Response, Fault>> + Send;

    /// Takes a row of a version out, and says why.
    fn withdraw(
        here: &Here<'_>,
        once: Once,
        which: (Uuid, i64),
        why: &Personal<String>,
    ) -> impl Future<Output = Result<(), Error>> + Send;

    /// Puts a row back.
    fn put_back(here: &Here<'_>, once: Once, row: Uuid) -> impl Future<Output = Result<(), Error>> + Send;
}

/// A kind of rows that are written in one form.
pub(crate) trait Written: Rows {
    /// The form's fields.
    const NAMES: &'static [&'static str];

    /// Adds one; gives its id.
    fn add(here: &Here<'_>, once: Once, sent: &Sent) -> impl Future<Output = Result<Uuid, Error>> + Send;

    /// Corrects one of a version.
    fn correct(
        here: &Here<'_>,
        once: Once,
        which: (Uuid, i64),
        sent: &Sent,
    ) -> impl Future<Output = Result<(), Error>> + Send;
}

/// The list, and a form for a new one.
pub(crate) async fn list<R: Rows>(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(citizen): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let here = Here::new(&site, (&cx, &reader), &citizen, R::PAGE)?;
    R::show(&here, None, (None, None), &asked).await
}

/// One of the list.
pub(crate) async fn one<R: Rows>(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, row)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let here = Here::new(&site, (&cx, &reader), &citizen, R::PAGE)?;
    R::show(&here, Some(row_of(&row)?), (None, None), &Asked::default()).await
}

/// Adds one.
pub(crate) async fn add<R: Written>(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(citizen): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let here = Here::new(&site, (&cx, &reader), &citizen, R::PAGE)?;
    let once = sent.check(&reader)?;
    match R::add(&here, once, &sent).await {
        Ok(id) => here.on(&here.page, "ny", id, 1).await,
        Err(error) => {
            let form = here.again(&here.page, sent, error, R::NAMES)?;
            R::show(&here, None, (Some(form), None), &Asked::default()).await
        }
    }
}

/// Corrects one.
pub(crate) async fn correct<R: Written>(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, row)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (here, row) = (Here::new(&site, (&cx, &reader), &citizen, R::PAGE)?, row_of(&row)?);
    let (once, version) = (sent.check(&reader)?, sent.version());
    match R::correct(&here, once, (row, version), &sent).await {
        Ok(()) => here.on(&here.at(row), "rettet", row, version + 1).await,
        Err(error) => {
            let form = here.again(&here.at(row), sent, error, R::NAMES)?;
            R::show(&here, Some(row), (Some(form), None), &Asked::default()).await
        }
    }
}

/// Takes one out that was a mistake.
pub(crate) async fn withdraw<R: Rows>(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, row)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (here, row) = (Here::new(&site, (&cx, &reader), &citizen, R::PAGE)?, row_of(&row)?);
    let (once, version) = (sent.check(&reader)?, sent.version());
    match R::withdraw(&here, once, (row, version), &words(&sent, "grund")).await {
        Ok(()) => here.on(&here.at(row), "ude", row, version).await,
        Err(error) if is_shown_again(&error) => {
            let form = here.again(&here.at(row), sent, error, &["grund"])?;
            R::show(&here, Some(row), (None, Some(form)), &Asked::default()).await
        }
        Err(error) => Err(here.fault(error)),
    }
}

/// Puts one back.
pub(crate) async fn put_back<R: Rows>(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, row)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (here, row) = (Here::new(&site, (&cx, &reader), &citizen, R::PAGE)?, row_of(&row)?);
    let once = sent.check(&reader)?;
    R::put_back(&here, once, row).await.map_err(|error| here.fault(error))?;
    here.on(&here.at(row), "tilbage", row, 0).await
}
