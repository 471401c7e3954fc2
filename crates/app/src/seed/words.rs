//! The words of invented lives. Nobody's: first names, landscape and everyday sentences put together by chance.

pub(super) const FIRST: &[&str] = &[
    "Alma", "Asta", "Birgit", "Bodil", "Cecilie", "Dorte", "Ebba", "Edith", "Ellen", "Esther", "Frida", "Gerda", "Gry",
    "Helga", "Hedvig", "Inge", "Jytte", "Karla", "Kirsten", "Laura", "Lis", "Maja", "Marie", "Nanna", "Oda", "Petra",
    "Ragnhild", "Rikke", "Signe", "Sofie", "Solveig", "Thea", "Tove", "Ulla", "Vera", "Viola", "Åse", "Anker", "Bo",
    "Emil", "Frode", "Kaj", "Leo", "Niels", "Ove", "Sejr",
];

pub(super) const MIDDLE: &[&str] = &["Birk", "Dal", "Eng", "Fjord", "Hede", "Lund", "Mose", "Sø", "Vang", "Ø"];

pub(super) const LAST: &[&str] = &[
    "Agerlund",
    "Birkedal",
    "Bækgaard",
    "Dyrehave",
    "Egeskov",
    "Enggaard",
    "Fjordside",
    "Granlund",
    "Hasselholt",
    "Hyldebrand",
    "Kildevang",
    "Kløvermark",
    "Lyngbakke",
    "Mosevang",
    "Nørreeng",
    "Pilegren",
    "Rosenvang",
    "Rønnebær",
    "Skovbrink",
    "Strandbo",
    "Sønderlund",
    "Tjørnehøj",
    "Ulvedal",
    "Vesterhav",
    "Ærøgaard",
    "Åbrink",
];

pub(super) const ALIAS: &[&str] = &[
    "Svale",
    "Lærke",
    "Mejse",
    "Viben",
    "Ugle",
    "Hejre",
    "Solsort",
    "Stær",
    "Terne",
    "Vipstjert",
    "Gærdesmutte",
    "Rødhals",
    "Bogfinke",
    "Tårnfalk",
    "Isfugl",
    "Nattergal",
    "Sanglærke",
    "Drossel",
    "Gøg",
    "Måge",
];

pub(super) const WHAT: &[&str] = &[
    "Vi gik en tur langs søen og talte om ugen.",
    "Talt om søvn og om, hvad der giver ro om aftenen.",
    "Gennemgik brevene fra kommunen, ét ad gangen.",
    "Ringede sammen til lægehuset og fik en tid.",
    "Mødtes på caféen, som vi plejer.",
    "Kort opkald: aftalen i morgen holder.",
    "Talt om økonomien og lagt et budget for måneden.",
    "Fulgtes til samtalen hos psykologen.",
    "Møde med boligrådgiveren om opskrivningen.",
    "Talt om kontakten til familien og om julen.",
    "Besked om, at tiden er flyttet til torsdag.",
    "Gennemgik planen og satte kryds ved det, der er nået.",
];

pub(super) const HOW: &[&str] = &[
    "Det gik bedre end sidst.",
    "Der var meget at fortælle.",
    "Stemningen var god, og der blev grinet.",
    "Det var en tung dag, men vi fik lagt en plan.",
    "Næste gang tager vi regningerne.",
    "Vil selv ringe på mandag.",
    "Ønsker at gå alene derhen næste gang.",
    "Sagde, at det hjælper, at nogen følger med.",
    "Blev enige om at tage ét skridt ad gangen.",
    "Var træt og gik tidligt hjem.",
];

pub(super) const GOAL: &[&str] = &[
    "Jeg vil have overblik over mine penge",
    "Jeg vil bo et sted, hvor jeg kan låse døren og sove",
    "Jeg vil tale med en psykolog om det, der er sket",
    "Jeg vil se min søster igen",
    "Jeg vil til lægen og have det undersøgt",
    "Jeg vil have et arbejde med faste tider",
    "Jeg vil lære at sige fra",
    "Jeg vil have noget at stå op til om morgenen",
];

pub(super) const STEP: &[&str] = &[
    "Ringe til lægehuset om en tid",
    "Skrive en liste over regningerne",
    "Møde op på jobcentret sammen",
    "Søge om boligstøtte",
    "Spørge psykologen om en aftentid",
    "Gå forbi værestedet og se det an",
];

pub(super) const ENQUIRY: &[&str] = &[
    "Ringede selv og spurgte, hvad det er for et tilbud.",
    "Havde hørt om os af en veninde.",
    "Fik vores folder på gaden.",
    "Ville gerne tale med nogen, der kender til det.",
];

pub(super) const OWN_WORDS: &[&str] = &[
    "Det er blevet lettere at sove",
    "Jeg har fået fortalt det til nogen",
    "Det svinger meget fra dag til dag",
    "Jeg klarer det meste selv nu",
    "Jeg ved ikke, hvor jeg skal begynde",
];
