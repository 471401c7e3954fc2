# Files.

attachment = Files
attachment-lead = Letters and pictures, sealed. Every opening is logged.
attachment-file = File
attachment-file-hint = PDF, JPEG, PNG or WebP. At most 20 MB.
attachment-name = What is it?
attachment-name-hint = The file's own name is not kept.
attachment-nameless = Without a name
attachment-size = Size
attachment-on = Added
attachment-add = Add a file
attachment-empty = There are no files yet
attachment-empty-text = Take a picture of a letter, or choose a PDF.
attachment-out = Take out
