//! What a change of the rules moves, with what the people concerned are called for whoever may know them.

use std::collections::HashMap;

use domain::access::{Action, Grant};
use domain::event::Event;
use domain::id::CitizenId;
use domain::personal::Personal;
use domain::programme::Programme;
use domain::programme::change::changes;
use domain::programme::moves::{Facts, Moves, Version, moves};
use store::Reader;

use crate::facts::{Readings, Wanted};
use crate::people::{Names, called, hold, some};
use crate::sealing::Keys;
use crate::sight::Sight;
use crate::view::rules::Preview;
use crate::{App, Cx, Error, Result, facts};

/// What a change moves. Whoever may see all citizens is told whose; the looks at them are logged first.
pub(super) async fn preview(
    app: &App,
    cx: &Cx,
    grant: &Grant,
    (before, version): (&Programme, i64),
    after: Programme,
    toml: String,
) -> Result<Preview> {
    let mut lines = app.store().read_programme(grant).await?;
    let enrolling = [before.enrolling_instrument.clone(), after.enrolling_instrument.clone()];
    let courses = facts::courses(&mut lines, cx, Wanted::whole(Readings::Of(&enrolling))).await?;
    let reader = &mut lines.one;
    let merges = facts::merges(reader, cx).await?;
    let goals = facts::goals(reader, cx).await?;
    let known = Facts { courses: &courses, merges: &merges, goals: &goals };
    let [old, new] =
        [before, &after].map(|rules| Ok::<_, Error>(Version { rules, enrolling: app.instruments().enrolling(rules)? }));
    let moves = moves(old?, new?, known, cx.today);
    let may_name = cx.could_at_all(Action::ListAllCitizens);
    let names = if may_name { names(app, cx, reader, &moves).await? } else { HashMap::new() };
    let workers = some(app, reader, cx, moves.over_cap.iter().map(|one| one.worker)).await?;
    drop(lines);
    if !names.is_empty() {
        let mut seen: Vec<CitizenId> = names.keys().copied().collect();
        seen.sort_unstable();
        let event = Event::CitizensListed { list: "rules".to_owned() };
        app.store().look(grant, cx.entry(event, seen), cx.now).await?;
    }
    Ok(made(before, version, after, toml, moves, names, workers, may_name))
}

#[expect(clippy::too_many_arguments, reason = "each is one field of what is shown")]
fn made(
    before: &Programme,
    version: i64,
    after: Programme,
    toml: String,
    moves: Moves,
    names: HashMap<CitizenId, Personal<String>>,
    workers: Names,
    may_name: bool,
) -> Preview {
    let changes = changes(before, &after);
    // Days and ids alone: the same change over the same facts gives the same text.
    let shown = vault::digest(format!("{changes:?}{moves:?}").as_bytes());
    let seen = shown.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    Preview { toml, rules: after, version, changes, moves, names, workers, may_name, seen }
}

/// What the people concerned are called; nobody whom the reader is blocked from.
async fn names(app: &App, cx: &Cx, reader: &mut Reader, moves: &Moves) -> Result<HashMap<CitizenId, Personal<String>>> {
    let sight = Sight::of(reader, cx).await?;
    let ids: Vec<CitizenId> = moves.citizens().into_iter().filter(|citizen| !sight.hides(*citizen)).collect();
    called_all(app, cx, reader, &ids).await
}

/// What some citizens are called.
pub(crate) async fn called_all(
    app: &App,
    cx: &Cx,
    reader: &mut Reader,
    ids: &[CitizenId],
) -> Result<HashMap<CitizenId, Personal<String>>> {
    let mut keys = Keys::new(cx.organisation);
    let mut names = HashMap::new();
    for row in reader.citizens_called(ids).await? {
        hold(app, &mut keys, row.id, row.epoch, row.wrapped.as_ref())?;
        let id = CitizenId(row.id);
        names.insert(id, called(&keys, id, row.version, row.alias.as_deref(), row.name.as_deref())?);
    }
    Ok(names)
}
