//! The commands, a file each.

mod api;
mod audit;
mod completion;
mod demo;
mod disclose;
mod export;
mod import;
mod init;
mod jobs;
mod organisation;
mod programme;
pub(crate) mod release;
pub(crate) mod report;
mod seed;
mod serve;
mod user;

use std::process::ExitCode;

use anyhow::Result;

pub(crate) use self::serve::PRINTER;

use crate::cli::Command;

/// Runs a command.
pub(crate) async fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Demo(asked) => demo::run(asked).await,
        Command::Init(asked) => init::run(asked).await,
        Command::Serve(asked) => serve::run(asked).await,
        Command::Organisation(asked) => organisation::run(asked).await,
        Command::Programme(asked) => programme::run(asked).await,
        Command::User(asked) => user::run(asked).await,
        Command::Import(asked) => import::run(asked).await,
        Command::Report(asked) => report::run(asked).await,
        Command::Release(asked) => release::run(asked).await,
        Command::Template(asked) => release::template(asked).await,
        Command::Disclose(asked) => disclose::run(&asked),
        Command::Export(asked) => export::run(asked).await,
        Command::Api => api::run(),
        Command::Audit(asked) => audit::run(asked).await,
        Command::Jobs(asked) => jobs::run(asked).await,
        Command::Seed(asked) => seed::run(asked).await,
        Command::Completion { shell } => completion::run(shell),
    }
}
