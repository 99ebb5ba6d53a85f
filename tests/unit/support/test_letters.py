"""Messages for tests are exactly what their names say."""

import pytest

from support.letters import letter_of, maildrop_of, odd_letters, with_attachment
from support.real.seeds import seeds, write_mbox
from support.real.server import without_fields
from support.real_servers import require


@pytest.mark.parametrize("octets", [*range(240, 330), 4096, 100_001])
def test_a_letter_has_the_size_it_was_asked_for(octets: int) -> None:
    letter = letter_of(octets)
    assert len(letter) == octets
    assert max(map(len, letter.split(b"\r\n"))) <= 76
    assert letter.endswith(b"\r\n")


def test_a_letter_too_small_is_no_letter() -> None:
    with pytest.raises(ValueError, match="at least"):
        letter_of(20)


def test_odd_letters_are_all_different() -> None:
    assert len(set(odd_letters())) == len(odd_letters())
    assert len(maildrop_of(odd_letters()).letters) == len(odd_letters())


def test_seeds_have_a_message_id_each() -> None:
    ids = [line for one in seeds(20) for line in one.splitlines() if b"-ID:" in line]
    assert len(set(ids)) == 20


def test_an_attachment_does_not_end_its_own_message() -> None:
    assert b"\r\n.\r\n" not in with_attachment(bytes(range(256)) * 100)


def test_an_mbox_has_one_separator_a_message(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    file = tmp_path_factory.mktemp("mbox") / "mail"
    write_mbox(file, seeds(20))
    lines = file.read_bytes().split(b"\n")
    assert sum(line.startswith(b"From ") for line in lines) == 20


def test_fields_are_left_out_with_their_folded_lines() -> None:
    octets = b"A: 1\r\nReceived: x\r\n\ty\r\nB: 2\r\n\r\nReceived: kept\r\n"
    left = without_fields(octets, frozenset({b"received"}))
    assert left == b"A: 1\r\nB: 2\r\n\r\nReceived: kept\r\n"


def test_a_missing_server_is_a_failure_in_ci_and_a_skip_elsewhere() -> None:
    require((), in_ci=True)
    with pytest.raises(pytest.fail.Exception, match="popa3d"):
        require(("popa3d",), in_ci=True)
    with pytest.raises(pytest.skip.Exception, match="popa3d"):
        require(("popa3d",), in_ci=False)
