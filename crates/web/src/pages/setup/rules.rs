//! `/opsaetning/indsats`: the rules in force; whoever keeps them changes them here, and is shown what moves before anything is saved.

use std::collections::BTreeMap;

use app::rules::Way;
use app::unsent::Fields;
use app::view::rules::{Offered, RulesPage};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use domain::file::programme::parse_programme;
use domain::programme::change::Number;
use domain::programme::draft::{Draft, Refused, bounds};
use domain::programme::{GoalArea, Programme, Text};
use render::day::typed as typed_day;

use super::{Fact, RULES, preview, told, ways};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form};
use crate::frame::{Frame, Place};
use crate::pages::identity::Asked;
use crate::part::{Chip, Done};
use crate::reader::{Reader, SignedIn};
use crate::sent::Sent;
use crate::typed::needed_day;

/// The most rows of one kind.
const ROWS: usize = 60;

/// The rules.
pub(crate) async fn rules(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let page = app::rules::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let t = render::words(reader.locale);
    let done = asked.gemt.map(|_| Done::said(t.say("rules-saved").to_owned()));
    if !page.may_keep {
        return read_only(&reader, &page);
    }
    let values = fields(&page.rules);
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let form = Form::fresh(&site.app, &cx, &reader, RULES.to_owned(), None).await;
    let form = form.map_err(|error| reader.fault(error))?.filled(page.version, &values);
    show(&reader, &page, form, done)
}

/// What was typed: a row more or less of the form, or what it would move.
pub(crate) async fn look(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    sent.check(&reader)?;
    let page = app::rules::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let (is_rows_only, sent) = (!sent.text("mere").is_empty() || !sent.text("fjern").is_empty(), in_rows(&sent));
    let again =
        |sent: Sent| Form::again(&cx, &reader, RULES.to_owned(), None, sent).map_err(|error| reader.fault(error));
    if is_rows_only {
        return show(&reader, &page, again(sent)?, None);
    }
    let draft = draft(&sent);
    let offered = app::rules::offer(&site.app, &cx, Way::Typed(&draft), sent.version()).await;
    match offered.map_err(|error| reader.fault(error))? {
        Offered::Refused(refused) => show(&reader, &page, with(again(sent)?, &refused), None),
        Offered::Same => {
            let mut form = again(sent)?;
            form.fault("", form.t.say("rules-same"));
            show(&reader, &page, form, None)
        }
        other => preview::show(&site, &cx, &reader, &other, None, ""),
    }
}

/// Goes back from what a change would move to the fields, with what was typed in them.
pub(crate) async fn back(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    sent.check(&reader)?;
    let page = app::rules::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let rules = parse_programme("", sent.text("toml")).map_err(|_| Fault::Origin)?;
    let mut typed = Fields::new();
    for (name, value) in fields(&rules) {
        typed.entry(name).or_default().push(value);
    }
    typed.entry("version".to_owned()).or_default().push(sent.version().to_string());
    let form = Form::again(&cx, &reader, RULES.to_owned(), None, Sent::of(typed));
    show(&reader, &page, form.map_err(|error| reader.fault(error))?, None)
}

/// The refusals beside their fields.
pub(super) fn with(mut form: Form, refused: &[Refused]) -> Form {
    for one in refused {
        let text = super::rules::sentence(form.t, one);
        form.fault(&one.field.name(), &text);
    }
    form
}

/// A refusal as a sentence.
pub(super) fn sentence(t: &render::Words, one: &Refused) -> String {
    let what = one.what.as_ref().map(|what| format!(": {}", t.locale().of(what))).unwrap_or_default();
    format!("{}{what}.", t.code("refusal", one.code.code()))
}

/// Rules as the fields of the form.
fn fields(rules: &Programme) -> Vec<(String, String)> {
    let mut fields = vec![
        ("titel_da".to_owned(), rules.title.da.clone()),
        ("titel_en".to_owned(), rules.title.en.clone()),
        ("bevilling_fra".to_owned(), typed_day(rules.funding.from)),
        ("bevilling_til".to_owned(), typed_day(rules.funding.to)),
        ("indskriver".to_owned(), rules.enrolling_instrument.clone()),
    ];
    fields.extend(Number::ALL.iter().map(|number| (number.code().to_owned(), number.of(rules).to_string())));
    fields.extend(rules.instruments.iter().map(|key| ("instrumenter".to_owned(), key.clone())));
    for (row, window) in rules.recruitment.iter().enumerate() {
        fields.push((format!("vindue_fra_{row}"), typed_day(window.from)));
        fields.push((format!("vindue_til_{row}"), typed_day(window.to)));
    }
    for (row, area) in rules.goal_areas.iter().enumerate() {
        fields.push((format!("omraade_noegle_{row}"), area.key.clone()));
        fields.push((format!("omraade_da_{row}"), area.name.da.clone()));
        fields.push((format!("omraade_en_{row}"), area.name.en.clone()));
        if area.retired {
            fields.push((format!("omraade_udgaaet_{row}"), "ja".to_owned()));
        }
    }
    fields
}

