//! Keeps the facts: one SQL statement a question, on encrypted SQLite and on PostgreSQL.
