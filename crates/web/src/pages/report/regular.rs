//! Reports that are made regularly: the agreement's form, and its line on *Rapporter*.

use app::release::{LastPrepared, RegularLine};
use chrono::NaiveDate;
use domain::code::{Addressee, NotYet, RegularPeriod, RegularRhythm};
use domain::day::{add_months, first_of_month};
use domain::regular::Regular;
use render::{Words, day};

use super::draft::Chosen;
use super::{HERE, state};
use crate::pages::paper::form::{Control, Field, Lists, Sheet, Typing, coded, line as typed_line, typed};
use crate::part::Mark;
use crate::sent::Sent;

/// Where its forms are.
pub(super) const AT: &str = "/rapporter/fast";

/// The form of a regular report.
pub(crate) struct RegularSheet;

impl Sheet for RegularSheet {
    type Paper = Regular;
    const AT: &'static str = AT;
    const HOME: (&'static str, &'static str) = (HERE, "reports");
    const TITLES: (&'static str, &'static str) = ("regular-new", "regular-edit");

    fn fields(t: &Words, lists: &Lists) -> Vec<Field> {
        let addressees = coded(t, "addressee", Addressee::ALL.iter().map(|one| one.code()));
        let rhythms = coded(t, "regular-rhythm", RegularRhythm::ALL.iter().map(|one| one.code()));
        let periods = coded(t, "regular-period", RegularPeriod::ALL.iter().map(|one| one.code()));
        vec![
            Field::new(Control::Select, "rapport", t.say("release-report")).of(lists.templates.clone()),
            Field::new(Control::Select, "modtager", t.say("release-addressee"))
                .of(addressees)
                .hint(t.say("regular-addressee-hint")),
            Field::new(Control::Text, "til", t.say("regular-to")).hint(t.say("release-sent-to-hint")),
            Field::new(Control::Select, "rytme", t.say("regular-rhythm")).of(rhythms),
            Field::new(Control::Select, "periode", t.say("regular-period"))
                .of(periods)
                .hint(t.say("regular-period-hint")),
            Field::new(Control::Day, "fra", t.say("regular-since")).hint(t.say("effort-day-hint")),
        ]
    }

    fn read(sent: &Sent, typing: &mut Typing) -> Regular {
        Regular {
            template: typed_line(sent, "rapport"),
            addressee: typing.code(sent, "modtager", Addressee::parse, Addressee::SteeringGroup),
            rhythm: typing.code(sent, "rytme", RegularRhythm::parse, RegularRhythm::Monthly),
            period: typing.code(sent, "periode", RegularPeriod::parse, RegularPeriod::Ended),
            to: typed_line(sent, "til"),
            since: typing.day(sent, "fra"),
        }
    }

    fn shown(regular: &Regular) -> Vec<(&'static str, String)> {
        vec![
            ("rapport", regular.template.clone()),
            ("modtager", regular.addressee.code().to_owned()),
            ("til", regular.to.clone()),
            ("rytme", regular.rhythm.code().to_owned()),
            ("periode", regular.period.code().to_owned()),
            ("fra", typed(Some(regular.since))),
        ]
    }
}

/// A regular report in the list.
pub(super) struct RegularHtml {
    pub(super) when: &'static str,
    pub(super) what: String,
    pub(super) to: String,
    pub(super) about: String,
    pub(super) last: Option<LastHtml>,
    pub(super) href: String,
}

/// What came of the last one, and where that can be seen.
pub(super) struct LastHtml {
    pub(super) mark: Mark,
    pub(super) said: String,
    pub(super) link: String,
    pub(super) href: String,
}

/// The form of a new one, from the next first of the month.
pub(super) fn new_address(today: NaiveDate) -> String {
    let from = day::typed(add_months(first_of_month(today), 1));
    format!("{AT}/ny?fra={from}&periode={}", RegularPeriod::TwelveMonths.code())
}

pub(super) fn line(t: &'static Words, line: &RegularLine, may_keep: bool) -> RegularHtml {
    let says = line.kept.says();
    let title = line.template.as_ref().map_or(t.say("regular-no-template"), |one| t.locale().of(&one.title));
    let next = line.next.map(|on| day::numeric(t, on)).unwrap_or_default();
    let said = [("title", title.into()), ("for", t.code("addressee", says.addressee.code()).into())];
    let period = t.code("regular-period", says.period.code());
    RegularHtml {
        when: t.code("regular-rhythm", says.rhythm.code()),
        what: t.say_with("regular-what", &said),
        to: t.say_of("regular-to-line", "to", &says.to),
        about: t.say_with("regular-about", &[("period", period.into()), ("next", (&next).into())]),
        last: line.last.as_ref().map(|last| came(t, last)),
        href: if may_keep { format!("{AT}/{}", line.kept.id) } else { String::new() },
    }
}

fn came(t: &'static Words, last: &LastPrepared) -> LastHtml {
    let on = day::numeric(t, last.on);
    match last.came {
        Ok((id, became)) => LastHtml {
            mark: state(t, became),
            said: String::new(),
            link: t.say_of("regular-last", "on", &on),
            href: format!("{HERE}/{id}"),
        },
        Err(why) => {
            let said = [("on", (&on).into()), ("why", t.code("regular-not-yet", why.code()).into())];
            // What lacks words is written in the draft; what waits for another report can be looked at there.
            let has_draft = matches!(why, NotYet::TextMissing | NotYet::MasterDataMissing | NotYet::OtherWaits);
            LastHtml {
                mark: Mark { look: "mark-care", icon: "warning", text: t.say("regular-cannot-yet").to_owned() },
                said: t.say_with("regular-why", &said),
                link: t.say("regular-draft").to_owned(),
                href: if has_draft { Chosen::of(&last.asked, None).address() } else { String::new() },
            }
        }
    }
}
