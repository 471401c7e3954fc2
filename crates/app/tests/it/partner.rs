//! Partners: the register with its agreements, a partner's own sign-in, and what it is told.

use app::enquiry::{Reply, answer, enquiry, page as enquiries};
use app::feedback::{FeedbackWish, tell_partner, withdraw_consent};
use app::offer::{OfferWish, add_offer};
use app::partner::{ReferIn, correct_offer, refer, referrals as own_referrals};
use app::partnership::{
    AgreementWish, DutyWish, PersonWish, keep_agreement, keep_person, note_duty, remove_person, take_out_note,
};
use app::report::ReportAsk;
use app::setup::{NewAccount, add_user};
use app::view::enquiry::{EnquiriesAsk, Filter, Who};
use app::view::partner::Came;
use app::view::referrals::ReferralsAsk;
use app::{Cx, Error, partner, partnership, referrals};
use domain::code::{Duty, DutyKept, EnquiryOutcome, ReferralState, Role};
use domain::feedback::Told;
use domain::id::{EnquiryId, PartnerId};
use domain::personal::Personal;
use domain::plan::GivenDay;
use domain::refusal::Code;
use domain::report::Report;
use testkit::past::found;
use testkit::register::small;
use testkit::team::{Team, both_demos, both_teams, day, password};

use crate::common::figure;

fn words(text: &str) -> Personal<String> {
    Personal::new(text.to_owned())
}

fn codes<T: std::fmt::Debug>(result: Result<T, Error>) -> Vec<Code> {
    match result {
        Err(Error::Refusals(refusals)) => refusals.iter().map(|refusal| refusal.code).collect(),
        other => panic!("{other:?}"),
    }
}

struct Start {
    amina: Cx,
    mette: Cx,
    reden: Cx,
    liva: Cx,
}

async fn start(team: &Team) -> Start {
    team.imports(&small()).await;
    team.adds("amina", Role::Coordinator).await;
    team.adds("mette", Role::Worker).await;
    team.adds_for("reden", "Reden København").await;
    team.adds_for("liva", "LivaRehab").await;
    Start {
        amina: team.signs_in("amina").await,
        mette: team.signs_in("mette").await,
        reden: team.signs_in("reden").await,
        liva: team.signs_in("liva").await,
    }
}

async fn partner_called(team: &Team, amina: &Cx, name: &str) -> PartnerId {
    let page = partnership::register(&team.app, amina).await.unwrap();
    page.partners.iter().find(|line| line.name == name).unwrap().id
}

fn somebody(called: &str) -> ReferIn {
    ReferIn {
        called: words(called), contact: words("40 50 60 70"), wish: words("Vil tale om et forløb"), agrees: true
    }
}

/// The one enquiry that nobody has answered and that this alias asked.
async fn asked_by(team: &Team, cx: &Cx, called: &str) -> EnquiryId {
    let page = enquiries(&team.app, cx, EnquiriesAsk { filter: Filter::All, page: 0 }).await.unwrap();
    let is_it = |who: &Who| matches!(who, Who::Citizen(_, name) if name.reveal() == called);
    page.lines.iter().find(|line| is_it(&line.who)).unwrap().id
}

fn agreement(from: &str, to: &str) -> AgreementWish {
    AgreementWish {
        from: day(from).into(),
        to: day(to).into(),
        signed_on: day("2014-12-11").into(),
        signers: words("Anne Holm og Lone Berg"),
        reason: words(""),
    }
}

