//! *Netværk*: the people and services around the citizen.

use domain::id::NetworkId;
use domain::network::{Around, Services};
use domain::personal::Personal;

use super::About;

/// The page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkPage {
    /// Whom it is about.
    pub about: About,
    /// The ordinary services in contact (M31).
    pub counted: Services,
    /// Everybody and everything around the citizen: people by name, then services, then who has gone.
    pub around: Vec<Neighbour>,
}

/// Somebody or something around the citizen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// The fact.
    pub id: NetworkId,
    /// Its version.
    pub version: i64,
    /// What it is, and since when.
    pub is: Around,
    /// The name.
    pub name: Personal<String>,
    /// The telephone number.
    pub phone: Personal<String>,
    /// A note.
    pub words: Personal<String>,
}
