-- What the figures take of a contact, besides what lists take (contact_last, whose place it takes): all of it without the notes, which are most
-- of the pages.
DROP INDEX contact_last;
CREATE INDEX contact_figures ON contact
    (programme_id, course_id, happened_on, kind, place, with_whom, minutes, superseded_at)
    WHERE superseded_at IS NULL;
