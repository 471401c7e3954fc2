//! Keys and seals: a key a person, AEAD, blind index, the audit chain's hashing.
