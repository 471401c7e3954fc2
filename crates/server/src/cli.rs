//! The command line: what can be asked for, in words. What is done is in `command/`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

/// Brobygger: the system a small team works in when it helps people through a time-limited, funded programme.
#[derive(Parser)]
#[command(name = "brobygger", version, propagate_version = true, max_term_width = 110)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Serve the demo programme on its fixed day, 23 November 2015; prints the address and the sign-ins
    Demo(Demo),
    /// Make a new encrypted store, its key store and, where none is named, its key
    Init(Init),
    /// Serve the pages
    Serve(Serve),
    /// Add, list or show programmes
    #[command(subcommand)]
    Programme(Programme),
    /// Add or list organisations: the boundary that no data crosses
    #[command(subcommand)]
    Organisation(Organisation),
    /// Add, list or disable accounts
    #[command(subcommand)]
    User(User),
    /// Read a team's register (a workbook or a folder of CSV files) into a programme: all of it or, where there is a fault, nothing
    Import(Import),
    /// Print a figure as of a day or for a period
    Report(Report),
    /// List, check or take out the reports that were frozen
    #[command(subcommand)]
    Release(Release),
    /// Add a template of a report, such as another funder's form
    #[command(subcommand)]
    Template(Template),
    /// Withhold the small counts of a table, and as many more as it takes that nobody can work them out
    Disclose(Disclose),
    /// Write what may leave the team as rows, or list who got it
    #[command(subcommand)]
    Export(Export),
    /// Print the OpenAPI description of the interface through which programs read figures
    Api,
    /// Check the log or write a checkpoint of it
    #[command(subcommand)]
    Audit(Audit),
    /// Do what has its moment, or list the runs of it; `serve` does it by itself
    #[command(subcommand)]
    Jobs(Jobs),
    /// Fill a store with synthetic data, for trials and measurements
    Seed(Seed),
    /// Print a completion script for a shell
    Completion {
        /// The shell
        shell: clap_complete::Shell,
    },
}

/// Where the data are and which key opens them.
#[derive(Args, Clone)]
pub(crate) struct Place {
    /// The folder of the embedded store
    #[arg(long, env = "BROBYGGER_DATA", value_name = "DIR", global = true)]
    pub(crate) data: Option<PathBuf>,
    /// The PostgreSQL database
    #[arg(long, env = "BROBYGGER_DATABASE_URL", value_name = "URL", hide_env_values = true, global = true)]
    pub(crate) database_url: Option<String>,
    /// The file with the organisation's key; else the systemd credential `brobygger.key`
    #[arg(long, env = "BROBYGGER_KEY_FILE", value_name = "FILE", global = true)]
    pub(crate) key_file: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Plain {
    /// For people
    Text,
    /// One JSON document
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people: aligned, in the language of the locale
    Text,
    /// One JSON document
    Json,
    /// A table, separated by semicolons
    Csv,
}

/// How a figure is written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Written {
    /// For people: aligned, in the language of the locale
    Text,
    /// One JSON document
    Json,
    /// A table, separated by semicolons
    Csv,
    /// A workbook: numbers that are numbers, days that are days, and a sheet of notes
    Xlsx,
    /// A document for a word processor
    Docx,
    /// A document to print and to keep
    Pdf,
    /// A tabular Data Package: a CSV file a table, and a description that programs read, in one zip file
    Package,
}

#[derive(Args)]
pub(crate) struct Demo {
    /// The port on this machine
    #[arg(long, default_value_t = 8080)]
    pub(crate) port: u16,
    #[command(flatten)]
    pub(crate) place: Place,
}

#[derive(Args)]
pub(crate) struct Init {
    #[command(flatten)]
    pub(crate) place: Place,
    /// The organisation's name
    #[arg(long, default_value = "Organisation")]
    pub(crate) organisation: String,
    #[arg(long, value_enum, default_value_t = Plain::Text)]
    pub(crate) format: Plain,
}

#[derive(Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) place: Place,
    /// The address to listen on
    #[arg(long, default_value = "127.0.0.1:8080", env = "BROBYGGER_LISTEN")]
    pub(crate) listen: std::net::SocketAddr,
    /// Readers come through a proxy that speaks TLS: their browsers are told to stay there
    #[arg(long, env = "BROBYGGER_BEHIND_TLS")]
    pub(crate) behind_tls: bool,
    #[command(flatten)]
    pub(crate) mail: Mail,
    /// Serve as if today were this day (with --demo)
    #[arg(long, requires = "demo", value_name = "DATE")]
    pub(crate) today: Option<NaiveDate>,
    /// Allow what only a demonstration may do
    #[arg(long)]
    pub(crate) demo: bool,
}

