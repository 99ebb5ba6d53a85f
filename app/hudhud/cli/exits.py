"""Exit statuses that scripts rely on; README repeats them."""

from enum import IntEnum

from hudhud.domain.failures import Failure


class Exit(IntEnum):
    DONE = 0
    NOTHING = 1
    USAGE = 2
    FAILED = 3
    PERSON_MUST_ACT = 4
    STOPPED = 130


def exit_for(failures: list[Failure]) -> Exit:
    """The status that asks most of the person, for a run over several accounts."""
    if not failures:
        return Exit.DONE
    if any(failure.needs_person for failure in failures):
        return Exit.PERSON_MUST_ACT
    return Exit.FAILED


class CommandFailed(Exception):
    """Ends a verb with one sentence on stderr and a status."""

    def __init__(self, sentence: str, status: Exit = Exit.FAILED) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status
