"""No script of a letter runs, though the engine is told here to run scripts."""

from support.html_tricks import RUNNING
from support.web_program import run_program

MOST = 20


def test_in_an_engine_without_guards_most_tricks_run() -> None:
    """What shows that the tests below count something."""
    told = run_program("run_scripts", letters=RUNNING, clean=False, policy="")
    assert len(told["ran"]) > MOST


def test_the_cleaning_alone_leaves_nothing_that_runs() -> None:
    told = run_program("run_scripts", letters=RUNNING, clean=True, policy="")
    assert told["ran"] == []


def test_the_policy_alone_lets_nothing_run() -> None:
    told = run_program("run_scripts", letters=RUNNING, clean=False)
    assert told["ran"] == []
