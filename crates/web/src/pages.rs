//! The pages, one file each.

mod about;
pub(crate) mod around;
pub(crate) mod assessment;
pub(crate) mod assignment;
pub(crate) mod attachment;
pub(crate) mod block;
pub(crate) mod caseload;
pub(crate) mod choose;
pub(crate) mod citizen;
pub(crate) mod clarification;
pub(crate) mod closing;
pub(crate) mod consent;
pub(crate) mod contact;
pub(crate) mod continuation;
pub(crate) mod deputy;
pub(crate) mod desk;
pub(crate) mod documentation;
pub(crate) mod effort;
pub(crate) mod enquiries;
pub(crate) mod enquiry;
pub(crate) mod feed;
pub(crate) mod fidelity;
pub(crate) mod figures;
pub(crate) mod filling;
pub(crate) mod follow_up;
pub(crate) mod forecast;
pub(crate) mod front;
pub(crate) mod goals;
pub(crate) mod health;
pub(crate) mod hide;
pub(crate) mod identity;
pub(crate) mod jobs;
pub(crate) mod knowledge;
pub(crate) mod language;
pub(crate) mod lock;
pub(crate) mod log;
pub(crate) mod meeting;
pub(crate) mod merge;
mod need;
pub(crate) mod network;
pub(crate) mod offer;
pub(crate) mod organisation;
pub(crate) mod own;
mod paper;
pub(crate) mod partner;
pub(crate) mod partnership;
pub(crate) mod phase;
pub(crate) mod plan;
pub(crate) mod progress;
pub(crate) mod quotation;
pub(crate) mod reading;
pub(crate) mod referral;
pub(crate) mod referrals;
pub(crate) mod report;
pub(crate) mod request;
pub(crate) mod research;
pub(crate) mod retention;
#[cfg(test)]
pub(crate) mod sample;
pub(crate) mod search;
pub(crate) mod settings;
pub(crate) mod setup;
pub(crate) mod sign_in;
mod small;
pub(crate) mod step;
pub(crate) mod timeplan;
pub(crate) mod unsent;
pub(crate) mod who;
pub(crate) mod wind_down;

/// The addresses of the forms of the programme's own papers: each kind has a new one, one that is there, its end and its history.
pub(crate) fn papers() -> axum::Router<crate::Site> {
    use self::paper::form::{routes, routes_of_known};
    axum::Router::new()
        .merge(routes::<timeplan::LineSheet>())
        .merge(routes::<organisation::UnitSheet>())
        .merge(routes::<organisation::OutsiderSheet>())
        .merge(routes::<organisation::PostSheet>())
        .merge(routes::<organisation::GroupSheet>())
        .merge(routes::<organisation::SeatSheet>())
        .merge(routes_of_known::<meeting::DecisionSheet>())
        .merge(routes::<knowledge::SharingSheet>())
        .merge(routes::<knowledge::AnchoringSheet>())
        .merge(routes::<continuation::ActivitySheet>())
        .merge(routes::<continuation::HandingSheet>())
        .merge(routes::<report::exact::ExactSheet>())
        .merge(routes::<report::regular::RegularSheet>())
}