#[tokio::test]
async fn an_agreement_is_kept_with_what_stood_before_and_never_beside_another() {
    for team in both_teams().await {
        let (app, start) = (&team.app, start(&team).await);
        let amina = &start.amina;
        let reden = partner_called(&team, amina, "Reden København").await;
        let once = || amina.form_key().unwrap();
        let first = agreement("2015-01-01", "2016-12-31");
        let nobody = keep_agreement(app, amina, None, None, &first, once()).await;
        assert_eq!(codes(nobody), [Code::ChoiceNeeded]);
        let id = keep_agreement(app, amina, Some(reden), None, &first, once()).await.unwrap();
        for (from, to, why) in [
            ("2016-12-31", "2017-12-30", Code::AgreementsOverlap),
            ("2018-01-02", "2018-01-01", Code::EndsBeforeItBegins),
        ] {
            let refused = keep_agreement(app, amina, Some(reden), None, &agreement(from, to), once()).await;
            assert_eq!(codes(refused), [why]);
        }
        let liva = partner_called(&team, amina, "LivaRehab").await;
        keep_agreement(app, amina, Some(liva), None, &first, once()).await.unwrap();

        let ended = AgreementWish { to: day("2015-06-30").into(), ..agreement("2015-01-01", "2015-06-30") };
        let without = keep_agreement(app, amina, Some(reden), Some((id, 1)), &ended, once()).await;
        assert_eq!(codes(without), [Code::ReasonNeeded]);
        let ended = AgreementWish { reason: words("De fik en ny leder"), ..ended };
        keep_agreement(app, amina, Some(reden), Some((id, 1)), &ended, once()).await.unwrap();
        let stale = keep_agreement(app, amina, Some(reden), Some((id, 1)), &ended, once()).await;
        assert!(matches!(stale, Err(Error::Stale)), "{stale:?}");
        keep_agreement(app, amina, Some(reden), None, &agreement("2015-07-01", "2016-12-31"), once()).await.unwrap();

        let page = partnership::page(app, amina, reden).await.unwrap();
        assert_eq!(page.agreements.len(), 2);
        let old = page.agreements.iter().find(|one| one.id == id).unwrap();
        assert_eq!((old.period.to, old.before.len()), (day("2015-06-30"), 1));
        let before = &old.before[0];
        assert_eq!(before.period.to, day("2016-12-31"));
        assert_eq!(before.reason.reveal(), "De fik en ny leder");
        assert_eq!(before.signers.reveal(), "Anne Holm og Lone Berg");
        let denied = keep_agreement(app, &start.mette, Some(reden), None, &first, once()).await;
        assert!(matches!(denied, Err(Error::Denied)), "{denied:?}");
    }
}

#[tokio::test]
async fn two_overlapping_agreements_sent_at_once_become_one() {
    for team in both_teams().await {
        let (app, start) = (&team.app, start(&team).await);
        let amina = &start.amina;
        let reden = partner_called(&team, amina, "Reden København").await;
        let (one, other) = (agreement("2015-01-01", "2015-12-31"), agreement("2015-06-01", "2016-06-01"));
        let send = |wish| async move {
            keep_agreement(app, amina, Some(reden), None, &wish, amina.form_key().unwrap()).await.is_ok()
        };
        let (one, other) = tokio::join!(send(one), send(other));
        assert!(one != other, "exactly one is kept");
        assert_eq!(partnership::page(app, amina, reden).await.unwrap().agreements.len(), 1);
    }
}