/// The parts of a row of windows, and of areas.
const ROW_FIELDS: [(&str, &[&str]); 2] = [
    ("vindue", &["vindue_fra", "vindue_til"]),
    ("omraade", &["omraade_noegle", "omraade_da", "omraade_en", "omraade_udgaaet"]),
];

/// The same form with its rows counted from 0, without empty ones and without the one that is to be removed.
fn in_rows(sent: &Sent) -> Sent {
    let is_row = |name: &str| ROW_FIELDS.iter().any(|(_, parts)| parts.iter().any(|part| row_of(name, part).is_some()));
    let mut fields: Fields = sent
        .fields()
        .iter()
        .filter(|(name, _)| !is_row(name))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    for (kind, parts) in ROW_FIELDS {
        let removed = sent.text("fjern");
        let mut count = 0;
        for row in 0..ROWS {
            let at = |part: &str| format!("{part}_{row}");
            let typed: Vec<(&str, &str)> = parts.iter().map(|part| (*part, sent.text(&at(part)))).collect();
            if typed.iter().all(|(_, text)| text.trim().is_empty()) || removed == format!("{kind}_{row}") {
                continue;
            }
            for (part, text) in typed.into_iter().filter(|(_, text)| !text.is_empty()) {
                fields.entry(format!("{part}_{count}")).or_default().push(text.to_owned());
            }
            count += 1;
        }
    }
    Sent::of(fields)
}

fn row_of(name: &str, part: &str) -> Option<usize> {
    name.strip_prefix(part)?.strip_prefix('_')?.parse().ok()
}

/// How many rows there are.
fn rows(form: &Form, part: &str, other: &str) -> usize {
    (0..ROWS)
        .take_while(|row| {
            !form.value(&format!("{part}_{row}")).is_empty() || !form.value(&format!("{other}_{row}")).is_empty()
        })
        .count()
}

/// The rules as they were typed.
fn draft(sent: &Sent) -> Draft {
    let text = |name: &str| sent.text(name).to_owned();
    let numbers: BTreeMap<Number, u32> = Number::ALL
        .iter()
        .filter_map(|number| Some((*number, sent.text(number.code()).trim().parse().ok()?)))
        .collect();
    let day = |name: String| needed_day(sent, &name);
    let has = |parts: &[&str], row: usize| parts.iter().any(|part| !sent.text(&format!("{part}_{row}")).is_empty());
    let [(_, window), (_, area)] = ROW_FIELDS;
    Draft {
        title: Text { da: text("titel_da"), en: text("titel_en") },
        numbers,
        funding: (day("bevilling_fra".to_owned()), day("bevilling_til".to_owned())),
        windows: (0..ROWS)
            .take_while(|row| has(window, *row))
            .map(|row| (day(format!("vindue_fra_{row}")), day(format!("vindue_til_{row}"))))
            .collect(),
        instruments: sent.all("instrumenter").map(str::to_owned).collect(),
        enrolling: text("indskriver"),
        areas: (0..ROWS)
            .take_while(|row| has(area, *row))
            .map(|row| GoalArea {
                key: text(&format!("omraade_noegle_{row}")),
                name: Text { da: text(&format!("omraade_da_{row}")), en: text(&format!("omraade_en_{row}")) },
                retired: sent.has(&format!("omraade_udgaaet_{row}"), "ja"),
            })
            .collect(),
    }
}

struct NumberHtml {
    name: &'static str,
    label: String,
    hint: String,
}

/// A row of the form: its fields' names, and what the row says beside them.
struct RowHtml {
    row: usize,
    legend: String,
    key: String,
    is_retired: bool,
    may_remove: bool,
}

#[derive(Template)]
#[template(path = "setup-rules.html")]
struct RulesHtml<'a> {
    f: Frame<'a>,
    ways: Vec<Chip>,
    done: Option<Done>,
    form: Form,
    numbers: Vec<NumberHtml>,
    windows: Vec<RowHtml>,
    areas: Vec<RowHtml>,
    instruments: Vec<Choice>,
}

