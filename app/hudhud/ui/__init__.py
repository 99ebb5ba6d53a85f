"""The window; the only room that imports Qt.

`panes`, `models` and `delegates` are its skin: they show values and say what a person
did. `controllers` are its behaviour, `wiring` joins the two, `application` builds it
all. Nothing here speaks to a server or knows SQL: runs are the engine's, on threads of
their own, and long questions to the archive go through `archive_thread`. Sentences are
worded in `words` and `phrases` alone. Read `main_window` first, then `wiring`.
"""