#[tokio::test]
async fn each_duty_is_looked_at_again_and_the_overdue_show() {
    for team in both_teams().await {
        let (app, start) = (&team.app, start(&team).await);
        let amina = &start.amina;
        let reden = partner_called(&team, amina, "Reden København").await;
        let once = || amina.form_key().unwrap();
        let wish = agreement("2015-01-01", "2016-12-31");
        let id = keep_agreement(app, amina, Some(reden), None, &wish, once()).await.unwrap();
        let line = |page: app::view::partnership::PartnersPage| {
            page.partners.into_iter().find(|line| line.id == reden).map(|line| (line.overdue, line.next)).unwrap()
        };
        assert_eq!(line(partnership::register(app, amina).await.unwrap()), (4, None), "none was ever looked at");
        for duty in Duty::ALL {
            let seen = DutyWish {
                duty: Some(*duty),
                kept: Some(DutyKept::Partly),
                on: day("2015-11-01").into(),
                next: day(if *duty == Duty::Refer { "2015-11-20" } else { "2015-12-08" }).into(),
                words: words("Tove tager os med"),
            };
            note_duty(app, amina, (reden, id), &seen, once()).await.unwrap();
        }
        assert_eq!(line(partnership::register(app, amina).await.unwrap()), (1, Some(day("2015-12-08"))));
        let page = partnership::page(app, &start.mette, reden).await.unwrap();
        let keeping = page.agreements[0].duties.iter().find(|keeping| keeping.duty == Duty::Refer).unwrap();
        assert!(keeping.is_overdue && keeping.notes[0].words.reveal() == "Tove tager os med");
        let note = (keeping.notes[0].id, keeping.notes[0].version);
        let without = take_out_note(app, amina, (reden, id), note, &words(" "), once()).await;
        assert_eq!(codes(without), [Code::ReasonNeeded]);
        take_out_note(app, amina, (reden, id), note, &words("Forkert partner"), once()).await.unwrap();
        let page = partnership::page(app, amina, reden).await.unwrap();
        let keeping = page.agreements[0].duties.iter().find(|keeping| keeping.duty == Duty::Refer).unwrap();
        assert!(keeping.notes.is_empty());
        let liva = partner_called(&team, amina, "LivaRehab").await;
        let elsewhere = note_duty(app, amina, (liva, id), &DutyWish::default(), once()).await;
        assert!(matches!(elsewhere, Err(Error::NotFound)), "another partner's agreement: {elsewhere:?}");
    }
}

#[tokio::test]
async fn a_contact_person_is_kept_sealed_corrected_and_taken_out() {
    for team in both_teams().await {
        let (app, start) = (&team.app, start(&team).await);
        let amina = &start.amina;
        let reden = partner_called(&team, amina, "Reden København").await;
        let once = || amina.form_key().unwrap();
        let tove = PersonWish {
            name: words("Kanarietove Skouw"),
            role: words("Kanarierolle om aftenen"),
            phone: words("99887761"),
            mail: words("kanarietove@reden.example"),
        };
        assert_eq!(codes(keep_person(app, amina, reden, None, &PersonWish::default(), once()).await), [Code::Missing]);
        keep_person(app, amina, reden, None, &tove, once()).await.unwrap();
        let of = |page: app::view::partnership::PartnerPage| page.people;
        let person = of(partnership::page(app, &start.mette, reden).await.unwrap()).remove(0);
        assert_eq!((person.name.reveal(), person.mail.reveal()), (&"Kanarietove Skouw".to_owned(), tove.mail.reveal()));
        let moved = PersonWish { phone: words("99887762"), ..tove };
        keep_person(app, amina, reden, Some((person.id, 1)), &moved, once()).await.unwrap();
        let stale = keep_person(app, amina, reden, Some((person.id, 1)), &moved, once()).await;
        assert!(matches!(stale, Err(Error::Stale)), "{stale:?}");
        assert_eq!(of(partnership::page(app, amina, reden).await.unwrap())[0].phone.reveal(), "99887762");
        let dump = team.database.dump().await;
        let hidden = ["Kanarietove", "Kanarierolle", "99887761", "99887762", "kanarietove@"];
        assert_eq!(found(&dump, &hidden), [""; 0], "sealed in {:?}", team.database.kind);
        remove_person(app, amina, reden, (person.id, 2), once()).await.unwrap();
        assert!(of(partnership::page(app, amina, reden).await.unwrap()).is_empty());
    }
}