fn show(reader: &Reader, page: &RulesPage, form: Form, done: Option<Done>) -> Result<Response, Fault> {
    let f = Frame::new(reader, render::words(reader.locale).say("setup-rules"), Place::Setup, RULES.to_owned());
    let t = f.t;
    let number = |number: &Number| NumberHtml {
        name: number.code(),
        label: told::number(t, *number).to_owned(),
        hint: t.say_with(
            "rules-range",
            &[("from", (*bounds(*number).start()).into()), ("to", (*bounds(*number).end()).into())],
        ),
    };
    let instruments: Vec<Choice> =
        page.instruments.iter().map(|(key, title)| Choice::new(key.as_str(), t.locale().of(title))).collect();
    let legend = |key: &str, row: usize| t.say_with(key, &[("n", (row + 1).into())]);
    let of = |row: usize, count: usize, one: &str, new: &str| RowHtml {
        row,
        legend: if row < count { legend(one, row) } else { t.say(new).to_owned() },
        key: form.value(&format!("omraade_noegle_{row}")).to_owned(),
        is_retired: form.is(&format!("omraade_udgaaet_{row}"), "ja"),
        may_remove: row < count,
    };
    let count = rows(&form, "vindue_fra", "vindue_til");
    let windows = (0..=count).map(|row| of(row, count, "rules-window-n", "rules-window-new")).collect();
    let count = rows(&form, "omraade_da", "omraade_en");
    let areas = (0..=count)
        .map(|row| of(row, count, "rules-area-n", "rules-area-new"))
        .map(|row| RowHtml { may_remove: row.may_remove && !page.used.contains(&row.key), ..row })
        .collect();
    let status = form.status();
    let numbers = Number::ALL.iter().map(number).collect();
    let html = RulesHtml { ways: ways(reader, RULES), done, numbers, windows, areas, instruments, form, f };
    Ok((status, laid_out(&html)?).into_response())
}

#[derive(Template)]
#[template(path = "setup-read.html")]
struct ReadHtml<'a> {
    f: Frame<'a>,
    ways: Vec<Chip>,
    facts: Vec<Fact>,
}

fn read_only(reader: &Reader, page: &RulesPage) -> Result<Response, Fault> {
    let f = Frame::new(reader, render::words(reader.locale).say("setup-rules"), Place::Setup, RULES.to_owned());
    let facts = told::facts(f.t, &page.rules, &called(&f, page));
    Ok(laid_out(&ReadHtml { ways: ways(reader, RULES), facts, f })?.into_response())
}

/// What an instrument is called.
fn called(f: &Frame<'_>, page: &RulesPage) -> impl Fn(&str) -> String {
    let t = f.t;
    let titles: Vec<(String, String)> =
        page.instruments.iter().map(|(key, title)| (key.clone(), t.locale().of(title).to_owned())).collect();
    move |key: &str| {
        titles.iter().find(|(known, _)| known == key).map_or_else(|| key.to_owned(), |(_, title)| title.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(pairs: &[(&str, &str)]) -> Sent {
        Sent::of(pairs.iter().map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()])).collect())
    }

    #[test]
    fn an_empty_row_and_the_removed_one_are_gone_and_the_others_close_up() {
        let typed = sent(&[
            ("titel_da", "Indsats"),
            ("vindue_fra_0", "1.1.2016"),
            ("vindue_til_0", "1.2.2016"),
            ("vindue_fra_1", " "),
            ("vindue_til_1", ""),
            ("vindue_fra_2", "1.3.2016"),
            ("vindue_fra_3", "1.4.2016"),
            ("omraade_noegle_0", "bolig"),
            ("fjern", "vindue_3"),
        ]);
        let rows = in_rows(&typed);
        assert_eq!((rows.text("vindue_fra_0"), rows.text("vindue_fra_1")), ("1.1.2016", "1.3.2016"));
        assert_eq!((rows.text("vindue_til_1"), rows.text("vindue_fra_2")), ("", ""));
        assert_eq!((rows.text("titel_da"), rows.text("omraade_noegle_0")), ("Indsats", "bolig"));
        assert_eq!(draft(&rows).windows.len(), 2);
    }

    #[test]
    fn rules_come_back_out_of_the_form_as_they_were() {
        let file = include_str!("../../../../../programmes/exit-2016.toml");
        let rules = parse_programme("p", file).unwrap();
        let mut typed = Fields::new();
        for (name, value) in fields(&rules) {
            typed.entry(name).or_default().push(value);
        }
        assert_eq!(draft(&in_rows(&Sent::of(typed))).checked(&rules), Ok(rules));
    }
}
