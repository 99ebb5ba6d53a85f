"""What is typed, as a tree; and the tree in the index's language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudhud.archive.matching import IN_EVERY, match_text
from hudhud.archive.query import All, Any, Field, Not, Query, Words, parse_query

A, B, C = Words("a"), Words("b"), Words("c")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a", A),
        ("a b", All((A, B))),
        ("a -b", All((A, Not(B)))),
        ("-a", Not(A)),
        ("a OR b", Any((A, B))),
        ("a b OR c", Any((All((A, B)), C))),
        ("a أو b", Any((A, B))),
        ("a (b OR c)", All((A, Any((B, C))))),
        ("-(a b)", Not(All((A, B)))),
        ('"two words" a', All((Words("two words"), A))),
        ("«two words»", Words("two words")),
        ("“two words”", Words("two words")),
        ("from:a", Words("a", Field.SENDER)),
        ("FROM:a", Words("a", Field.SENDER)),
        ("-to:a", Not(Words("a", Field.RECIPIENTS))),
        ('subject:"a b"', Words("a b", Field.SUBJECT)),
        ("body:(a b)", All((Words("a", Field.BODY), Words("b", Field.BODY)))),
        ("من:a", Words("a", Field.SENDER)),
        ("موضوع:a", Words("a", Field.SUBJECT)),
        ("file:pap*", Words("pap", Field.FILES, is_prefix=True)),
        ("a or b", All((A, Words("or"), B))),
        ("http://x.example", Words("http://x.example")),
        ("well-known", Words("well-known")),
        ("ani@example.org", Words("ani@example.org")),
    ],
)
def test_a_query_is_read(text: str, tree: Query) -> None:
    assert parse_query(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", None),
        ("   ", None),
        ("()", None),
        ("from:", None),
        ("from: ", None),
        ('""', None),
        ("OR", None),
        ("a OR", A),
        ("a )", A),
        ("(a", A),
        ('"a b', Words("a b")),
        ("a ) b", All((A, B))),
        ("((((a))))", A),
        ("--a", Words("--a")),
    ],
)
def test_what_is_not_finished_is_no_error(text: str, tree: Query | None) -> None:
    assert parse_query(text) == tree


def test_the_last_word_is_a_beginning_while_it_is_typed() -> None:
    assert parse_query("a pap", typing=True) == All((A, Words("pap", is_prefix=True)))
    assert parse_query('"a b"', typing=True) == Words("a b")


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("a", '"a"'),
        ("a b", '("a" AND "b")'),
        ("a OR b", '("a" OR "b")'),
        ("a -b -c", '(("a") NOT ("b" OR "c"))'),
        ("-a", f'("{IN_EVERY}" NOT "a")'),
        ("from:a*", '(sender : "a" *)'),
        ("!!!", None),
        ("a -!!!", '("a")'),
        ("字", '"字" *'),
    ],
)
def test_the_tree_becomes_a_match(text: str, match: str | None) -> None:
    tree = parse_query(text)
    assert tree is not None
    assert match_text(tree) == match


@given(st.text(alphabet='ab "()-:*|OR«»من:from字', max_size=60))
def test_anything_typed_is_a_query(text: str) -> None:
    tree = parse_query(text, typing=True)
    if tree is not None:
        match_text(tree)


def test_a_deep_nest_is_no_danger() -> None:
    tree = parse_query("(" * 5000 + "a" + ")" * 5000 + " b")
    assert tree == B or tree == All((A, B))
