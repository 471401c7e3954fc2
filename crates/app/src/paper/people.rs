//! Whom papers name: the programme's people and those from outside.

use domain::organisation::Outsider;
use domain::paper::Who;
use domain::personal::Personal;
use store::Reader;

use super::{Kept, all};
use crate::people::{Names, members};
use crate::{App, Cx, Result};

/// Everybody whom a paper can name.
#[derive(Clone, Debug)]
pub struct People {
    users: Names,
    outsiders: Vec<Kept<Outsider>>,
}

impl People {
    pub(crate) async fn of(app: &App, cx: &Cx, reader: &mut Reader) -> Result<Self> {
        Ok(Self { users: members(app, reader, cx).await?, outsiders: all(app, cx, reader).await? })
    }

    /// What somebody is called; a dash for who is not known any more.
    pub fn called(&self, who: Who) -> Personal<String> {
        let name = match who {
            Who::User(id) => self.users.get(&id).cloned(),
            Who::Outsider(id) => {
                self.outsiders.iter().find(|one| one.id == id).map(|one| Personal::new(one.says().name.clone()))
            }
        };
        name.unwrap_or_else(|| Personal::new("–".to_owned()))
    }

    /// Whether there is such a person.
    pub(crate) fn knows(&self, who: Who) -> bool {
        match who {
            Who::User(id) => self.users.contains_key(&id),
            Who::Outsider(id) => self.outsiders.iter().any(|one| one.id == id),
        }
    }

    /// Everybody who can be chosen, by name.
    pub fn choices(&self) -> Vec<(Who, Personal<String>)> {
        let users = self.users.iter().map(|(id, name)| (Who::User(*id), name.clone()));
        let outsiders = self.outsiders.iter().filter(|one| !one.is_ended).map(|one| {
            let Outsider { name, place } = one.says();
            let called = if place.is_empty() { name.clone() } else { format!("{name}, {place}") };
            (Who::Outsider(one.id), Personal::new(called))
        });
        let mut choices: Vec<_> = users.chain(outsiders).collect();
        choices.sort_by(|(one, name), (other, named)| {
            render::order::danish(name.reveal(), named.reveal()).then(one.cmp(other))
        });
        choices
    }

    /// Those from outside.
    pub fn outsiders(&self) -> &[Kept<Outsider>] {
        &self.outsiders
    }

    /// The words of the names of those with an account.
    pub(crate) fn words(&self) -> std::collections::HashSet<String> {
        let names = self
            .users
            .values()
            .flat_map(|name| vault::fold::name(name.reveal()).split(' ').map(str::to_owned).collect::<Vec<_>>());
        names.collect()
    }
}
