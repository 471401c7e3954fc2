//! Words of citizens in reports: approved by another, only with a yes that stands, never with whose they are, and gone when they are taken back.

use std::collections::HashMap;
use std::io::Read as _;

use app::consent::{self, NewConsent};
use app::quotation::{self, NewQuotation};
use app::release::{self, Place};
use app::view::desk::{DeskAsk, ReportWaits};
use app::{Cx, Error, block, desk, digest, merge};
use domain::code::{Addressee, ConsentKind, ConsentState, QuotationState};
use domain::id::{CitizenId, ConsentId, QuotationId};
use domain::personal::Personal;
use domain::refusal::Code;
use domain::release::Asked;
use render::Locale;
use testkit::database::Kind;
use testkit::past::found;
use testkit::register::small;
use testkit::team::{Team, both_teams, day};
use uuid::Uuid;

use crate::block::{me, once};
use crate::closing::dagny;
use crate::common::called;
use crate::merge::merging;
use crate::release::{PRINTER, codes, staffed, write};

const WORDS: &str = "Jeg åbner selv min post nu, og jeg sover igen.";
const PLACE: Place<'static> = Place { template: "status", section: "afvigelser", year: 2015 };

fn text(words: &str) -> Personal<String> {
    Personal::new(words.to_owned())
}

fn new(words: &str) -> NewQuotation {
    NewQuotation { words: text(words), on: Ok(day("2015-11-20")), reason: text(""), seal: String::new() }
}

fn asked() -> Asked {
    Asked {
        template: "status".to_owned(),
        addressee: Addressee::SteeringGroup,
        as_of: day("2015-11-23"),
        from: day("2014-12-01"),
        to: day("2015-11-30"),
    }
}

/// The parts of a document that is packed.
pub(crate) fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        archive.by_index(at).unwrap().read_to_end(&mut parts).unwrap();
    }
    parts
}

/// Every code that something was refused with.
fn refused<T>(answer: Result<T, Error>) -> Vec<Code> {
    match answer {
        Err(Error::Refusal(one)) => vec![one.code],
        other => codes(other).into_iter().map(|(_, code)| code).collect(),
    }
}

fn says(state: ConsentState) -> NewConsent {
    NewConsent {
        kind: ConsentKind::Quotation,
        state: Some(state),
        on: Ok(day("2015-11-23")),
        until: Ok(None),
        recipient: text(""),
        purpose: text(""),
    }
}

/// A team in which Mette has written down what Ask said.
struct World {
    team: Team,
    amina: Cx,
    karen: Cx,
    mette: Cx,
    ask: CitizenId,
    id: QuotationId,
}

impl World {
    async fn both() -> Vec<Self> {
        let mut all = Vec::new();
        for team in both_teams().await {
            let (amina, karen) = staffed(&team).await;
            let mette = team.signs_in("mette").await;
            let ask = called(&team.app, &amina, "Ask").await;
            let id = quotation::offer(&team.app, &mette, mette.form_key().unwrap(), ask, None, &new(WORDS)).await;
            write(&team, &karen, "afvigelser", "Ingen afvigelser.", 900).await;
            all.push(Self { amina, karen, mette, ask, id: id.unwrap(), team });
        }
        all
    }

    async fn answers(&self, state: ConsentState) -> ConsentId {
        let once = self.amina.form_key().unwrap();
        consent::record(&self.team.app, &self.amina, once, self.ask, &says(state)).await.unwrap()
    }

    async fn withdraws(&self, consent: ConsentId) {
        let once = self.amina.form_key().unwrap();
        let no = says(ConsentState::Withdrawn);
        consent::answer_anew(&self.team.app, &self.amina, once, self.ask, (consent, 1), &no).await.unwrap();
    }

    async fn decides(&self, cx: &Cx, state: QuotationState, why: &str) -> Result<(), Error> {
        let decision = (Some(state), &text(why));
        quotation::decide(&self.team.app, cx, cx.form_key().unwrap(), self.ask, (self.id, 1), decision).await
    }

    /// What the words of the section are, as somebody chooses from.
    async fn choices(&self, cx: &Cx) -> Vec<(String, Option<u32>)> {
        let known = release::choices(&self.team.app, cx, PLACE).await.unwrap().known;
        known.into_iter().map(|(one, place)| (one.words.into_revealed(), place)).collect()
    }

    async fn chooses(&self, cx: &Cx, version: i64) {
        let places = HashMap::from([(self.id.0, 1)]);
        release::choose(&self.team.app, cx, PLACE, version, &places, cx.form_key().unwrap()).await.unwrap();
    }

