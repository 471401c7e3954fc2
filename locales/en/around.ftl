# The pages around a course: what they have in common.

around-list = Overview
around-all = Show the whole list
around-do = Action
around-edit = Correct
around-note = Note
around-before = Before: { $what }
choose = Choose
save = Save
done-new = Saved at { $clock }.
done-corrected = Corrected at { $clock }. The version before stays in the history.
done-out = Taken out at { $clock }.
done-back = Put back at { $clock }.
undone-at-once = Undone right away
take-out = Entered by mistake? Take it out
take-out-text = It goes from the pages and the figures. It stays in the history with your reason.
take-out-reason = Why?
take-out-do = Take it out
