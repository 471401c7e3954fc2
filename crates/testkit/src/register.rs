//! A small register of invented people, to change one thing in.

use register::Source;

/// Lists as a team keeps them: each list's name and its rows as CSV, the headings first.
#[derive(Clone, Debug)]
pub struct Lists(pub Vec<(String, String)>);

impl Lists {
    /// Changes what a list says, in the one place where it says it.
    #[must_use]
    pub fn with(mut self, list: &str, before: &str, after: &str) -> Self {
        let rows = self.rows(list);
        assert_eq!(rows.matches(before).count(), 1, "{list} says \"{before}\" once");
        *rows = rows.replacen(before, after, 1);
        self
    }

    /// Adds a row to a list.
    #[must_use]
    pub fn and(mut self, list: &str, row: &str) -> Self {
        let rows = self.rows(list);
        rows.push_str(row);
        rows.push('\n');
        self
    }

    fn rows(&mut self, list: &str) -> &mut String {
        let named = self.0.iter_mut().find(|(name, _)| name == list);
        named.map(|(_, rows)| rows).unwrap_or_else(|| panic!("the register has no list {list}"))
    }

    /// The register as a folder of UTF-8 files.
    pub fn source(&self) -> Source {
        let file = |(list, rows): &(String, String)| (format!("{list}.csv"), rows.as_bytes().to_vec());
        Source::Folder(self.0.iter().map(file).collect())
    }
}

/// A text as a cell of CSV, whatever is in it.
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// Four citizens on 23 November 2015: Ask and Birk are Mette's (Ask enrolled on 10 November, Birk in clarification),
/// Carla is Jonas's and enrolled, Dagny's course is closed.
pub fn small() -> Lists {
    let lists = [
        (
            "borgere",
            "borger_id;alias;navn;cpr;koen;foedselsaar;telefon;adressebeskyttelse
B1;Ask;Signe Østergaard;010285-1234;kvinde;1985;20 30 40 50;ja
B2;Birk;Bo Ærø;;mand;1990;;nej
B3;Carla;;;kvinde;1979;;
B4;Dagny;;;;;;
",
        ),
        (
            "henvendelser",
            "henvendelse_id;dato;kanal;henviser;borger_id;oensker_forloeb;forskning_samtykke;viderehenvist_til;note
H1;2015-10-01;samarbejdspartner;Reden København;B1;ja;nej;;Ringede fra en ny telefon
H2;2015-11-12;selv;;;nej;;LivaRehab;Ville ikke sige sit navn
",
        ),
        (
            "forloeb",
            "forloeb_id;borger_id;afklaring_start;afklaring_slut;afklaring_aarsag;afsluttet;afslutningsaarsag;medarbejder
F1;B1;2015-10-05;;;;;mette
F2;B2;2015-11-02;;;;;mette
F3;B3;2015-01-12;;;;;jonas
F4;B4;2014-01-06;;;2015-01-19;planmaessig;jonas
",
        ),
        ("maalinger", "maaling_id;forloeb_id;instrument;dato;punkt;svar;udfyldt_af;note\n"),
        (
            "maal",
            "maal_id;forloeb_id;oprettet;omraade;tekst;status;status_dato
G1;F1;2015-11-11;bolig;Jeg vil have min egen nøgle;aktiv;
",
        ),
        (
            "kontakter",
            "forloeb_id;dato;type;sted;med;minutter;tekst
F1;2015-11-16;moede;ude;borger;45;Gik en tur langs søerne
F3;2015-11-17;opkald;telefon;borger;15;Talte om brevet fra banken
",
        ),
        (
            "henvisninger",
            "forloeb_id;dato;partner;omraade;samtykke;status;status_dato
F3;2015-05-04;Gældsrådgivningen;oekonomi;ja;i_gang;2015-05-20
",
        ),
        ("medarbejdere", "brugernavn;navn;fra;til\nmette;Mette Lund;2013-04-01;\njonas;Jonas Friis;2013-08-01;\n"),
        ("skridt", "forloeb_id;oprettet;tekst;dato;hvem;gjort\nF1;2015-11-16;Ringe til udlejeren;2015-11-27;sammen;\n"),
        ("begivenheder", "forloeb_id;dato;type;fase;omraade;note\nF3;2015-05-13;faseskift;2;;Aftalt med Carla\n"),
        ("opfoelgninger", "forloeb_id;forfald;dato;svar;note\nF3;2015-03-20;2015-03-20;afslaaet;Ikke i dag\n"),
    ];
    let mut lists = Lists(lists.map(|(list, rows)| (list.to_owned(), rows.to_owned())).to_vec());
    for (number, course, day) in [(1, "F1", "2015-11-10"), (2, "F3", "2015-01-20"), (3, "F4", "2014-01-20")] {
        for area in AREAS {
            lists = lists.and("maalinger", &format!("S{number};{course};stjerne;{day};{area};4;sammen;"));
        }
    }
    for item in 1..=5 {
        lists = lists.and("maalinger", &format!("W1;F1;who-5;2015-11-10;{item};2;borger;"));
    }
    lists.and("maalinger", "P1;F1;formaal;2015-11-10;formaal;exit;sammen;")
}

/// The areas of the shipped star.
pub const AREAS: [&str; 10] = [
    "bolig",
    "psykisk_helbred",
    "fysisk_helbred",
    "oekonomi",
    "hverdag",
    "netvaerk",
    "rusmidler",
    "arbejde_uddannelse",
    "tryghed",
    "selvtillid",
];
