# Dokumenter: PDF og tekstbehandling.

document-bars = { $title }: { $columns }. Tallene står i tabellen ovenfor.
document-contents = Indhold
document-page = Side
document-of = af
document-pdf = Som PDF
