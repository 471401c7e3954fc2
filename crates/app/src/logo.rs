//! The logo on the programme's documents (`domain/src/logo.rs`). There is one at a time; which there were before is kept as every paper's versions are.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::access::{Action, Grant};
use domain::id::ProgrammeId;
use domain::logo::{LARGEST, Logo, SIDE};
use domain::paper::Paper;
use domain::refusal::{Code, Refusal};
use render::document::Raster;
use render::logo::{NotAPicture, read};
use store::Reader;
use uuid::Uuid;

use crate::once::{Once, begin_change};
use crate::paper::{Kept, Next, event, find, sealed};
use crate::release::id_of;
use crate::rules::{may_keep, taken};
use crate::{App, Cx, Error, Result};

/// The page of the logo.
#[derive(Clone, Debug)]
pub struct LogoPage {
    /// The version that a form is made from; 0 where there never was a logo.
    pub version: i64,
    /// How it is shown, and what that shows in words.
    pub logo: Option<(Raster, String)>,
    /// Whether the reader may change it.
    pub may_keep: bool,
}

fn id(programme: ProgrammeId) -> Uuid {
    id_of(programme, &["logo"])
}

async fn last(app: &App, cx: &Cx, reader: &mut Reader) -> Result<Option<Kept<Logo>>> {
    match find::<Logo>(app, cx, reader, id(cx.programme_id)).await {
        Ok(kept) => Ok(Some(kept)),
        Err(Error::NotFound) => Ok(None),
        Err(fault) => Err(fault),
    }
}

fn picture(kept: Kept<Logo>) -> Result<Option<(Raster, String)>> {
    if kept.is_ended {
        return Ok(None);
    }
    let Logo { png, width, height, says } = kept.paper.into_revealed();
    let png = STANDARD.decode(png).map_err(|_| crate::facts::impossible("logo"))?;
    Ok(Some((Raster { png, width, height }, says)))
}

/// The logo, for a document of whoever may make it.
pub(crate) async fn standing(app: &App, cx: &Cx, reader: &mut Reader) -> Result<Option<(Raster, String)>> {
    last(app, cx, reader).await?.map_or(Ok(None), picture)
}

/// The logo for the programme's papers.
///
/// # Errors
///
/// [`Error::Denied`] for who may not see them.
pub async fn on_papers(app: &App, cx: &Cx) -> Result<Option<(Raster, String)>> {
    let grant = cx.may_at_all(Action::SeeRecord)?;
    standing(app, cx, &mut app.store().read(&grant).await?).await
}

/// The page.
///
/// # Errors
///
/// [`Error::Denied`].
pub async fn page(app: &App, cx: &Cx) -> Result<LogoPage> {
    let grant = cx.may_at_all(Action::SeeRules)?;
    let kept = last(app, cx, &mut app.store().read(&grant).await?).await?;
    Ok(LogoPage {
        version: kept.as_ref().map_or(0, |kept| kept.version),
        logo: kept.map_or(Ok(None), picture)?,
        may_keep: may_keep(cx),
    })
}

/// Keeps what the logo shows and, where a file was chosen, another picture; from the version that the form was made from.
///
/// # Errors
///
/// [`Error::Denied`]; every refusal at once, of the file beside `fil`; [`Error::Stale`] where somebody changed it meanwhile.
pub async fn keep(app: &App, cx: &Cx, file: Vec<u8>, says: &str, from: i64, once: Once) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepProgrammes)?;
    let before = last(app, cx, &mut app.store().read(&grant).await?).await?;
    let known = before.filter(|kept| !kept.is_ended).map(|kept| kept.paper.into_revealed());
    let mut logo = Logo { png: String::new(), width: 0, height: 0, says: says.trim().to_owned() };
    let mut refusals = logo.check(cx.today);
    match picture_of(file, known).await? {
        Ok(picture) => logo = Logo { says: logo.says, ..picture },
        Err(code) => refusals.insert(0, Refusal::new("fil", code)),
    }
    if !refusals.is_empty() {
        return Err(Error::Refusals(refusals));
    }
    write(app, cx, grant, (&logo, false), from, once).await
}

/// The picture in the file; where none was chosen, the one there is.
async fn picture_of(file: Vec<u8>, known: Option<Logo>) -> Result<std::result::Result<Logo, Code>> {
    if file.is_empty() {
        return Ok(known.ok_or(Code::FileMissing));
    }
    if file.len() > LARGEST {
        return Ok(Err(Code::PictureTooLarge));
    }
    let reading = tokio::task::spawn_blocking(move || read(&file, SIDE)).await;
    let read = reading.map_err(|_| crate::facts::impossible("picture"))?;
    let logo = |read: Raster| Logo {
        png: STANDARD.encode(read.png),
        width: read.width,
        height: read.height,
        says: String::new(),
    };
    Ok(read.map(logo).map_err(|NotAPicture| Code::NotAPicture))
}

/// Takes it off: documents begin with their title.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::NotFound`] where there is none; [`Error::Stale`].
pub async fn take_off(app: &App, cx: &Cx, from: i64, once: Once) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepProgrammes)?;
    let before = last(app, cx, &mut app.store().read(&grant).await?).await?.ok_or(Error::NotFound)?;
    write(app, cx, grant, (before.says(), true), from, once).await
}

async fn write(app: &App, cx: &Cx, grant: Grant, (logo, is_ended): (&Logo, bool), from: i64, once: Once) -> Result<()> {
    let next = Next { id: id(cx.programme_id), version: from + 1, is_ended, paper: logo, reason: "" };
    let row = sealed(app, cx, &grant, &next).await?;
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    work.put_paper(cx.programme_id, &row, cx.now).await.map_err(taken)?;
    Ok(work.commit(cx.entry(event::<Logo>(next.id, next.version), Vec::new()), cx.now).await?)
}
