//! Who is in a package, what stands in it, and what is refused: worked out by hand.

use super::*;
use crate::code::{Channel, ClosingReason, ConsentState, ContactKind, GoalState, MarkKind};
use crate::day::add_days;
use crate::example::{
    citizen, clarification, closed, contact, day, enquiry, enrolled, instruments, mark, programme, purpose, reading,
    star, who5,
};
use crate::facts::Goal;
use crate::programme::{GoalArea, Text};
use crate::reading::{Answer as Said, Answers};

const DAY: &str = "2015-11-23";

/// Everything that a package is made from, to change one thing in.
struct World {
    courses: Vec<Course>,
    enquiries: Vec<Enquiry>,
    merges: Vec<Merge>,
    answers: Vec<Answer>,
    people: HashMap<CitizenId, Traits>,
    work: HashMap<CourseId, CourseWork>,
    hidden: HashSet<CitizenId>,
    programme: Programme,
    instruments: Vec<Instrument>,
}

fn yes(number: u128, on: &str) -> Answer {
    Answer { citizen: citizen(number), state: ConsentState::Given, on: day(on) }
}

fn born(year: i32) -> Traits {
    Traits { gender: Some(Gender::Woman), birth_year: Some(year), is_erased: false }
}

impl World {
    /// So many women of 25 who agreed, each enrolled on New Year's Day 2015 with two stars and two scores that differ.
    fn of(persons: u128) -> Self {
        let mut programme = programme();
        let name = Text { da: "Bolig".to_owned(), en: "Housing".to_owned() };
        programme.goal_areas = vec![GoalArea { key: "bolig".to_owned(), name, retired: false }];
        let mut world = Self {
            courses: Vec::new(),
            enquiries: Vec::new(),
            merges: Vec::new(),
            answers: Vec::new(),
            people: HashMap::new(),
            work: HashMap::new(),
            hidden: HashSet::new(),
            programme,
            instruments: instruments(),
        };
        for number in 1..=persons {
            world.adds(number);
        }
        world
    }

    fn adds(&mut self, number: u128) {
        let mut course = clarification(number, number, "2015-01-01");
        let step = u8::try_from(number % 5).unwrap();
        for (at, on, add) in [(1, "2015-01-01", 0), (2, "2015-04-11", 1)] {
            let mut star = reading(number * 1000 + at, &star(), on);
            star.answers = Answers(vec![Some(Said::Value(1 + step + add)); 3]);
            let mut score = reading(number * 1000 + 10 + at, &who5(), on);
            score.answers = Answers(vec![Some(Said::Value((step + add) % 6)); 5]);
            course.readings.extend([star, score]);
        }
        self.courses.push(course);
        self.enquiries.push(Enquiry { channel: Some(Channel::Own), ..enquiry(number, "2014-12-01") });
        self.answers.push(yes(number, "2014-12-01"));
        self.people.insert(citizen(number), born(1990));
        let minutes = contact("2015-02-01", ContactKind::Meeting, None, None);
        let contacts = vec![minutes; usize::try_from(number % 4).unwrap() + 1];
        self.work.insert(CourseId(uuid::Uuid::from_u128(number)), CourseWork { contacts, goals: Vec::new() });
    }

    fn facts(&self) -> Facts<'_> {
        Facts {
            courses: &self.courses,
            enquiries: &self.enquiries,
            merges: &self.merges,
            answers: &self.answers,
            people: &self.people,
            work: &self.work,
            hidden: &self.hidden,
            programme: &self.programme,
            instruments: &self.instruments,
        }
    }

    fn ready(&self) -> usize {
        ready(&self.facts(), day(DAY))
    }

    fn package(&self) -> Result<Package, NotMade> {
        package(&self.facts(), day(DAY))
    }

    fn made(&self) -> Package {
        self.package().unwrap()
    }
}

/// What stands in a column for a person.
fn cell(package: &Package, number: u128, name: &str) -> Value {
    let at = package.columns.iter().position(|column| column.name == name).unwrap_or_else(|| panic!("no {name}"));
    let row = package.rows.iter().find(|row| row.citizen == citizen(number)).unwrap();
    row.values[at].clone()
}

fn code(code: &str) -> Value {
    Value::Code(code.to_owned())
}

