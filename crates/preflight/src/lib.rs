//! Says in one line what to install where the encrypted store cannot be built; its build script is all there is.
//!
//! SQLCipher's C needs OpenSSL's headers. Without them its build ends in a page of compiler output; this crate has no dependency,
//! so it is built first and ends the build with the one sentence that helps.
