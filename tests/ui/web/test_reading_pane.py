"""The reading pane with the real engine in it."""

from pathlib import Path

from support.web_program import run_program


def test_the_engine_draws_what_is_formatted_and_one_view_does_it_all(
    tmp_path: Path,
) -> None:
    path = tmp_path / "letter.pdf"
    told = run_program("reading_pane", path=str(path))
    assert told["kinds"] == ["NoneType", "WebBody", "WebBody", "NoneType"]
    assert told["made"] == 1
    assert told["direction"] == "rtl"
    assert told["found"] == [1, 1]
    assert told["written"]
    assert path.read_bytes().startswith(b"%PDF-")
    assert told["simple"] == "three"
    assert "Release of profile" not in told["stderr"]
