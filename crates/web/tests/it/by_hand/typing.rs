//! A register's rows typed into the pages' forms, each on its day, by the coordinator.

use std::collections::HashMap;

use testkit::register::Lists;

use super::paper::{Paper, last_id};
use crate::house::House;

/// What is done on a day, in the order of doing it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Doing {
    Ask,
    Begin,
    Fill,
    SetGoal,
    Mark,
    Tell,
    Refer,
    Answered,
    Settle,
    Reply,
    EndTalks,
    Close,
}

/// A row by the headings of its list.
type Row<'r> = HashMap<&'r str, &'r str>;

fn rows<'r>(lists: &'r Lists, list: &str) -> Vec<Row<'r>> {
    let (_, text) = lists.0.iter().find(|(name, _)| name == list).unwrap();
    let mut lines = text.lines();
    let headings: Vec<&str> = lines.next().unwrap().split(';').collect();
    lines.map(|line| headings.iter().copied().zip(line.split(';')).collect()).collect()
}

/// Everything there is to do, day by day. What one form takes together is done together: a day's readings, a phase's focus areas.
fn doings(lists: &Lists) -> Vec<(&str, Doing, Vec<Row<'_>>)> {
    let dated: [(&str, &str, Doing, &[&str]); 12] = [
        ("henvendelser", "dato", Doing::Ask, &["henvendelse_id"]),
        ("forloeb", "afklaring_start", Doing::Begin, &["forloeb_id"]),
        ("maalinger", "dato", Doing::Fill, &["forloeb_id", "dato"]),
        ("maal", "oprettet", Doing::SetGoal, &["maal_id"]),
        ("begivenheder", "dato", Doing::Mark, &["forloeb_id", "dato", "type", "fase"]),
        ("kontakter", "dato", Doing::Tell, &["forloeb_id", "dato", "tekst"]),
        ("henvisninger", "dato", Doing::Refer, &["forloeb_id", "dato"]),
        ("henvisninger", "status_dato", Doing::Answered, &["forloeb_id", "dato"]),
        ("maal", "status_dato", Doing::Settle, &["maal_id"]),
        ("opfoelgninger", "dato", Doing::Reply, &["forloeb_id", "forfald"]),
        ("forloeb", "afklaring_slut", Doing::EndTalks, &["forloeb_id"]),
        ("forloeb", "afsluttet", Doing::Close, &["forloeb_id"]),
    ];
    let mut all: Vec<(&str, Doing, Vec<Row<'_>>)> = Vec::new();
    for (list, heading, doing, together) in dated {
        for row in rows(lists, list).into_iter().filter(|row| !row[heading].is_empty()) {
            let is_one = |other: &Row<'_>| together.iter().all(|heading| other[heading] == row[heading]);
            match all.iter_mut().find(|(_, other, rows)| *other == doing && is_one(&rows[0])) {
                Some((.., rows)) => rows.push(row),
                None => all.push((row[heading], doing, vec![row])),
            }
        }
    }
    all.sort_by_key(|(on, doing, _)| (*on, *doing));
    all
}

/// What is known while the rows are typed.
struct Known<'r> {
    lists: &'r Lists,
    /// Each worker's id by user name.
    workers: &'r HashMap<&'static str, String>,
    /// Each partner's id by name.
    partners: HashMap<&'r str, String>,
    /// Each citizen's address by the register's id.
    citizens: HashMap<&'r str, String>,
    /// Each enquiry's address that is not answered, by citizen.
    asked: HashMap<&'r str, String>,
    /// Each goal's address by the register's id.
    goals: HashMap<&'r str, String>,
}

/// Enters the lives. A star that is filled in for the wrong citizen, and withdrawn, is the one thing that no register tells of.
pub(super) async fn enter(house: &House, lists: &Lists, workers: &HashMap<&'static str, String>) {
    let mut known = Known {
        lists,
        workers,
        partners: HashMap::new(),
        citizens: HashMap::new(),
        asked: HashMap::new(),
        goals: HashMap::new(),
    };
    known.directory(&Paper::of(house).await).await;
    let doings = doings(lists);
    for today in doings.chunk_by(|one, other| one.0 == other.0) {
        let house = house.on_day(today[0].0);
        let paper = Paper::of(&house).await;
        for (on, doing, rows) in today {
            known.does(&paper, on, *doing, rows).await;
        }
        if today.iter().any(|(_, doing, rows)| *doing == Doing::Begin && rows[0]["forloeb_id"] == "F6") {
            known.mistake(&paper, "F6", today[0].0).await;
        }
    }
}

