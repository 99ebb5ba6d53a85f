"""Frozen values that every room speaks in, and nothing that acts.

This room imports nothing of ours, touches no file, no socket and no clock. Read
`ledger.py` first: it says what is known of one message on one server.
"""
