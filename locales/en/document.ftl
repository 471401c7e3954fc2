# Documents: PDF and word processing.

document-bars = { $title }: { $columns }. The numbers stand in the table above.
document-contents = Contents
document-page = Page
document-of = of
document-pdf = As PDF
