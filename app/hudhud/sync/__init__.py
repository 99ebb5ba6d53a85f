"""The engine: drives a maildrop, the archive and mime through one session.

It runs without Qt and without a terminal: whoever starts a run hands in a listener for
its events. It must never delete what it has not proven (`deletion.py` is the only place
that asks a maildrop to delete), never hold a transaction while it waits for a server,
and never let an error out of `Engine.run`: a failure is a value in the report.

Read `session.py` first: it tells one session as a story.
"""
