"""Reading messages: octets in, values out.

The room never does I/O, never raises whatever the octets are, and never changes
them; a limit that was hit is a note in the result, not an error. Read `letter.py`
first for the whole path, `summary.py` for the hot one.
"""
