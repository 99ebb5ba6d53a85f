"""Delegates: how a row is painted and how high it is. They never change a value.

Start with `message_row`; `avatar`, `lines` and `row_layout` are what it is made of.
"""
