"""The sample mailbox: what a real person's maildrop might hold today."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from hashlib import sha256

from hudhud.demo.compose import compose
from hudhud.demo.maildrop import Letter
from hudhud.demo.resources import sample_folder
from hudhud.demo.sources import Source, read_sources
from hudhud.domain.identifiers import UniqueId


def sample_mailbox(now: datetime) -> list[Letter]:
    """Some thirty letters, oldest first, the newest half an hour before `now`.

    `now` is aware. The unique-ids are the same every day, the dates are not. One
    letter is large (15 MB), and one is listed but refused when it is retrieved.
    """
    sources = read_sources(sample_folder())
    by_name = {source.name: source for source in sources}
    return [letter(source, by_name, now) for source in sources]


def letter(source: Source, by_name: Mapping[str, Source], now: datetime) -> Letter:
    sent_at = (now - source.age).replace(microsecond=0)
    thread = tuple(answered(source, by_name))[::-1]
    octets = compose(source, sent_at, thread)
    return Letter(unique_id(source), octets, source.refusal)


def answered(source: Source, by_name: Mapping[str, Source]) -> Iterator[Source]:
    """The letters before it in its thread, latest first."""
    while source.answers is not None:
        source = by_name[source.answers]
        yield source


def unique_id(source: Source) -> UniqueId:
    return UniqueId(sha256(source.name.encode("ascii")).hexdigest()[:20])
