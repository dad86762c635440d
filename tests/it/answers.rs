//! What the example programs promise: the answers of `query`, with the words of the source and its certainty.

#[path = "../../examples/query/answers.rs"]
mod query;

use crate::show::Reader;
use cooperation::{Dataset, Period, Truth};
use query::{QUESTIONS, own_projects};

fn dataset() -> Dataset {
    Dataset::from_json(include_str!("../../examples/data/microfinance-norway.json")).unwrap()
}

fn lines(question: usize) -> Vec<String> {
    let dataset = dataset();
    QUESTIONS[question - 1].1(&Reader::new(&dataset, "nb")).unwrap().lines
}

#[test]
fn every_answer_says_something_and_is_quoted() {
    let dataset = dataset();
    let reader = Reader::new(&dataset, "nb");
    for (question, ask) in QUESTIONS {
        let answer = ask(&reader).unwrap();
        assert!(!answer.lines.is_empty(), "{question}");
        assert!(
            !answer.quotes.is_empty() || answer.lines.iter().all(|line| line.contains('«')),
            "{question}"
        );
    }
}

#[test]
fn a_year_at_the_edge_of_a_period_is_certain_in_one_month_alone() {
    let expected = [
        "yes       Fostering Gender Equality: Meeting the Entrepreneurship and Microfinance Challenge (2006 to 2007)",
        "          certain in 2007-01",
        "          possible in 2007-02 to 2007-12",
        "yes       Financial Education for Vulnerable Adults (2007 to 2009)",
        "          certain in 2007-12",
        "          possible in 2007-01 to 2007-11",
        "unknown   Prosjektet: its dates are not stated",
    ];
    assert_eq!(lines(1), expected);
}

#[test]
fn a_year_inside_a_period_is_certain_in_every_month() {
    let expected = [
        "yes       Financial Education for Vulnerable Adults (2007 to 2009)",
        "          certain in 2008-01 to 2008-12",
        "unknown   Prosjektet: its dates are not stated",
    ];
    assert_eq!(lines(2), expected);
}

#[test]
fn years_without_a_dated_project_are_unknown_while_one_project_is_undated() {
    let dataset = dataset();
    let reader = Reader::new(&dataset, "nb");
    let years = Period::between("2010".parse().unwrap(), "2015".parse().unwrap());
    let found: Vec<_> = reader.index.projects_overlapping(&years).collect();
    let [(project, Truth::Unknown)] = found[..] else { panic!("{found:?}") };
    assert_eq!(project.id.as_str(), "nordic-network-project");
    assert!(own_projects(&reader).unwrap().contains(&project));
}

#[test]
fn goals_are_told_in_the_words_of_the_source() {
    let expected = [
        "Goal 1: Develop an innovative business and scientific community who are international\u{a0}leader in bio-economy.",
        "Goal 2: Assist more entrepreneurs with establishing new enterprises",
    ];
    assert_eq!(lines(3), expected);
    assert_eq!(lines(4)[0], "«to contribute to strengthening Follo as business region»");
    assert_eq!(lines(4)[1], "of The Follo Joint board; goals 1 and 2 serve it");
    assert_eq!(lines(15), ["«Mer tilgang til finansiering for de minste foretakene»"]);
}

#[test]
fn what_the_source_is_silent_on_is_not_stated() {
    assert_eq!(lines(5)[1], "their names: not stated");
    assert_eq!(lines(6)[1], "    kind education, owner Nordisk ministerråd, amount not stated");
    assert_eq!(lines(7)[0], "ATM: not stated; it is under Interreg Europe");
    assert_eq!(lines(7)[2], "FEVA: not stated");
    assert_eq!(lines(8)[0], "not stated  ATM");
    assert_eq!(lines(8)[2], "yes         FEVA");
    assert_eq!(lines(10)[0], "9           ATM");
    assert_eq!(lines(11)[1], "whether the Follo cooperation platform is one of them: not stated");
    assert_eq!(lines(13)[2], "dates: not stated");
}

#[test]
fn lengths_are_as_exact_as_the_dates() {
    let told = lines(9);
    assert_eq!(told[1], "    60 months, touching 6 calendar years; stated as P5Y, which agrees");
    assert_eq!(told[3], "    2 to 24 months, touching 2 calendar years");
    assert_eq!(told[5], "    14 to 36 months, touching 3 calendar years");
}

#[test]
fn networks_links_and_what_is_not_yet_so_are_told_apart() {
    assert_eq!(lines(16)[0], "European Microfinance Network (EMN): member");
    assert!(lines(16)[1].starts_with("Nordisk Mikrofinans Nettverk: in development, worked on with"));
    assert_eq!(lines(17)[2], "Nordisk Mikrofinans Nettverk: no address («link til hjemmeside»)");
    let words = |start: &str| lines(18).iter().filter(|line| line.starts_with(start)).count();
    assert_eq!((words("planned"), words("intended"), words("attributed")), (4, 3, 1));
}
