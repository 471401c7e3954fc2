# Siderne omkring et forløb: det, som de har til fælles.

around-list = Oversigt
around-all = Vis hele listen
around-do = Handling
around-edit = Ret
around-note = Note
around-before = Før: { $what }
choose = Vælg
save = Gem
done-new = Gemt kl. { $clock }.
done-corrected = Rettet kl. { $clock }. Den gamle version bliver liggende i historikken.
done-out = Taget ud kl. { $clock }.
done-back = Sat tilbage kl. { $clock }.
undone-at-once = Fortrudt lige efter
take-out = Skrevet ved en fejl? Tag det ud
take-out-text = Det forsvinder fra siderne og tallene. Det bliver liggende i historikken sammen med din grund.
take-out-reason = Hvorfor?
take-out-do = Tag det ud