impl<'r> Known<'r> {
    /// The partners that the register names, with an offer for each area that somebody is referred for.
    async fn directory(&mut self, paper: &Paper<'_>) {
        let referrals = rows(self.lists, "henvisninger");
        let enquiries = rows(self.lists, "henvendelser");
        let named = enquiries.iter().flat_map(|row| [row["henviser"], row["viderehenvist_til"]]);
        let mut names: Vec<&str> = named.chain(referrals.iter().map(|row| row["partner"])).collect();
        names.sort_unstable();
        names.dedup();
        for name in names.into_iter().filter(|name| !name.is_empty()) {
            paper.send("/tilbud/partner", "/tilbud/partner", &[("navn", name)]).await;
            let page = paper.page("/tilbud/nyt").await;
            let id = last_id(page.split(&format!(">{name}</option>")).next().unwrap());
            let areas = referrals.iter().filter(|row| row["partner"] == name).map(|row| ("omraader", row["omraade"]));
            let mut offer: Vec<(&str, &str)> = areas.collect();
            if !offer.is_empty() {
                offer.extend([("partner", id.as_str()), ("titel", "Samtaler")]);
                paper.send("/tilbud/nyt", "/tilbud/nyt", &offer).await;
            }
            self.partners.insert(name, id);
        }
    }

    fn at(&self, course: &str) -> String {
        let courses = rows(self.lists, "forloeb");
        let row = courses.iter().find(|row| row["forloeb_id"] == course).unwrap();
        self.citizens[row["borger_id"]].clone()
    }

    async fn does(&mut self, paper: &Paper<'_>, on: &str, doing: Doing, rows: &[Row<'r>]) {
        let row = &rows[0];
        match doing {
            Doing::Ask => return self.ask(paper, row).await,
            Doing::Begin => return self.begin(paper, on, row).await,
            _ => {}
        }
        let at = self.at(row["forloeb_id"]);
        match doing {
            Doing::Ask | Doing::Begin => {}
            Doing::Fill => drop(fill(paper, &at, on, rows).await),
            Doing::SetGoal => {
                let area = if row["omraade"].is_empty() { "uden_for" } else { row["omraade"] };
                let typed = [("maal", row["tekst"]), ("omraade", area), ("forslag", "borger"), ("dag", on)];
                let made = paper.send(&format!("{at}/plan/maal"), &format!("{at}/plan/maal"), &typed).await;
                self.goals.insert(row["maal_id"], format!("{at}/plan/maal/{}", last_id(&made)));
            }
            Doing::Settle => {
                let goal = &self.goals[row["maal_id"]];
                paper.send(goal, &format!("{goal}/tilstand"), &[("tilstand", row["status"]), ("dag", on)]).await;
            }
            Doing::Mark => mark(paper, &at, on, rows).await,
            Doing::Tell => {
                let minutes = if row["minutter"].is_empty() { "" } else { "andet" };
                let what = [("slags", row["type"]), ("hvor", row["sted"]), ("med", row["med"]), ("note", row["tekst"])];
                let when = [("dato", "dag"), ("dato-dag", on), ("min", minutes), ("min-andet", row["minutter"])];
                let address = format!("{at}/kontakt");
                paper.send(&address, &address, &[what, when].concat()).await;
            }
            Doing::Refer => self.refer(paper, &at, on, row).await,
            Doing::Answered => {
                let page = paper.page(&format!("{at}/henvisning")).await;
                let id = page.split(&format!("action=\"{at}/henvisning/")).nth(1).unwrap().split('/').next().unwrap();
                let typed = [("tilstand", row["status"]), ("dag", on)];
                paper.send(&format!("{at}/henvisning"), &format!("{at}/henvisning/{id}/svar"), &typed).await;
            }
            Doing::Reply => {
                let address = format!("{at}/opfoelgning/svar");
                let typed = [("svar", row["svar"]), ("grund", row["note"])];
                paper.send(&format!("{address}?forfald={}", row["forfald"]), &address, &typed).await;
            }
            Doing::EndTalks => {
                let typed = [("udfald", "andet_tilbud"), ("slut", on), ("ord", "Et andet tilbud")];
                paper.send(&format!("{at}/afklaring"), &format!("{at}/afklaring/slut"), &typed).await;
            }
            Doing::Close => {
                let address = format!("{at}/afslutning");
                paper.send(&address, &address, &[("dag", on), ("grund", row["afslutningsaarsag"])]).await;
            }
        }
    }

    async fn ask(&mut self, paper: &Paper<'_>, row: &Row<'r>) {
        let (citizen, partner) = (row["borger_id"], |name: &str| self.partners.get(name).map_or("", String::as_str));
        let citizens = rows(self.lists, "borgere");
        let alias = citizens.iter().find(|row| row["borger_id"] == citizen).map_or("", |row| row["alias"]);
        let same = self.citizens.get(citizen).map(|at| last_id(at)).unwrap_or_default();
        let mut typed = vec![
            ("dato", row["dato"]),
            ("kanal", row["kanal"]),
            ("henviser", partner(row["henviser"])),
            ("oensker", row["oensker_forloeb"]),
            ("alias", alias),
            ("samme", &same),
        ];
        if row["oensker_forloeb"] == "nej" {
            let to = partner(row["viderehenvist_til"]);
            let answer = if to.is_empty() { "borgers_nej" } else { "henvist" };
            typed.extend([("svar", answer), ("svardato", row["dato"]), ("partner", to)]);
        }
        let made = paper.send("/henvendelser/ny", "/henvendelser/ny", &typed).await;
        self.asked.insert(citizen, made.split('?').next().unwrap().to_owned());
    }

    /// The enquiry is answered with a clarification, and a worker takes it.
    async fn begin(&mut self, paper: &Paper<'_>, on: &str, row: &Row<'r>) {
        let enquiry = self.asked.remove(row["borger_id"]).unwrap();
        paper.send(&enquiry, &enquiry, &[("svar", "afklaring"), ("svardato", on)]).await;
        let page = paper.page(&enquiry).await;
        let at = format!("/borger/{}", last_id(page.split("/afklaring\"").next().unwrap()));
        let worker = self.workers[row["medarbejder"]].as_str();
        let address = format!("{at}/medarbejder");
        paper.send(&address, &address, &[("medarbejder", worker), ("fra", on)]).await;
        self.citizens.insert(row["borger_id"], at);
    }

    async fn refer(&self, paper: &Paper<'_>, at: &str, on: &str, row: &Row<'_>) {
        let goals = rows(self.lists, "maal");
        let is_its = |goal: &&Row<'_>| goal["forloeb_id"] == row["forloeb_id"] && goal["omraade"] == row["omraade"];
        let goal = &self.goals[goals.iter().find(is_its).unwrap()["maal_id"]];
        let address = format!("{at}/henvisning?maal={}", last_id(goal));
        let page = paper.page(&address).await;
        let mut offers = page.split("name=\"tilbud\"").skip(1);
        let offer = offers.find(|offer| offer.contains(row["partner"])).unwrap();
        let offer = offer.split("value=\"").nth(1).unwrap().split('"').next().unwrap();
        let typed =
            [("tilbud", offer), ("deles", "alias"), ("samtykke", row["samtykke"]), ("til", "2016-12-31"), ("dag", on)];
        paper.send(&address, &address, &typed).await;
    }

    /// A whole star on the day, and taken out again: it enrols nobody (R1).
    async fn mistake(&self, paper: &Paper<'_>, course: &str, on: &str) {
        let at = self.at(course);
        let readings = rows(self.lists, "maalinger");
        let is_star = |row: &&Row<'_>| row["forloeb_id"] == course && row["instrument"] == "stjerne";
        let first = readings.iter().find(is_star).unwrap()["maaling_id"];
        let star: Vec<Row<'_>> = readings.iter().filter(|row| row["maaling_id"] == first).cloned().collect();
        let reading = format!("{at}/maaling/{}", last_id(&fill(paper, &at, on, &star).await));
        paper.send(&reading, &format!("{reading}/traek"), &[("grund", "Det var en anden borgers")]).await;
    }
}