#[tokio::test]
async fn a_partner_s_referral_is_an_enquiry_of_the_team_s_with_the_partner_as_referrer() {
    for team in both_teams().await {
        let (app, start) = (&team.app, start(&team).await);
        let reden = &start.reden;
        let nothing = refer(app, reden, &ReferIn::default(), reden.form_key().unwrap()).await;
        let all = [Code::AliasNeeded, Code::Missing, Code::Missing, Code::PersonsYesNeeded];
        assert_eq!(codes(nothing), all);
        let without =
            refer(app, reden, &ReferIn { agrees: false, ..somebody("Gråand") }, reden.form_key().unwrap()).await;
        assert_eq!(codes(without), [Code::PersonsYesNeeded]);
        let once = reden.form_key().unwrap();
        for _ in 0..2 {
            refer(app, reden, &somebody("Gråand"), once).await.unwrap();
        }
        let own = own_referrals(app, reden).await.unwrap();
        assert_eq!(own.referrals.len(), 1, "pressed twice, sent once");
        assert_eq!((own.referrals[0].called.reveal().as_str(), &own.referrals[0].told), ("Gråand", &Told::Received));
        let id = asked_by(&team, &start.mette, "Gråand").await;
        let page = enquiry(app, &start.mette, id).await.unwrap();
        assert_eq!(page.channel, Some(domain::code::Channel::Partner));
        assert_eq!(page.referrer.as_ref().map(|(_, name)| name.as_str()), Some("Reden København"));
        assert_eq!(page.note.as_ref().unwrap().reveal(), "Vil tale om et forløb");
        let sent = page.sent_in.unwrap();
        assert_eq!((sent.contact.reveal().as_str(), sent.sent_on), ("40 50 60 70", day("2015-11-23")));
        let list = enquiries(app, &start.mette, EnquiriesAsk { filter: Filter::Unanswered, page: 0 }).await.unwrap();
        assert!(list.lines.iter().any(|line| line.id == id && line.referrer.as_deref() == Some("Reden København")));
        let log = team.database.log().await;
        let row = log.iter().rev().find(|row| row.event == "referred_in").unwrap();
        assert_eq!((row.role.as_str(), row.action.as_str(), row.citizens.len()), ("samarbejdspartner", "refer_in", 1));
    }
}

#[tokio::test]
async fn referring_runs_the_same_whoever_it_is() {
    for team in both_teams().await {
        let (app, start) = (&team.app, start(&team).await);
        // Ask is enrolled and has a protected address; Birk is in clarification; Dagny's course is closed.
        let (ask, why) = (crate::common::called(app, &start.amina, "Ask").await, words("Kender hende"));
        let once = start.amina.form_key().unwrap();
        app::block::block(app, &start.amina, ask, Some(staff(&start.mette)), &why, once).await.unwrap();
        let mut grown = Vec::new();
        // Known, enrolled, protected and blocked, or never heard of; the index has an entry for each beginning of what was typed, so
        // that the two are equally long.
        for (called, contact) in
            [("Ask", "20 30 40 50"), ("Elm", "40 50 60 72"), ("Ask", "20 30 40 50"), ("Ilo", "40 50 60 73")]
        {
            let before = team.database.row_counts().await;
            let new = ReferIn { contact: words(contact), ..somebody(called) };
            refer(app, &start.reden, &new, start.reden.form_key().unwrap()).await.unwrap();
            let after = team.database.row_counts().await;
            let more: Vec<(&str, i64)> = after
                .iter()
                .zip(&before)
                .map(|((table, after), (_, before))| (*table, after - before))
                .filter(|(table, more)| *more != 0 && *table != "audit_change")
                .collect();
            grown.push(more);
        }
        assert!(grown[0].iter().any(|(table, _)| *table == "referral_in"), "{:?}", grown[0]);
        for more in &grown {
            assert_eq!(more, &grown[0], "the same rows are written for everybody");
        }
        // The team is told what the partner was not.
        let list = enquiries(app, &start.amina, EnquiriesAsk { filter: Filter::Unanswered, page: 0 }).await.unwrap();
        let mut of_ask =
            list.lines.iter().filter(|line| matches!(&line.who, Who::Citizen(_, name) if name.reveal() == "Ask"));
        let page = enquiry(app, &start.amina, of_ask.next_back().unwrap().id).await.unwrap();
        assert!(!page.alike.is_empty(), "the same telephone number is in the records");
    }
}