    /// The words quoted in the draft, as somebody sees it.
    async fn quoted(&self, cx: &Cx) -> Vec<String> {
        let draft = release::draft(&self.team.app, cx, asked(), Locale::Da).await.unwrap();
        draft.sections.into_iter().flat_map(|one| one.quotations).map(|one| one.words.into_revealed()).collect()
    }

    async fn proposes(&self) -> Uuid {
        let once = self.karen.form_key().unwrap();
        release::propose(&self.team.app, &self.karen, asked(), None, (Locale::Da, Some(PRINTER)), once).await.unwrap()
    }

    async fn decides_report(&self, id: Uuid, locks: bool) -> Result<(), Error> {
        let once = self.amina.form_key().unwrap();
        release::decide(&self.team.app, &self.amina, (id, 1), (locks, "Igen"), once).await
    }

    /// The reports on the desk in which something was taken back.
    async fn on_the_desk(&self) -> Vec<ReportWaits> {
        let page = desk::page(&self.team.app, &self.amina, DeskAsk::default()).await.unwrap();
        let waits = page.reports.iter().map(|row| row.for_what);
        waits.filter(|one| matches!(one, ReportWaits::TakenBack(..))).collect()
    }

    /// The citizen's key is destroyed, as erasing does.
    async fn erases(&self) {
        let id = self.ask.0;
        let gone = match self.team.database.kind {
            Kind::Sqlite => format!("DELETE FROM keystore.subject_key WHERE subject_id = x'{}'", id.simple()),
            Kind::Postgres => format!("DELETE FROM keystore.subject_key WHERE subject_id = '{id}'"),
        };
        self.team.database.tamper(&gone).await.unwrap();
    }
}

#[tokio::test]
async fn one_writes_down_another_approves_and_without_a_yes_nothing_is_approved_or_chosen() {
    for world in World::both().await {
        let (app, ask) = (&world.team.app, world.ask);
        let page = quotation::page(app, &world.amina, ask).await.unwrap();
        assert_eq!((page.has_consent, page.quotations[0].words.reveal().as_str()), (false, WORDS));
        let own = world.decides(&world.mette, QuotationState::Approved, "").await;
        assert_eq!(refused(own), [Code::OwnQuotation]);
        let without = world.decides(&world.amina, QuotationState::Approved, "").await;
        assert_eq!(refused(without), [Code::NoConsentToQuote]);
        let nothing = world.decides(&world.amina, QuotationState::Offered, "").await;
        assert_eq!(refused(nothing), [Code::ChoiceNeeded]);
        let silent = world.decides(&world.amina, QuotationState::TurnedDown, " ").await;
        assert_eq!(refused(silent), [Code::ReasonNeeded]);

        let desk = desk::page(app, &world.amina, DeskAsk::default()).await.unwrap();
        assert_eq!(desk.quotations.iter().map(|(one, _)| *one).collect::<Vec<_>>(), [ask], "it waits for her");
        let mails = |cx| async move { digest::waiting(app, cx).await.unwrap().quotations };
        assert_eq!((mails(&world.amina).await, mails(&world.mette).await), (1, 0), "and not for who wrote it down");
        world.answers(ConsentState::Given).await;
        assert_eq!(world.choices(&world.karen).await, [], "nobody has approved it");
        world.decides(&world.amina, QuotationState::Approved, "").await.unwrap();
        let twice = world.decides(&world.amina, QuotationState::Approved, "").await;
        assert!(matches!(twice, Err(Error::Stale)));
        assert_eq!(desk::page(app, &world.amina, DeskAsk::default()).await.unwrap().quotations, []);

        assert_eq!(world.choices(&world.karen).await, [(WORDS.to_owned(), None)]);
        world.chooses(&world.karen, 0).await;
        assert_eq!(world.choices(&world.karen).await, [(WORDS.to_owned(), Some(1))]);
        assert_eq!(world.quoted(&world.karen).await, [WORDS]);
        let stale = release::choose(app, &world.karen, PLACE, 0, &HashMap::new(), once(1)).await;
        assert!(matches!(stale, Err(Error::Stale)), "two who choose at once");
        let next = Place { year: 2016, ..PLACE };
        let known = release::choices(app, &world.karen, next).await.unwrap().known;
        assert!(known.iter().all(|(_, place)| place.is_none()), "it is chosen for one year");
        let nowhere = release::choices(app, &world.karen, Place { section: "intet", ..PLACE }).await;
        assert!(matches!(nowhere, Err(Error::NotFound)));
        assert!(matches!(release::choices(app, &world.mette, PLACE).await, Err(Error::Denied)));

        // What is put right waits anew.
        let corrected = new("Jeg åbner selv min post nu.");
        let known = Some((world.id, 2));
        quotation::offer(app, &world.mette, once(2), ask, known, &corrected).await.unwrap();
        assert_eq!(world.quoted(&world.karen).await, [""; 0]);
    }
}

