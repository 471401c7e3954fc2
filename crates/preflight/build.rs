//! Looks for a C compiler and OpenSSL's headers, as the build of the encrypted store will.

use std::io::Write;
use std::process::{Command, Stdio};

fn main() {
    for name in ["CC", "CFLAGS", "OPENSSL_DIR", "OPENSSL_INCLUDE_DIR"] {
        println!("cargo::rerun-if-env-changed={name}");
    }
    println!("cargo::rerun-if-changed=build.rs");
    if !compiles("") {
        println!(
            "cargo::error=There is no C compiler: install one (Debian and Ubuntu: apt-get install build-essential; Fedora: dnf install gcc)."
        );
    } else if std::env::var_os("CARGO_FEATURE_VENDORED_OPENSSL").is_none() && !compiles("#include <openssl/evp.h>\n") {
        println!(
            "cargo::error=OpenSSL's headers are missing: install them (Debian and Ubuntu: apt-get install libssl-dev; Fedora: dnf install openssl-devel; Alpine: apk add openssl-dev), or build with --features vendored-openssl, which needs only a C compiler and perl."
        );
    }
}

/// Whether the C compiler reads the text.
fn compiles(text: &str) -> bool {
    let mut command = Command::new(std::env::var_os("CC").unwrap_or_else(|| "cc".into()));
    command.args(["-E", "-x", "c", "-"]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    if let Some(folder) = std::env::var_os("OPENSSL_INCLUDE_DIR") {
        command.arg("-I").arg(folder);
    } else if let Some(folder) = std::env::var_os("OPENSSL_DIR") {
        command.arg("-I").arg(std::path::Path::new(&folder).join("include"));
    }
    let Ok(mut child) = command.spawn() else { return false };
    if let Some(mut input) = child.stdin.take() {
        let _ = input.write_all(text.as_bytes());
    }
    child.wait().is_ok_and(|done| done.success())
}