fn staff(cx: &Cx) -> domain::id::UserId {
    match &cx.actor {
        domain::access::Actor::User { id, .. } => *id,
        other => panic!("{other:?}"),
    }
}

fn told(text: &str) -> FeedbackWish {
    FeedbackWish { consents: true, until: day("2016-02-23").into(), tells_outcome: true, words: words(text) }
}

#[tokio::test]
async fn a_partner_sees_what_came_of_it_only_while_the_citizen_agrees() {
    for team in both_teams().await {
        let (app, start) = (&team.app, start(&team).await);
        refer(app, &start.reden, &somebody("Gråand"), start.reden.form_key().unwrap()).await.unwrap();
        let id = asked_by(&team, &start.mette, "Gråand").await;
        let seen = || async { own_referrals(app, &start.reden).await.unwrap().referrals.remove(0).told };
        let once = || start.mette.form_key().unwrap();
        let early = tell_partner(app, &start.mette, (id, 0), &told(""), once()).await;
        assert_eq!(codes(early), [Code::NotGiven], "nobody has answered yet");
        let on = Some(day("2015-11-23"));
        let reply = Reply { outcome: EnquiryOutcome::Advice, on, referred_to: None, words: Some(words("Hemmeligt")) };
        answer(app, &start.mette, id, 1, reply, once()).await.unwrap();
        assert_eq!(seen().await, Told::Received, "answered, and nothing agreed");
        let without = FeedbackWish { consents: false, ..told("Hun kommer igen") };
        assert_eq!(
            codes(tell_partner(app, &start.mette, (id, 0), &without, once()).await),
            [Code::TellingNeedsConsent]
        );
        tell_partner(app, &start.mette, (id, 0), &told("Hun kommer igen"), once()).await.unwrap();
        let stale = tell_partner(app, &start.mette, (id, 0), &told("Sent"), once()).await;
        assert!(matches!(stale, Err(Error::Stale)), "{stale:?}");
        let came = |words_told: Option<&str>, outcome| {
            Told::Came(Came { on: day("2015-11-23"), outcome, words: words_told.map(words) })
        };
        assert_eq!(seen().await, came(Some("Hun kommer igen"), Some(EnquiryOutcome::Advice)));
        assert!(own_referrals(app, &start.liva).await.unwrap().referrals.is_empty(), "another partner sees nothing");
        let only_words = FeedbackWish { tells_outcome: false, ..told("Vi har talt med hende") };
        tell_partner(app, &start.mette, (id, 1), &only_words, once()).await.unwrap();
        assert_eq!(seen().await, came(Some("Vi har talt med hende"), None));
        withdraw_consent(app, &start.mette, (id, 2), once()).await.unwrap();
        assert_eq!(seen().await, Told::Received);
        let again = withdraw_consent(app, &start.mette, (id, 2), once()).await;
        assert_eq!(codes_of(again), [Code::TellingNeedsConsent], "there is none to take back any more");
        tell_partner(app, &start.mette, (id, 2), &told("Hun kommer igen"), once()).await.unwrap();
        assert_eq!(seen().await, came(Some("Hun kommer igen"), Some(EnquiryOutcome::Advice)));
    }
}

fn codes_of(result: Result<(), Error>) -> Vec<Code> {
    match result {
        Err(Error::Refusal(refusal)) => vec![refusal.code],
        other => codes(other),
    }
}

