//! *Udvikling*: the readings of the present course, first and latest or any two of them side by side.

use domain::access::Action;
use domain::event::Event;
use domain::id::{CitizenId, ReadingId};
use domain::instrument::Scale;
use domain::reading::Reading;
use domain::score::area_steps;

use crate::case::Case;
use crate::citizen::charts;
use crate::view::Standing;
use crate::view::progress::{ProgressPage, ReadingLine};
use crate::{App, Cx, Error, Result};

/// The page, logged before it is given. Stars that are not named are the first and the latest.
///
/// # Errors
///
/// [`Error::NotFound`] where the citizen has no course or is not for this reader.
pub async fn page(
    app: &App,
    cx: &Cx,
    citizen: CitizenId,
    chosen: (Option<ReadingId>, Option<ReadingId>),
) -> Result<ProgressPage> {
    let case = Case::open(app, cx, Action::SeeCitizen, citizen).await?;
    let course = case.course(cx.today).ok_or(Error::NotFound)?;
    let pack = case.instruments.iter().find(|pack| matches!(pack.scale, Scale::Areas { .. }));
    let stars = pack.map(|pack| charts::complete(course, pack, cx.today)).unwrap_or_default();
    let named = |id: Option<ReadingId>| stars.iter().position(|star| Some(star.reading().id) == id);
    let first = named(chosen.0).unwrap_or(0);
    let last = named(chosen.1).unwrap_or(stars.len().saturating_sub(1));
    let (first, last) = (first.min(last), first.max(last));
    let pair: Vec<_> = [first, last].iter().filter_map(|at| stars.get(*at).copied()).collect();
    let steps = pack.map(|pack| {
        let of: Vec<Vec<Option<u8>>> = stars.iter().map(|star| area_steps(*star).collect()).collect();
        let area = |at: usize| of.iter().map(|steps| steps.get(at).copied().flatten()).collect();
        pack.items.iter().enumerate().map(|(at, item)| (item.text.clone(), area(at))).collect()
    });
    let id = |at: usize| stars.get(at).map(|star| star.reading().id);
    let enrolling = app.instruments().enrolling(&cx.programme)?;
    let enrolled_by = course.readings.iter().filter(|reading| reading.complete(enrolling).is_some());
    let enrolled_by = enrolled_by.min_by_key(|reading| reading.order()).map(|reading| reading.id);
    let mut made: Vec<&Reading> = course.readings.iter().filter(|reading| reading.made_on <= cx.today).collect();
    made.sort_by_key(|reading| std::cmp::Reverse(reading.order()));
    let line = |reading: &&Reading| {
        let pack = app.instruments().named(&reading.instrument)?;
        Some(ReadingLine {
            id: reading.id,
            title: pack.title.clone(),
            on: reading.made_on,
            filled_by: reading.filled_by,
            is_complete: reading.complete(pack).is_some(),
            enrolled: Some(reading.id) == enrolled_by,
        })
    };
    let page = ProgressPage {
        citizen,
        name: case.name()?,
        day: cx.today,
        span: case.stand(cx, cx.today).and_then(|stand| match stand.standing() {
            Standing::Enrolled(span) | Standing::Closed { span, .. } => Some(span),
            Standing::InClarification { .. } | Standing::Left { .. } | Standing::EnquiryOnly => None,
        }),
        star: pack.and_then(|pack| charts::star_of(pack, &pair, stars.len() as u64)),
        earlier: id(first),
        later: id(last),
        steps: steps.unwrap_or_default(),
        scores: charts::scores(course, &case.instruments, cx.today),
        purposes: charts::purposes(course, &case.instruments, cx.today),
        readings: made.iter().filter_map(line).collect(),
        stars: stars.iter().map(|star| (star.reading().id, star.reading().made_on)).collect(),
    };
    app.store().look(&case.grant, cx.entry(Event::CitizenSeen, vec![citizen]), cx.now).await?;
    Ok(page)
}
