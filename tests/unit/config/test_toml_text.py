"""What is written as TOML is read back as it was."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from hudhud.config.toml_text import Value, lines_of

VALUES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.integers(min_value=-(2**63), max_value=2**63 - 1),
    st.floats(allow_nan=False),
    st.booleans(),
)


@given(VALUES)
def test_every_value_survives(value: Value) -> None:
    read = tomllib.loads(lines_of([("key", value)]))["key"]
    assert (type(read), read) == (type(value), value)


def test_one_line_for_each_key() -> None:
    text = lines_of([("name", "two\nlines"), ("port", 995), ("on", True)])
    assert text == 'name = "two\\nlines"\nport = 995\non = true\n'
