"""A strict little POP3 server on loopback, and a mailbox to look around in.

    maildrop = Maildrop(sample_mailbox(datetime.now(UTC)))
    with DemoServer(maildrop) as server:
        ...  # sign in to server.address as "demo" with the password "demo"
    assert server.record.violations == ()

It is written from the RFCs and never imports pop3, so that a mistake of the client is
not made twice. It listens on loopback alone, keeps its mail in memory, and is as
strict as the text allows: what a lenient server would forgive is refused and noted.

maildrop       Letter and Maildrop: what is held, delivered, renumbered, emptied
terms          Terms: user, password, TLS, idle limit
commands       one command line, octets to values, or refused
capabilities   the CAPA replies
authorization  the AUTHORIZATION state: CAPA, STLS, USER, PASS, AUTH, QUIT
transaction    the TRANSACTION state, and UPDATE, which only QUIT enters
session        one session without I/O: a line in, a reply out
connection     the socket of one session
server         DemoServer: listening, threads, stopping
record         what was said, what was deleted, what a client did wrong
mailbox        sample_mailbox: some thirty letters with dates that are always fresh
serve          serve_sample: the server as a command of its own

A sample letter is written down in the resources (`sources`), gets its dates (`dates`)
and its files (`attachments`, `pdf`, `png`), and is put together (`compose`, `parts`).

Read `session.py` first.
"""
