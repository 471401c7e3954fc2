//! The instruments that are shipped with the program: each a file in `instruments/`.

use std::collections::HashMap;
use std::sync::{Arc, RwLock};

use domain::file::instrument::parse_instrument;
use domain::instrument::Instrument;
use domain::programme::Programme;

use crate::{Error, Result};

/// File name and text of each shipped instrument. A new one is a file there and a line here.
const SHIPPED: [(&str, &str); 3] = [
    ("stjerne.toml", include_str!("../../../instruments/stjerne.toml")),
    ("who-5.toml", include_str!("../../../instruments/who-5.toml")),
    ("formaal.toml", include_str!("../../../instruments/formaal.toml")),
];

/// Instruments by key.
#[derive(Debug)]
pub struct Instruments {
    all: Vec<Instrument>,
    /// Programmes' choices by their keys, put together once: a copy of an instrument is some hundred allocations.
    chosen: RwLock<HashMap<Vec<String>, Arc<[Instrument]>>>,
}

impl Instruments {
    /// Those shipped with the program.
    pub fn shipped() -> Result<Self> {
        let parsed = SHIPPED.iter().map(|(name, text)| {
            parse_instrument(name, text)
                .map_err(|faults| Error::Refused(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")))
        });
        Ok(Self { all: parsed.collect::<Result<_>>()?, chosen: RwLock::default() })
    }

    /// Every instrument.
    pub fn all(&self) -> &[Instrument] {
        &self.all
    }

    /// The instrument with this key.
    pub fn named(&self, key: &str) -> Option<&Instrument> {
        self.all.iter().find(|instrument| instrument.key == key)
    }

    /// The instruments of a programme, in its order.
    pub(crate) fn of(&self, programme: &Programme) -> Arc<[Instrument]> {
        let known = self.chosen.read().ok().and_then(|chosen| chosen.get(&programme.instruments).map(Arc::clone));
        known.unwrap_or_else(|| {
            let these: Arc<[Instrument]> =
                programme.instruments.iter().filter_map(|key| self.named(key)).cloned().collect();
            if let Ok(mut chosen) = self.chosen.write() {
                chosen.insert(programme.instruments.clone(), Arc::clone(&these));
            }
            these
        })
    }

    /// The instrument whose first complete reading enrols (R1).
    pub(crate) fn enrolling(&self, programme: &Programme) -> Result<&Instrument> {
        self.named(&programme.enrolling_instrument).ok_or_else(|| {
            Error::Refused(format!(
                "the programme's enrolling instrument \"{}\" is not there",
                programme.enrolling_instrument
            ))
        })
    }
}
