//! The figures of an agenda on a day, from the same functions as every report.

use domain::access::Grant;
use domain::code::AgendaKind;
use domain::meeting::Frozen;
use domain::programme::Period;
use domain::report::forecast::{next_quarter, project_year};
use domain::report::{self, Names};

use crate::facts::{Readings, Wanted};
use crate::{App, Cx, Result, facts};

/// The figures asked for, as of the day.
pub(super) async fn figures(
    app: &App,
    cx: &Cx,
    grant: &Grant,
    kinds: &[AgendaKind],
    day: chrono::NaiveDate,
) -> Result<Vec<Frozen>> {
    if kinds.is_empty() {
        return Ok(Vec::new());
    }
    let programme = &cx.programme;
    let enrolling = app.instruments().enrolling(programme)?;
    let mut lines = app.store().read_programme(grant).await?;
    let wanted = Wanted::whole(Readings::Enrolling(enrolling));
    let (courses, enquiries) = facts::courses_and_enquiries(&mut lines, cx, wanted).await?;
    let merges = facts::merges(&mut lines.one, cx).await?;
    let mut found = Vec::with_capacity(kinds.len());
    for kind in kinds {
        found.push(match kind {
            AgendaKind::Words => continue,
            AgendaKind::Status => {
                Frozen::status(&report::status::status(&courses, &enquiries, &merges, enrolling, day))
            }
            AgendaKind::WindDown => {
                // Counted, not named.
                let nameless = Names { course: &|_| String::new(), citizen: &|_| String::new() };
                Frozen::wind_down(&report::wind_down::wind_down(&courses, programme, enrolling, &nameless, day))
            }
            AgendaKind::Forecast => {
                let Some(ahead) = next_quarter(day) else { continue };
                let figure =
                    report::forecast::forecast(&courses, enrolling, programme, (project_year(day), ahead), day);
                Frozen::forecast(&figure, day)
            }
            AgendaKind::Fidelity => {
                let work = facts::work(&mut lines, cx, &courses).await?;
                Frozen::fidelity(&report::fidelity::fidelity(&courses, &work, &merges, programme, enrolling, day))
            }
            AgendaKind::Goals => {
                let goals: Vec<_> = facts::goals(&mut lines.one, cx).await?.into_iter().map(|(_, goal)| goal).collect();
                let period = Period { from: programme.funding.from.min(day), to: day };
                Frozen::goals(&report::goals::goals(&goals, programme, period))
            }
            AgendaKind::Referrals => Frozen::referrals(&facts::referrals(&mut lines.one, cx).await?, day),
        });
    }
    Ok(found)
}
