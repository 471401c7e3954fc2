//! Reports that leave: nothing small is told, one proposes and another locks, and what is locked stays the same to the byte.

use app::paper::{self, Said};
use app::release::{self, Checked, Drawn, Lack, Part};
use app::{Cx, Error};
use domain::code::{Addressee, OrganisationKind, ReleaseState, Role};
use domain::disclosure::Because;
use domain::holder::Wish;
use domain::personal::Personal;
use domain::refusal::Code;
use domain::release::{Asked, Exact};
use domain::template::SectionText;
use render::Locale;
use render::document::{Printer, Raster};
use render::report::Withheld;
use testkit::database::Kind;
use testkit::register::{Lists, small};
use testkit::team::{Team, both_demos, both_teams, day};
use uuid::Uuid;

use crate::block::once;
use crate::quotation::unpacked;

const STATUS: &str = include_str!("../../../../reports/status.toml");
pub(crate) const PRINTER: Printer = Printer {
    pdf: |document| Ok(format!("%PDF {}", document.parts.len()).into_bytes()),
    raster: |svg| Ok(Raster { png: svg.as_bytes().to_vec(), width: 680, height: 200 }),
};

pub(crate) async fn staffed(team: &Team) -> (Cx, Cx) {
    team.imports(&small()).await;
    for (name, role) in [
        ("amina", Role::Coordinator),
        ("karen", Role::Consultant),
        ("leder", Role::Leader),
        ("mette", Role::Worker),
        ("jonas", Role::Worker),
        ("dpo", Role::Dpo),
    ] {
        team.adds(name, role).await;
    }
    (team.signs_in("amina").await, team.signs_in("karen").await)
}

fn status(to: Addressee) -> Asked {
    Asked {
        template: "status".to_owned(),
        addressee: to,
        as_of: day("2015-11-23"),
        from: day("2014-12-01"),
        to: day("2015-11-30"),
    }
}

pub(crate) async fn write(team: &Team, cx: &Cx, section: &str, text: &str, key: u128) {
    let text =
        SectionText { template: "status".to_owned(), section: section.to_owned(), year: 2015, text: text.to_owned() };
    paper::keep(&team.app, cx, None, &text, Said::default(), once(key)).await.unwrap();
}

async fn proposes(team: &Team, cx: &Cx, asked: Asked, key: u128) -> Result<Uuid, Error> {
    release::propose(&team.app, cx, asked, None, (Locale::Da, Some(PRINTER)), once(key)).await
}

pub(crate) fn codes<T>(answer: Result<T, Error>) -> Vec<(&'static str, Code)> {
    match answer {
        Err(Error::Refusals(all)) => all.into_iter().map(|one| (one.field, one.code)).collect(),
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("it was not refused"),
    }
}

fn broken(checked: &[Checked]) -> Vec<Part> {
    checked.iter().filter(|one| !one.is_whole).map(|one| one.part.clone()).collect()
}

#[tokio::test]
async fn a_byte_that_is_changed_or_a_row_that_is_gone_is_found_wherever_it_lies() {
    for what in ["changed", "gone"] {
        for (kind, part) in [("udgivelse", Part::Release), ("frosset", Part::Held), ("fortalt", Part::Told)] {
            for team in both_teams().await {
                let (amina, karen) = staffed(&team).await;
                let app = &team.app;
                write(&team, &karen, "afvigelser", "Ingen afvigelser.", 1).await;
                let id = proposes(&team, &karen, status(Addressee::SteeringGroup), 2).await.unwrap();
                release::decide(app, &amina, (id, 1), (true, ""), once(3)).await.unwrap();
                release::note_sending(app, &karen, (id, 2), ("Styregruppen", Some(karen.today)), once(4))
                    .await
                    .unwrap();
                assert_eq!(broken(&release::verify(app, &amina).await.unwrap()), []);
                let rows = format!("FROM paper WHERE kind = '{kind}'");
                // One byte of the sealed row, at its end.
                let sqlite = "CAST(SUBSTR(body_sealed, 1, LENGTH(body_sealed) - 1) || \
                              CASE WHEN SUBSTR(body_sealed, -1) = X'00' THEN X'01' ELSE X'00' END AS BLOB)";
                let postgres = "SET_BYTE(body_sealed, LENGTH(body_sealed) - 1, GET_BYTE(body_sealed, LENGTH(body_sealed) - 1) # 1)";
                let byte = if team.database.kind == Kind::Postgres { postgres } else { sqlite };
                let statement = match what {
                    "gone" => format!("DELETE {rows}"),
                    _ => format!("UPDATE paper SET body_sealed = {byte} WHERE kind = '{kind}'"),
                };
                team.database.tamper(&statement).await.unwrap();
                let checked = release::verify(app, &amina).await.unwrap();
                assert!(broken(&checked).contains(&part), "{kind} {what}: {checked:?}");
                let missing = checked.iter().find(|one| one.part == part).unwrap();
                assert_eq!(missing.is_missing, what == "gone", "{kind} {what}");
                if part != Part::Release {
                    assert_eq!(broken(&checked), std::slice::from_ref(&part), "{kind} {what}");
                }
            }
        }
    }
}

