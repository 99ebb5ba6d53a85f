"""Hudhud brings mail home over POP3.

The rooms, from the ground up (a room imports only from rooms below it):

domain       frozen values that every room speaks in
pop3         the protocol: a conversation without I/O, and a client over it
mime         reading messages: octets in, values out, never raising
archive      the only room that knows SQL: octets, rows, ledger, journal, search
credentials  secrets: the system's keyring, a command, memory
config       folders, accounts, settings, log files
demo         a strict little POP3 server and a sample mailbox
sync         the engine: one session, told as a story; runs without Qt
ui           the window; the only room that imports Qt
cli          the command line, one file a verb
"""

__version__ = "0.1.0"