#[tokio::test]
async fn what_may_tell_on_somebody_is_refused_or_answered_before_it_is_kept_and_looked_for_again_before_it_is_approved()
{
    for world in World::both().await {
        let (app, ask, mette) = (&world.team.app, world.ask, &world.mette);
        for (words, code) in [
            ("Mit nummer er 010285-1234.", Code::HoldsCpr),
            ("Ring på 20 30 40 50.", Code::HoldsPhone),
            ("Birk hjalp mig.", Code::HoldsName),
            (" ", Code::Missing),
        ] {
            let answer = quotation::offer(app, mette, mette.form_key().unwrap(), ask, None, &new(words)).await;
            assert_eq!(refused(answer), [code], "{words}");
        }
        let told = new("Jeg er 38 år gammel og bor på Istedgade 12.");
        let answer = quotation::offer(app, mette, once(1), ask, None, &told).await;
        assert_eq!(refused(answer), [Code::HoldsMore]);
        let seal = quotation::warnings(app, mette, &told.words).await.unwrap().seal;
        let answered = NewQuotation { reason: text("Gaden er opdigtet"), seal, ..told };
        let id = quotation::offer(app, mette, once(2), ask, None, &answered).await.unwrap();
        let page = quotation::page(app, &world.amina, ask).await.unwrap();
        let kept = page.quotations.iter().find(|one| one.id == id).unwrap();
        assert_eq!(kept.confirmed.reveal(), "Gaden er opdigtet");

        // Somebody whose name is a word of it has come since.
        world.answers(ConsentState::Given).await;
        let come = small().and("borgere", "B9;Post;;;mand;1990;;").and("forloeb", "F9;B9;2015-10-05;;;;;mette");
        world.team.imports(&come).await;
        let approved = world.decides(&world.amina, QuotationState::Approved, "").await;
        assert_eq!(refused(approved), [Code::HoldsMore]);
    }
}

#[tokio::test]
async fn what_is_taken_back_leaves_no_proposal_and_a_locked_report_keeps_its_bytes_and_tells_the_coordinator() {
    for world in World::both().await {
        let app = &world.team.app;
        let first = world.answers(ConsentState::Given).await;
        world.decides(&world.amina, QuotationState::Approved, "").await.unwrap();
        world.chooses(&world.karen, 0).await;
        let held = world.proposes().await;
        world.withdraws(first).await;
        assert_eq!(world.quoted(&world.karen).await, [""; 0], "it is gone from every draft");
        assert!(release::one(app, &world.amina, held).await.unwrap().is_held_back);
        assert_eq!(refused(world.decides_report(held, true).await), [Code::QuotationGone]);
        world.decides_report(held, false).await.unwrap();
        let without = world.proposes().await;
        assert!(!release::one(app, &world.amina, without).await.unwrap().is_held_back);
        world.decides_report(without, false).await.unwrap();

        let second = world.answers(ConsentState::Given).await;
        assert_eq!(world.quoted(&world.karen).await, [""; 0], "of two answers of a day the one that is no yes counts");
        let mistake = (first, 2);
        consent::withdraw(app, &world.amina, once(9), world.ask, mistake, &text("Tastet forkert")).await.unwrap();
        assert_eq!(world.quoted(&world.karen).await, [WORDS]);
        let locked = world.proposes().await;
        world.decides_report(locked, true).await.unwrap();
        assert_eq!(world.on_the_desk().await, []);
        let before = release::file(app, &world.amina, locked, "docx").await.unwrap();
        world.withdraws(second).await;
        let number = release::one(app, &world.amina, locked).await.unwrap().line.kept.says().number;
        assert_eq!(world.on_the_desk().await, [ReportWaits::TakenBack(locked, number)]);
        let before_that = DeskAsk { day: Some(day("2015-11-20")), ..DeskAsk::default() };
        let past = desk::page(app, &world.amina, before_that).await.unwrap();
        assert_eq!((past.reports.len(), past.quotations.len()), (0, 0), "a look back tells of what was then");
        let page = release::one(app, &world.karen, locked).await.unwrap();
        assert_eq!(page.taken_back[0].words.as_ref().map(|words| words.reveal().as_str()), Some(WORDS));
        assert!(release::verify(app, &world.amina).await.unwrap().iter().all(|one| one.is_whole));
        assert_eq!(release::file(app, &world.amina, locked, "docx").await.unwrap(), before, "not a byte is changed");

        let leader = world.team.signs_in("leder").await;
        assert!(matches!(release::note_taken_back(app, &leader, locked, once(1)).await, Err(Error::Denied)));
        release::note_taken_back(app, &world.amina, locked, once(2)).await.unwrap();
        let logged = world.team.database.last_logged().await;
        assert_eq!((logged.event.as_str(), logged.citizens.len()), ("quotations_taken_back", 0));
        assert_eq!(world.on_the_desk().await, []);
        let told = release::one(app, &world.karen, locked).await.unwrap().taken_back[0].told_on;
        assert_eq!(told, Some(world.amina.today), "the mark stays");
        assert!(matches!(release::note_taken_back(app, &world.amina, locked, once(3)).await, Err(Error::NotFound)));
    }
}

