//! Every address, in the order a person meets them.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use memory_serve::CacheControl;
use tower_http::catch_panic::CatchPanicLayer;

use crate::pages::enquiry::one;
use crate::pages::setup::{file, history, holder, preview, rules, staff};
use crate::pages::{
    assessment, assignment, attachment, block, caseload, choose, citizen, clarification, closing, consent, contact,
    deputy, documentation, enquiries, enquiry, feed, figures, filling, follow_up, front, health, hide, identity,
    language, lock, log, merge, network, offer, own, phase, plan, progress, reading, referral, search, sign_in, step,
    unsent,
};
use crate::{Site, dress};

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
        .route("/mine-borgere", get(caseload::own))
        .route("/borgere", get(caseload::programme))
        .route("/borger/{citizen}", get(citizen::citizen))
        .route("/borger/{citizen}/forseglet", post(citizen::open_sealed))
        .route("/opfoelgninger", get(follow_up::follow_ups))
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
        .route("/borger/{citizen}/udredning", get(assessment::list))
        .route("/borger/{citizen}/udredning/{row}", get(assessment::one).post(assessment::note))
        .route("/borger/{citizen}/udredning/{row}/tilbagetraekning", post(assessment::withdraw))
        .route("/borger/{citizen}/udredning/{row}/fortryd", post(assessment::put_back))
        .route("/borger/{citizen}/netvaerk", get(network::list).post(network::add))
        .route("/borger/{citizen}/netvaerk/{row}", get(network::one).post(network::correct))
        .route("/borger/{citizen}/netvaerk/{row}/tilbagetraekning", post(network::withdraw))
        .route("/borger/{citizen}/netvaerk/{row}/fortryd", post(network::put_back))
        .route("/borger/{citizen}/samtykker", get(consent::list).post(consent::add))
        .route("/borger/{citizen}/samtykker/{row}", get(consent::one).post(consent::answer))
        .route("/borger/{citizen}/samtykker/{row}/tilbagetraekning", post(consent::withdraw))
        .route("/borger/{citizen}/samtykker/{row}/fortryd", post(consent::put_back))
        .route(
            "/borger/{citizen}/filer",
            get(attachment::list).post(attachment::add).layer(DefaultBodyLimit::max(attachment::REQUEST)),
        )
        .route("/borger/{citizen}/filer/{row}", get(attachment::one))
        .route("/borger/{citizen}/filer/{row}/hent", get(attachment::open))
        .route("/borger/{citizen}/filer/{row}/tilbagetraekning", post(attachment::withdraw))
        .route("/borger/{citizen}/filer/{row}/fortryd", post(attachment::put_back))
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
        .route("/noegletal", get(figures::figures))
        .route("/log", get(log::log))
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
        .route("/opsaetning/medarbejdere", get(staff::staff).post(staff::add))
        .route("/opsaetning/medarbejdere/{part}", get(staff::leaving).post(staff::end))
        .route("/indsats", get(choose::page).post(choose::choose))
        .route("/kladde", post(unsent::keep))
        .route("/kladde/kasser", post(unsent::throw_away))
        .route("/borger/{citizen}/skaerm", get(own::hand::form).post(own::hand::hand_over))
        // The citizen's own screen
        .route("/mit", get(own::question).post(own::answer))
        .route("/mit/tilbage", get(own::back::form).post(own::back::give_back))
        .route("/mit/forlad", post(own::back::leave))
        .route("/mit/tom", get(own::back::empty))
        .route("/mit/{link}", get(own::link::door).post(own::link::open))
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
