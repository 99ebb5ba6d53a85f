"""A message made ready for the file: hashed and packed before any transaction."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeGuard

from hudhud.archive.codec import LARGEST_WHOLE, Codec, slices
from hudhud.archive.large import LargeContent
from hudhud.domain.identifiers import AccountId, Sha256, UniqueId
from hudhud.domain.messages import Summary


@dataclass(frozen=True, slots=True)
class Packed:
    """Either `raw` holds it, or `chunks` (packed, with their octets), or it lies in the
    archive already as `large`.
    """

    account: AccountId
    uid: UniqueId
    summary: Summary
    identity: bytes
    listed_octets: int | None
    sha256: Sha256
    octets: int
    codec: str
    raw: bytes | None
    chunks: tuple[tuple[int, bytes], ...]
    large: LargeContent | None


Body = tuple[
    Sha256, int, str, bytes | None, tuple[tuple[int, bytes], ...], LargeContent | None
]
"""The fields of Packed from `sha256` on."""


def pack_bodies(codec: Codec, bodies: Sequence[bytes | LargeContent]) -> list[Body]:
    small = [one for one in bodies if _is_small(one)]
    packed = iter(codec.pack_all(small))
    return [
        _whole(one, *next(packed)) if _is_small(one) else _in_chunks(codec, one)
        for one in bodies
    ]


def _is_small(octets: bytes | LargeContent) -> TypeGuard[bytes]:
    return isinstance(octets, bytes) and len(octets) <= LARGEST_WHOLE


def _whole(octets: bytes, codec: str, raw: bytes) -> Body:
    sha256 = Sha256(hashlib.sha256(octets).digest())
    return sha256, len(octets), codec, raw, (), None


def _in_chunks(codec: Codec, octets: bytes | LargeContent) -> Body:
    if isinstance(octets, LargeContent):
        return octets.sha256, octets.octets, "", None, (), octets
    first, *rest = slices(octets)
    chosen, packed = codec.pack(first)
    chunks = [(len(first), packed)]
    chunks += [(len(one), codec.pack_as(chosen, one)) for one in rest]
    sha256 = Sha256(hashlib.sha256(octets).digest())
    return sha256, len(octets), chosen, None, tuple(chunks), None
