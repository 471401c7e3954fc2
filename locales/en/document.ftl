# Documents: PDF and word processing.

document-page = Page
document-of = of
document-pdf = As PDF
