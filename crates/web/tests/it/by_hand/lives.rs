//! The lives, as sheets of a register: nine people, and somebody who did not say a name.

use testkit::register::{AREAS, Lists};

/// What each answers of the star: a number for all areas, and the areas that are not relevant to them.
const STARS: [(&str, &str, &str, u8, &[&str]); 13] = [
    ("F2", "2015-06-15", "sammen", 4, &[]),
    ("F2", "2015-08-14", "sammen", 5, &["arbejde_uddannelse"]),
    ("F2", "2016-01-15", "borger", 6, &[]),
    ("F3", "2014-02-03", "sammen", 3, &["rusmidler"]),
    ("F3", "2014-06-05", "sammen", 5, &["rusmidler"]),
    ("F3", "2015-02-02", "borger", 7, &["rusmidler"]),
    ("F4", "2015-11-16", "sammen", 5, &[]),
    ("F5", "2015-01-12", "medarbejder", 6, &[]),
    ("F5", "2015-03-10", "sammen", 5, &[]),
    ("F6", "2015-09-07", "sammen", 2, &["tryghed"]),
    ("F6", "2016-01-08", "sammen", 2, &["tryghed"]),
    ("F7", "2015-02-10", "sammen", 4, &[]),
    ("F9", "2016-02-01", "sammen", 8, &[]),
];

/// WHO-5, item by item; one left out is not answered.
const WELL_BEING: [(&str, &str, &[u8]); 7] = [
    ("F2", "2015-06-15", &[1, 2, 1, 2, 1]),
    ("F2", "2015-08-14", &[2, 2, 3, 2, 3]),
    ("F2", "2016-01-15", &[3, 3, 3, 3]),
    ("F3", "2014-02-03", &[3, 3, 3, 3, 3]),
    ("F3", "2015-02-02", &[2, 2, 2, 2, 2]),
    ("F5", "2015-01-12", &[4, 4, 4, 4, 4]),
    ("F6", "2015-09-07", &[0, 1, 0, 1]),
];

/// What each wants, day by day.
const PURPOSES: [(&str, &str, &str); 5] = [
    ("F2", "2015-06-15", "bedre_livssituation"),
    ("F2", "2015-08-14", "exit"),
    ("F3", "2014-02-03", "exit"),
    ("F3", "2015-02-02", "exit"),
    ("F6", "2015-09-07", "bedre_livssituation"),
];

