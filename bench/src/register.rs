//! The seeded lives as a register of CSV files, for the import.

use std::fmt::Write;
use std::path::Path;

use anyhow::Result;
use app::instruments::Instruments;
use app::seed::life::{Life, Setting};
use domain::file::programme::parse_programme;
use domain::instrument::{Instrument, Scale};
use domain::reading::Answer;

const OF_A_WORKER: u64 = 20;

/// Writes the register of so many citizens; gives the number of its rows.
pub(crate) fn write(folder: &Path, citizens: u64) -> Result<u64> {
    let rules = parse_programme("exit-2016.toml", include_str!("../../programmes/exit-2016.toml"))
        .map_err(|faults| anyhow::anyhow!("{faults:?}"))?;
    let shipped = Instruments::shipped()?;
    let instruments: Vec<Instrument> = rules.instruments.iter().filter_map(|key| shipped.named(key)).cloned().collect();
    let setting = Setting { programme: &rules, instruments: &instruments, seed: 1 };
    let mut files = Files::new();
    for number in 0..citizens {
        let worker = format!("medarbejder-{}", number / OF_A_WORKER);
        if number % OF_A_WORKER == 0 {
            files.row(7, format!("{worker};Opfundet Person;2013-04-01;"));
        }
        files.life(&setting.life(number, &worker, number % OF_A_WORKER < OF_A_WORKER / 2), &instruments);
    }
    std::fs::create_dir_all(folder)?;
    for (name, text) in NAMES.iter().zip(&files.texts) {
        std::fs::write(folder.join(format!("{}.csv", name.0)), text)?;
    }
    Ok(files.rows)
}

const NAMES: [(&str, &str); 9] = [
    ("borgere", "borger_id;alias;navn;cpr;koen;foedselsaar;telefon;adressebeskyttelse;sikker_kontakt"),
    ("henvendelser", "henvendelse_id;dato;kanal;henviser;borger_id;oensker_forloeb;forskning_samtykke;viderehenvist_til;note"),
    ("forloeb", "forloeb_id;borger_id;afklaring_start;afklaring_slut;afklaring_aarsag;afsluttet;afslutningsaarsag;medarbejder"),
    ("maalinger", "maaling_id;forloeb_id;instrument;dato;punkt;svar;udfyldt_af;note"),
    ("kontakter", "forloeb_id;dato;type;sted;med;minutter;tekst"),
    ("maal", "maal_id;forloeb_id;oprettet;omraade;tekst;status;status_dato"),
    ("skridt", "forloeb_id;oprettet;tekst;dato;hvem;gjort"),
    ("medarbejdere", "brugernavn;navn;fra;til"),
    ("begivenheder", "forloeb_id;dato;type;fase;omraade;note"),
];

struct Files {
    texts: Vec<String>,
    rows: u64,
}

impl Files {
    fn new() -> Self {
        Self { texts: NAMES.iter().map(|(_, heading)| format!("{heading}\n")).collect(), rows: 0 }
    }

    fn row(&mut self, file: usize, row: String) {
        if let Some(text) = self.texts.get_mut(file) {
            let _ = writeln!(text, "{row}");
            self.rows += 1;
        }
    }

    fn life(&mut self, life: &Life, instruments: &[Instrument]) {
        let citizen = &life.citizen;
        let safe: Vec<&str> = citizen.safe_contact.iter().map(|rule| rule.code()).collect();
        let protected = yes(citizen.protected_address);
        let words = |text: &Option<domain::personal::Personal<String>>| text.as_ref().map(|text| text.reveal().clone()).unwrap_or_default();
        self.row(
            0,
            format!(
                "{};{};{};{};{};{};{};{protected};{}",
                citizen.id, words(&citizen.alias), words(&citizen.name), words(&citizen.cpr), told(citizen.gender),
                told(citizen.birth_year), words(&citizen.phone), safe.join(",")
            ),
        );
        let enquiry = &life.enquiry;
        let (wants, consents) = (yes(enquiry.wants_course), yes(enquiry.research_consent));
        self.row(
            1,
            format!("{};{};{};;{};{wants};{consents};;{}", enquiry.id, enquiry.received_on, told(enquiry.channel), citizen.id, words(&enquiry.note)),
        );
        let course = &life.course;
        self.row(
            2,
            format!(
                "{};{};{};;;{};{};{}",
                course.id, course.citizen, course.clarification_began_on, told(course.closed_on), told(course.closing_reason), told(course.worker.as_ref())
            ),
        );
        for reading in &life.readings {
            let Some(instrument) = instruments.iter().find(|instrument| instrument.key == reading.instrument) else { continue };
            for (at, (item, answer)) in instrument.items.iter().zip(&reading.answers.0).enumerate() {
                let note = reading.notes.iter().find(|note| note.item == at).map(|note| note.text.reveal().as_str()).unwrap_or_default();
                let answer = said(*answer, &instrument.scale);
                let by = told(reading.filled_by);
                self.row(3, format!("{};{};{};{};{};{answer};{by};{note}", reading.id, reading.course, reading.instrument, reading.made_on, item.key));
            }
        }
        for contact in &life.contacts {
            let (kind, place, with) = (told(contact.kind), told(contact.place), told(contact.with));
            self.row(4, format!("{};{};{kind};{place};{with};{};{}", contact.course, contact.on, told(contact.minutes), words(&contact.text)));
        }
        for goal in &life.goals {
            let (area, state) = (told(goal.area.as_ref()), told(goal.state));
            self.row(5, format!("{};{};{};{area};{};{state};{}", goal.id, goal.course, goal.created_on, words(&goal.text), told(goal.state_on)));
        }
        let step = &life.step;
        self.row(6, format!("{};{};{};{};{};{}", step.course, step.created_on, step.text.reveal(), told(step.agreed_for), told(step.doer), told(step.done_on)));
        for mark in &life.marks {
            self.row(8, format!("{};{};{};{};{};", mark.course, mark.on, mark.kind, told(mark.phase), told(mark.area.as_ref())));
        }
    }
}

fn said(answer: Option<Answer>, scale: &Scale) -> String {
    match (answer, scale) {
        (Some(Answer::Value(value)), Scale::Choices(choices)) => {
            choices.get(usize::from(value)).map(|choice| choice.key.clone()).unwrap_or_default()
        }
        (Some(Answer::Value(value)), _) => value.to_string(),
        (Some(Answer::NotRelevant), _) => "ikke_relevant".to_owned(),
        (Some(Answer::Declined) | None, _) => String::new(),
    }
}

fn yes(answer: Option<bool>) -> &'static str {
    match answer {
        Some(true) => "ja",
        Some(false) => "nej",
        None => "",
    }
}

fn told<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