/// Types the readings of a day from paper.
async fn fill(paper: &Paper<'_>, at: &str, on: &str, rows: &[Row<'_>]) -> String {
    let answers = rows.iter().map(|row| {
        let answer = match row["svar"] {
            "ikke_relevant" => "x",
            // The choices of the purpose are numbered.
            "exit" => "0",
            "bedre_livssituation" => "1",
            number => number,
        };
        (format!("a-{}-{}", row["instrument"], row["punkt"]), answer)
    });
    let answers: Vec<(String, &str)> = answers.collect();
    let mut typed: Vec<(&str, &str)> = answers.iter().map(|(name, answer)| (name.as_str(), *answer)).collect();
    typed.extend([("dag", on), ("af", rows[0]["udfyldt_af"]), ("uanset", "ja")]);
    paper.send(&format!("{at}/opfoelgning?doer=papir"), &format!("{at}/opfoelgning"), &typed).await
}

async fn mark(paper: &Paper<'_>, at: &str, on: &str, rows: &[Row<'_>]) {
    let row = &rows[0];
    let form = match row["type"] {
        "faseskift" => "faseskift",
        "fokusomraade" => "fokus",
        "plan_gennemgaaet" => "tilbageblik",
        "afbrydelse" => "afbrydelse",
        "stoette_aftalt" => "aftale",
        "afsluttende_samtale" => "samtale",
        other => panic!("there is no form for {other}"),
    };
    let (to, words) = (format!("{at}/forloeb/{form}"), if form == "tilbageblik" { "virkede" } else { "ord" });
    let mut typed = vec![("dag", on), (words, row["note"])];
    typed.extend(rows.iter().map(|row| ("omraader", row["omraade"])).filter(|_| form == "fokus"));
    // The form of the focus areas is one phase's, and holds it already.
    if form == "fokus" {
        paper.send(&format!("{to}?fase={}", row["fase"]), &to, &typed).await;
    } else {
        typed.push(("fase", row["fase"]));
        paper.send(&to, &to, &typed).await;
    }
}
