# Dokumenter: PDF og tekstbehandling.

document-page = Side
document-of = af
document-pdf = Som PDF