#[derive(Subcommand)]
pub(crate) enum Programme {
    /// Add a programme, or a new version of one
    Add {
        /// Its file, such as programmes/exit-2016.toml
        file: PathBuf,
        /// Save a new version though planned ends or anything else moves; without it, what moves is shown and nothing is saved
        #[arg(long)]
        yes: bool,
        /// Why there is a new version
        #[arg(long, value_name = "TEXT", default_value = "–")]
        reason: String,
        /// The organisation, where there are several
        #[arg(long, value_name = "NAME")]
        organisation: Option<String>,
        #[command(flatten)]
        place: Place,
        #[arg(long, value_enum, default_value_t = Plain::Text)]
        format: Plain,
    },
    /// List the programmes
    List {
        #[command(flatten)]
        place: Place,
        #[arg(long, value_enum, default_value_t = Plain::Text)]
        format: Plain,
    },
    /// Show one programme's rules
    Show {
        /// Its id, such as exit-2016
        id: String,
        #[command(flatten)]
        place: Place,
        #[arg(long, value_enum, default_value_t = Plain::Text)]
        format: Plain,
    },
}

#[derive(Subcommand)]
pub(crate) enum Organisation {
    /// Add an organisation
    Add {
        /// Its name
        name: String,
        #[command(flatten)]
        place: Place,
        #[arg(long, value_enum, default_value_t = Plain::Text)]
        format: Plain,
    },
    /// List the organisations
    List {
        #[command(flatten)]
        place: Place,
        #[arg(long, value_enum, default_value_t = Plain::Text)]
        format: Plain,
    },
}

#[derive(Subcommand)]
pub(crate) enum User {
    /// Add an account; prints its first password unless one comes on standard input
    Add {
        /// The user name to sign in with
        user_name: String,
        /// The role in the programme (docs/who-may-do-what.md); `partner` is short for samarbejdspartner
        #[arg(long, value_name = "ROLE")]
        role: String,
        /// The partner that a partner's person signs in for: its name or short name
        #[arg(long, value_name = "NAME")]
        partner: Option<String>,
        /// The programme's id
        #[arg(long, value_name = "ID")]
        programme: String,
        /// The person's name
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        /// Read the password (15 characters or more) from the first line of standard input
        #[arg(long)]
        password_stdin: bool,
        #[command(flatten)]
        place: Place,
        #[arg(long, value_enum, default_value_t = Plain::Text)]
        format: Plain,
    },
    /// List the accounts
    List {
        #[command(flatten)]
        place: Place,
        #[arg(long, value_enum, default_value_t = Plain::Text)]
        format: Plain,
    },
    /// Disable an account and end its sessions
    Disable {
        /// The user name
        user_name: String,
        #[command(flatten)]
        place: Place,
        #[arg(long, value_enum, default_value_t = Plain::Text)]
        format: Plain,
    },
}

#[derive(Args)]
pub(crate) struct Import {
    /// The workbook (.xlsx) or the folder of CSV files
    pub(crate) path: PathBuf,
    /// The programme's id
    #[arg(long, value_name = "ID")]
    pub(crate) programme: String,
    /// Read and check everything, change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[command(flatten)]
    pub(crate) place: Place,
    #[arg(long, value_enum, default_value_t = Plain::Text)]
    pub(crate) format: Plain,
}

#[derive(Args)]
pub(crate) struct Report {
    /// Which figure
    #[arg(value_parser = crate::command::report::name())]
    pub(crate) name: String,
    /// The programme's id
    #[arg(long, value_name = "ID")]
    pub(crate) programme: String,
    /// The day asked about; today where left out
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<NaiveDate>,
    /// The first day of the period
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<NaiveDate>,
    /// The last day of the period
    #[arg(long, value_name = "DATE")]
    pub(crate) to: Option<NaiveDate>,
    /// forecast: the first day of the observed period
    #[arg(long, value_name = "DATE", requires = "history_to")]
    pub(crate) history_from: Option<NaiveDate>,
    /// forecast: the last day of the observed period
    #[arg(long, value_name = "DATE", requires = "history_from")]
    pub(crate) history_to: Option<NaiveDate>,
    /// staffing: the number of citizens; those attached on the day where left out
    #[arg(long, value_name = "N")]
    pub(crate) citizens: Option<u32>,
    /// staffing: the share of one worker that anchoring takes, 0 to 1
    #[arg(long, value_name = "A", default_value = "0")]
    pub(crate) anchoring: String,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) place: Place,
    #[arg(long, value_enum, default_value_t = Written::Text)]
    pub(crate) format: Written,
}

