//! Every address, in the order a person meets them.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use memory_serve::CacheControl;
use tower_http::catch_panic::CatchPanicLayer;

use crate::pages::around::rows;
use crate::pages::enquiry::{one, told};
use crate::pages::setup::{file, history, holder, logo, preview, rules, staff, token};
use crate::pages::{
    assessment, assignment, attachment, block, caseload, choose, citizen, clarification, closing, consent, contact,
    continuation, deputy, desk, documentation, effort, enquiries, enquiry, feed, fidelity, figures, filling, follow_up,
    forecast, front, goals, health, hide, identity, jobs, knowledge, language, lock, log, meeting, merge, network,
    offer, organisation, own, partner, partnership, phase, plan, progress, quotation, reading, referral, referrals,
    report, request, research, retention, search, settings, sign_in, step, timeplan, unsent, wind_down,
};
use crate::{Site, api, dress};

/// The largest form that is read, in bytes: a text of 100,000 letters, each written as up to twelve in a form.
const FORM: usize = 2 * 1024 * 1024;

/// The pages.
pub fn router(site: Site) -> Router {
    Router::new()
        // Before somebody has signed in
        .route("/log-ind", get(sign_in::form).post(sign_in::sign_in))
        .route("/sprog", post(language::switch))
        .route("/sundhed", get(health::health))
        .nest("/assets", assets())
        // The work
        .route("/", get(front::front))
        .route("/bord", get(desk::desk))
        .route("/afvikling", get(wind_down::wind_down))
        .route("/prognose", get(forecast::forecast))
        .route("/metodefidelitet", get(fidelity::fidelity))
        .route("/maal", get(goals::goals))
        .route("/maal/{goal}", post(goals::settle))
        .route("/mine-borgere", get(caseload::own))
        .route("/borgere", get(caseload::programme))
        .route("/borger/{citizen}", get(citizen::citizen))
        .route("/borger/{citizen}/forseglet", post(citizen::open_sealed))
        .route("/opfoelgninger", get(follow_up::follow_ups))
        .route("/borger/{citizen}/spoerg", get(request::form).post(request::ask))
        .route("/borger/{citizen}/spoerg/{request}", post(request::answer))
        .route("/borger/{citizen}/opfoelgning", get(filling::filling).post(filling::complete))
        .route("/borger/{citizen}/opfoelgning/gem", post(filling::save))
        .route("/borger/{citizen}/opfoelgning/kasser", post(filling::discard))
        .route("/borger/{citizen}/opfoelgning/svar", get(filling::answer_form).post(filling::answer))
        .route("/borger/{citizen}/opfoelgning/svar/fortryd", post(filling::undo_answer))
        .route("/borger/{citizen}/udvikling", get(progress::progress))
        .route("/borger/{citizen}/maaling/{reading}", get(reading::reading).post(reading::open_words))
        .route("/borger/{citizen}/maaling/{reading}/ret", get(reading::correct_form).post(reading::correct))
        .route("/borger/{citizen}/maaling/{reading}/traek", post(reading::withdraw))
        .route("/borger/{citizen}/maaling/{reading}/tilbage", post(reading::put_back))
        .route("/kalender", get(feed::page).post(feed::make))
        .route("/kalender/fjern", post(feed::take_away))
        .route("/kalender/{file}", get(feed::calendar))
        .route("/borger/{citizen}/afklaring", get(clarification::page).post(clarification::begin))
        .route("/borger/{citizen}/afklaring/slut", post(clarification::end))
        .route("/borger/{citizen}/afklaring/genoptag", post(clarification::resume))
        .route("/henvendelser", get(enquiries::enquiries))
        .route("/henvendelser/ny", get(enquiry::new).post(enquiry::record))
        .route("/henvendelser/ny/kendes", post(enquiry::known))
        .route("/henvendelser/{enquiry}", get(one::enquiry).post(one::answer))
        .route("/henvendelser/{enquiry}/ret", get(one::correction).post(one::correct))
        .route("/henvendelser/{enquiry}/borger", post(one::attach))
        .route("/henvendelser/{enquiry}/tilbagemelding", post(told::tell))
        .route("/henvendelser/{enquiry}/tilbagemelding/traek", post(told::withdraw))
        .route("/henvendelser/{enquiry}/tag-ud", post(one::withdraw))
        .route("/henvendelser/{enquiry}/saet-tilbage", post(one::restore))
        .route("/soeg", get(search::search))
        .route("/soeg/forslag", get(search::hints))
        .route("/borger/{citizen}/plan", get(plan::plan))
        .route("/borger/{citizen}/plan/udskrift", get(plan::print::plan))
        .route("/borger/{citizen}/plan/maal", get(plan::goal::new).post(plan::goal::set))
        .route("/borger/{citizen}/plan/maal/{goal}", get(plan::goal::edit).post(plan::goal::change))
        .route("/borger/{citizen}/plan/maal/{goal}/tilstand", post(plan::change::settle))
        .route("/borger/{citizen}/plan/maal/{goal}/handling", get(plan::action::new).post(plan::action::agree))
        .route("/borger/{citizen}/plan/handling/{action}", get(plan::action::edit).post(plan::action::change))
        .route("/borger/{citizen}/plan/handling/{action}/tilstand", post(plan::change::move_to))
        .route("/borger/{citizen}/plan/overdragelse", get(plan::need::new).post(plan::need::keep))
        .route("/borger/{citizen}/plan/overdragelse/{need}", get(plan::need::edit).post(plan::need::change))
        .route("/borger/{citizen}/plan/tag-ud", post(plan::change::take_out))
        .route("/borger/{citizen}/plan/fortryd", post(plan::change::undo))
        .route("/borger/{citizen}/henvisning", get(referral::form).post(referral::send))
        .route("/borger/{citizen}/henvisning/{referral}/svar", post(referral::answer))
        .route("/tilbud", get(offer::offers))
        .route("/tilbud/nyt", get(offer::new).post(offer::add))
        .route("/tilbud/{offer}", get(offer::edit).post(offer::change))
        .route("/tilbud/{offer}/slut", post(offer::end))
        .route("/tilbud/partner", get(offer::new_partner).post(offer::add_partner))
        .route("/tilbud/partner/{partner}", get(offer::edit_partner).post(offer::rename_partner))
        .route("/borger/{citizen}/kontakt", get(contact::form).post(contact::save))
        .route("/borger/{citizen}/kontakt/{row}", get(contact::written_form).post(contact::correct))
        .route("/borger/{citizen}/kontakt/{row}/fortryd", post(contact::undo))
        .route("/borger/{citizen}/kontakt/{row}/tilbagetraekning", post(contact::withdraw))
        .route("/borger/{citizen}/kontakt/{row}/tilbage", post(contact::put_back))
        .route("/borger/{citizen}/skridt", get(step::form).post(step::save))
        .route("/borger/{citizen}/skridt/{row}/gjort", post(step::is_done))
        .route("/borger/{citizen}/skridt/{row}/aaben", post(step::open))
        .route("/borger/{citizen}/udredning", get(rows::list::<assessment::Areas>))
        .route("/borger/{citizen}/udredning/{row}", get(assessment::one).post(assessment::note))
        .route("/borger/{citizen}/udredning/{row}/tilbagetraekning", post(rows::withdraw::<assessment::Areas>))
        .route("/borger/{citizen}/udredning/{row}/fortryd", post(rows::put_back::<assessment::Areas>))
        .route("/borger/{citizen}/netvaerk", get(rows::list::<network::Network>).post(rows::add::<network::Network>))
        .route(
            "/borger/{citizen}/netvaerk/{row}",
            get(rows::one::<network::Network>).post(rows::correct::<network::Network>),
        )
        .route("/borger/{citizen}/netvaerk/{row}/tilbagetraekning", post(rows::withdraw::<network::Network>))
        .route("/borger/{citizen}/netvaerk/{row}/fortryd", post(rows::put_back::<network::Network>))
        .route("/borger/{citizen}/samtykker", get(rows::list::<consent::Consents>).post(rows::add::<consent::Consents>))
        .route(
            "/borger/{citizen}/samtykker/{row}",
            get(rows::one::<consent::Consents>).post(rows::correct::<consent::Consents>),
        )
        .route("/borger/{citizen}/samtykker/{row}/tilbagetraekning", post(rows::withdraw::<consent::Consents>))
        .route("/borger/{citizen}/samtykker/{row}/fortryd", post(rows::put_back::<consent::Consents>))
        .route("/borger/{citizen}/citater", get(rows::list::<quotation::Quotations>).post(quotation::add))
        .route("/borger/{citizen}/citater/{row}", get(rows::one::<quotation::Quotations>).post(quotation::correct))
        .route("/borger/{citizen}/citater/{row}/afgoerelse", post(quotation::decide))
        .route("/borger/{citizen}/citater/{row}/tilbagetraekning", post(rows::withdraw::<quotation::Quotations>))
        .route("/borger/{citizen}/citater/{row}/fortryd", post(rows::put_back::<quotation::Quotations>))
        .route(
            "/borger/{citizen}/filer",
            get(rows::list::<attachment::Files>)
                .post(attachment::add)
                .layer(DefaultBodyLimit::max(attachment::REQUEST)),
        )
        .route("/borger/{citizen}/filer/{row}", get(rows::one::<attachment::Files>))
        .route("/borger/{citizen}/filer/{row}/hent", get(attachment::open))
        .route("/borger/{citizen}/filer/{row}/tilbagetraekning", post(rows::withdraw::<attachment::Files>))
        .route("/borger/{citizen}/filer/{row}/fortryd", post(rows::put_back::<attachment::Files>))
        .route("/borger/{citizen}/forloeb", get(phase::phases))
        .route("/borger/{citizen}/forloeb/traek", post(phase::withdraw))
        .route("/borger/{citizen}/forloeb/fortryd", post(phase::restore))
        .route("/borger/{citizen}/forloeb/{slags}", get(phase::mark::form).post(phase::mark::save))
        .route("/borger/{citizen}/afslutning", get(closing::closing).post(closing::close))
        .route("/borger/{citizen}/afslutning/genaabn", post(closing::reopen))
        .route("/borger/{citizen}/afslutning/udskrift", get(closing::print::print))
        .route("/dokumentation", get(documentation::documentation))
        .route("/borger/{citizen}/oplysninger", get(identity::identity).post(identity::keep))
        .route("/borger/{citizen}/medarbejder", get(assignment::assignment).post(assignment::give))
        .route("/borger/{citizen}/medarbejder/undtagelse", post(assignment::except))
        .route("/borger/{citizen}/sammenlaegning", get(merge::merges).post(merge::merge))
        .route("/borger/{citizen}/sammenlaegning/soeg", post(merge::search))
        .route("/borger/{citizen}/sammenlaegning/{merge}/ophaevelse", post(merge::undo))
        .route("/borger/{citizen}/spaerringer", get(block::blocks).post(block::block))
        .route("/borger/{citizen}/spaerringer/{block}/ophaevelse", post(block::unblock))
        .route("/vikarer", get(deputy::deputies).post(deputy::name))
        .route("/vikarer/{deputy}/ophaevelse", post(deputy::take_away))
        .route("/partnere", get(partnership::register))
        .route("/partnere/aftale", get(partnership::agreement::new).post(partnership::agreement::add))
        .route("/partnere/{partner}", get(partnership::partner))
        .route("/partnere/{partner}/person", get(partnership::person::new).post(partnership::person::add))
        .route("/partnere/{partner}/person/{person}", get(partnership::person::edit).post(partnership::person::change))
        .route("/partnere/{partner}/person/{person}/fjern", post(partnership::person::remove))
        .route(
            "/partnere/{partner}/aftale/{agreement}",
            get(partnership::agreement::edit).post(partnership::agreement::change),
        )
        .route(
            "/partnere/{partner}/aftale/{agreement}/pligt",
            get(partnership::duty::new).post(partnership::duty::note),
        )
        .route(
            "/partnere/{partner}/aftale/{agreement}/pligt/{note}",
            get(partnership::duty::one).post(partnership::duty::take_out),
        )
        .route("/henvisninger", get(referrals::referrals))
        .route("/henvisninger/{referral}/rykker", post(referrals::remind))
        .route("/noegletal", get(figures::figures))
        .route("/noegletal/bag", get(figures::behind::behind))
        .route("/noegletal/fil/{navn}", get(figures::file::file))
        // The effort itself
        .route("/indsatsen", get(effort::effort))
        .route("/tidsplan", get(timeplan::timeplan))
        .route("/tidsplan/forslag", post(timeplan::propose))
        .route("/tidsplan/udskrift", get(timeplan::print))
        .route("/tidsplan/tidsplan.svg", get(timeplan::svg))
        .route("/tidsplan/tidsplan.pdf", get(timeplan::pdf))
        .route("/tidsplan/tidsplan.ics", get(timeplan::ics))
        .route("/organisation", get(organisation::organisation))
        .route("/moeder", get(meeting::meetings))
        .route("/moeder/ny", get(meeting::agenda::new).post(meeting::agenda::add))
        .route("/moeder/{id}", get(meeting::one::meeting))
        .route("/moeder/{id}/dagsorden", get(meeting::agenda::edit).post(meeting::agenda::change))
        .route("/moeder/{id}/slut", post(meeting::agenda::end))
        .route("/moeder/{id}/referat", get(meeting::minutes::form).post(meeting::minutes::save))
        .route("/moeder/{id}/beslutning", get(meeting::minutes::new_decision).post(meeting::minutes::add_decision))
        .route("/moeder/{id}/godkend", post(meeting::one::approve))
        .route("/moeder/{id}/udskrift", get(meeting::one::print))
        .route("/moeder/{id}/dagsorden.docx", get(meeting::one::docx))
        .route("/moeder/{id}/referat.docx", get(meeting::one::docx))
        .route("/moeder/{id}/dagsorden.pdf", get(meeting::one::pdf))
        .route("/moeder/{id}/referat.pdf", get(meeting::one::pdf))
        .route("/moeder/{id}/historik", get(meeting::one::history))
        .route("/viden", get(knowledge::knowledge))
        .route("/viden/udskrift", get(knowledge::print))
        .route("/viden/samling.docx", get(knowledge::docx))
        .route("/viden/samling.pdf", get(knowledge::pdf))
        .route("/viden/note/ny", get(knowledge::note::new).post(knowledge::note::add))
        .route("/viden/note/{id}", get(knowledge::note::note))
        .route("/viden/note/{id}/ret", get(knowledge::note::edit).post(knowledge::note::change))
        .route("/viden/note/{id}/laest", post(knowledge::note::review))
        .route("/viden/note/{id}/slut", post(knowledge::note::end))
        .route("/viden/note/{id}/historik", get(knowledge::note::history))
        .route("/viderefoerelse", get(continuation::continuation))
        .route("/viderefoerelse/udskrift", get(continuation::print))
        .route("/rapporter", get(report::reports))
        .route("/rapporter/kladde", get(report::draft::draft).post(report::draft::propose))
        .route("/rapporter/kladde.docx", get(report::draft::docx))
        .route("/rapporter/kladde.pdf", get(report::draft::pdf))
        .route("/rapporter/tekst/{section}", get(report::text::edit).post(report::text::keep))
        .route("/rapporter/citater/{section}", get(report::quotations::edit).post(report::quotations::keep))
        .route("/rapporter/{id}", get(report::release::release))
        .route("/rapporter/{id}/fil/{format}", get(report::release::file))
        .route("/rapporter/{id}/laas", post(report::release::lock))
        .route("/rapporter/{id}/afvis", get(report::release::turning_down).post(report::release::turn_down))
        .route("/rapporter/{id}/citater", post(report::release::note_taken_back))
        .route("/rapporter/{id}/sendt", get(report::release::sending).post(report::release::send))
        .route("/forskning", get(research::research).post(research::make))
        .route("/forskning/{package}/hent", get(research::fetch))
        .route("/forskning/{package}/slettet", post(research::tell))
        .merge(crate::pages::papers())
        .route("/log", get(log::log))
        .route("/koersler", get(jobs::jobs))
        .route("/koersler/igen", post(jobs::again))
        .route("/koersler/opbevaring", get(retention::retention))
        .route("/indstillinger", get(settings::settings).post(settings::keep))
        // Setting up
        .route("/opsaetning", get(holder::page).post(holder::save))
        .route("/opsaetning/cpr", post(holder::open))
        .route("/opsaetning/indsats", get(rules::rules).post(rules::look))
        .route("/opsaetning/indsats/gem", post(preview::confirm))
        .route("/opsaetning/indsats/ret", post(rules::back))
        .route("/opsaetning/fil", get(file::page).post(file::look))
        .route("/opsaetning/historik", get(history::all))
        .route("/opsaetning/historik/{version}", get(history::one))
        .route("/opsaetning/historik/{version}/fil", get(file::download))
        .route("/opsaetning/logo", get(logo::page).post(logo::save).layer(DefaultBodyLimit::max(logo::REQUEST)))
        .route("/opsaetning/logo/billede", get(logo::picture))
        .route("/opsaetning/logo/fjern", post(logo::remove))
        .route("/opsaetning/medarbejdere", get(staff::staff).post(staff::add))
        .route("/opsaetning/medarbejdere/{part}", get(staff::leaving).post(staff::end))
        .route("/opsaetning/programmer", get(token::tokens).post(token::make))
        .route("/opsaetning/programmer/{token}/slut", post(token::end))
        .route("/indsats", get(choose::page).post(choose::choose))
        .route("/kladde", post(unsent::keep))
        .route("/kladde/kasser", post(unsent::throw_away))
        .route("/borger/{citizen}/skaerm", get(own::hand::form).post(own::hand::hand_over))
        // A partner's own pages
        .route("/partner", get(partner::referrals))
        .route("/partner/henvis", get(partner::form).post(partner::refer))
        .route("/partner/tilbud", get(partner::offers))
        .route("/partner/tilbud/{offer}", get(partner::edit).post(partner::correct))
        // The citizen's own screen
        .route("/mit", get(own::question).post(own::answer))
        .route("/mit/tilbage", get(own::back::form).post(own::back::give_back))
        .route("/mit/forlad", post(own::back::leave))
        .route("/mit/tom", get(own::back::empty))
        .route("/mit/{link}", get(own::link::door).post(own::link::open))
        // Programs that read figures
        .nest("/api", api::routes())
        // Away from it
        .route("/skjul", get(hide::hide))
        .route("/log-ud", post(sign_in::sign_out))
        .route("/her", get(lock::here))
        .route("/laast", get(lock::form).post(lock::unlock))
        .fallback(front::nowhere)
        .layer(from_fn_with_state(site.clone(), lock::rescue))
        .layer(axum::middleware::from_fn(own::stay))
        .layer(CatchPanicLayer::custom(dress::panicked))
        .layer(DefaultBodyLimit::max(FORM))
        .layer(from_fn_with_state(site.clone(), dress::dress))
        .with_state(site)
}

/// Style sheets, fonts and symbols: the same for everybody, kept by the browser and asked after by their tag.
fn assets() -> Router<Site> {
    memory_serve::load!()
        .index_file(None)
        .cache_control(CacheControl::Custom("public, max-age=3600"))
        .into_router()
        .fallback(front::no_asset)
}