fn files_wait<T>(answer: Result<T, Error>) -> bool {
    matches!(answer, Err(Error::Refusal(refusal)) if refusal.code == Code::FilesNotLocked)
}

#[tokio::test]
async fn one_proposes_and_another_locks_and_more_facts_change_not_a_byte() {
    for team in both_teams().await {
        let (amina, karen) = staffed(&team).await;
        let app = &team.app;
        let asked = || status(Addressee::SteeringGroup);
        assert_eq!(codes(proposes(&team, &karen, asked(), 1).await), [("tekst", Code::TextMissing)]);
        write(&team, &karen, "afvigelser", "Ingen afvigelser.", 2).await;
        let id = proposes(&team, &karen, asked(), 3).await.unwrap();
        assert_eq!(proposes(&team, &karen, asked(), 3).await.unwrap(), id, "pressed twice it is one");
        assert_eq!(team.database.last_logged().await.event, "report_proposed");

        for format in ["pdf", "docx", "xlsx", "csv"] {
            assert!(
                files_wait(release::file(app, &amina, id, format).await),
                "{format}: a second person locks it first"
            );
        }
        let page = release::one(app, &amina, id).await.unwrap();
        let says = format!("{:?}", page.preview.unwrap().into_revealed());
        assert!(!page.has_files && says.contains("Ingen afvigelser.") && says.contains("Tilknyttet"), "{says}");

        let own = release::decide(app, &karen, (id, 1), (true, ""), once(4)).await;
        assert_eq!(codes(own), [("", Code::SecondPersonNeeded)]);
        let unsaid = release::decide(app, &amina, (id, 1), (false, " "), once(5)).await;
        assert_eq!(codes(unsaid), [("hvorfor", Code::ReasonNeeded)]);
        release::decide(app, &amina, (id, 1), (true, ""), once(6)).await.unwrap();
        assert_eq!(team.database.last_logged().await.event, "report_locked");
        let again = release::decide(app, &amina, (id, 2), (false, "Nej"), once(7)).await;
        assert_eq!(codes(again), [("", Code::DecidedAlready)]);

        let page = release::one(app, &amina, id).await.unwrap();
        assert!(page.has_files && page.preview.is_none());
        assert!(
            matches!(release::file(app, &amina, id, "gennemsyn").await, Err(Error::NotFound)),
            "it is none of its files"
        );
        let says = page.line.kept.says();
        assert_eq!((says.number, says.state), (1, ReleaseState::Locked));
        assert_eq!(
            says.files.iter().map(|file| file.format.as_str()).collect::<Vec<_>>(),
            ["pdf", "docx", "xlsx", "csv"]
        );
        let mut before = Vec::new();
        for file in &says.files {
            before.push(release::file(app, &amina, id, &file.format).await.unwrap());
        }
        assert_eq!(before[3].0, "status-2015-11-23-v1.csv");
        write(&team, &karen, "tilgang", "Skrevet senere.", 8).await;
        for shifted in [1, 2] {
            let more = |lists: Lists, at: u32| {
                lists.and("henvendelser", &format!("Q{at};2015-11-{:02};selv;;;nej;nej;;", at % 20 + shifted))
            };
            team.imports(&(0..1000).fold(small(), more)).await; // added, then corrected
        }
        let newer = STATUS.replace("Afvigelser og forklaring", "Hvad der gik anderledes");
        assert_ne!(newer, STATUS);
        let page = release::one(app, &amina, id).await.unwrap();
        assert!(page.redefined.is_empty() && !page.has_other_template, "nothing is counted otherwise");
        assert_eq!(broken(&release::verify(app, &amina).await.unwrap()), []);
        let mut other = page.frozen.says().clone();
        other.definitions.insert("status".to_owned(), "Alle, der har ringet.".to_owned());
        paper::keep(app, &amina, Some((id, page.frozen.version)), &other, Said::default(), once(12)).await.unwrap();
        app::template::add(app, &amina, "status.toml", &newer, once(9)).await.unwrap();
        let page = release::one(app, &amina, id).await.unwrap();
        let then: Vec<_> = page.redefined.iter().map(|one| (one.title.as_str(), one.then.as_str())).collect();
        assert_eq!(then, [("Status", "Alle, der har ringet.")]);
        assert!(page.has_other_template && page.redefined[0].now.is_some_and(|now| now.contains("Tilknyttet")));
        for (file, (name, bytes)) in says.files.iter().zip(before) {
            assert_eq!(release::file(app, &amina, id, &file.format).await.unwrap(), (name, bytes));
        }
        let checked = release::verify(app, &amina).await.unwrap();
        assert_eq!((checked.len(), broken(&checked)), (7, vec![Part::Held]), "what it held has another version by now");
        let other = "SELECT body_sealed FROM release_file WHERE format = 'csv'";
        team.database
            .tamper(&format!("UPDATE release_file SET body_sealed = ({other}) WHERE format = 'docx'"))
            .await
            .unwrap();
        let checked = release::verify(app, &amina).await.unwrap();
        let found = broken(&checked);
        let [Part::File(format, _), Part::Held] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(format, "docx", "other bytes in its place are found");
    }
}

