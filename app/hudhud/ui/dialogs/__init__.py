"""Windows that ask one thing and give a value back; none of them acts on the answer.

Every button says what it does, in the program's own words. Read `confirm.py` first.
"""
