"""The command line: the same engine as the window, one file a verb.

It never imports Qt. Results go to stdout (with `--json` as one document), progress and
errors to stderr, and the exit status is one of `exits.py`. Read `main.py` first.
"""
