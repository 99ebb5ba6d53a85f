"""The protocol: a POP3 session from the greeting to QUIT, over TLS or a plain line.

The core (`conversation` and what it imports) turns octets into events and touches no
socket, thread or clock; `transport` owns the socket; `client` is what others call.
This room never decides what is retrieved or deleted, stores nothing, and never falls
back from TLS. Read `conversation.py` first, then `client.py`.
"""
