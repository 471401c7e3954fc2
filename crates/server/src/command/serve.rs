//! `brobygger serve`: the pages, until the operating system asks to stop.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Result, anyhow};
use app::App;
use app::job::Runner;
use render::document::Printer;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;
use web::{Mail, Site, router};

use crate::cli::Serve;
use crate::clock::Clock;
use crate::http;
use crate::jobs::Jobs;
use crate::open::operator;

/// Serves a store.
pub(crate) async fn run(asked: Serve) -> Result<ExitCode> {
    log_to_stderr();
    let clock = asked.today.map_or(Clock::Real, Clock::fixed);
    let runner = asked.mail.runner(&clock)?;
    let mail = if runner.post.is_some() { Mail::Sent } else { Mail::None };
    let app = asked.place.open_on(asked.today).await?;
    let listener = match listen(asked.listen).await {
        Ok(listener) => listener,
        Err(fault) => {
            app.close().await;
            return Err(fault);
        }
    };
    pages(app, listener, clock, asked.behind_tls, (runner, mail)).await;
    Ok(ExitCode::SUCCESS)
}

/// Listens, or says what to do about it.
pub(crate) async fn listen(address: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|fault| match fault.kind() {
        std::io::ErrorKind::AddrInUse => anyhow!(
            "port {} is taken by another program; end it, or choose another with --port (demo) or --listen (serve)",
            address.port()
        ),
        std::io::ErrorKind::PermissionDenied => {
            anyhow!("port {} is reserved for the system; choose one above 1023", address.port())
        }
        _ => anyhow!(fault).context(format!("{address} cannot be listened on")),
    })
}

/// What makes PDFs and pictures.
#[cfg(feature = "documents")]
pub(crate) const PRINTER: Option<Printer> = Some(press::PRINTER);
#[cfg(not(feature = "documents"))]
pub(crate) const PRINTER: Option<Printer> = None;

/// Serves the pages of an application until the stop is asked for, then ends the application.
/// What has its moment is done beside them.
pub(crate) async fn pages(
    app: App,
    listener: TcpListener,
    clock: Clock,
    is_behind_tls: bool,
    (runner, mail): (Runner, Mail),
) {
    let address = listener.local_addr().map(|address| address.to_string()).unwrap_or_default();
    tracing::info!(address, "serving");
    check_log(&app, &clock).await;
    let now = clock.clone();
    let site = Site { app: app.clone(), clock: Arc::new(move || now.now()), is_behind_tls, printer: PRINTER, mail };
    let jobs = Jobs::begin(app.clone(), runner);
    http::serve(listener, router(site), http::stop_asked()).await;
    jobs.end().await;
    app.close().await;
    tracing::info!("stopped");
}

/// Checks the log's chain beside the serving, so that its page can say when that was done last.
async fn check_log(app: &App, clock: &Clock) {
    let (app, operator) = (app.clone(), operator(clock));
    tokio::spawn(async move {
        match app::audit::verify(&app, &operator, None).await {
            Ok(whole) => tracing::info!(entries = whole.entries, "the log is whole"),
            Err(fault) => tracing::error!(%fault, "the log is not whole"),
        }
    });
}

/// Structured lines on standard error; `BROBYGGER_LOG` chooses how much, as in `info,web=debug`.
pub(crate) fn log_to_stderr() {
    let filter = EnvFilter::try_from_env("BROBYGGER_LOG").unwrap_or_else(|_| EnvFilter::new("info,memory_serve=warn"));
    // A second call (in a test of this process) changes nothing.
    let _ = tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr).try_init();
}

/// The loopback address with a port.
pub(crate) fn loopback(port: u16) -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], port))
}
