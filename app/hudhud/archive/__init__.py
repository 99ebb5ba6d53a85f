"""The archive: every octet that was retrieved, and what is known of every maildrop.

The only room that knows SQL. It never touches a socket, never parses a message, never
leaves a transaction open when a call returns, and never forgets a unique-id. Read
`archive.py` first, then `schema/0001_archive.sql`; `README.md` beside it tells how to
take mail out without Hudhud.
"""
