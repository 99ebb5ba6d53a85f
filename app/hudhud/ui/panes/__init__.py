"""Panes: the parts of the window. They show values and say what a person did to them.

No pane knows its neighbours, opens the archive or starts a run; wiring joins them.
Start with `message_list`, then `reader` and `sidebar`.
"""