#[tokio::test]
async fn what_an_audience_has_been_told_decides_what_the_next_may_say() {
    for team in both_teams().await {
        let (amina, karen) = staffed(&team).await;
        let app = &team.app;
        write(&team, &karen, "afvigelser", "Ingen afvigelser.", 1).await;
        let steering = proposes(&team, &karen, status(Addressee::SteeringGroup), 2).await.unwrap();
        let later = Asked { as_of: day("2015-11-22"), ..status(Addressee::SteeringGroup) };
        let other = Asked { template: "tilskud".to_owned(), ..later.clone() };
        assert!(codes(proposes(&team, &karen, other, 3).await).contains(&("tekst", Code::TextMissing)));
        let second = proposes(&team, &karen, later, 4).await.unwrap();
        assert_ne!(steering, second);
        release::decide(app, &amina, (steering, 1), (true, ""), once(5)).await.unwrap();
        let refused = release::decide(app, &amina, (second, 1), (true, ""), once(6)).await;
        assert_eq!(codes(refused), [("", Code::ToldMore)], "its numbers were not checked against the first");
        release::decide(app, &amina, (second, 1), (false, "Foreslås igen"), once(7)).await.unwrap();
        assert!(files_wait(release::file(app, &amina, second, "csv").await), "it was turned down");
        let draft = release::draft(app, &amina, status(Addressee::SteeringGroup), Locale::Da).await.unwrap();
        assert_eq!((draft.releases, draft.number), (1, 3));
        let draft = release::draft(app, &amina, status(Addressee::Public), Locale::Da).await.unwrap();
        assert_eq!((draft.releases, draft.number), (0, 1), "another audience has been told nothing");
    }
}

#[tokio::test]
async fn small_counts_are_withheld_unless_a_total_was_agreed_on() {
    for team in both_teams().await {
        let (_, karen) = staffed(&team).await;
        let app = &team.app;
        let withheld = |draft: &release::Draft| -> Vec<Withheld> {
            let drawn = draft.sections.iter().flat_map(|section| &section.drawn);
            drawn
                .filter_map(|one| match one {
                    Drawn::Figure { withheld, out, .. } if out.report == domain::report::Report::Status => {
                        Some(withheld.clone())
                    }
                    _ => None,
                })
                .flatten()
                .collect()
        };
        let asked = || status(Addressee::GrantGiver);
        let draft = release::draft(app, &karen, asked(), Locale::Da).await.unwrap();
        let before = withheld(&draft);
        let is_attached = |one: &Withheld| one.key.as_deref() == Some("status.attached 2015-11-23");
        assert!(before.iter().any(is_attached), "{before:?}");
        let exact = Exact {
            addressee: Addressee::GrantGiver,
            reference: "Tilsagnsbrevet, punkt 4".to_owned(),
            counts: vec!["status.attached".to_owned()],
        };
        paper::keep(app, &karen, None, &exact, Said::default(), once(1)).await.unwrap();
        let draft = release::draft(app, &karen, asked(), Locale::Da).await.unwrap();
        assert!(!withheld(&draft).iter().any(is_attached));
        assert_eq!(draft.judged.agreed().len(), 1);
        let draft = release::draft(app, &karen, status(Addressee::Public), Locale::Da).await.unwrap();
        assert!(withheld(&draft).iter().any(is_attached), "it was agreed with one audience only");
    }
}

