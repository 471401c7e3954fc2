//! *Tilskudsmodtager*: who runs the programme, and who is responsible for the grant.

use domain::code::OrganisationKind;
use domain::personal::Personal;
use uuid::Uuid;

/// The master data.
#[derive(Clone, Debug)]
pub struct HolderPage {
    /// The version of the organisation's; a change is made from it.
    pub version: i64,
    /// The organisation's name.
    pub name: String,
    /// What it is; none where not told yet.
    pub kind: Option<OrganisationKind>,
    /// The municipality; empty where not told yet.
    pub municipality: String,
    /// The CVR number; empty where it has none.
    pub cvr: String,
    /// Who is responsible for the grant; none where not told yet.
    pub responsible: Option<Responsible>,
    /// Whether the reader may change it.
    pub may_keep: bool,
}

/// Who is responsible for the grant.
#[derive(Clone, Debug)]
pub struct Responsible {
    /// The person's id.
    pub id: Uuid,
    /// The version; a change is made from it.
    pub version: i64,
    /// The name.
    pub name: Personal<String>,
    /// How the person is reached; empty where not told.
    pub contact: Personal<String>,
    /// Whether the CPR number is kept. It is opened on purpose only.
    pub has_cpr: bool,
}