#[tokio::test]
async fn a_quotation_that_was_put_right_or_taken_out_holds_a_proposal_back() {
    for world in World::both().await {
        let (app, ask) = (&world.team.app, world.ask);
        world.answers(ConsentState::Given).await;
        world.decides(&world.amina, QuotationState::Approved, "").await.unwrap();
        world.chooses(&world.karen, 0).await;
        let held = world.proposes().await;
        let which = (world.id, 2);
        quotation::withdraw(app, &world.mette, once(1), ask, which, &text("Det var en andens ord")).await.unwrap();
        assert_eq!(world.choices(&world.karen).await, []);
        assert_eq!(refused(world.decides_report(held, true).await), [Code::QuotationGone]);
        quotation::undo_withdrawal(app, &world.mette, once(2), ask, world.id).await.unwrap();
        let back = quotation::page(app, &world.mette, ask).await.unwrap();
        assert_eq!((back.quotations[0].state, back.quotations[0].version), (QuotationState::Approved, 3));
        assert_eq!(world.quoted(&world.karen).await, [WORDS], "it stands where it stood");
        assert_eq!(refused(world.decides_report(held, true).await), [Code::QuotationGone], "that was another version");
        assert_eq!(world.on_the_desk().await, [], "it never left");
    }
}

#[tokio::test]
async fn a_blocked_colleague_sees_no_word_of_it_and_drops_nothing_by_choosing() {
    for world in World::both().await {
        let (app, ask) = (&world.team.app, world.ask);
        world.answers(ConsentState::Given).await;
        world.decides(&world.amina, QuotationState::Approved, "").await.unwrap();
        world.chooses(&world.karen, 0).await;
        world.team.adds("berit", domain::code::Role::Coordinator).await;
        let berit = world.team.signs_in("berit").await;
        assert_eq!(world.quoted(&berit).await, [WORDS], "the control");
        let held = world.proposes().await;
        block::block(app, &world.amina, ask, Some(me(&berit)), &text("De er kusiner"), once(1)).await.unwrap();
        for (reader, sees) in [(&world.amina, true), (&berit, false)] {
            let says = release::one(app, reader, held).await.unwrap().preview.unwrap().into_revealed();
            let quotes = says.iter().filter(|part| matches!(part, release::Shown::Quote(_)));
            assert_eq!(quotes.collect::<Vec<_>>(), [&release::Shown::Quote(sees.then(|| WORDS.to_owned()))]);
        }
        assert!(matches!(quotation::page(app, &berit, ask).await, Err(Error::NotFound)));
        let decided = world.decides(&berit, QuotationState::TurnedDown, "Nej").await;
        assert!(matches!(decided, Err(Error::NotFound)));
        assert_eq!(world.choices(&berit).await, []);
        assert_eq!(world.quoted(&berit).await, [""; 0]);
        release::choose(app, &berit, PLACE, 1, &HashMap::new(), once(2)).await.unwrap();
        assert_eq!(world.quoted(&world.karen).await, [WORDS]);
        let jonas = world.team.signs_in("jonas").await;
        assert!(matches!(quotation::page(app, &jonas, ask).await, Err(Error::NotFound)), "not his citizen");
    }
}

#[tokio::test]
async fn a_citizen_who_is_erased_takes_their_words_along() {
    for world in World::both().await {
        let app = &world.team.app;
        world.answers(ConsentState::Given).await;
        world.decides(&world.amina, QuotationState::Approved, "").await.unwrap();
        world.chooses(&world.karen, 0).await;
        let locked = world.proposes().await;
        world.decides_report(locked, true).await.unwrap();
        let held = world.proposes().await;
        world.erases().await;
        assert_eq!(world.choices(&world.karen).await, []);
        assert_eq!(world.quoted(&world.karen).await, [""; 0]);
        assert_eq!(refused(world.decides_report(held, true).await), [Code::QuotationGone]);
        let page = quotation::page(app, &world.amina, world.ask).await.unwrap();
        assert_eq!(page.quotations[0].words.reveal(), "", "there is no word of it left");
        assert_eq!(world.on_the_desk().await.len(), 1);
        assert!(release::one(app, &world.amina, locked).await.unwrap().taken_back[0].words.is_none());
    }
}