#[tokio::test]
async fn what_a_withheld_count_would_give_away_is_for_who_may_see_single_rows() {
    for team in both_demos().await {
        team.adds("leder", Role::Leader).await;
        for (name, sees) in [("amina", true), ("karen", false), ("leder", false)] {
            let cx = team.signs_in(name).await;
            let draft = release::draft(&team.app, &cx, status(Addressee::Public), Locale::Da).await.unwrap();
            let is_withheld =
                |because| draft.judged.cells().iter().any(|one| draft.judged.because(&one.key) == because);
            assert!(
                is_withheld(Some(Because::Small)) && is_withheld(Some(Because::GivesAway)),
                "{name}: by which rule"
            );
            assert_eq!(!draft.explained.is_empty(), sees, "{name}");
            assert_eq!(draft.narrowed, [""; 0], "{name}: nothing is known yet");
        }
        // Both are to be told exactly, so the three between them are known.
        let exact = Exact {
            addressee: Addressee::Public,
            reference: "Aftalen".to_owned(),
            counts: vec!["status.attached".to_owned(), "status.enrolled".to_owned()],
        };
        let amina = team.signs_in("amina").await;
        paper::keep(&team.app, &amina, None, &exact, Said::default(), once(1)).await.unwrap();
        for (name, sees) in [("amina", true), ("karen", false), ("leder", false)] {
            let cx = team.signs_in(name).await;
            let draft = release::draft(&team.app, &cx, status(Addressee::Public), Locale::Da).await.unwrap();
            let known = draft.narrowed.iter().any(|key| key == "status.in_clarification 2015-11-23");
            assert_eq!((known, draft.narrowed.is_empty()), (sees, !sees), "{name}: {:?}", draft.narrowed);
        }
    }
}

#[tokio::test]
async fn a_report_that_draws_master_data_is_not_proposed_before_it_is_filled_in() {
    for team in both_teams().await {
        let (amina, karen) = staffed(&team).await;
        let app = &team.app;
        let own = "id = \"own\"\ntitle = { da = \"Eget\", en = \"Own\" }\nfile = \"eget\"\nfor = \"styregruppe\"\n[[sections]]\nid = \"a\"\n\
                   da = \"A\"\nen = \"A\"\nguidance = { da = \"a\", en = \"a\" }\ndraws = [\"programme\", \"holder\"]\n";
        app::template::add(app, &karen, "own.toml", own, once(1)).await.unwrap();
        let asked = || Asked { template: "own".to_owned(), ..status(Addressee::SteeringGroup) };
        let draft = release::draft(app, &karen, asked(), Locale::Da).await.unwrap();
        assert_eq!(draft.lacking(), [Lack::Kind, Lack::Municipality, Lack::Cvr, Lack::Responsible]);
        assert_eq!(codes(proposes(&team, &karen, asked(), 2).await), [("stamdata", Code::MasterDataMissing)]);
        let text = |text: &str| Personal::new(text.to_owned());
        let wish = Wish {
            name: "Nordlys".to_owned(),
            kind: Some(OrganisationKind::Municipality),
            municipality: "Aarhus".to_owned(),
            cvr: "64942212".to_owned(),
            responsible: text("Ida Lund"),
            contact: text(""),
            cpr: text(""),
            has_cpr: false,
        };
        app::holder::keep(app, &amina, wish, (1, 0), once(3)).await.unwrap();
        assert_eq!(release::draft(app, &karen, asked(), Locale::Da).await.unwrap().lacking(), []);
        proposes(&team, &karen, asked(), 4).await.unwrap();
    }
}

