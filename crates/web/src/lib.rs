//! Pages over the use cases, nothing else.
