//! What surrounds a course: what is assessed, the network, the consents and the files.

use app::assessment::{self, NewAssessment};
use app::attachment::{self, NewFile};
use app::consent::{self, NewConsent};
use app::network::{self, NewNeighbour};
use app::{Cx, Error};
use domain::assessment::Assessed;
use domain::code::{
    AssessmentState, ConsentKind, ConsentState, NetworkKind, NetworkRole, Role, Service, ServiceContact,
};
use domain::consent::Worth;
use domain::id::CitizenId;
use domain::network::Services;
use domain::personal::Personal;
use domain::refusal::Code;
use domain::report::Report;
use testkit::register::small;
use testkit::team::{Team, both_teams, day};

use crate::common::{as_of, called, figure};

/// The programme's figure on a day: how many courses have housing assessed and under way, and how many found the doctor again.
async fn situation(team: &Team, on: &str) -> [u64; 3] {
    let figure = figure(team, Report::Situation, as_of(on)).await;
    let count = |list: &str, key: &str, of: &str, column: &str| {
        let row = figure[list].as_array().unwrap().iter().find(|row| row[key] == of).unwrap();
        row[column].as_u64().unwrap()
    };
    [
        count("areas", "area", "bolig", "assessed"),
        count("areas", "area", "bolig", "under_way"),
        count("services", "service", "egen_laege", "reestablished"),
    ]
}

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n";

fn words(text: &str) -> Personal<String> {
    Personal::new(text.to_owned())
}

async fn amina(team: &Team) -> (Cx, CitizenId) {
    team.imports(&small()).await;
    team.adds("amina", Role::Coordinator).await;
    let cx = team.signs_in("amina").await;
    let ask = called(&team.app, &cx, "Ask").await;
    (cx, ask)
}

fn housing(state: AssessmentState, on: &str, text: &str) -> NewAssessment {
    NewAssessment { area: "bolig".to_owned(), state: Some(state), on: Ok(day(on)), words: words(text) }
}

fn doctor() -> NewNeighbour {
    NewNeighbour {
        kind: NetworkKind::Service,
        role: None,
        service: Some(Service::Doctor),
        since: Ok(None),
        until: Ok(None),
        contact: Some(ServiceContact::Reestablished),
        contact_on: Ok(Some(day("2015-11-12"))),
        name: words("Lægerne på Torvet"),
        phone: words("33 11 22 33"),
        words: words("Ask vil helst tale med Ida"),
    }
}

fn share() -> NewConsent {
    NewConsent {
        kind: ConsentKind::Share,
        state: Some(ConsentState::Given),
        on: Ok(day("2015-11-23")),
        until: Ok(Some(day("2015-12-20"))),
        recipient: words("Jobcentret"),
        purpose: words("At tale om praktik"),
    }
}

fn letter() -> NewFile {
    NewFile { file_name: words("brev.pdf"), title: words("Brev fra udlejer"), body: Personal::new(PDF.to_vec()) }
}

#[tokio::test]
async fn an_area_goes_from_begun_to_assessed_and_its_history_stays() {
    for team in both_teams().await {
        let ((cx, ask), app) = (amina(&team).await, &team.app);
        let begun = housing(AssessmentState::UnderWay, "2015-11-10", "Bor hos en veninde");
        let once = cx.form_key().unwrap();
        let id = assessment::record(app, &cx, once, ask, 0, &begun).await.unwrap();
        assert_eq!(assessment::record(app, &cx, once, ask, 0, &begun).await.unwrap(), id, "pressed twice");
        let stale = assessment::record(app, &cx, cx.form_key().unwrap(), ask, 0, &begun).await;
        assert!(matches!(stale, Err(Error::Stale)), "two at once");
        let done = housing(AssessmentState::Assessed, "2015-11-20", "Boliganvist");
        assessment::record(app, &cx, cx.form_key().unwrap(), ask, 1, &done).await.unwrap();
        let page = assessment::page(app, &cx, ask).await.unwrap();
        let area = page.areas.iter().find(|area| area.key == "bolig").unwrap();
        assert_eq!(area.now.as_ref().unwrap().words.reveal(), "Boliganvist");
        assert_eq!(area.before.iter().map(|one| one.state).collect::<Vec<_>>(), [AssessmentState::UnderWay]);
        assert_eq!(page.counted, Assessed { assessed: 1, not_begun: 7, ..Assessed::default() });
        assert_eq!(situation(&team, "2015-11-19").await, [0, 1, 0], "the programme's figure says the same");
        assert_eq!(situation(&team, "2015-11-20").await, [1, 0, 0]);

        assessment::withdraw(app, &cx, cx.form_key().unwrap(), ask, (id, 2), &words("Forkert område")).await.unwrap();
        let counted = assessment::page(app, &cx, ask).await.unwrap().counted;
        assert_eq!(counted, Assessed { under_way: 1, not_begun: 7, ..Assessed::default() });
        assert_eq!(situation(&team, "2015-11-20").await, [0, 1, 0]);
        assessment::undo_withdrawal(app, &cx, cx.form_key().unwrap(), ask, id).await.unwrap();
        assert_eq!(assessment::page(app, &cx, ask).await.unwrap().counted.assessed, 1);
    }
}

