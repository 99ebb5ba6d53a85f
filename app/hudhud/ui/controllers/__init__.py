"""What happens when something is wished for: between the widgets and the threads.

A controller knows its widgets and the values they show; it waits for nothing, opens no
archive and no socket. Parts are joined in `wiring.py`. Read `messages.py` first.
"""
