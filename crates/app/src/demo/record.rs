//! The demo's own papers: time plan, organisation, meetings, knowledge and continuation, written as the people who would write them.

use std::collections::HashMap;

use domain::code::{Afterwards, AgendaKind, Audience, DecisionState, GroupKind, HandingKind, HandingState};
use domain::continuation::{Activity, Handing};
use domain::knowledge::{Anchoring, Sharing};
use domain::meeting::{Item, Meeting};
use domain::organisation::{Group, Outsider, Post, Seat, Unit};
use domain::paper::{Paper, Who};
use domain::timeplan::Line;
use uuid::Uuid;

use super::hand::{Hand, code, day, maybe_day, rows, wrong};
use crate::knowledge::{NoteWish, check, keep_note, review};
use crate::meeting::{Agenda, DecisionWish, Minutes, Noted, approve, decide, keep_agenda, keep_minutes};
use crate::paper::{Said, keep};
use crate::{App, Cx, Result};

macro_rules! list {
    ($name:literal) => {
        include_str!(concat!("../../../../demo/indsats/", $name, ".csv"))
    };
}

/// Writes all of them.
pub(super) async fn fill(hand: &Hand<'_>) -> Result<()> {
    let cx = hand.coordinator()?;
    let mut papers = Papers { app: hand.app, cx, hand, known: HashMap::new() };
    papers.timeplan().await?;
    papers.organisation().await?;
    papers.meetings().await?;
    papers.knowledge().await?;
    papers.continuation().await
}

struct Papers<'a> {
    app: &'a App,
    cx: Cx,
    hand: &'a Hand<'a>,
    /// What was kept, by its kind and its name.
    known: HashMap<(&'static str, String), Uuid>,
}