#[test]
fn ninety_nine_who_agreed_are_too_few_and_a_hundred_are_enough() {
    assert_eq!(World::of(99).package(), Err(NotMade::TooFew(99)));
    let package = World::of(100).made();
    assert_eq!((package.rows.len(), package.agreed, package.suppressed, package.rung), (100, 100, 0, 0));
    assert_eq!(package.smallest, 100, "all look alike");
}

#[test]
fn who_took_the_yes_back_or_never_gave_it_is_out_and_the_last_answer_counts() {
    let mut world = World::of(6);
    let no = |number, state, on: &str| Answer { citizen: citizen(number), state, on: day(on) };
    world.answers.push(no(1, ConsentState::Withdrawn, "2015-06-01"));
    world.answers.push(no(2, ConsentState::Refused, "2014-12-01"));
    world.answers.push(no(3, ConsentState::Asked, "2015-06-01"));
    assert_eq!(world.ready(), 3, "taken back, a no on the same day, asked again without an answer");
    world.answers.push(yes(1, "2015-07-01"));
    assert_eq!(world.ready(), 4, "and given again");
    world.answers.push(no(4, ConsentState::Withdrawn, "2016-01-01"));
    assert_eq!(world.ready(), 3, "a no after the day of the package counts all the same");
    world.answers.push(yes(5, "2015-11-24"));
    assert_eq!(world.ready(), 2, "a yes after the day does not");
}

#[test]
fn two_records_of_a_person_are_one_row_whose_latest_course_stands() {
    let mut world = World::of(100);
    world.merges.push(Merge { from: citizen(7), into: citizen(8) });
    assert_eq!(world.package(), Err(NotMade::TooFew(99)));
    world.adds(101);
    world.adds(102);
    let mut later = enrolled(999, 7, "2015-03-01");
    later.closing = Some(crate::facts::Closing { on: day("2015-04-10"), reason: Some(ClosingReason::Planned) });
    world.courses.push(later);
    let package = world.made();
    assert_eq!((package.rows.len(), package.suppressed), (100, 1), "the only one whose course has ended stands out");
    assert!(!package.rows.iter().any(|row| [citizen(7), citizen(8)].contains(&row.citizen)));
    world.answers.push(Answer { citizen: citizen(7), state: ConsentState::Withdrawn, on: day("2015-05-01") });
    assert_eq!(world.ready(), 100, "a no on either record is the person's no");
}

#[test]
fn who_is_erased_or_hidden_or_not_enrolled_is_out() {
    let mut world = World::of(5);
    world.people.insert(citizen(1), Traits { is_erased: true, ..born(1990) });
    world.hidden.insert(citizen(2));
    world.courses[2] = clarification(3, 3, "2015-01-01");
    world.courses[3] = enrolled(4, 4, "2015-11-24");
    assert_eq!(world.ready(), 1);
}

#[test]
fn four_who_stand_out_are_left_out_and_five_stay() {
    let mut world = World::of(110);
    for number in 1..=4 {
        world.people.insert(citizen(number), Traits { gender: Some(Gender::Man), ..born(1990) });
    }
    let package = world.made();
    assert_eq!((package.rows.len(), package.suppressed, package.rung), (106, 4, 0));
    world.people.insert(citizen(5), Traits { gender: Some(Gender::Man), ..born(1990) });
    let package = world.made();
    assert_eq!((package.rows.len(), package.suppressed, package.smallest), (110, 0, 5));
    assert_eq!(cell(&package, 5, "gender"), code("mand"));
}

#[test]
fn where_more_than_one_in_twenty_stands_out_groups_are_made_coarser_rung_by_rung() {
    let mut world = World::of(110);
    // Six of other years: in bands of five years two threes, in bands of ten years one six.
    for number in 1..=6 {
        world.people.insert(citizen(number), born(if number <= 3 { 1984 } else { 1979 }));
    }
    let package = world.made();
    assert_eq!((package.rung, package.suppressed, package.smallest), (1, 0, 6));
    assert_eq!((cell(&package, 1, "age_group"), cell(&package, 10, "age_group")), (code("30-39"), code("20-29")));
}

#[test]
fn at_the_ladder_s_end_nothing_of_the_outside_is_told_and_a_hundred_are_needed_still() {
    let mut world = World::of(100);
    // Everybody alone by age, ending and way of coming together, so that only the last rung is left.
    for number in 1..=3 {
        world.people.insert(citizen(number), Traits { gender: Some(Gender::Man), ..born(1990) });
    }
    let package = world.made();
    assert_eq!((package.rung, package.rows.len()), (LADDER.len() - 1, 100), "97 are too few, so gender is not told");
    assert_eq!((cell(&package, 1, "gender"), cell(&package, 1, "age_group")), (code("alle"), code("alle")));
    assert_eq!(cell(&package, 1, "ended_after_days"), Value::Nothing);
}

