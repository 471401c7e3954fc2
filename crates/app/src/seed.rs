//! Synthetic data of any size, for trials and measurements: invented people in programmes of their own.
//!
//! The same number gives the same people ([`life::Setting::life`]); their keys, and so the sealed bytes, are new each time. While one
//! batch is written, the next is made and sealed on another core. A batch's keys are committed before its facts, and its facts with an
//! event of the log.

mod batch;
mod chance;
pub mod intake;
pub mod life;
mod words;

use std::ops::Range;
use std::sync::Arc;

use domain::access::Action;
use domain::event::Event;
use domain::personal::Personal;
use store::row::Blind;
use tokio::task::{JoinHandle, spawn_blocking};

use crate::setup::{Operator, keep_programme};
use crate::{App, Cx, Error, Result, blind, password};
use batch::{Batch, Team};

/// The programme whose rules the seeded ones have.
const RULES: &str = include_str!("../../../programmes/exit-2016.toml");
/// Citizens in a transaction; a multiple of a worker's, so that a worker comes with the first of them. Two batches are in memory.
const TOGETHER: u64 = 1_000;
/// Entries of the blind index that are written together. Its order is chance, so every entry is a page of its own to read and write;
/// of many in order, neighbours share one. They wait in memory, at 48 bytes each.
const BLIND_TOGETHER: usize = 600_000;

/// What was made.
#[derive(Clone, Debug)]
pub struct Seeded {
    /// The programmes' keys.
    pub programmes: Vec<String>,
    /// How many citizens, in all of them.
    pub citizens: u64,
    /// The workers' user names, programme by programme.
    pub workers: Vec<String>,
    /// The coordinators' user names, one a programme.
    pub coordinators: Vec<String>,
    /// The password of all these accounts: new each time, kept nowhere.
    pub password: Personal<String>,
}

/// Makes `citizens` people in `programmes` new programmes (`seed-001` and so on), as evenly as they go; `progress` hears how many
/// there are. Where it is interrupted, what was committed by then stays, and the last people are not found by searching.
///
/// # Errors
///
/// [`Error::Refused`] where a number makes no sense or the store has been seeded before.
pub async fn seed(
    app: &App,
    operator: &Operator,
    citizens: u64,
    seed: u64,
    programmes: u64,
    progress: &mut dyn FnMut(u64),
) -> Result<Seeded> {
    if programmes == 0 || programmes > citizens.max(1) {
        return Err(Error::Refused(
            "give every programme at least one citizen: --programmes from 1 to --citizens".to_owned(),
        ));
    }
    let before = crate::setup::programmes(app, operator).await?;
    if before.iter().any(|programme| programme.rules.key.starts_with("seed-")) {
        return Err(Error::Refused(
            "this store has been seeded before; make a new one with `brobygger init`".to_owned(),
        ));
    }
    let password = new_password()?;
    let hash = password::hash(password.clone()).await.map_err(|unfit| Error::Refused(unfit.to_string()))?;
    let mut seeded =
        Seeded { programmes: Vec::new(), citizens: 0, workers: Vec::new(), coordinators: Vec::new(), password };
    let mut sowing = Sowing { app, seeded: &mut seeded, coming: None, blind: Vec::new(), progress };
    for nth in 0..programmes {
        let key = format!("seed-{:03}", nth + 1);
        keep_programme(app, operator, &format!("{key}.toml"), &rules(&key, nth + 1)).await?;
        let cx = app.operator_cx(operator, &key, render::Locale::default()).await?;
        let first = citizens * nth / programmes;
        let count = citizens * (nth + 1) / programmes - first;
        let team = Arc::new(Team::new(app, cx, seed, hash.clone(), first)?);
        sowing.seeded.coordinators.push(team.coordinator_name());
        sowing.seeded.programmes.push(key);
        let mut at = 0;
        while at < count {
            let to = (at + TOGETHER).min(count);
            sowing.next(Arc::clone(&team), at..to).await?;
            at = to;
        }
    }
    sowing.finish().await?;
    Ok(seeded)
}

