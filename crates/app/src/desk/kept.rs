//! What was derived for a desk, kept until the store changes.
//!
//! The key says everything that the model depends on: programme, day, the number of the last change, and whom the reader may know nothing
//! of. A model holds ids, days, codes and ciphertext, never a name. One is derived at a time; whoever waits finds it there.

use std::sync::{Arc, RwLock};

use chrono::NaiveDate;
use domain::access::Grant;
use domain::id::{CitizenId, ProgrammeId};
use tokio::sync::Mutex;

use super::model::{Model, derive};
use crate::sight::Sight;
use crate::{App, Cx, Result};

/// So many models are kept; the oldest goes.
const MOST: usize = 8;

#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    programme: ProgrammeId,
    day: NaiveDate,
    change: i64,
    blocked: Vec<CitizenId>,
}

/// The models that are kept.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    models: RwLock<Vec<(Key, Arc<Model>)>>,
    deriving: Mutex<()>,
}

impl Kept {
    fn find(&self, key: &Key) -> Option<Arc<Model>> {
        let models = self.models.read().ok()?;
        models.iter().find(|(kept, _)| kept == key).map(|(_, model)| Arc::clone(model))
    }

    fn keep(&self, key: Key, model: &Arc<Model>) {
        let Ok(mut models) = self.models.write() else { return };
        // What was derived from an earlier state of the same is not asked for again.
        models.retain(|(kept, _)| kept.programme != key.programme || kept.change == key.change);
        if models.len() >= MOST {
            models.remove(0);
        }
        models.push((key, Arc::clone(model)));
    }
}

/// The model of the day, kept or derived.
///
/// # Errors
///
/// A fault of the store.
pub(super) async fn model(app: &App, cx: &Cx, grant: &Grant, sight: &Sight, change: i64) -> Result<Arc<Model>> {
    let key = Key { programme: cx.programme_id, day: cx.today, change, blocked: sight.blocked() };
    let kept = app.desks();
    if let Some(model) = kept.find(&key) {
        return Ok(model);
    }
    let _alone = kept.deriving.lock().await;
    if let Some(model) = kept.find(&key) {
        return Ok(model);
    }
    let model = Arc::new(derive(app, cx, grant, sight).await?);
    kept.keep(key, &model);
    Ok(model)
}
