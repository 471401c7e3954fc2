//! What is coming, due, overdue and missed; what answers it; and the calendar that tells of it without telling about anybody.

use app::view::caseload::Scope;
use app::view::feed::DateKind;
use app::{Error, feed, filling, follow_up};
use domain::code::{FollowUpReply, Role};
use domain::follow_up::State;
use domain::personal::Personal;
use domain::refusal::Code;
use testkit::team::{both_teams, day};

use crate::common::called;
use crate::filling::{once, people};

fn told(page: &app::view::follow_up::FollowUpsPage) -> Vec<(String, State, String)> {
    page.rows.iter().map(|row| (row.name.reveal().clone(), row.state, row.due.to_string())).collect()
}

#[tokio::test]
async fn each_sees_what_their_own_citizens_follow_ups_ask_for_the_longest_overdue_first() {
    for team in both_teams().await {
        let (amina, _, jonas) = people(&team).await;
        let own = follow_up::list(&team.app, &jonas, Scope::Own, 0).await.unwrap();
        let overdue = |due: &str| ("Carla".to_owned(), State::Overdue, due.to_owned());
        // The one of 20 March was declined, and of 20 January only the star was filled in.
        let dues = ["2015-01-20", "2015-05-20", "2015-07-20", "2015-09-20"].map(overdue);
        assert_eq!(told(&own)[..4], dues);
        assert_eq!(own.rows[0].missing.iter().map(|text| text.da.as_str()).collect::<Vec<_>>().len(), 2);
        let all = follow_up::list(&team.app, &amina, Scope::Programme, 0).await.unwrap();
        assert!(all.rows[0].worker.is_some() && all.total >= own.total);
        assert!(matches!(follow_up::list(&team.app, &jonas, Scope::Programme, 0).await, Err(Error::Denied)));
        assert!(team.database.log().await.iter().any(|row| row.detail.contains("follow_ups")));
    }
}

#[tokio::test]
async fn a_follow_up_is_postponed_with_a_reason_and_that_can_be_taken_back() {
    for team in both_teams().await {
        let (amina, mette, jonas) = people(&team).await;
        let carla = called(&team.app, &amina, "Carla").await;
        let (due, blank) = (day("2015-09-20"), Personal::new(" ".to_owned()));
        let postponed = (due, FollowUpReply::Postponed);
        let refused = follow_up::reply(&team.app, &jonas, carla, postponed, &blank, once(&jonas)).await;
        let Err(Error::Refusals(refusals)) = refused else { panic!("{refused:?}") };
        assert_eq!(refusals[0].code, Code::ReasonNeeded);
        let why = Personal::new("Indlagt i to uger".to_owned());
        let stranger = follow_up::reply(&team.app, &mette, carla, postponed, &why, once(&mette)).await;
        assert!(matches!(stranger, Err(Error::NotFound)));
        let key = once(&jonas);
        let id = follow_up::reply(&team.app, &jonas, carla, postponed, &why, key).await.unwrap();
        assert_eq!(follow_up::reply(&team.app, &jonas, carla, postponed, &why, key).await.unwrap(), id);
        let round = |page: &app::view::filling::FillingPage| {
            page.rounds.iter().find(|round| round.due == due).cloned().unwrap()
        };
        let page = filling::page(&team.app, &jonas, carla).await.unwrap();
        assert_eq!(round(&page).state, State::Postponed);
        assert_eq!(round(&page).reply.unwrap().note.unwrap().reveal(), "Indlagt i to uger");
        follow_up::undo_reply(&team.app, &jonas, carla, (id, 1), once(&jonas)).await.unwrap();
        let page = filling::page(&team.app, &jonas, carla).await.unwrap();
        assert_eq!((round(&page).state, round(&page).reply), (State::Overdue, None));
        let declined = (due, FollowUpReply::Declined);
        follow_up::reply(&team.app, &jonas, carla, declined, &blank, once(&jonas)).await.unwrap();
        let list = follow_up::list(&team.app, &jonas, Scope::Own, 0).await.unwrap();
        assert!(list.rows.iter().all(|row| row.due != due), "what the citizen did not want asks for nothing");
    }
}

#[tokio::test]
async fn a_calendar_address_gives_its_owner_s_dates_until_it_is_taken_away() {
    for team in both_teams().await {
        let (_, mette, _) = people(&team).await;
        assert_eq!(feed::page(&team.app, &mette).await.unwrap().made_at, None);
        let key = once(&mette);
        let token = feed::make(&team.app, &mette, key).await.unwrap().unwrap();
        assert_eq!(feed::make(&team.app, &mette, key).await.unwrap(), None, "it is shown once");
        assert!(feed::page(&team.app, &mette).await.unwrap().made_at.is_some());
        let calendar = feed::read(&team.app, mette.now, &token).await.unwrap();
        let step = calendar.dates.iter().find(|date| date.kind == DateKind::Step).unwrap();
        assert_eq!(step.on, day("2015-11-27"));
        assert!(calendar.dates.iter().any(|date| date.kind == DateKind::FollowUp && date.on == day("2016-01-10")));
        assert_eq!(feed::read(&team.app, mette.now, &token).await.unwrap(), calendar, "the same at every reading");
        let log = team.database.log().await;
        assert_eq!(log.iter().filter(|row| row.event == "feed_read").count(), 2);

        let second = feed::make(&team.app, &mette, once(&mette)).await.unwrap().unwrap();
        assert!(matches!(feed::read(&team.app, mette.now, &token).await, Err(Error::NotFound)), "the one before ends");
        feed::take_away(&team.app, &mette, once(&mette)).await.unwrap();
        assert!(matches!(feed::read(&team.app, mette.now, &second).await, Err(Error::NotFound)));
        assert!(matches!(feed::read(&team.app, mette.now, "").await, Err(Error::NotFound)));
    }
}

#[tokio::test]
async fn who_has_no_citizens_has_no_calendar() {
    for team in both_teams().await {
        people(&team).await;
        team.adds("leder", Role::Leader).await;
        let leader = team.signs_in("leder").await;
        assert!(matches!(feed::page(&team.app, &leader).await, Err(Error::Denied)));
        assert!(matches!(feed::make(&team.app, &leader, once(&leader)).await, Err(Error::Denied)));
    }
}
