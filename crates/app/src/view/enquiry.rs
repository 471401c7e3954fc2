//! *Henvendelser*: the list, and one enquiry with what came of it.

use chrono::{NaiveDate, NaiveDateTime};
use domain::code::{Channel, ConsentState, EnquiryOutcome};
use domain::consent::Worth;
use domain::enquiry::Ground;
use domain::id::{CitizenId, CourseId, EnquiryId, PartnerId};
use domain::identity::Identity;
use domain::personal::Personal;

use super::search::By;

/// Rows on a page of the list.
pub const PAGE: u32 = 50;

/// Which enquiries are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// Those nobody has answered.
    Unanswered,
    /// Those whose citizen wants no course.
    WithoutCourse,
    /// Those that were turned away.
    TurnedAway,
}

/// What is asked of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EnquiriesAsk {
    /// Which.
    pub filter: Filter,
    /// The page, from 0.
    pub page: u32,
}

/// What came of an enquiry, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Came {
    /// What.
    pub outcome: EnquiryOutcome,
    /// The day.
    pub on: NaiveDate,
}

/// Who asked, as far as the reader may know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Nobody is known.
    Nobody,
    /// A citizen.
    Citizen(CitizenId, Personal<String>),
    /// A citizen whom a colleague works with.
    Colleagues,
}

/// A row of the list.
#[derive(Clone, Debug)]
pub struct Line {
    /// The enquiry.
    pub id: EnquiryId,
    /// The day it came.
    pub received_on: NaiveDate,
    /// How it came.
    pub channel: Option<Channel>,
    /// The referrer's name.
    pub referrer: Option<String>,
    /// Whether a course is wished for.
    pub wants_course: Option<bool>,
    /// Who asked.
    pub who: Who,
    /// What came of it; `None` where nobody has answered.
    pub came: Option<Came>,
    /// The name of the partner referred to.
    pub referred_to: Option<String>,
    /// The ground, where somebody was turned away on one.
    pub ground: Option<Ground>,
}

impl Line {
    /// Whether somebody was turned away outside the two questions and the window.
    pub fn is_outside(&self) -> bool {
        self.ground.is_none() && self.came.is_some_and(|came| came.outcome == EnquiryOutcome::TurnedAway)
    }
}

/// The page with the list.
#[derive(Clone, Debug)]
pub struct EnquiriesPage {
    /// What was asked.
    pub ask: EnquiriesAsk,
    /// The day.
    pub day: NaiveDate,
    /// The rows.
    pub lines: Vec<Line>,
    /// How many the filter keeps.
    pub matching: u64,
    /// How many there are at all.
    pub all: u64,
    /// How many nobody has answered.
    pub unanswered: u64,
    /// How many were turned away.
    pub turned_away: u64,
    /// How many of them outside the two questions and the window.
    pub outside: u64,
}

/// Who asked, whole: the reader may see it.
#[derive(Clone, Debug)]
pub struct Enquirer {
    /// The citizen.
    pub citizen: CitizenId,
    /// What the citizen is called in lists.
    pub name: Personal<String>,
    /// Who it is.
    pub identity: Identity,
    /// Whether the reader may open the citizen's own pages.
    pub has_page: bool,
}

/// What was said about research.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Research {
    /// Yes, no, or yes and later no.
    pub state: ConsentState,
    /// The day.
    pub on: NaiveDate,
    /// The version of the wording.
    pub wording: Option<String>,
}

/// The page of one enquiry.
#[derive(Clone, Debug)]
pub struct EnquiryPage {
    /// The enquiry.
    pub id: EnquiryId,
    /// Its version.
    pub version: i64,
    /// The day of the page.
    pub day: NaiveDate,
    /// The day it came.
    pub received_on: NaiveDate,
    /// How it came.
    pub channel: Option<Channel>,
    /// Who referred.
    pub referrer: Option<(PartnerId, String)>,
    /// Whether a course is wished for.
    pub wants_course: Option<bool>,
    /// Whether there is a background.
    pub has_background: Option<bool>,
    /// Whether there is a willingness to talk.
    pub is_willing: Option<bool>,
    /// The note.
    pub note: Option<Personal<String>>,
    /// Who asked.
    pub enquirer: Option<Enquirer>,
    /// What came of it.
    pub came: Option<Came>,
    /// The partner referred to.
    pub referred_to: Option<(PartnerId, String)>,
    /// The words of the answer.
    pub words: Option<Personal<String>>,
    /// The ground on which somebody may be turned away today.
    pub ground: Option<Ground>,
    /// Whether the clarification began with this enquiry, so that its answer stands.
    pub course: Option<CourseId>,
    /// What was said about research.
    pub research: Option<Research>,
    /// When it was taken out, in the programme's zone.
    pub withdrawn_at: Option<NaiveDateTime>,
    /// What a partner has sent from its sign-in.
    pub sent_in: Option<SentInPage>,
    /// Who may be the same person, where a partner has sent it and nobody has answered yet.
    pub alike: Known,
    /// The partners, by name.
    pub partners: Vec<(PartnerId, String)>,
    /// The last day of the recruitment window.
    pub window_closes: Option<NaiveDate>,
}

/// What a partner has sent from its sign-in, in its own words.
#[derive(Clone, Debug)]
pub struct SentInPage {
    /// The partner's name.
    pub partner: String,
    /// The day; the partner has said that the person agreed.
    pub sent_on: NaiveDate,
    /// The alias or name.
    pub called: Personal<String>,
    /// How to come in touch.
    pub contact: Personal<String>,
    /// What the person wishes.
    pub wish: Personal<String>,
    /// What the partner is told.
    pub told: Option<ToldPage>,
}

/// What a partner is told.
#[derive(Clone, Debug)]
pub struct ToldPage {
    /// The version; what is told next takes its place.
    pub version: i64,
    /// The day.
    pub on: NaiveDate,
    /// What came of it.
    pub outcome: Option<EnquiryOutcome>,
    /// In words.
    pub words: Personal<String>,
    /// What the consent is worth today: the partner sees this only while it holds.
    pub worth: Worth,
    /// Until when.
    pub until: Option<NaiveDate>,
}

/// Somebody in the records who may be the same person.
#[derive(Clone, Debug)]
pub struct Alike {
    /// The citizen.
    pub citizen: CitizenId,
    /// What the citizen is called in lists.
    pub name: Personal<String>,
    /// What is the same.
    pub by: Vec<By>,
}

/// Who may be the same person as somebody new.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Those whom the reader may see.
    pub alike: Vec<Alike>,
    /// What is the same as of somebody whom the reader may not see.
    pub hidden: Vec<By>,
}

impl Known {
    /// Whether there is nobody.
    pub const fn is_empty(&self) -> bool {
        self.alike.is_empty() && self.hidden.is_empty()
    }
}
