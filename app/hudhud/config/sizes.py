"""Sizes as people write them: `5M`, `1.5 GB`, `512 KiB`."""

import re
from decimal import Decimal

# Decimal, as every size on the screen is; KiB, MiB and GiB say the other thing.
_FACTORS = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9, "t": 10**12}
_BINARY_FACTORS = {"k": 2**10, "m": 2**20, "g": 2**30, "t": 2**40}

_SIZE = re.compile(
    r"(?P<number>[0-9]{1,15}(?:\.[0-9]{1,6})?)\s*(?P<prefix>[kmgt]?)(?P<unit>i?b?)",
    re.IGNORECASE | re.ASCII,
)


def parse_octets(text: str) -> int:
    """Read a number of octets, rounded down; raises ValueError with a sentence."""
    found = _SIZE.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"not a size: {text!r}; use a number with K, M or G")
    prefix, unit = found["prefix"].lower(), found["unit"].lower()
    if not unit.startswith("i"):
        return int(Decimal(found["number"]) * _FACTORS[prefix])
    if not prefix or unit == "i":
        raise ValueError(f"not a size: {text!r}; binary sizes are KiB, MiB or GiB")
    return int(Decimal(found["number"]) * _BINARY_FACTORS[prefix])
