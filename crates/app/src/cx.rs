//! Who asks, when, and in which programme.
