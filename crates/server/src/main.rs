//! The one executable, `brobygger`: commands, configuration, wiring.
//!
//! A command is a file in `command/`; what it may be asked for stands in `cli.rs`. Exit code 0 on success, 1 on failure with one clear
//! line on standard error, 2 on wrong use.

mod cli;
mod clock;
mod command;
mod http;
mod jobs;
mod mail;
mod open;
mod say;

use std::process::ExitCode;

use clap::Parser;

use crate::cli::Cli;

/// The system's allocator keeps what a thread has given back for that thread: after some sign-ins (19 MiB each, on whichever thread)
/// the process held 100 MB that it did not use.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    quiet_panics();
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(fault) => return failed(&fault.to_string()),
    };
    match runtime.block_on(command::run(cli.command)) {
        Ok(code) => code,
        Err(fault) => failed(&format!("{fault:#}")),
    }
}

fn failed(why: &str) -> ExitCode {
    eprintln!("brobygger: {why}");
    ExitCode::FAILURE
}

/// A panic says where, never with what: its message could hold a value.
fn quiet_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
        eprintln!("brobygger: a fault in the program at {place}; please report it");
    }));
}
