//! Sends the mail to everybody who wants it and for whom something waits.
//!
//! What was sent is noted at once, so that a run that is tried again leaves those out. A server that stops between the sending and the
//! note sends the one mail twice, with the same id, by which a mail program can tell.

use std::collections::BTreeSet;

use domain::access::Actor;
use domain::code::{DigestRhythm, JobReason, Role};
use domain::event::Event;
use domain::id::{OrganisationId, SubjectId, UserId};
use render::{Locale, letter, words};
use store::digest::DigestReader;
use store::job::Moment;

use super::{cell, waiting};
use crate::facts::code;
use crate::job::{At, Letter, PostFault};
use crate::people::hold;
use crate::sealing::Keys;
use crate::{App, Cx, Result};

/// Sends; gives how many mails the run has come to in all, and why it is not done where it is not.
pub(crate) async fn send(app: &App, at: &At<'_>, rhythm: DigestRhythm) -> Result<(i64, Option<JobReason>)> {
    let Some(post) = at.runner.post.as_deref() else { return Ok((0, None)) };
    let moment = at.claim.moment;
    let mut reader = app.store().read(at.grant).await?;
    let mut done: BTreeSet<UserId> = reader.digests_sent(moment).await?.into_iter().collect();
    let readers = reader.digest_readers(moment.programme, rhythm, at.cx.today).await?;
    drop(reader);
    let mut sent = i64::try_from(done.len()).unwrap_or(i64::MAX);
    let mut refused = None;
    for row in &readers {
        let user = UserId(row.user);
        // Of several parts in the programme the first counts; the others are the same person's.
        if !done.insert(user) {
            continue;
        }
        if at.runner.is_stopping() {
            return Ok((sent, Some(JobReason::Interrupted)));
        }
        at.keep(app).await?;
        let Some(letter) = letter_for(app, at, row).await? else { continue };
        match post.send(&letter).await {
            Ok(()) => {
                let mut work = app.store().begin(at.grant.clone()).await?;
                let now = at.runner.now();
                work.note_digest_sent(moment, user, now).await?;
                work.commit(at.cx.entry(Event::DigestSent { user }, Vec::new()), now).await?;
                sent += 1;
            }
            Err(PostFault::Refused) => refused = Some(JobReason::MailRefused),
            Err(PostFault::Unreachable) => return Ok((sent, Some(JobReason::MailUnreachable))),
            Err(PostFault::Untrusted) => return Ok((sent, Some(JobReason::MailUntrusted))),
        }
    }
    Ok((sent, refused))
}

/// The mail for somebody; none where nothing waits, or the person's key is gone.
async fn letter_for(app: &App, at: &At<'_>, row: &DigestReader) -> Result<Option<Letter>> {
    let (user, organisation) = (UserId(row.user), OrganisationId(row.organisation));
    let role = code(Role::parse, &row.role)?;
    let actor = Actor::User { id: user, organisation, programme: at.cx.programme_id, role };
    let locale = Locale::parse(&row.locale).unwrap_or_default();
    let cx = Cx { actor, locale, now: at.runner.now(), ..at.cx.clone() };
    let waits = match waiting(app, &cx).await {
        // The role has changed to one that nothing waits for.
        Err(crate::Error::Denied) => return Ok(None),
        waits => waits?,
    };
    if waits.is_nothing() {
        return Ok(None);
    }
    let mut keys = Keys::new(organisation);
    hold(app, &mut keys, row.user, row.epoch, row.wrapped.as_ref())?;
    let to = keys.open(SubjectId::from(user), cell(user, row.version), Some(&row.address))?;
    let Some(to) = to else { return Ok(None) };
    let letter::Letter { subject, text } = letter::digest(words(locale), &waits, &at.runner.public);
    Ok(Some(Letter { to, subject, text, id: id(at.claim.moment, user) }))
}

/// The mail's id: the same at every try, and leading back to nobody.
fn id(moment: Moment, user: UserId) -> String {
    let parts = [
        b"digest".as_slice(),
        moment.programme.0.as_bytes(),
        moment.kind.code().as_bytes(),
        &moment.due.timestamp().to_be_bytes(),
        user.0.as_bytes(),
    ];
    vault::digest(&parts.concat()).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
