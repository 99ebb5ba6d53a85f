"""Models: values for the views, and nothing that touches a disk or a thread by itself.

Start with `message_list`.
"""
