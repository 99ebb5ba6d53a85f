"""Where Hudhud's files are, and what the person has set: accounts, settings, the log.

Everything is read once into frozen values and handed on; there is no settings object
to reach for. Files are private from their first octet and replaced whole or not at
all. A file that cannot be understood is named and left exactly as it is.

This room never holds a password, opens the archive or contacts anybody. Read
`paths.py` first, then `accounts.py`.
"""