/// What a report that leaves is asked for.
#[derive(Args)]
pub(crate) struct Drafted {
    /// The template, such as `status`
    pub(crate) template: String,
    /// Whom it is for
    #[arg(long = "for", value_name = "WHOM", value_parser = crate::command::release::addressee())]
    pub(crate) addressee: String,
    /// The programme
    #[arg(long, value_name = "ID")]
    pub(crate) programme: String,
    /// The day; today where left out
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<NaiveDate>,
    /// The first day of the period; with the last left out, the twelve calendar months of which the day's is the last
    #[arg(long, value_name = "DATE", requires = "to")]
    pub(crate) from: Option<NaiveDate>,
    /// The last day of the period
    #[arg(long, value_name = "DATE", requires = "from")]
    pub(crate) to: Option<NaiveDate>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DraftFormat {
    /// For people
    Text,
    /// One JSON document
    Json,
    /// A document to go on writing in, marked as a draft
    Docx,
    /// A document, marked as a draft
    Pdf,
}

#[derive(Subcommand)]
pub(crate) enum Release {
    /// List every frozen report with its state and the sums of its files
    List {
        /// The programme
        #[arg(long, value_name = "ID")]
        programme: String,
        #[command(flatten)]
        place: Place,
        #[arg(long, value_enum, default_value_t = Plain::Text)]
        format: Plain,
    },
    /// Show one frozen report: what it held as it was told, and its files
    Show {
        /// The report's id, or the beginning of it
        id: String,
        /// The programme
        #[arg(long, value_name = "ID")]
        programme: String,
        #[command(flatten)]
        place: Place,
        #[arg(long, value_enum, default_value_t = Plain::Text)]
        format: Plain,
    },
    /// Put a report together as its recipient would get it: what it withholds is withheld in every format
    Draft {
        #[command(flatten)]
        asked: Drafted,
        /// Write to this file instead of standard output
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        #[command(flatten)]
        place: Place,
        #[arg(long, value_enum, default_value_t = DraftFormat::Text)]
        format: DraftFormat,
    },
    /// Freeze a report and put it before a person who may lock it; prints its id
    Propose {
        #[command(flatten)]
        asked: Drafted,
        /// The locked report that it corrects: its id, or the beginning of it
        #[arg(long, value_name = "ID", requires = "corrected")]
        corrects: Option<String>,
        /// What is corrected, in words
        #[arg(long, value_name = "TEXT", requires = "corrects")]
        corrected: Option<String>,
        #[command(flatten)]
        place: Place,
    },
    /// Check the bytes of every frozen file against its sum; exit code 1 where one differs
    Verify {
        /// The programme
        #[arg(long, value_name = "ID")]
        programme: String,
        #[command(flatten)]
        place: Place,
        #[arg(long, value_enum, default_value_t = Plain::Text)]
        format: Plain,
    },
    /// Write a frozen report's files out again, the same to the byte
    Reproduce {
        /// The report's id, or the beginning of it
        id: String,
        /// The programme
        #[arg(long, value_name = "ID")]
        programme: String,
        /// The folder to write them into
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Subcommand)]
pub(crate) enum Template {
    /// Add a template from a file, or a new version of it
    Add {
        /// The file (TOML), as described in docs/documents.md
        file: PathBuf,
        /// The programme
        #[arg(long, value_name = "ID")]
        programme: String,
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Args)]
pub(crate) struct Disclose {
    /// The table (CSV): a row of headings, and behind each row's label its counts
    pub(crate) table: PathBuf,
    /// Counts from 1 to below this are withheld
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u32).range(2..=100))]
    pub(crate) below: u32,
    /// The label of the row or column of totals; once for each
    #[arg(long = "total", value_name = "LABEL")]
    pub(crate) totals: Vec<String>,
    /// There are no totals in the table
    #[arg(long, conflicts_with = "totals")]
    pub(crate) no_totals: bool,
    /// Also say, on standard error, what each cell would give away; not for the audience
    #[arg(long)]
    pub(crate) explain: bool,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Subcommand)]