#[test]
fn a_class_that_shares_an_answer_is_not_told_apart() {
    let mut world = World::of(110);
    for number in 1..=5 {
        world.people.insert(citizen(number), Traits { gender: Some(Gender::Man), ..born(1990) });
        let course = &mut world.courses[usize::try_from(number).unwrap() - 1];
        for reading in course.readings.iter_mut().filter(|reading| *reading.instrument == *"who-5") {
            reading.answers = Answers(vec![Some(Said::Value(2)); 5]);
        }
    }
    let package = world.made();
    assert_eq!((package.rows.len(), package.suppressed), (105, 5), "five men, all of 40 points");
    let other = world.courses[0].readings.iter_mut().find(|reading| *reading.instrument == *"who-5").unwrap();
    other.answers = Answers(vec![Some(Said::Value(3)); 5]);
    assert_eq!(world.made().suppressed, 5, "the latest score is the same for all of them still");
    let latest = world.courses[0].readings.iter_mut().rfind(|reading| *reading.instrument == *"who-5").unwrap();
    latest.answers = Answers(vec![Some(Said::Value(3)); 5]);
    assert_eq!(world.made().suppressed, 0);
}

#[test]
fn a_sensitive_column_that_nearly_everybody_has_the_same_value_in_is_left_out() {
    let mut world = World::of(110);
    let reach = |world: &mut World, number: u128| {
        let goal = Goal {
            created_on: day("2015-02-01"),
            area: Some("bolig".to_owned()),
            states: vec![(day("2015-03-01"), GoalState::Reached)],
        };
        world.work.get_mut(&CourseId(uuid::Uuid::from_u128(number))).unwrap().goals.push(goal);
    };
    let left_out = |package: &Package| package.left_out.iter().any(|column| column.name == "goals_reached_bolig");
    for number in 1..=4 {
        reach(&mut world, number);
    }
    assert!(left_out(&world.made()), "four who reached a goal would be a small count (R19)");
    reach(&mut world, 5);
    let package = world.made();
    assert!(!left_out(&package));
    assert_eq!(cell(&package, 5, "goals_reached_bolig"), Value::Number(1));
    assert_eq!(cell(&package, 6, "goals_reached_bolig"), Value::Number(0));
    // One of the five stands out and is left out: the four whose rows are left would be told.
    world.people.insert(citizen(5), Traits { gender: Some(Gender::Man), ..born(1990) });
    let package = world.made();
    assert_eq!((package.rows.len(), package.suppressed), (109, 1));
    assert!(left_out(&package));
}

#[test]
fn days_are_counted_from_the_enrolment_and_rounded_down_and_what_comes_later_is_not_known() {
    let mut world = World::of(100);
    for course in &mut world.courses {
        course.marks.push(mark(MarkKind::PhaseShift, "2015-05-02", Some(2)));
        course.marks.push(mark(MarkKind::PhaseShift, "2015-11-24", Some(3)));
        *course = closed(course.clone(), "2015-08-28");
    }
    let package = world.made();
    // 1 January to 2 May is 121 days, to 28 August 239, to 11 April 100.
    assert_eq!(cell(&package, 1, "phase_2_after_days"), Value::Number(120));
    assert_eq!(cell(&package, 1, "phase_3_after_days"), Value::Nothing);
    assert_eq!(cell(&package, 1, "ended_after_days"), Value::Number(210));
    assert_eq!(cell(&package, 1, "who_5_latest_after_days"), Value::Number(90));
    assert_eq!((cell(&package, 1, "ending"), cell(&package, 1, "channel")), (code("planmaessig"), code("selv")));
    assert_eq!(LADDER[0].rounded(-1), Some(-30), "the day before is rounded down as well");
}