#[tokio::test]
async fn a_service_found_again_counts_for_the_course_until_it_is_taken_out() {
    for team in both_teams().await {
        let ((cx, ask), app) = (amina(&team).await, &team.app);
        let once = cx.form_key().unwrap();
        let id = network::record(app, &cx, once, ask, &doctor()).await.unwrap();
        assert_eq!(network::record(app, &cx, once, ask, &doctor()).await.unwrap(), id, "pressed twice");
        let page = network::page(app, &cx, ask).await.unwrap();
        assert_eq!(page.counted, Services { reestablished: 1, ..Services::default() });
        assert_eq!(page.around[0].name.reveal(), "Lægerne på Torvet");
        assert_eq!(situation(&team, "2015-11-23").await, [0, 0, 1]);
        let before = NewNeighbour { contact: Some(ServiceContact::Before), ..doctor() };
        network::correct(app, &cx, cx.form_key().unwrap(), ask, (id, 1), &before).await.unwrap();
        let stale = network::correct(app, &cx, cx.form_key().unwrap(), ask, (id, 1), &doctor()).await;
        assert!(matches!(stale, Err(Error::Stale)));
        assert_eq!(network::page(app, &cx, ask).await.unwrap().counted.before, 1);
        network::withdraw(app, &cx, cx.form_key().unwrap(), ask, (id, 2), &words("Skrevet to gange")).await.unwrap();
        assert!(network::page(app, &cx, ask).await.unwrap().around.is_empty());
        assert_eq!(situation(&team, "2015-11-23").await, [0, 0, 0]);
        network::undo_withdrawal(app, &cx, cx.form_key().unwrap(), ask, id).await.unwrap();
        let back = network::page(app, &cx, ask).await.unwrap();
        assert_eq!((back.around[0].phone.reveal().as_str(), back.around[0].version), ("33 11 22 33", 3));
        let nobody = NewNeighbour { kind: NetworkKind::Person, name: words(""), ..doctor() };
        let refused = network::record(app, &cx, cx.form_key().unwrap(), ask, &nobody).await;
        assert!(matches!(refused, Err(Error::Refusals(refusals)) if refusals.len() == 2));
    }
}

#[tokio::test]
async fn people_stand_before_services_and_who_has_gone_stands_last() {
    for team in both_teams().await {
        let ((cx, ask), app) = (amina(&team).await, &team.app);
        let gone = NewNeighbour { name: words("Lægerne på Broen"), until: Ok(cx.today.pred_opt()), ..doctor() };
        let person = |name| NewNeighbour {
            kind: NetworkKind::Person,
            role: Some(NetworkRole::Family),
            name: words(name),
            ..doctor()
        };
        for one in [gone, doctor(), person("Åse"), person("Bo")] {
            network::record(app, &cx, cx.form_key().unwrap(), ask, &one).await.unwrap();
        }
        let around = network::page(app, &cx, ask).await.unwrap().around;
        let names: Vec<&str> = around.iter().map(|one| one.name.reveal().as_str()).collect();
        assert_eq!(names, ["Bo", "Åse", "Lægerne på Torvet", "Lægerne på Broen"]);
    }
}

#[tokio::test]
async fn a_consent_ends_soon_is_withdrawn_by_the_citizen_and_what_was_said_before_stays() {
    for team in both_teams().await {
        let ((cx, ask), app) = (amina(&team).await, &team.app);
        let id = consent::record(app, &cx, cx.form_key().unwrap(), ask, &share()).await.unwrap();
        let page = consent::page(app, &cx, ask).await.unwrap();
        assert_eq!(
            (page.consents[0].worth, page.consents[0].recipient.reveal().as_str()),
            (Worth::EndsSoon, "Jobcentret")
        );
        let withdrawn = NewConsent { state: Some(ConsentState::Withdrawn), ..share() };
        consent::answer_anew(app, &cx, cx.form_key().unwrap(), ask, (id, 1), &withdrawn).await.unwrap();
        let stale = consent::answer_anew(app, &cx, cx.form_key().unwrap(), ask, (id, 1), &share()).await;
        assert!(matches!(stale, Err(Error::Stale)));
        let page = consent::page(app, &cx, ask).await.unwrap();
        assert_eq!(page.consents[0].worth, Worth::Withdrawn);
        assert_eq!(page.consents[0].before[0].state, ConsentState::Given);
        consent::withdraw(app, &cx, cx.form_key().unwrap(), ask, (id, 2), &words("En anden borger")).await.unwrap();
        assert!(consent::page(app, &cx, ask).await.unwrap().consents.is_empty());
        consent::undo_withdrawal(app, &cx, cx.form_key().unwrap(), ask, id).await.unwrap();
        assert_eq!(consent::page(app, &cx, ask).await.unwrap().consents[0].purpose.reveal(), "At tale om praktik");
    }
}

