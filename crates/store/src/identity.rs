//! Who a citizen is, in one version.

use domain::id::CitizenId;
use uuid::Uuid;

use crate::error::Result;
use crate::line::{maybe, row};
use crate::work::Reader;

row! {
    /// One version of who a citizen is.
    pub struct IdentityRow {
        /// The citizen.
        pub id: Uuid,
        /// The version.
        pub version: i64,
        /// The code of the gender given.
        pub gender: Option<String>,
        /// The year of birth.
        pub birth_year: Option<i64>,
        /// Whether the address is protected.
        pub protected_address: bool,
        /// Codes of the rules for safe contact, with commas between.
        pub safe_contact: String,
        /// The alias, sealed.
        pub alias: Option<Vec<u8>>,
        /// The name, sealed.
        pub name: Option<Vec<u8>>,
        /// The CPR number, sealed.
        pub cpr: Option<Vec<u8>>,
        /// The telephone number, sealed.
        pub phone: Option<Vec<u8>>,
        /// The register's id, sealed.
        pub register_id: Option<Vec<u8>>,
        /// Who recorded the version.
        pub recorded_by: String,
    }
}

/// The columns of [`IdentityRow`], and which version.
macro_rules! identity_where {
    ($condition:literal) => {
        concat!(
            "SELECT id, version, gender, birth_year, protected_address, safe_contact, alias_sealed, name_sealed, cpr_sealed, \
             phone_sealed, register_id_sealed, recorded_by FROM citizen WHERE id = $1 AND ",
            $condition
        )
    };
}

impl Reader {
    /// Who the citizen is now.
    ///
    /// # Errors
    ///
    /// A fault of the database, as for every function here.
    pub async fn identity(&mut self, citizen: CitizenId) -> Result<Option<IdentityRow>> {
        maybe!(self, identity_where!("superseded_at IS NULL"), citizen.0)
    }

    /// Who the citizen was by a version.
    pub async fn identity_by(&mut self, citizen: CitizenId, version: i64) -> Result<Option<IdentityRow>> {
        maybe!(self, identity_where!("version = $2"), citizen.0, version)
    }
}
