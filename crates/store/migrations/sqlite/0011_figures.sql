-- What the figures take of a contact, besides what lists take (contact_last, whose place it takes): all of it without the notes, which are most
-- of the pages.
DROP INDEX contact_last;
CREATE INDEX contact_figures ON contact
    (programme_id, course_id, happened_on, kind, place, with_whom, minutes, superseded_at)
    WHERE superseded_at IS NULL;

-- How selective it is, as for the others (0001).
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('contact', 'contact_figures', '24000000 48000 24 1 1 1 1 1 1');
ANALYZE sqlite_schema;