#[tokio::test]
async fn a_partner_keeps_its_own_offers_hours_and_nobody_else_s() {
    for team in both_teams().await {
        let (app, start) = (&team.app, start(&team).await);
        let amina = &start.amina;
        let offer = OfferWish {
            partner: Some(partner_called(&team, amina, "Reden København").await),
            title: "Åben café".to_owned(),
            areas: vec!["netvaerk".to_owned()],
            hours: "Hverdage 10-15".to_owned(),
            conditions: String::new(),
            words: "Varm mad".to_owned(),
        };
        let id = add_offer(app, amina, &offer, amina.form_key().unwrap()).await.unwrap();
        let once = |cx: &Cx| cx.form_key().unwrap();
        let not_theirs = correct_offer(app, &start.liva, (id, 1), ("Aldrig", ""), once(&start.liva)).await;
        assert!(matches!(not_theirs, Err(Error::NotFound)), "{not_theirs:?}");
        let words = ("Hverdage 10-16", "Alle kan komme");
        correct_offer(app, &start.reden, (id, 1), words, once(&start.reden)).await.unwrap();
        let stale = correct_offer(app, &start.reden, (id, 1), words, once(&start.reden)).await;
        assert!(matches!(stale, Err(Error::Stale)), "{stale:?}");
        let own = partner::offers(app, &start.reden).await.unwrap();
        let card = &own.offers[0];
        assert_eq!(
            (card.hours.as_deref(), card.conditions.as_deref()),
            (Some("Hverdage 10-16"), Some("Alle kan komme"))
        );
        assert_eq!((card.title.as_str(), card.words.as_deref()), ("Åben café", Some("Varm mad")), "the rest stays");
        assert!(partner::offers(app, &start.liva).await.unwrap().offers.is_empty());
    }
}

#[tokio::test]
async fn nobody_but_a_partner_has_a_partner_s_pages_and_a_partner_has_nothing_else() {
    for team in both_teams().await {
        let (app, start) = (&team.app, start(&team).await);
        let reden = partner_called(&team, &start.amina, "Reden København").await;
        for cx in [&start.amina, &start.mette, &team.cx().await] {
            let once = || cx.form_key().unwrap();
            assert!(matches!(own_referrals(app, cx).await, Err(Error::Denied)));
            assert!(matches!(partner::offers(app, cx).await, Err(Error::Denied)));
            assert!(matches!(refer(app, cx, &somebody("Gråand"), once()).await, Err(Error::Denied)));
        }
        let cx = &start.reden;
        assert!(matches!(partnership::register(app, cx).await, Err(Error::Denied)));
        assert!(matches!(partnership::page(app, cx, reden).await, Err(Error::Denied)));
        assert!(matches!(referrals::page(app, cx, ReferralsAsk::default()).await, Err(Error::Denied)));
        let id = asked_by(&team, &start.amina, "Ask").await;
        assert!(matches!(enquiry(app, cx, id).await, Err(Error::Denied)));
        let telling = tell_partner(app, cx, (id, 0), &told("x"), cx.form_key().unwrap()).await;
        assert!(matches!(telling, Err(Error::Denied)), "{telling:?}");
        // An account is tied to a partner, and only a partner's is.
        let account = |role, partner: Option<&str>| NewAccount {
            user_name: "ny".to_owned(),
            name: None,
            role,
            partner: partner.map(str::to_owned),
            password: Some(password()),
        };
        let operator = team.cx().await;
        for (role, partner, why) in [
            (Role::Partner, None, "name the partner"),
            (Role::Partner, Some("Findes ikke"), "there is no partner"),
            (Role::Worker, Some("LivaRehab"), "belongs to no partner"),
        ] {
            let refused = add_user(app, &operator, account(role, partner)).await.unwrap_err().to_string();
            assert!(refused.contains(why), "{refused}");
        }
        add_user(app, &operator, account(Role::Partner, Some("livarehab"))).await.unwrap();
    }
}

#[tokio::test]
async fn the_page_of_referrals_counts_as_the_command_does_to_the_digit() {
    for team in both_demos().await {
        let amina = team.signs_in("amina").await;
        let page = referrals::page(&team.app, &amina, ReferralsAsk::default()).await.unwrap();
        let figure = figure(&team, Report::Referrals, ReportAsk::default()).await;
        assert_eq!(serde_json::to_value(&page.counts).unwrap(), figure);
        assert!(figure["in"].as_array().unwrap().len() > 2 && figure["out"].as_array().unwrap().len() > 2);
        let intake = crate::common::figure(&team, Report::Intake, ReportAsk::default()).await;
        for (channel, n) in &page.channels {
            assert_eq!(intake["by_channel"][channel.code()], *n, "{channel}");
        }
        assert_eq!(page.channels.iter().map(|(_, n)| u64::from(*n)).sum::<u64>(), by_channel(&intake));
    }
}