#[tokio::test]
async fn consent_to_research_names_the_wording_that_was_asked_with() {
    for team in both_teams().await {
        let ((cx, ask), app) = (amina(&team).await, &team.app);
        let research = NewConsent { kind: ConsentKind::Research, until: Ok(None), ..share() };
        consent::record(app, &cx, cx.form_key().unwrap(), ask, &research).await.unwrap();
        let page = consent::page(app, &cx, ask).await.unwrap();
        assert_eq!(page.consents[0].wording.as_deref(), Some(domain::consent::RESEARCH_WORDING));
        assert_eq!(page.consents[0].worth, Worth::Holds);
    }
}

#[tokio::test]
async fn a_file_lies_sealed_comes_back_byte_for_byte_and_every_opening_is_logged() {
    for team in both_teams().await {
        let ((cx, ask), app) = (amina(&team).await, &team.app);
        let once = cx.form_key().unwrap();
        let id = attachment::record(app, &cx, once, ask, &letter()).await.unwrap();
        assert_eq!(attachment::record(app, &cx, once, ask, &letter()).await.unwrap(), id, "pressed twice");
        let page = attachment::page(app, &cx, ask).await.unwrap();
        assert_eq!((page.files.len(), page.files[0].bytes), (1, PDF.len() as u64));
        assert_eq!(page.files[0].name.reveal(), "Brev fra udlejer");
        assert_eq!(attachment::open(app, &cx, ask, id).await.unwrap().body.reveal(), PDF);
        let opened = team.database.log().await.iter().filter(|row| row.event == "file_opened").count();
        assert_eq!(opened, 1);
        attachment::withdraw(app, &cx, cx.form_key().unwrap(), ask, (id, 1), &words("En andens brev")).await.unwrap();
        assert!(matches!(attachment::open(app, &cx, ask, id).await, Err(Error::NotFound)));
        attachment::undo_withdrawal(app, &cx, cx.form_key().unwrap(), ask, id).await.unwrap();
        assert_eq!(attachment::open(app, &cx, ask, id).await.unwrap().body.reveal(), PDF);
    }
}

#[tokio::test]
async fn a_pdf_that_is_not_one_is_refused_and_nothing_is_kept() {
    for team in both_teams().await {
        let ((cx, ask), app) = (amina(&team).await, &team.app);
        let program = NewFile { body: Personal::new(b"MZ\x90\0".to_vec()), ..letter() };
        let refused = attachment::record(app, &cx, cx.form_key().unwrap(), ask, &program).await;
        assert!(matches!(refused, Err(Error::Refusals(refusals)) if refusals[0].code == Code::FileUnknown));
        assert_eq!(team.database.number("SELECT COUNT(*) FROM attachment").await, 0);
    }
}

#[tokio::test]
async fn whoever_may_not_keep_a_course_finds_none_of_it() {
    for team in both_teams().await {
        let ((amina, ask), app) = (amina(&team).await, &team.app);
        let file = attachment::record(app, &amina, amina.form_key().unwrap(), ask, &letter()).await.unwrap();
        for role in Role::ALL.iter().filter(|role| **role != Role::Coordinator) {
            team.adds(role.code(), *role).await;
            let cx = team.signs_in(role.code()).await;
            let key = || cx.form_key().unwrap();
            let answers = [
                assessment::page(app, &cx, ask).await.err(),
                network::page(app, &cx, ask).await.err(),
                consent::page(app, &cx, ask).await.err(),
                attachment::page(app, &cx, ask).await.err(),
                attachment::may_add(app, &cx, ask).await.err(),
                attachment::open(app, &cx, ask, file).await.err(),
                attachment::record(app, &cx, key(), ask, &letter()).await.err(),
                network::record(app, &cx, key(), ask, &doctor()).await.err(),
                consent::record(app, &cx, key(), ask, &share()).await.err(),
                assessment::record(app, &cx, key(), ask, 0, &housing(AssessmentState::UnderWay, "2015-11-10", ""))
                    .await
                    .err(),
            ];
            for (at, answer) in answers.iter().enumerate() {
                assert!(matches!(answer, Some(Error::NotFound)), "{role} at {at}");
            }
        }
    }
}
