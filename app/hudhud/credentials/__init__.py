"""Secrets: where they are kept, how they are asked for, and nothing else.

They come from the system's keyring, from a program the person named, or from memory.
They are never written to a file, a log or an error's text; no store is silently
replaced by a less safe one. Every call may wait for the person (a keyring asks to be
unlocked), so none is made on the window's thread.

Read `sign_in.py` first, then `secrets.py`. `keyring_store.py` is imported by the two
composition roots alone: it brings the keyring library, which takes time to import.
"""