pub(crate) enum Export {
    /// A package for researchers: one row a person who agreed, without anything that leads back to one
    Research(Research),
}

#[derive(Args)]
pub(crate) struct Research {
    /// The programme's id
    #[arg(long, value_name = "ID")]
    pub(crate) programme: String,
    /// List who got what, and the pseudonyms that a recipient has to delete
    #[arg(long, conflicts_with_all = ["to", "purpose", "out", "as_of"])]
    pub(crate) list: bool,
    /// Who gets it
    #[arg(long, value_name = "RECIPIENT", required_unless_present = "list")]
    pub(crate) to: Option<String>,
    /// What it is for
    #[arg(long, value_name = "TEXT", required_unless_present = "list")]
    pub(crate) purpose: Option<String>,
    /// A folder that is not there yet or is empty, or a file that ends in .zip
    #[arg(long, value_name = "FOLDER|FILE.zip", required_unless_present = "list")]
    pub(crate) out: Option<PathBuf>,
    /// The day counted up to; today where left out
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<NaiveDate>,
    #[command(flatten)]
    pub(crate) place: Place,
    #[arg(long, value_enum, default_value_t = Plain::Text)]
    pub(crate) format: Plain,
}

#[derive(Subcommand)]
pub(crate) enum Audit {
    /// Check every entry of the log against its chain
    Verify {
        /// A checkpoint written earlier, to check the log against
        #[arg(long, value_name = "FILE")]
        checkpoint: Option<PathBuf>,
        #[command(flatten)]
        place: Place,
        #[arg(long, value_enum, default_value_t = Plain::Text)]
        format: Plain,
    },
    /// Write a checkpoint of the log, to be kept elsewhere
    Checkpoint {
        /// The file to write
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        #[command(flatten)]
        place: Place,
        #[arg(long, value_enum, default_value_t = Plain::Text)]
        format: Plain,
    },
}

/// Where mails go out. Without a mail server none is sent, and nobody is offered one.
#[derive(Args, Clone)]
pub(crate) struct Mail {
    /// The mail server: smtps://USER:PASSWORD@HOST, or smtp://HOST?tls=required; without TLS on this machine only
    #[arg(long, env = "BROBYGGER_SMTP", value_name = "URL", hide_env_values = true, requires_all = ["mail_from", "public_url"])]
    pub(crate) smtp: Option<String>,
    /// The address that mails come from
    #[arg(long, env = "BROBYGGER_MAIL_FROM", value_name = "ADDRESS")]
    pub(crate) mail_from: Option<String>,
    /// The pages' address as the staff type it, such as https://brobygger.example.org; mails lead there and nowhere else
    #[arg(long, env = "BROBYGGER_PUBLIC_URL", value_name = "URL")]
    pub(crate) public_url: Option<String>,
    /// A server that gives no sign of life for so many seconds loses what it was at to another
    #[arg(long, default_value_t = 120, value_name = "SECONDS", hide = true)]
    pub(crate) lease: u32,
}

#[derive(Subcommand)]
pub(crate) enum Jobs {
    /// Do what has its moment and end
    Run {
        #[command(flatten)]
        mail: Mail,
        #[command(flatten)]
        place: Place,
        #[arg(long, value_enum, default_value_t = Plain::Text)]
        format: Plain,
    },
    /// List the last runs of a programme
    List {
        /// The programme's id
        #[arg(long, value_name = "ID")]
        programme: String,
        #[command(flatten)]
        place: Place,
        #[arg(long, value_enum, default_value_t = Plain::Text)]
        format: Plain,
    },
}

#[derive(Args)]
pub(crate) struct Seed {
    /// How many citizens in all
    #[arg(long, value_name = "N")]
    pub(crate) citizens: u64,
    /// The number that the invented data are made from: the same number, the same data
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub(crate) seed: u64,
    /// How many programmes they are spread over
    #[arg(long, value_name = "P", default_value_t = 1)]
    pub(crate) programmes: u64,
    #[command(flatten)]
    pub(crate) place: Place,
    #[arg(long, value_enum, default_value_t = Plain::Text)]
    pub(crate) format: Plain,
}
