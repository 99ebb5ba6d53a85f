"""Which lines of a text are quoted."""

import pytest

from hudhud.mime.quotations import Fold, Repeated, folds_of

QUOTATION, SIGNATURE = Repeated.QUOTATION, Repeated.SIGNATURE


@pytest.mark.parametrize(
    ("lines", "folds"),
    [
        (["Yes.", "", "> Shall we?", "> Now?"], [Fold(QUOTATION, 2, 4)]),
        (["Yes.", "On Monday, Noor wrote:", "> Shall we?"], [Fold(QUOTATION, 1, 3)]),
        (["نعم.", "في يوم الاثنين كتبت نورة:", "> هل نبدأ؟"], [Fold(QUOTATION, 1, 3)]),
        (["Ja.", "Am Montag schrieb Noor:", "", "> Und?"], [Fold(QUOTATION, 1, 4)]),
        (
            ["> one?", "Yes.", "> two?", "", "> three?", "No."],
            [Fold(QUOTATION, 0, 1), Fold(QUOTATION, 2, 5)],
        ),
        (["Yes.", "-- ", "Noor", "Riyadh"], [Fold(SIGNATURE, 1, 4)]),
        (
            ["Yes.", "--", "Noor", "> old"],
            [Fold(SIGNATURE, 1, 3), Fold(QUOTATION, 3, 4)],
        ),
        (["See.", "-----Original Message-----", "From: a"], [Fold(QUOTATION, 1, 3)]),
        (["أنظر", "--------- الرسالة الأصلية", "من: سالم"], [Fold(QUOTATION, 1, 3)]),
        (["See.", "_" * 32, "From: Noor", "x"], [Fold(QUOTATION, 1, 4)]),
    ],
)
def test_what_is_repeated_is_found(lines: list[str], folds: list[Fold]) -> None:
    assert folds_of("\n".join(lines)) == tuple(folds)


@pytest.mark.parametrize(
    "lines",
    [
        ["Hello.", "How are you?"],
        ["> all of it", "> is quoted"],
        ["He wrote:", "a book."],
        ["a", "--", *["line"] * 40],
        ["Title", "_" * 32, "text"],
        [],
    ],
)
def test_nothing_else_is(lines: list[str]) -> None:
    assert folds_of("\n".join(lines)) == ()
