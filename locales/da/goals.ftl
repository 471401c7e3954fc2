# Mål: mål efter målområde, og de mål, der ikke hører til noget.

goals-title = Mål
goals-lead = Hvor mange mål der hører til indsatsens områder, og hvilke der ikke gør.
goals-from = Fra
goals-to = Til
goals-area = Målområde
goals-caption = Mål efter område
goals-column-set = Sat i perioden
goals-column-active = I gang
goals-column-reached = Nået
goals-column-handed = Overdraget
goals-column-dropped = Droppet
goals-former = ikke længere et område
goals-outside-row = Uden for områderne
goals-basis = n = { $n } mål sat til og med { $day }. { $missing } står i et område, som indsatsen ikke har mere.
goals-share = { $linked } af { $n } mål hører til et område; { $outside } ligger udenfor.
goals-unsettled = Mål, I skal tale om
goals-unsettled-lead = De hører ikke til et område, og ingen har skrevet hvorfor. Vælg et område, eller skriv, hvorfor målet ligger udenfor.
goals-unsettled-none = Alle mål hører til et område eller har en grund til at ligge udenfor.
goals-set-on = sat { $day } · { $state }
goals-choose = Vælg et område
goals-why = Eller: hvorfor ligger det udenfor?
goals-why-hint = Gemmes forseglet hos borgeren.
goals-link = Gem området
goals-confirm = Gem grunden
goals-settled = Målet er på plads.
goals-closed = Forløbet er lukket, så målet kan ikke ændres.
goals-outside = Uden for områderne, med en grund
goals-outside-lead = Det må et mål gerne. Grunden står her.
goals-outside-none = Ingen.
goals-all = Vis alle
goals-fault = Det blev ikke gemt