#[test]
fn first_and_latest_stand_beside_each_other_and_one_reading_has_no_latest() {
    let mut world = World::of(100);
    let with = |course: &mut Course, number: u128, at: usize, on: &str| {
        let mut told = reading(number, &purpose(), on);
        told.answers = Answers(vec![Some(Said::Value(u8::try_from(at % 2).unwrap()))]);
        course.readings.push(told);
    };
    for (at, course) in world.courses.iter_mut().enumerate() {
        let number = 900_000 + 10 * u128::try_from(at).unwrap();
        with(course, number, at, "2015-01-01");
        if at != 0 {
            with(course, number + 1, at + 1, "2015-06-01");
        }
    }
    let package = world.made();
    let told = |number, name: &str| cell(&package, number, name);
    assert_eq!((told(1, "formaal_first"), told(1, "formaal_latest")), (code("exit"), Value::Nothing));
    assert_eq!((told(2, "formaal_first"), told(2, "formaal_latest")), (code("bedre_livssituation"), code("exit")));
    // Number 3 has step 4 and then 5, score 3 × 5 × 4 and then 4 × 5 × 4.
    assert_eq!((told(3, "stjerne_bolig_first"), told(3, "stjerne_bolig_latest")), (Value::Number(4), Value::Number(5)));
    assert_eq!((told(3, "who_5_first"), told(3, "who_5_latest")), (Value::Number(60), Value::Number(80)));
    assert_eq!((told(3, "contacts"), told(3, "minutes")), (Value::Number(4), Value::Number(120)));
}

#[test]
fn a_row_is_named_by_chance_only_and_the_order_of_the_rows_says_nothing() {
    let mut package = World::of(100).made();
    let before: Vec<CitizenId> = package.rows.iter().map(|row| row.citizen).collect();
    package.name((0..100).rev().map(|number| format!("p{number:024}")));
    let after: Vec<CitizenId> = package.rows.iter().map(|row| row.citizen).collect();
    assert_eq!(after, before.into_iter().rev().collect::<Vec<_>>());
    assert!(package.rows.windows(2).all(|two| two[0].person < two[1].person));
}

#[test]
fn who_takes_the_yes_back_or_is_erased_has_to_be_taken_out_of_the_package_again() {
    let mut world = World::of(4);
    let in_package: Vec<CitizenId> = (1..=4).map(citizen).collect();
    let out =
        |world: &World, on: &str| agreed::recalled(&in_package, &world.answers, &world.merges, &world.people, day(on));
    assert_eq!(out(&world, DAY), []);
    world.answers.push(Answer { citizen: citizen(2), state: ConsentState::Withdrawn, on: day("2015-12-01") });
    world.people.insert(citizen(3), Traits { is_erased: true, ..born(1990) });
    assert_eq!(out(&world, "2015-12-01"), [citizen(2), citizen(3)]);
    // Merged since with somebody who said no: the person's last answer counts.
    world.merges.push(Merge { from: citizen(4), into: citizen(9) });
    world.answers.push(Answer { citizen: citizen(9), state: ConsentState::Refused, on: add_days(day(DAY), 1) });
    assert_eq!(out(&world, "2015-12-01"), [citizen(2), citizen(3), citizen(4)]);
}

#[test]
fn every_rung_is_coarser_than_the_one_before() {
    let ages: Vec<Option<i32>> = (15..70).map(Some).chain([None]).collect();
    let apart = |level: &Level| {
        let bands: HashSet<&str> = ages.iter().map(|age| level.ages.band(*age)).collect();
        let channels: HashSet<&str> = Channel::ALL.iter().map(|one| level.channels.group(Some(*one))).collect();
        let reasons = ClosingReason::ALL.iter().map(|reason| Some(Some(*reason))).chain([None, Some(None)]);
        let endings: HashSet<&str> = reasons.map(|closed| level.endings.group(closed)).collect();
        let genders: HashSet<&str> = Gender::ALL.iter().map(|gender| level.genders.group(Some(*gender))).collect();
        let days: HashSet<Option<i64>> = (0..365).map(|days| level.rounded(days)).collect();
        assert!(bands.iter().all(|code| level.ages.codes().contains(code)), "{bands:?}");
        assert!(channels.iter().all(|code| level.channels.codes().contains(code)), "{channels:?}");
        assert!(endings.iter().all(|code| level.endings.codes().contains(code)), "{endings:?}");
        assert!(genders.iter().all(|code| level.genders.codes().contains(code)), "{genders:?}");
        bands.len() * channels.len() * endings.len() * genders.len() * days.len()
    };
    let sizes: Vec<usize> = LADDER.iter().map(apart).collect();
    assert!(sizes.windows(2).all(|two| two[0] > two[1]), "{sizes:?}");
    assert_eq!(sizes.last(), Some(&1));
}
