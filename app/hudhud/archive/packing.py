"""A message made ready for the file: hashed and packed before any transaction."""

import hashlib
from typing import NamedTuple

from hudhud.archive.codec import LARGEST_WHOLE, Codec, slices
from hudhud.archive.large import LargeContent
from hudhud.domain.identifiers import AccountId, Sha256, UniqueId
from hudhud.domain.messages import Summary


class Packed(NamedTuple):
    """Either `raw` holds it, or `chunks` do (packed, each with its octets), or it lies
    in the archive already as `large`. A tuple, for thousands come in a second.
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


def pack_body(codec: Codec, octets: bytes | LargeContent) -> Body:
    if isinstance(octets, LargeContent):
        return octets.sha256, octets.octets, "", None, (), octets
    sha256 = Sha256(hashlib.sha256(octets).digest())
    if len(octets) <= LARGEST_WHOLE:
        return sha256, len(octets), *codec.pack(octets), (), None
    first, *rest = slices(octets)
    chosen, packed = codec.pack(first)
    chunks = [(len(first), packed)]
    chunks += [(len(one), codec.pack_as(chosen, one)) for one in rest]
    return sha256, len(octets), chosen, None, tuple(chunks), None
