//! What a package is made from, as it comes from the store.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use domain::access::Grant;
use domain::code::{ConsentState, Gender};
use domain::facts::{Course, CourseWork, Enquiry, Merge};
use domain::id::{CitizenId, CourseId};
use domain::instrument::Instrument;
use domain::research::agreed::{Answer, recalled};
use domain::research::{Facts, Traits};
use store::Reader;

use crate::facts::{Readings, Wanted, code, maybe_code};
use crate::sight::Sight;
use crate::{App, Cx, Result, facts};

/// Who answered what, which of them are one, and what is known of each record: all that a recall takes.
pub(super) struct Asked {
    answers: Vec<Answer>,
    merges: Vec<Merge>,
    people: HashMap<CitizenId, Traits>,
}

/// The facts, held while the rules read them.
pub(super) struct Known {
    courses: Vec<Course>,
    enquiries: Vec<Enquiry>,
    work: HashMap<CourseId, CourseWork>,
    hidden: HashSet<CitizenId>,
    instruments: Arc<[Instrument]>,
    pub(super) asked: Asked,
}

impl Asked {
    pub(super) async fn load(app: &App, cx: &Cx, grant: &Grant) -> Result<Self> {
        Self::over(&mut app.store().read(grant).await?, cx).await
    }

    pub(super) async fn over(reader: &mut Reader, cx: &Cx) -> Result<Self> {
        let mut answers = Vec::new();
        for row in reader.research_answers(cx.programme_id, cx.organisation).await? {
            let state = code(ConsentState::parse, &row.state)?;
            answers.push(Answer { citizen: CitizenId(row.citizen), state, on: row.on });
        }
        let mut people = HashMap::new();
        for row in reader.research_traits(cx.programme_id, cx.organisation).await? {
            let traits = Traits {
                gender: maybe_code(Gender::parse, row.gender.as_deref())?,
                birth_year: row.birth_year.and_then(|year| i32::try_from(year).ok()),
                is_erased: !row.has_key,
            };
            people.insert(CitizenId(row.citizen), traits);
        }
        Ok(Self { answers, merges: facts::merges(reader, cx).await?, people })
    }

    /// Who of these has to be taken out of a package.
    pub(super) fn recalled(&self, in_package: &[CitizenId], cx: &Cx) -> Vec<CitizenId> {
        recalled(in_package, &self.answers, &self.merges, &self.people, cx.today)
    }
}

impl Known {
    pub(super) async fn load(app: &App, cx: &Cx, grant: &Grant) -> Result<Self> {
        let mut lines = app.store().read_programme(grant).await?;
        let wanted = Wanted { marks: true, ..Wanted::only(Readings::Of(&cx.programme.instruments)) };
        let (courses, enquiries) = facts::courses_and_enquiries(&mut lines, cx, wanted).await?;
        let work = facts::work(&mut lines, cx, &courses).await?;
        let reader = &mut lines.one;
        let sight = Sight::of(reader, cx).await?;
        let asked = Asked::over(reader, cx).await?;
        let hidden = sight.blocked().into_iter().collect();
        let instruments = app.instruments().of(&cx.programme);
        Ok(Self { courses, enquiries, work, hidden, instruments, asked })
    }

    pub(super) fn facts<'a>(&'a self, cx: &'a Cx) -> Facts<'a> {
        Facts {
            courses: &self.courses,
            enquiries: &self.enquiries,
            merges: &self.asked.merges,
            answers: &self.asked.answers,
            people: &self.asked.people,
            work: &self.work,
            hidden: &self.hidden,
            programme: &cx.programme,
            instruments: &self.instruments,
        }
    }
}
