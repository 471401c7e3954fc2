# Assessment.

assessment = Assessment
assessment-lead = What of the citizen's situation is clear, and what is missing?
assessment-assessed = assessed
assessment-under-way = under way
assessment-not-begun = not begun
assessment-not-relevant = not relevant
assessment-area = Area
assessment-state = How far
assessment-words = Note
assessment-on = Date
assessment-note-hint = Write what you found together.
assessment-empty = The programme has no areas
assessment-empty-text = The areas stand in the programme's rules.
assessment-note = Note