#[tokio::test]
async fn a_correction_says_what_changed_and_only_a_locked_report_is_corrected() {
    for team in both_teams().await {
        let (amina, karen) = staffed(&team).await;
        let app = &team.app;
        write(&team, &karen, "afvigelser", "Ingen afvigelser.", 1).await;
        let asked = || status(Addressee::SteeringGroup);
        let first = proposes(&team, &karen, asked(), 2).await.unwrap();
        let correct = |what: &str, key| {
            let corrects = Some((first, what.to_owned()));
            let how = (Locale::Da, Some(PRINTER));
            let karen = karen.clone();
            async move { release::propose(app, &karen, asked(), corrects, how, once(key)).await }
        };
        assert_eq!(codes(correct("Én talt to gange", 3).await), [("rettet", Code::NotLocked)]);
        release::decide(app, &amina, (first, 1), (true, ""), once(4)).await.unwrap();
        assert_eq!(codes(correct(" ", 5).await), [("rettet", Code::ReasonNeeded)]);
        let elsewhere = Some((first, "Én talt to gange".to_owned()));
        let to_all = status(Addressee::Public);
        let told = release::propose(app, &karen, to_all, elsewhere, (Locale::Da, Some(PRINTER)), once(10)).await;
        assert_eq!(codes(told), [("rettet", Code::OtherReport)], "what one audience was told is not another's");
        let mut frozen = release::one(app, &amina, first).await.unwrap().frozen.paper.into_revealed();
        frozen.definitions.insert("status".to_owned(), "Alle, der har ringet.".to_owned());
        paper::keep(app, &amina, Some((first, 1)), &frozen, Said::default(), once(11)).await.unwrap();
        let second = correct("Én talt to gange", 6).await.unwrap();
        release::decide(app, &amina, (second, 1), (true, ""), once(7)).await.unwrap();
        let (_, docx) = release::file(app, &amina, second, "docx").await.unwrap();
        let says = String::from_utf8_lossy(&unpacked(&docx)).into_owned();
        assert!(
            says.contains("talt efter en anden definition end i den forrige version. Dengang: Alle, der har ringet.")
        );
        let page = release::one(app, &amina, first).await.unwrap();
        assert_eq!(page.corrected_by, Some((second, 2)));
        assert_eq!(release::one(app, &amina, second).await.unwrap().corrects, Some(1));
        let sent = release::note_sending(app, &karen, (first, 2), ("", Some(day("2030-01-01"))), once(8)).await;
        assert_eq!(codes(sent), [("til", Code::Missing), ("den", Code::InTheFuture)]);
        release::note_sending(app, &karen, (first, 2), ("Styregruppen", Some(karen.today)), once(9)).await.unwrap();
        assert_eq!(release::one(app, &amina, first).await.unwrap().line.kept.says().sent.len(), 1);
    }
}

#[tokio::test]
async fn what_is_asked_wrongly_is_told_and_who_may_not_is_refused() {
    for team in both_teams().await {
        let (amina, karen) = staffed(&team).await;
        let app = &team.app;
        let wrong = Asked {
            as_of: day("2012-01-01"),
            from: day("2030-01-01"),
            to: day("2029-01-01"),
            ..status(Addressee::Public)
        };
        let told = codes(release::draft(app, &amina, wrong, Locale::Da).await);
        assert_eq!(
            told,
            [("dag", Code::BeforeProgramme), ("til", Code::EndsBeforeItBegins), ("fra", Code::InTheFuture)]
        );
        let unknown = Asked { template: "nothing".to_owned(), ..status(Addressee::Public) };
        assert!(matches!(release::draft(app, &amina, unknown, Locale::Da).await, Err(Error::NotFound)));
        for name in ["mette", "dpo"] {
            let cx = team.signs_in(name).await;
            assert!(matches!(release::overview(app, &cx).await, Err(Error::Denied)), "{name}");
        }
        let leader = team.signs_in("leder").await;
        assert!(!release::overview(app, &leader).await.unwrap().may_keep);
        assert!(matches!(proposes(&team, &leader, status(Addressee::Public), 1).await, Err(Error::Denied)));
        let bad = app::template::add(app, &karen, "own.toml", "id = \"own\"\n", once(2)).await;
        assert!(matches!(bad, Err(Error::Refused(why)) if why.contains("own.toml:1") && why.contains("sections")));
        let own = "id = \"own\"\ntitle = { da = \"Eget\", en = \"Own\" }\nfile = \"eget\"\nfor = \"styregruppe\"\n[[sections]]\nid = \"a\"\n\
                   da = \"A\"\nen = \"A\"\nguidance = { da = \"a\", en = \"a\" }\ndraws = [\"status\"]\n";
        app::template::add(app, &karen, "own.toml", own, once(3)).await.unwrap();
        let asked = Asked { template: "own".to_owned(), ..status(Addressee::Public) };
        assert_eq!(release::draft(app, &karen, asked, Locale::Da).await.unwrap().sections.len(), 1);
    }
}