fn by_channel(intake: &serde_json::Value) -> u64 {
    intake["by_channel"].as_object().unwrap().values().map(|n| n.as_u64().unwrap()).sum()
}

#[tokio::test]
async fn what_waits_for_an_answer_is_listed_until_the_partner_was_written_to() {
    for team in both_demos().await {
        let (app, amina) = (&team.app, team.signs_in("amina").await);
        let ask = ReferralsAsk { is_waiting: true, ..ReferralsAsk::default() };
        let page = referrals::page(app, &amina, ask).await.unwrap();
        assert!(page.out.iter().all(|line| line.state == ReferralState::Sent) && page.waiting == page.out_count);
        let late: Vec<_> = page.out.iter().filter(|line| line.is_late).collect();
        let [line] = late.as_slice() else { panic!("one has waited for long: {late:?}") };
        assert_eq!(line.partner, "Sundhedsteamet");
        assert!(page.out.iter().any(|line| line.reminded == Some((day("2015-11-20"), 1))), "one was written to");
        let once = || amina.form_key().unwrap();
        let ahead = referrals::remind(app, &amina, line.id, day("2015-11-24").into(), once()).await;
        assert_eq!(codes(ahead), [Code::InTheFuture]);
        referrals::remind(app, &amina, line.id, day("2015-11-23").into(), once()).await.unwrap();
        let page = referrals::page(app, &amina, ask).await.unwrap();
        assert!(page.out.iter().all(|line| !line.is_late), "they were written to today");
        let all = referrals::page(app, &amina, ReferralsAsk::default()).await.unwrap();
        let answered = all.out.iter().find(|line| line.state != ReferralState::Sent).unwrap();
        let needless = referrals::remind(app, &amina, answered.id, GivenDay::On(day("2015-11-23")), once()).await;
        assert_eq!(codes(needless), [Code::PartnerHasAnswered]);
        // A worker sees the own ones, and cannot remind of a colleague's.
        let mette = team.signs_in("mette").await;
        let own = referrals::page(app, &mette, ReferralsAsk::default()).await.unwrap();
        assert!(own.out_count > 0 && own.out_count < all.out_count);
        let others = all
            .out
            .iter()
            .find(|line| line.state == ReferralState::Sent && own.out.iter().all(|one| one.id != line.id));
        if let Some(others) = others {
            let denied =
                referrals::remind(app, &mette, others.id, day("2015-11-23").into(), mette.form_key().unwrap()).await;
            assert!(matches!(denied, Err(Error::NotFound)), "{denied:?}");
        }
    }
}

#[tokio::test]
async fn a_register_ties_a_partner_s_person_to_the_partner() {
    for team in both_teams().await {
        let heading = "brugernavn;navn;fra;til";
        let lists = small()
            .with("medarbejdere", heading, &format!("{heading};samarbejdspartner"))
            .and("medarbejdere", "tove;Tove Skou;2015-01-01;;Huset ved søen");
        team.imports(&lists).await;
        assert_eq!(team.imports(&lists).await.changed, 0, "the same file again changes nothing");
        let account = NewAccount {
            user_name: "tove".to_owned(),
            name: None,
            role: Role::Partner,
            partner: Some("Huset ved søen".to_owned()),
            password: Some(password()),
        };
        add_user(&team.app, &team.cx().await, account).await.unwrap();
        let tove = team.signs_in("tove").await;
        assert_eq!(own_referrals(&team.app, &tove).await.unwrap().partner, "Huset ved søen");
        let list = app::caseload::page(&team.app, &tove, app::view::caseload::CaseloadAsk::default()).await;
        assert!(matches!(list, Err(Error::Denied)), "she is none of the team");
    }
}