#[tokio::test]
async fn neither_the_report_nor_its_files_nor_the_log_tell_whose_words_they_are() {
    for world in World::both().await {
        let (app, ask) = (&world.team.app, world.ask);
        world.answers(ConsentState::Given).await;
        world.decides(&world.amina, QuotationState::Approved, "").await.unwrap();
        let seq = world.team.database.last_logged().await.seq;
        world.chooses(&world.karen, 0).await;
        let draft = release::draft(app, &world.karen, asked(), Locale::Da).await.unwrap();
        let document = format!("{:?}", release::document(&draft, domain::code::ReleaseState::Locked));
        assert!(document.contains(WORDS) && document.contains("En borger"), "the control: it is quoted");
        let locked = world.proposes().await;
        world.decides_report(locked, true).await.unwrap();
        let page = release::one(app, &world.amina, locked).await.unwrap();
        let mut told = document.into_bytes();
        told.extend(serde_json::to_vec(page.line.kept.says()).unwrap());
        told.extend(serde_json::to_vec(page.frozen.says()).unwrap());
        for file in &page.line.kept.says().files {
            let (name, bytes) = release::file(app, &world.amina, locked, &file.format).await.unwrap();
            told.extend(name.into_bytes());
            told.extend(match file.format.as_str() {
                "docx" | "xlsx" => unpacked(&bytes),
                _ => bytes,
            });
        }
        for row in world.team.database.log().await.into_iter().filter(|row| row.seq > seq) {
            assert!(row.citizens.is_empty(), "{}", row.event);
            told.extend(row.detail.into_bytes());
        }
        assert_eq!(found(&told, &[WORDS, "status"]).len(), 2, "the control: there is something to search");
        let ids = [ask.0, world.id.0].map(|id| [id.to_string(), id.simple().to_string()]).concat();
        let hidden = ids.iter().map(String::as_str).chain(["Ask", "Signe", "Østergaard", "20.11.2015"]);
        assert_eq!(found(&told, &hidden.collect::<Vec<_>>()), [""; 0]);
    }
}

#[tokio::test]
async fn two_records_that_are_merged_have_one_answer_and_keep_each_word_of_theirs() {
    for world in World::both().await {
        let app = &world.team.app;
        let carla = called(app, &world.amina, "Carla").await;
        let said = new("Der er kaffe på komfuret, når jeg kommer.");
        let id = quotation::offer(app, &world.amina, once(1), carla, None, &said).await.unwrap();
        world.answers(ConsentState::Given).await;
        merge::merge(app, &world.amina, world.ask, merging(carla, (1, 1), &[]), once(2)).await.unwrap();
        let mette = &world.mette;
        let approve = (Some(QuotationState::Approved), &text(""));
        quotation::decide(app, mette, once(3), world.ask, (id, 1), approve).await.unwrap();
        let known = world.choices(&world.karen).await;
        assert_eq!(known, [(said.words.reveal().clone(), None)], "Ask's yes is Carla's: they are one");
        let words = new("Der er kaffe på komfuret.");
        quotation::offer(app, mette, once(4), world.ask, Some((id, 2)), &words).await.unwrap();
        quotation::decide(app, &world.amina, once(5), world.ask, (id, 3), approve).await.unwrap();
        let known = world.choices(&world.karen).await;
        assert_eq!(known, [(words.words.reveal().clone(), None)], "put right, it opens under its own record's key");
    }
}

#[tokio::test]
async fn a_course_that_has_ended_takes_nothing_back() {
    for world in World::both().await {
        let app = &world.team.app;
        let dagny = dagny(&world.team, &world.amina).await;
        world.team.adds("berit", domain::code::Role::Coordinator).await;
        let berit = world.team.signs_in("berit").await;
        let id = quotation::offer(app, &world.amina, once(1), dagny, None, &new("Nu hilser jeg på naboerne.")).await;
        consent::record(app, &world.amina, once(2), dagny, &says(ConsentState::Given)).await.unwrap();
        let approve = (Some(QuotationState::Approved), &text(""));
        quotation::decide(app, &berit, once(3), dagny, (id.unwrap(), 1), approve).await.unwrap();
        assert_eq!(world.choices(&world.karen).await.len(), 1);
    }
}
