//! Which quotations may stand in a report, and which that stand in one were taken back. Neither says whose they are.

use std::collections::HashSet;

use domain::code::{ConsentState, QuotationState};
use domain::id::{CitizenId, SubjectId};
use domain::personal::Personal;
use domain::quotation::Standing;
use domain::research::agreed::{Answer, agreed};
use domain::status::Persons;
use store::Reader;
use store::quotation::ReleasedQuotation;
use uuid::Uuid;

use super::cell;
use crate::facts::code;
use crate::people::hold;
use crate::sealing::Keys;
use crate::sight::Sight;
use crate::{App, Cx, Result, facts};

/// Who agrees to be quoted today.
pub(crate) struct Agreed {
    agreed: HashSet<CitizenId>,
    persons: Persons,
}

impl Agreed {
    /// A person's last answer counts, on whichever record it was noted.
    pub(crate) async fn load(reader: &mut Reader, cx: &Cx) -> Result<Self> {
        let mut answers = Vec::new();
        for row in reader.quotation_answers(cx.programme_id, cx.organisation).await? {
            let state = code(ConsentState::parse, &row.state)?;
            answers.push(Answer { citizen: CitizenId(row.citizen), state, on: row.on });
        }
        let merges = facts::merges(reader, cx).await?;
        Ok(Self { agreed: agreed(&answers, &merges, cx.today), persons: Persons::new(&merges) })
    }

    /// Whether whoever a record is of agrees.
    pub(crate) fn of(&self, record: CitizenId) -> bool {
        self.agreed.contains(&self.persons.of(record))
    }
}

/// A quotation that may stand in a report.
#[derive(Clone, Debug)]
pub struct Choosable {
    /// Its id, which never leaves.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// The words.
    pub words: Personal<String>,
}

/// Every quotation that may stand in a report, in the order of their words: an order that tells nothing of whose they are. Those of citizens whom the
/// reader is blocked from are left out.
pub(crate) async fn choosable(app: &App, cx: &Cx, reader: &mut Reader) -> Result<Vec<Choosable>> {
    let rows = reader.current_quotations(cx.programme_id).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let (agreed, sight) = (Agreed::load(reader, cx).await?, Sight::of(reader, cx).await?);
    let mut found = Vec::new();
    for row in rows {
        let citizen = CitizenId(row.citizen);
        let standing = Standing {
            is_approved: code(QuotationState::parse, &row.state)? == QuotationState::Approved,
            is_kept: true,
            is_readable: row.is_readable,
            has_consent: agreed.of(citizen),
        };
        if !standing.may_leave() || sight.hides(citizen) {
            continue;
        }
        let sealed = (row.citizen, (row.id, row.version), row.words.as_slice());
        if let Some(words) = opened(app, cx, sealed, (row.epoch, row.wrapped.as_ref()))? {
            found.push(Choosable { id: row.id, version: row.version, words });
        }
    }
    found.sort_by(|one, other| {
        render::order::danish(one.words.reveal(), other.words.reveal()).then(one.id.cmp(&other.id))
    });
    Ok(found)
}

/// The quotations of all reports, each with how it stands today.
pub(crate) async fn released(cx: &Cx, reader: &mut Reader) -> Result<Vec<(ReleasedQuotation, Standing)>> {
    let rows = reader.released_quotations(cx.programme_id).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let agreed = Agreed::load(reader, cx).await?;
    let stand = |row: ReleasedQuotation| {
        let standing = Standing {
            is_approved: row.is_approved,
            is_kept: row.is_kept,
            is_readable: row.is_readable,
            has_consent: agreed.of(CitizenId(row.citizen)),
        };
        (row, standing)
    };
    Ok(rows.into_iter().map(stand).collect())
}

/// The words of a version; none where the citizen is erased.
pub(crate) fn opened(
    app: &App,
    cx: &Cx,
    (citizen, (id, version), words): (Uuid, (Uuid, i64), &[u8]),
    (epoch, wrapped): (Option<i64>, Option<&Vec<u8>>),
) -> Result<Option<Personal<String>>> {
    let mut keys = Keys::new(cx.organisation);
    hold(app, &mut keys, citizen, epoch, wrapped)?;
    keys.open(SubjectId(citizen), cell("words", id, version), Some(words))
}
