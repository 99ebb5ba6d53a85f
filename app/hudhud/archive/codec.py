"""How octets lie in the file: zstd frames where that saves something, else plain.

No dictionary: a frame must open with the zstd tool alone. Each frame names the size of
what is in it, so nothing larger than was written is ever unpacked.
"""

from collections.abc import Sequence

import zstandard

from hudhud.archive.errors import MessageDamaged

PLAIN = "plain"
ZSTD = "zstd"

LEVEL = 3
WORTH_WHILE = 0.95

# Larger contents lie in chunks of this many octets, each a frame of its own.
CHUNK_OCTETS = 256 * 1024
LARGEST_WHOLE = 1024 * 1024


class Codec:
    """Keeps its tables from one message to the next: that is most of the time saved."""

    def __init__(self) -> None:
        self._packer = zstandard.ZstdCompressor(level=LEVEL)
        self._unpacker = zstandard.ZstdDecompressor()

    def pack(self, octets: bytes | memoryview) -> tuple[str, bytes]:
        """The codec that is worth its while, and the packed octets."""
        packed = self._packer.compress(octets)
        if len(packed) <= len(octets) * WORTH_WHILE:
            return ZSTD, packed
        return PLAIN, bytes(octets)

    def pack_as(self, codec: str, octets: bytes | memoryview) -> bytes:
        return self._packer.compress(octets) if codec == ZSTD else bytes(octets)

    def unpack(self, codec: str, packed: bytes, octets: int) -> bytes:
        """Raises MessageDamaged where exactly so many octets do not come out."""
        if codec == PLAIN:
            unpacked = packed
        else:
            try:
                if zstandard.frame_content_size(packed) != octets:
                    raise MessageDamaged("a frame of another size")
                unpacked = self._unpacker.decompress(packed, allow_extra_data=False)
            except zstandard.ZstdError as error:
                raise MessageDamaged(str(error)) from error
        if len(unpacked) != octets:
            raise MessageDamaged(f"{len(unpacked)} octets instead of {octets}")
        return unpacked


def slices(octets: bytes) -> Sequence[memoryview]:
    view = memoryview(octets)
    return [view[n : n + CHUNK_OCTETS] for n in range(0, len(view), CHUNK_OCTETS)]
