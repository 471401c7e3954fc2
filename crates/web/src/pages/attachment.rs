//! `/borger/{id}/filer`: files about the citizen. A file is read in pieces up to the largest allowed, known by its bytes, sealed whole,
//! and given back under a neutral name.

use app::Error;
use app::attachment::{self, NewFile};
use app::once::Once;
use app::view::attachment::Filed;
use axum::extract::multipart::{Field as Piece, Multipart};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::attachment::LARGEST;
use domain::id::AttachmentId;
use domain::personal::Personal;
use domain::refusal::{Code, Refusal};
use render::{day, number};
use uuid::Uuid;

use super::around::rows::{Forms, Rows};
use super::around::{Asked, CellHtml, Field, FormHtml, Here, Kind, Listed, RowHtml, row_of};
use crate::Site;
use crate::fault::Fault;
use crate::person::Part;
use crate::reader::SignedIn;
use crate::sent::Sent;
use crate::typed::words;

/// Room in a request for what is around the file: the other fields and the boundaries.
const AROUND: usize = 64 * 1024;
/// The largest request that is read.
pub(crate) const REQUEST: usize = LARGEST + AROUND;
/// The longest field beside the file, in bytes.
const SHORT: usize = AROUND;
/// A file is shown nowhere: it is downloaded, and whatever opens it can load nothing and run nothing.
const FILE_POLICY: HeaderValue = HeaderValue::from_static("sandbox; default-src 'none'");

/// Files about the citizen.
pub(crate) struct Files;

impl Rows for Files {
    const PAGE: (Part, &'static str, &'static str) = (Part::Files, "/filer", "attachment");

    async fn show(here: &Here<'_>, row: Option<Uuid>, forms: Forms, asked: &Asked) -> Result<Response, Fault> {
        show(here, row, forms, asked).await
    }

    async fn withdraw(
        here: &Here<'_>,
        once: Once,
        (row, version): (Uuid, i64),
        why: &Personal<String>,
    ) -> Result<(), Error> {
        attachment::withdraw(here.app, here.cx, once, here.citizen, (AttachmentId(row), version), why).await
    }

    async fn put_back(here: &Here<'_>, once: Once, row: Uuid) -> Result<(), Error> {
        attachment::undo_withdrawal(here.app, here.cx, once, here.citizen, AttachmentId(row)).await
    }
}

/// Adds a file. One that says it is too large is refused before it is read.
pub(crate) async fn add(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(citizen): Path<String>,
    headers: HeaderMap,
    pieces: Result<Multipart, axum::extract::multipart::MultipartRejection>,
) -> Result<Response, Fault> {
    let here = Here::new(&site, (&cx, &reader), &citizen, Files::PAGE)?;
    attachment::may_add(&site.app, &cx, here.citizen).await.map_err(|error| here.fault(error))?;
    let length = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if length.is_some_and(|length| length > REQUEST as u64) {
        return refused(&here, Sent::default(), too_large()).await;
    }
    let read = match pieces {
        Ok(pieces) => read(pieces).await,
        Err(_) => return Err(Fault::Origin),
    };
    let (sent, file_name, body) = match read {
        Ok(read) => read,
        Err(Unread::TooLarge) => return refused(&here, Sent::default(), too_large()).await,
        Err(Unread::Broken) => return Err(Fault::Origin),
    };
    let once = sent.check(&reader)?;
    let new = NewFile { file_name, title: words(&sent, "navn"), body };
    match attachment::record(&site.app, &cx, once, here.citizen, &new).await {
        Ok(id) => here.on(&here.page, "ny", id.0, 1).await,
        Err(error) => refused(&here, sent, error).await,
    }
}

async fn refused(here: &Here<'_>, sent: Sent, error: app::Error) -> Result<Response, Fault> {
    let form = here.again(&here.page, sent, error, &["fil", "navn"])?;
    show(here, None, (Some(form), None), &Asked::default()).await
}

fn too_large() -> app::Error {
    app::Error::Refusal(Refusal::new("fil", Code::FileTooLarge))
}

/// Why a request was not read to its end.
pub(crate) enum Unread {
    TooLarge,
    Broken,
}

/// The fields of a request, the file's name and its bytes.
pub(crate) async fn read(mut pieces: Multipart) -> Result<(Sent, Personal<String>, Personal<Vec<u8>>), Unread> {
    let mut fields = app::unsent::Fields::new();
    let (mut file_name, mut body) = (String::new(), Vec::new());
    while let Some(piece) = pieces.next_field().await.map_err(|error| unread(&error))? {
        let name = piece.name().unwrap_or_default().to_owned();
        if name == "fil" {
            file_name = piece.file_name().unwrap_or_default().to_owned();
            body = bytes(piece, LARGEST).await?;
        } else {
            let text = String::from_utf8(bytes(piece, SHORT).await?).map_err(|_| Unread::Broken)?;
            fields.entry(name).or_default().push(text);
        }
    }
    Ok((Sent::of(fields), Personal::new(file_name), Personal::new(body)))
}

