# Udredning.

assessment = Udredning
assessment-lead = Hvad i borgerens situation er afklaret, og hvad mangler?
assessment-assessed = udredt
assessment-under-way = i gang
assessment-not-begun = ikke begyndt
assessment-not-relevant = ikke relevant
assessment-area = Område
assessment-state = Hvor langt
assessment-words = Note
assessment-on = Dato
assessment-note-hint = Skriv, hvad I nåede frem til.
assessment-empty = Indsatsen har ingen områder
assessment-empty-text = Områderne står i indsatsens regler.
assessment-note = Notér
