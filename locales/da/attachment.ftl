# Filer.

attachment = Filer
attachment-lead = Breve og billeder, forseglet. Hver åbning bliver logget.
attachment-file = Fil
attachment-file-hint = PDF, JPEG, PNG eller WebP. Højst 20 MB.
attachment-name = Hvad er det?
attachment-name-hint = Filens eget navn gemmes ikke.
attachment-nameless = Uden navn
attachment-size = Størrelse
attachment-on = Tilføjet
attachment-add = Tilføj en fil
attachment-empty = Der er ingen filer endnu
attachment-empty-text = Tag et billede af et brev, eller vælg en PDF.
attachment-out = Tag ud
