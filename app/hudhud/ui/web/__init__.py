"""Letters in HTML, drawn by Qt's browser engine, which reaches nothing but the letter.

It must never give the engine a network: remote pictures are fetched here, after
consent, and handed in. Read `engine.py` first; `hardening.py` holds what is forbidden.
"""