async fn bytes(mut piece: Piece<'_>, most: usize) -> Result<Vec<u8>, Unread> {
    let mut bytes = Vec::new();
    while let Some(chunk) = piece.chunk().await.map_err(|error| unread(&error))? {
        if bytes.len() + chunk.len() > most {
            return Err(Unread::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

fn unread(error: &axum::extract::multipart::MultipartError) -> Unread {
    if error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE { Unread::TooLarge } else { Unread::Broken }
}

/// Gives a file, to be kept by the reader's own machine under a name that tells nothing.
pub(crate) async fn open(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, row)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let (here, row) = (Here::new(&site, (&cx, &reader), &citizen, Files::PAGE)?, row_of(&row)?);
    let file = attachment::open(&site.app, &cx, here.citizen, AttachmentId(row)).await;
    let file = file.map_err(|error| here.fault(error))?;
    let name = format!("attachment; filename=\"fil-{}.{}\"", number_of(row), file.media.code());
    let name = HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(file.media.mime())),
        (header::CONTENT_DISPOSITION, name),
        (header::CONTENT_SECURITY_POLICY, FILE_POLICY),
    ];
    Ok((headers, file.body.into_revealed()).into_response())
}

/// A short number that tells files apart: the chance in an id, not the moment it was made.
fn number_of(row: Uuid) -> String {
    row.simple().to_string().chars().rev().take(6).collect()
}

async fn show(here: &Here<'_>, row: Option<Uuid>, (main, out): Forms, asked: &Asked) -> Result<Response, Fault> {
    let t = here.t;
    let page = attachment::page(here.app, here.cx, here.citizen).await.map_err(|error| here.fault(error))?;
    let chosen = match row {
        Some(row) => Some(page.files.iter().find(|one| one.id.0 == row).ok_or(Fault::NotFound)?),
        None => None,
    };
    let form = match main {
        Some(form) => form,
        None => here.fresh(&here.page).await?,
    };
    let fields = vec![
        Field::new(Kind::File, "fil", t.say("attachment-file")).hint(t.say("attachment-file-hint")),
        Field::new(Kind::Text, "navn", t.say("attachment-name")).hint(t.say("attachment-name-hint")),
    ];
    let listed = Listed {
        lead: t.say("attachment-lead"),
        sums: Vec::new(),
        columns: vec![t.say("attachment-file"), t.say("attachment-size"), t.say("attachment-on")],
        rows: page.files.iter().map(|one| line(here, one)).collect(),
        empty: (t.say("attachment-empty"), t.say("attachment-empty-text")),
        form: FormHtml::new(t.say("attachment-add").to_owned(), here.page.clone(), form, fields, (0, &[])),
        take_out: chosen.map(|one| here.take_out(one.id.0, one.version, out)).transpose()?,
        is_one: chosen.is_some(),
        about: page.about,
    };
    here.show(&listed, asked)
}

fn line(here: &Here<'_>, one: &Filed) -> RowHtml {
    let (t, today) = (here.t, here.reader.today);
    let name = one.name.reveal();
    let name = if name.is_empty() { t.say("attachment-nameless").to_owned() } else { name.clone() };
    let cell = CellHtml { href: Some(format!("{}/hent", here.at(one.id.0))), ..CellHtml::text(&name) };
    RowHtml {
        cells: vec![
            cell.and(one.media.code().to_uppercase()),
            CellHtml::text(size(t, one.bytes)),
            CellHtml::text(day::brief(t, one.on, today)),
        ],
        edit: Some((here.at(one.id.0), name)),
        edit_text: t.say("attachment-out"),
    }
}

/// "1,4 MB", "35 KB": rounded up, for nothing is of no size.
fn size(t: &render::Words, bytes: u64) -> String {
    let kilobytes = bytes.div_ceil(1024);
    if kilobytes < 1024 {
        return format!("{kilobytes} KB");
    }
    format!("{} MB", number::decimal(t.locale(), kilobytes as f64 / 1024.0, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_read_at_a_glance() {
        let words = render::words(render::Locale::Da);
        assert_eq!(size(words, 1), "1 KB");
        assert_eq!(size(words, 1024 * 1024 * 3 / 2), "1,5 MB");
        assert_eq!(size(words, LARGEST as u64), "20,0 MB");
    }
}