/// The register.
pub(super) fn lives() -> Lists {
    let lists = [
        (
            "borgere",
            // Alun only asks. Birk ends in another offer. Carla's course runs. Dagny's closed as planned, and she comes back. Elva
            // moves away. Frej declines a follow-up. Gry is lost. Hjalte is in clarification. Ida ends with the funding.
            "borger_id;alias
B0;Alun
B1;Birk
B2;Carla
B3;Dagny
B5;Elva
B6;Frej
B7;Gry
B8;Hjalte
B9;Ida
",
        ),
        (
            "henvendelser",
            "henvendelse_id;dato;kanal;henviser;borger_id;oensker_forloeb;viderehenvist_til
H1;2014-01-08;selv;;B3;ja;
H2;2014-12-18;materiale;;B5;ja;
H3;2015-01-22;opsoegende;;B7;ja;
H4;2015-02-25;samarbejdspartner;Havnehuset;B1;ja;
H5;2015-05-28;netvaerk;;B2;ja;
H6;2015-08-10;myndighed;;B6;ja;
H7;2015-10-01;selv;;B0;nej;Havnehuset
H8;2015-10-12;andet;;;nej;
H9;2015-10-28;selv;;B3;ja;
H10;2015-11-18;samarbejdspartner;Lygten;B8;ja;
H11;2016-01-11;netvaerk;;B9;ja;
",
        ),
        (
            "forloeb",
            "forloeb_id;borger_id;afklaring_start;afklaring_slut;afsluttet;afslutningsaarsag;medarbejder
F1;B1;2015-03-02;2015-03-30;;;mette
F2;B2;2015-06-01;;;;mette
F3;B3;2014-01-13;;2015-02-02;planmaessig;jonas
F4;B3;2015-11-02;;;;mette
F5;B5;2015-01-05;;2015-05-20;flyttet;jonas
F6;B6;2015-08-17;;;;jonas
F7;B7;2015-01-26;;2015-07-01;mistet_kontakt;mette
F8;B8;2015-11-20;;;;jonas
F9;B9;2016-01-18;;;;mette
",
        ),
        ("maalinger", "maaling_id;forloeb_id;instrument;dato;punkt;svar;udfyldt_af\n"),
        (
            "maal",
            "maal_id;forloeb_id;oprettet;omraade;tekst;status;status_dato
G1;F2;2015-06-22;bolig;Jeg vil have en dør, der kan lukkes;aktiv;
G2;F2;2015-06-22;oekonomi;Jeg vil kende mine regninger;naaet;2015-10-05
G3;F2;2015-09-21;;Jeg vil lære at svømme;aktiv;
G4;F3;2014-02-10;sundhed;Jeg vil sove om natten;overdraget;2015-01-12
G5;F5;2015-01-19;netvaerk;Jeg vil ringe til min bror;droppet;2015-04-13
G6;F6;2015-09-14;misbrug;Jeg vil drikke mindre;aktiv;
",
        ),
        (
            "kontakter",
            "forloeb_id;dato;type;sted;med;minutter;tekst
F1;2015-03-09;moede;kontor;borger;45;Første samtale
F2;2015-06-17;moede;ude;borger;50;Gik en tur
F2;2015-06-26;moede;ude;borger;40;Endnu en
F2;2015-07-06;ledsagelse;ude;borger;60;Med til lægen
F2;2015-07-13;netvaerksmoede;hjemme;netvaerk;60;Med hendes søster
F2;2015-08-03;opkald;telefon;myndighed;15;Om ydelsen
F2;2015-10-20;besked;online;borger;;Skrev tilbage
F3;2014-02-06;moede;kontor;borger;30;Lagde planen
F3;2014-02-20;opkald;telefon;samarbejdspartner;10;Om en tid
F3;2014-07-01;moede;ude;borger;45;Sommer
F3;2015-01-20;moede;kontor;borger;45;Det sidste møde
F5;2015-01-14;moede;ude;borger;30;Hilste på
F6;2015-09-09;forsoeg;telefon;borger;;Ingen svar
F6;2015-09-28;moede;ude;borger;25;Kort
F7;2015-02-12;moede;ude;borger;30;Ville vide mere
F7;2015-03-20;opkald;telefon;borger;10;Det sidste opkald
F7;2015-05-04;forsoeg;hjemme;borger;;Ingen hjemme
",
        ),
        (
            "henvisninger",
            "forloeb_id;dato;partner;omraade;samtykke;status;status_dato
F2;2015-07-06;Lygten;bolig;ja;i_gang;2015-07-20
F3;2014-03-03;Havnehuset;sundhed;ja;afvist;2014-03-17
F6;2015-10-05;Havnehuset;misbrug;ja;sendt;
",
        ),
        ("medarbejdere", "brugernavn;fra;til\nmette;2013-04-01;\njonas;2013-04-01;\n"),
        (
            "begivenheder",
            "forloeb_id;dato;type;fase;omraade;note
F2;2015-06-29;fokusomraade;1;bolig;
F2;2015-06-29;fokusomraade;1;oekonomi;
F2;2015-08-14;plan_gennemgaaet;1;;Det virker
F2;2015-10-19;faseskift;2;;Som aftalt
F2;2015-10-26;fokusomraade;2;bolig;
F2;2015-11-09;afbrydelse;;;Indlagt
F3;2014-02-17;fokusomraade;1;sundhed;
F3;2014-07-20;faseskift;2;;For sent, fordi det var ferie
F3;2014-10-03;faseskift;3;;Som aftalt
F3;2014-12-15;stoette_aftalt;;;Lægen tager over
F3;2015-02-02;afsluttende_samtale;;;Jeg sover nu
F5;2015-01-26;plan_gennemgaaet;1;;Lagt
",
        ),
        (
            "opfoelgninger",
            "forloeb_id;forfald;dato;svar;note
F2;2015-10-15;2015-10-16;udsat;På ferie
F6;2015-11-07;2015-11-09;afslaaet;Ikke i dag
",
        ),
    ];
    let mut lists = Lists(lists.map(|(list, rows)| (list.to_owned(), rows.to_owned())).to_vec());
    let mut number = 0;
    let mut reading = |instrument: &str, (course, on): (&str, &str), by: &str, answers: &[(String, String)]| {
        number += 1;
        for (item, answer) in answers {
            let row = format!("M{number};{course};{instrument};{on};{item};{answer};{by}");
            lists = lists.clone().and("maalinger", &row);
        }
    };
    for (course, on, by, value, not_relevant) in STARS {
        let answer = |area: &&str| match not_relevant.contains(area) {
            true => ((*area).to_owned(), "ikke_relevant".to_owned()),
            false => ((*area).to_owned(), value.to_string()),
        };
        reading("stjerne", (course, on), by, &AREAS.iter().map(answer).collect::<Vec<_>>());
    }
    for (course, on, given) in WELL_BEING {
        let answers = (1..).zip(given).map(|(item, answer): (u8, _)| (item.to_string(), answer.to_string()));
        reading("who-5", (course, on), "borger", &answers.collect::<Vec<_>>());
    }
    for (course, on, purpose) in PURPOSES {
        reading("formaal", (course, on), "borger", &[("formaal".to_owned(), purpose.to_owned())]);
    }
    lists
}