impl Papers<'_> {
    async fn keep<T: Paper>(&mut self, name: &str, paper: &T) -> Result<Uuid> {
        let id = keep(self.app, &self.cx, None, paper, Said::default(), self.cx.form_key()?).await?;
        self.known.insert((T::KIND.code(), name.to_owned()), id);
        Ok(id)
    }

    fn id<T: Paper>(&self, name: &str) -> Result<Uuid> {
        self.known.get(&(T::KIND.code(), name.to_owned())).copied().ok_or_else(wrong)
    }

    /// Somebody of the team by user name, or from outside by name.
    fn who(&self, name: &str) -> Result<Who> {
        self.hand.user(name).map(Who::User).or_else(|_| self.id::<Outsider>(name).map(Who::Outsider))
    }

    async fn timeplan(&mut self) -> Result<()> {
        for row in rows(list!("tidsplan")) {
            let &[title, from, to, began, ended, words] = row.as_slice() else { return Err(wrong()) };
            let line = Line {
                title: title.to_owned(),
                words: words.to_owned(),
                from: day(from)?,
                to: maybe_day(to)?,
                happened_from: maybe_day(began)?,
                happened_to: maybe_day(ended)?,
            };
            self.keep(title, &line).await?;
        }
        Ok(())
    }

    async fn organisation(&mut self) -> Result<()> {
        for row in rows(list!("enheder")) {
            let &[name, words] = row.as_slice() else { return Err(wrong()) };
            self.keep(name, &Unit { name: name.to_owned(), words: words.to_owned() }).await?;
        }
        for row in rows(list!("personer")) {
            let &[name, place] = row.as_slice() else { return Err(wrong()) };
            self.keep(name, &Outsider { name: name.to_owned(), place: place.to_owned() }).await?;
        }
        for row in rows(list!("funktioner")) {
            let &[unit, who, function, from, to] = row.as_slice() else { return Err(wrong()) };
            let post = Post {
                unit: self.id::<Unit>(unit)?,
                who: self.who(who)?,
                function: function.to_owned(),
                from: day(from)?,
                to: maybe_day(to)?,
            };
            self.keep(function, &post).await?;
        }
        for row in rows(list!("grupper")) {
            let &[name, kind, words] = row.as_slice() else { return Err(wrong()) };
            let kind = code(GroupKind::parse, kind)?.ok_or_else(wrong)?;
            self.keep(name, &Group { name: name.to_owned(), kind, words: words.to_owned() }).await?;
        }
        for row in rows(list!("medlemmer")) {
            let &[group, who, function, from, to] = row.as_slice() else { return Err(wrong()) };
            let seat = Seat {
                group: self.id::<Group>(group)?,
                who: self.who(who)?,
                function: function.to_owned(),
                from: day(from)?,
                to: maybe_day(to)?,
            };
            self.keep(who, &seat).await?;
        }
        Ok(())
    }

    async fn meetings(&mut self) -> Result<()> {
        for row in rows(list!("moeder")) {
            self.meeting(&row).await?;
        }
        Ok(())
    }

    async fn meeting(&mut self, row: &[&str]) -> Result<()> {
        let &[group, on, at, place, approved, present, others] = row else { return Err(wrong()) };
        let (mut items, mut said) = (Vec::new(), Vec::new());
        for item in rows(list!("punkter")) {
            let &[of, kind, title, words, minutes] = item.as_slice() else { return Err(wrong()) };
            if of == on {
                let kind = code(AgendaKind::parse, kind)?.ok_or_else(wrong)?;
                let (title, words) = (title.to_owned(), words.to_owned());
                items.push(Item { kind, title, words, minutes: String::new() });
                said.push(minutes.to_owned());
            }
        }
        let meeting = Meeting {
            group: self.id::<Group>(group)?,
            on: day(on)?,
            at: at.to_owned(),
            place: place.to_owned(),
            items,
            present: Vec::new(),
            others: String::new(),
            figures: Vec::new(),
            approved: None,
        };
        let agenda = Agenda { meeting, places: Vec::new() };
        let key = self.cx.form_key()?;
        let id = keep_agenda(self.app, &self.cx, None, &agenda, Said::default(), key).await?;
        if present.is_empty() {
            return Ok(());
        }
        let present = present.split(',').map(|who| self.who(who)).collect::<Result<_>>()?;
        let minutes =
            Minutes { items: said, present, others: others.to_owned(), noted: self.noted(on)?, reason: String::new() };
        keep_minutes(self.app, &self.cx, (id, 1), &minutes, self.cx.form_key()?).await?;
        for row in rows(list!("beslutninger")) {
            let &[of, words, who, due, _] = row.as_slice() else { return Err(wrong()) };
            if of == on {
                let wish = DecisionWish { words: words.to_owned(), who: Some(self.who(who)?), due: Ok(day(due)?) };
                let made = decide(self.app, &self.cx, id, &wish, self.cx.form_key()?).await?;
                self.known.insert(("beslutning", words.to_owned()), made);
            }
        }
        if let Some(on) = maybe_day(approved)? {
            let cx = Cx { today: on, ..self.cx.clone() };
            approve(self.app, &cx, (id, 2), cx.form_key()?).await?;
        }
        Ok(())
    }

    /// What a meeting notes of earlier decisions: its day, what became of it, and words.
    fn noted(&self, on: &str) -> Result<Vec<Noted>> {
        let mut noted = Vec::new();
        for row in rows(list!("beslutninger")) {
            let &[_, words, _, _, followed] = row.as_slice() else { return Err(wrong()) };
            let mut parts = followed.splitn(3, ' ');
            if parts.next() != Some(on) {
                continue;
            }
            let state = code(DecisionState::parse, parts.next().unwrap_or_default())?;
            let decision = self.known.get(&("beslutning", words.to_owned())).copied().ok_or_else(wrong)?;
            noted.push(Noted { decision, state, words: parts.next().unwrap_or_default().to_owned() });
        }
        Ok(noted)
    }

    async fn knowledge(&mut self) -> Result<()> {
        for row in rows(list!("viden")) {
            let &[title, topic, audiences, author, reader, words] = row.as_slice() else { return Err(wrong()) };
            let mut wish = NoteWish {
                title: title.to_owned(),
                topic: topic.to_owned(),
                audiences: several(audiences)?,
                words: words.to_owned(),
                ..NoteWish::default()
            };
            let cx = self.hand.colleague(author)?;
            let checked = check(self.app, &cx, &wish.texts()).await?;
            if checked.asks() {
                wish.seal = checked.seal;
                wish.reason = "Det er et almindeligt ord og ingens navn.".to_owned();
            }
            let id = keep_note(self.app, &cx, None, &wish, cx.form_key()?).await?;
            self.known.insert(("viden", title.to_owned()), id);
            if !reader.is_empty() {
                let cx = self.hand.colleague(reader)?;
                review(self.app, &cx, (id, 1), cx.form_key()?).await?;
            }
        }
        for row in rows(list!("delinger")) {
            let &[title, audience, to, on, came] = row.as_slice() else { return Err(wrong()) };
            let sharing = Sharing {
                note: self.known.get(&("viden", title.to_owned())).copied().ok_or_else(wrong)?,
                audience: code(Audience::parse, audience)?.ok_or_else(wrong)?,
                to: to.to_owned(),
                on: day(on)?,
                came: came.to_owned(),
            };
            self.keep(to, &sharing).await?;
        }
        for row in rows(list!("forankring")) {
            let &[what, audience, to, due, done, title] = row.as_slice() else { return Err(wrong()) };
            let anchoring = Anchoring {
                what: what.to_owned(),
                audience: code(Audience::parse, audience)?.ok_or_else(wrong)?,
                to: to.to_owned(),
                due: day(due)?,
                done_on: maybe_day(done)?,
                note: self.known.get(&("viden", title.to_owned())).copied(),
            };
            self.keep(what, &anchoring).await?;
        }
        Ok(())
    }

    async fn continuation(&mut self) -> Result<()> {
        for row in rows(list!("aktiviteter")) {
            let &[title, afterwards, by, why, money] = row.as_slice() else { return Err(wrong()) };
            let activity = Activity {
                title: title.to_owned(),
                afterwards: code(Afterwards::parse, afterwards)?.ok_or_else(wrong)?,
                by: by.to_owned(),
                why: why.to_owned(),
                needs_money: (money == "nej").then_some(false),
            };
            self.keep(title, &activity).await?;
        }
        for row in rows(list!("overlevering")) {
            let &[kind, title, state, by, to, due, done] = row.as_slice() else { return Err(wrong()) };
            let handing = Handing {
                kind: code(HandingKind::parse, kind)?.ok_or_else(wrong)?,
                title: title.to_owned(),
                state: code(HandingState::parse, state)?.ok_or_else(wrong)?,
                by: by.to_owned(),
                to: to.to_owned(),
                due: day(due)?,
                done_on: maybe_day(done)?,
            };
            self.keep(title, &handing).await?;
        }
        Ok(())
    }
}

fn several(cell: &str) -> Result<Vec<Audience>> {
    cell.split(',').map(|one| code(Audience::parse, one)?.ok_or_else(wrong)).collect()
}
