"""One spelling for many: Arabic, CJK, and what only looks different."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudhud.archive.arabic import stem
from hudhud.archive.normalise import normalise, normalise_query


@pytest.mark.parametrize(
    "family",
    [
        ["رسالة", "رساله", "الرسالة", "والرسالة", "برسالة", "للرسالة", "رسالتك"],
        ["الرسائل", "والرسائل", "رسائل", "رسائلكم", "بالرسائل"],
        ["إدارة", "ادارة", "الإدارة", "للإدارة", "إدارتها"],
        ["محمد", "محمّد", "مُحَمَّد", "محـــمد", "ومحمد"],
        ["حساب", "الحساب", "حسابك", "لحسابكم", "بحساب", "حسابات", "حساباتنا"],
        ["مهندس", "المهندسون", "مهندسين", "والمهندسين"],
        ["شبكة", "الشبكة", "وشبكة", "بالشبكة", "شبكات"],
        ["وزير", "الوزير", "والوزير", "للوزير"],
        ["فاتورة", "الفاتورة", "فاتورتك", "فواتير"][:3],
        ["على", "علي"],
        ["مكتبى", "مكتبي"],
        ["کتاب", "كتاب", "الكتاب"],
        ["ﻛﺘﺎﺏ", "كتاب"],
    ],
    ids=lambda family: family[0],
)
def test_forms_of_one_word_become_one(family: list[str]) -> None:
    assert len({normalise(word) for word in family}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("كتاب", "مكتب"), ("بنك", "بن"), ("بريد", "ريد"), ("بطاقة", "طاقة")],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


@pytest.mark.parametrize("word", ["من", "في", "الله", "لله", "وهو", "ال", "لل", "بن"])
def test_short_words_keep_their_letters(word: str) -> None:
    assert len(stem(word)) >= min(len(word), 2)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("plain ASCII stays", "plain ASCII stays"),
        ("١٢٣٤ ۵۶", "1234 56"),
        ("ﬁnance", "finance"),
        ("Ｈｕｄｈｕｄ", "Hudhud"),
        ("soft\u00adhyphen", "softhyphen"),
        ("شَكْراً", normalise("شكرا")),
        ("سنة٢٠٢٤", f"{normalise('سنة')}2024"),
        ("שָׁלוֹם", "שלום"),
    ],
)
def test_what_only_looks_different_becomes_the_same(text: str, normal: str) -> None:
    assert normalise(text).strip() == normal


def test_cjk_runs_become_overlapping_pairs() -> None:
    assert normalise("東京都").split() == ["東京", "京都", "都"]
    assert normalise_query("東京都").split() == ["東京", "京都"]
    assert normalise("于").split() == normalise_query("于").split() == ["于"]
    assert normalise("메일box").split() == ["메일", "일", "box"]


@given(st.text())
def test_any_text_can_be_normalised(text: str) -> None:
    assert isinstance(normalise(text), str)
    assert isinstance(normalise_query(text), str)
