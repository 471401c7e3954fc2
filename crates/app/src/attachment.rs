//! Files about a citizen: sealed whole, known by their bytes, opened on purpose.

use domain::access::Action;
use domain::attachment::{Media, file};
use domain::event::Event;
use domain::id::{AttachmentId, CitizenId};
use domain::personal::Personal;
use store::attachment::{Attachment, AttachmentRow};
use store::record::Fact;

use crate::case::Case;
use crate::facts::impossible;
use crate::once::{Begun, Once, begin, begin_change};
use crate::sealing::Cell;
use crate::view::attachment::{AttachmentPage, Filed, OpenedFile};
use crate::withdrawal::{Which, put_back, stale};
use crate::{App, Cx, Error, Result, withdrawal};

/// A file as it is sent.
#[derive(Clone, Debug)]
pub struct NewFile {
    /// The name it came with; it is looked at and not kept.
    pub file_name: Personal<String>,
    /// What the team calls it; empty where nothing was typed.
    pub title: Personal<String>,
    /// Its bytes.
    pub body: Personal<Vec<u8>>,
}

/// The page, logged before it is given.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no such citizen, none with a course, or none for this reader.
pub async fn page(app: &App, cx: &Cx, citizen: CitizenId) -> Result<AttachmentPage> {
    let case = Case::open(app, cx, Action::KeepFiles, citizen).await?;
    case.course(cx.today).ok_or(Error::NotFound)?;
    let rows = app.store().read(&case.grant).await?.citizens_attachments(cx.programme_id, citizen).await?;
    let files = rows.iter().map(|row| filed(&case, row)).collect::<Result<_>>()?;
    let page = AttachmentPage { about: case.about(cx)?, files };
    case.seen(app, cx).await?;
    Ok(page)
}

/// Whether this reader may add files about the citizen: asked before a large file is read.
///
/// # Errors
///
/// [`Error::NotFound`].
pub async fn may_add(app: &App, cx: &Cx, citizen: CitizenId) -> Result<()> {
    crate::case::permitted(app, cx, Action::KeepFiles, citizen).await.map(|_| ())
}

/// Adds a file.
///
/// # Errors
///
/// A refusal where it is too large, or none of the kinds that are kept.
pub async fn record(app: &App, cx: &Cx, once: Once, citizen: CitizenId, new: &NewFile) -> Result<AttachmentId> {
    let case = Case::open(app, cx, Action::KeepFiles, citizen).await?;
    let course = case.course(cx.today).ok_or(Error::NotFound)?.id;
    let bytes = new.body.reveal();
    let media = file(new.file_name.reveal(), bytes).map_err(|refusal| vec![refusal])?;
    let id = AttachmentId(cx.new_id()?);
    let kept = Attachment {
        id,
        course,
        on: cx.today,
        media,
        bytes: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
        name: case.sealed(cell("name", id, 1), &new.title)?,
        body: case.keys.seal_bytes(case.subject(), cell("body", id, 1), bytes)?,
    };
    let mut work = match begin(app, cx, case.grant.clone(), once, Some(id.0)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(made.into()),
    };
    work.add_attachment(cx.programme_id, 1, &kept, cx.now).await?;
    let event = Event::FactRecorded { fact: "attachment".to_owned(), row: id.0 };
    work.commit(cx.entry(event, vec![citizen]), cx.now).await?;
    Ok(id)
}

/// Opens a file, logged before it is given.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no such file any more.
pub async fn open(app: &App, cx: &Cx, citizen: CitizenId, id: AttachmentId) -> Result<OpenedFile> {
    let case = Case::open(app, cx, Action::KeepFiles, citizen).await?;
    let row = last(app, cx, &case, id).await?;
    if !row.is_current {
        return Err(Error::NotFound);
    }
    let opened = OpenedFile { media: media(&row)?, body: body(app, cx, &case, &row).await? };
    app.store().look(&case.grant, cx.entry(Event::FileOpened { row: id.0 }, vec![citizen]), cx.now).await?;
    Ok(opened)
}

/// Takes a file out that was added by mistake.
///
/// # Errors
///
/// A refusal without a reason; [`Error::Stale`].
pub async fn withdraw(
    app: &App,
    cx: &Cx,
    once: Once,
    citizen: CitizenId,
    (id, version): (AttachmentId, i64),
    reason: &Personal<String>,
) -> Result<()> {
    let case = Case::open(app, cx, Action::KeepFiles, citizen).await?;
    let course = last(app, cx, &case, id).await?.course.into();
    let fact = Fact::Attachment(cx.programme_id, course, id.0);
    let which = Which { fact, table: "attachment", course, row: id.0 };
    withdrawal::withdraw(app, cx, &case, once, (which, version), reason).await
}

/// Puts a file back that was taken out.
///
/// # Errors
///
/// [`Error::Stale`] where it is back already.
pub async fn undo_withdrawal(app: &App, cx: &Cx, once: Once, citizen: CitizenId, id: AttachmentId) -> Result<()> {
    let case = Case::open(app, cx, Action::KeepFiles, citizen).await?;
    let row = last(app, cx, &case, id).await?;
    if row.is_current {
        return begin_change(app, cx, case.grant.clone(), once).await?.map_or(Ok(()), |_| Err(Error::Stale));
    }
    let body = body(app, cx, &case, &row).await?;
    let next = row.version + 1;
    let name = case.words(cell("name", id, row.version), row.name.as_deref())?;
    let back = Attachment {
        id,
        course: row.course.into(),
        on: row.on,
        media: media(&row)?,
        bytes: row.bytes,
        name: case.sealed(cell("name", id, next), &name)?,
        body: case.keys.seal_bytes(case.subject(), cell("body", id, next), body.reveal())?,
    };
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    work.add_attachment(cx.programme_id, next, &back, cx.now).await.map_err(stale)?;
    put_back(cx, &case, work, ("attachment", id.0)).await
}

async fn last(app: &App, cx: &Cx, case: &Case, id: AttachmentId) -> Result<AttachmentRow> {
    let mut reader = app.store().read(&case.grant).await?;
    reader.last_attachment(cx.programme_id, case.id(), id).await?.ok_or(Error::NotFound)
}

async fn body(app: &App, cx: &Cx, case: &Case, row: &AttachmentRow) -> Result<Personal<Vec<u8>>> {
    let mut reader = app.store().read(&case.grant).await?;
    let sealed = reader.attachment_body(cx.programme_id, row.course.into(), row.id.into(), row.version).await?;
    let sealed = sealed.ok_or(Error::NotFound)?;
    let opened = case.keys.open_bytes(case.subject(), cell("body", row.id.into(), row.version), &sealed)?;
    Ok(Personal::new(opened.ok_or(Error::NotFound)?))
}

const fn cell(column: &'static str, id: AttachmentId, version: i64) -> Cell {
    Cell { table: "attachment", column, row: id.0, version }
}

fn media(row: &AttachmentRow) -> Result<Media> {
    Media::coded(&row.media).ok_or_else(|| impossible("attachment"))
}

fn filed(case: &Case, row: &AttachmentRow) -> Result<Filed> {
    Ok(Filed {
        id: row.id.into(),
        version: row.version,
        on: row.on,
        media: media(row)?,
        bytes: u64::try_from(row.bytes).unwrap_or(0),
        name: case.words(cell("name", row.id.into(), row.version), row.name.as_deref())?,
    })
}