/// The seeding under way: the batch that is being made while the one before is written.
struct Sowing<'a> {
    app: &'a App,
    seeded: &'a mut Seeded,
    coming: Option<(Arc<Team>, JoinHandle<Result<Batch>>)>,
    blind: Vec<Blind>,
    progress: &'a mut dyn FnMut(u64),
}

impl Sowing<'_> {
    /// Begins to make a batch, and writes the one that was begun before.
    async fn next(&mut self, team: Arc<Team>, citizens: Range<u64>) -> Result<()> {
        let made = match self.coming.take() {
            Some((team, making)) => Some((team, made(making).await?)),
            None => None,
        };
        let maker = Arc::clone(&team);
        self.coming = Some((team, spawn_blocking(move || maker.batch(citizens))));
        match made {
            Some((team, batch)) => self.write(&team.cx, batch, false).await,
            None => Ok(()),
        }
    }

    async fn finish(mut self) -> Result<()> {
        match self.coming.take() {
            Some((team, making)) => self.write(&team.cx, made(making).await?, true).await,
            None => Ok(()),
        }
    }

    async fn write(&mut self, cx: &Cx, batch: Batch, is_last: bool) -> Result<()> {
        let grant = cx.may_at_all(Action::ImportRegister)?;
        let store = self.app.store();
        store.add_keys(&grant, &batch.keys).await?;
        let mut work = store.begin(grant).await?;
        for (user, membership) in &batch.users {
            work.put_user(user, cx.now).await?;
            work.put_membership(membership, cx.now).await?;
        }
        let programme = cx.programme_id;
        work.add_citizens(cx.organisation, &batch.citizens, cx.now).await?;
        work.add_enquiries(programme, &batch.enquiries, cx.now).await?;
        work.add_courses(programme, &batch.courses, cx.now).await?;
        work.add_assignments(programme, &batch.assignments, cx.now).await?;
        work.add_readings(programme, &batch.readings, cx.now).await?;
        work.add_contacts(programme, &batch.contacts, cx.now).await?;
        work.add_goals(programme, &batch.goals, cx.now).await?;
        work.add_steps(programme, &batch.steps, cx.now).await?;
        work.add_marks(programme, &batch.marks, cx.now).await?;
        // A programme's beginnings lie together and are written with its people.
        let (mut near, far): (Vec<Blind>, Vec<Blind>) =
            batch.blind.into_iter().partition(|entry| entry.kind == blind::PREFIX);
        near.sort_unstable_by_key(|entry| entry.hash);
        work.replace_blind(cx.organisation, &[], &near).await?;
        self.blind.extend(far);
        if is_last || self.blind.len() >= BLIND_TOGETHER {
            self.blind.sort_unstable_by(|one, other| (one.kind, one.hash).cmp(&(other.kind, other.hash)));
            work.replace_blind(cx.organisation, &[], &self.blind).await?;
            self.blind.clear();
        }
        let citizens = batch.citizens.len() as u64;
        work.commit(cx.entry(Event::Seeded { citizens }, Vec::new()), cx.now).await?;
        self.seeded.citizens += citizens;
        self.seeded.workers.extend(batch.workers);
        (self.progress)(self.seeded.citizens);
        Ok(())
    }
}

async fn made(making: JoinHandle<Result<Batch>>) -> Result<Batch> {
    making.await.map_err(|_| Error::Refused("making the invented people ended badly".to_owned()))?
}

fn rules(key: &str, nth: u64) -> String {
    RULES
        .replace("id = \"exit-2016\"", &format!("id = \"{key}\""))
        .replace("\"Indsats 2016\"", &format!("\"Prøveindsats {nth}\""))
        .replace("\"Programme 2016\"", &format!("\"Trial programme {nth}\""))
}

/// Twenty letters and digits that nobody can foretell.
fn new_password() -> Result<Personal<String>> {
    let chance: [u8; 20] = vault::bytes().map_err(store::Error::from)?;
    let letters: Vec<char> = "abcdefghijkmnpqrstuvwxyz23456789".chars().collect();
    Ok(Personal::new(chance.iter().filter_map(|byte| letters.get(usize::from(byte % 32))).collect()))
}
