"""A run over TLS, and all that may be wrong with it: an ending, never a downgrade.

Promises 7 and 8: nothing of a password is said before the line is verified TLS.
"""

from base64 import b64encode
from dataclasses import replace
from pathlib import Path

import pytest

from hudhud.demo.terms import Terms
from hudhud.domain.failures import FailureKind
from hudhud.domain.retention import DeleteOnceSaved
from hudhud.domain.servers import Security
from support.bad_framing import BehindStls
from support.certificates import CertificateKind, Certificates
from support.faults import Fault, Kind, Step
from support.letters import many
from support.misbehaving import Misbehaviour
from support.misbehaviours import RefusesSignIn, Say, Without
from support.trial import Setting, Trial, kind_of

CANARY = "canary-7d41"
LETTERS = many(3, 300)
SECURE = (Security.TLS, Security.STARTTLS)
BAD = tuple(kind for kind in CertificateKind if kind is not CertificateKind.GOOD)

UNENCRYPTED: dict[str, tuple[Misbehaviour, ...]] = {
    "stripped": (Without(("STLS",)),),
    "refused": (Say("STLS", b"-ERR not today\r\n"),),
    "not known": (Without(("STLS", "CAPA")),),
    "denied after CAPA was cut": (Without(("CAPA",)), Say("STLS", b"-ERR\r\n")),
}
INJECTIONS = (b"+OK injected\r\n", b"-ERR injected\r\n", b"\x16\x03\x01", b"\r\n")


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(tmp_path_factory.mktemp("certificates"))


def setting(
    certificates: Certificates,
    security: Security,
    kind: CertificateKind = CertificateKind.GOOD,
) -> Setting:
    """The server would also take a password in the clear."""
    terms = Terms(
        password=CANARY,
        security=security,
        tls=certificates.server(kind),
        clear_sign_in=True,
    )
    return Setting(terms=terms, ca_file=certificates.ca_file, password=CANARY)


def assert_unsaid(trial: Trial) -> None:
    """Neither sign-in nor password was ever on the wire, nor in what was traced."""
    heard = trial.server.record
    assert heard.credentials_in_clear == ()
    assert not {"USER", "PASS", "AUTH", "APOP"} & set(trial.commands())
    said = b"\n".join(line.octets for line in heard.lines)
    assert CANARY.encode() not in said
    assert_masked(trial)


def assert_masked(trial: Trial) -> None:
    told = "\n".join([*trial.trace, *map(repr, trial.events)])
    assert CANARY not in told
    message = f"\0{trial.setting.terms.user}\0{CANARY}".encode()
    assert b64encode(message).decode() not in told


@pytest.mark.parametrize("security", SECURE)
def test_a_good_line_brings_everything_home(
    security: Security, certificates: Certificates, quick_path: Path
) -> None:
    good = setting(certificates, security)
    with Trial(quick_path, LETTERS, setting=good) as trial:
        assert trial.run(DeleteOnceSaved()).failure is None
        trial.judge_complete(emptied=True)
        assert_masked(trial)


@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize("security", SECURE)
def test_a_bad_certificate_ends_the_run_before_the_password(
    security: Security,
    kind: CertificateKind,
    certificates: Certificates,
    quick_path: Path,
) -> None:
    bad = setting(certificates, security, kind)
    with Trial(quick_path, LETTERS, setting=bad) as trial:
        report = trial.run(DeleteOnceSaved())
        assert kind_of(report) is FailureKind.CERTIFICATE
        assert report.failure is not None
        assert report.failure.needs_person
        assert_unsaid(trial)


@pytest.mark.parametrize("security", SECURE)
def test_a_certificate_of_another_host_is_not_taken(
    security: Security, certificates: Certificates, quick_path: Path
) -> None:
    """The name the person gave counts, not where it leads."""
    elsewhere = replace(setting(certificates, security), host="127.0.0.2")
    with Trial(quick_path, LETTERS, setting=elsewhere) as trial:
        report = trial.run()
        assert kind_of(report) in (FailureKind.CERTIFICATE, FailureKind.UNREACHABLE)
        assert_unsaid(trial)


@pytest.mark.parametrize("security", SECURE)
def test_an_authority_of_our_own_is_trusted_only_where_it_was_named(
    security: Security, certificates: Certificates, quick_path: Path
) -> None:
    unnamed = replace(setting(certificates, security), ca_file=None)
    with Trial(quick_path, LETTERS, setting=unnamed) as trial:
        assert kind_of(trial.run()) is FailureKind.CERTIFICATE
        assert_unsaid(trial)


@pytest.mark.parametrize("wrong", UNENCRYPTED.values(), ids=UNENCRYPTED)
def test_stls_that_is_stripped_or_refused_is_an_ending(
    wrong: tuple[Misbehaviour, ...], certificates: Certificates, quick_path: Path
) -> None:
    stripped = setting(certificates, Security.STARTTLS)
    with Trial(quick_path, LETTERS, *wrong, setting=stripped) as trial:
        report = trial.run(DeleteOnceSaved())
        assert kind_of(report) is FailureKind.NO_ENCRYPTION
        assert report.failure is not None
        assert report.failure.needs_person
        assert_unsaid(trial)


def test_stls_that_worked_before_is_not_forgotten(
    certificates: Certificates, quick_path: Path
) -> None:
    good = setting(certificates, Security.STARTTLS)
    with Trial(quick_path, LETTERS, setting=good) as trial:
        trial.run()
        trial.behave(Without(("STLS",)))
        assert kind_of(trial.run()) is FailureKind.NO_ENCRYPTION
        assert trial.server.record.credentials_in_clear == ()


@pytest.mark.parametrize("octets", INJECTIONS)
def test_octets_behind_stls_are_an_attack(
    octets: bytes, certificates: Certificates, quick_path: Path
) -> None:
    good = setting(certificates, Security.STARTTLS)
    with Trial(quick_path, LETTERS, BehindStls(octets), setting=good) as trial:
        assert kind_of(trial.run(DeleteOnceSaved())) is FailureKind.INJECTED
        assert_unsaid(trial)


def test_tls_is_never_spoken_to_a_server_that_has_none(quick_path: Path) -> None:
    plain = Setting(security=Security.TLS, password=CANARY, timeout_s=0.3)
    with Trial(quick_path, LETTERS, setting=plain) as trial:
        report = trial.run()
        assert report.failure is not None
        assert_unsaid(trial)


def test_a_server_that_only_knows_old_tls_is_refused(
    certificates: Certificates, quick_path: Path
) -> None:
    terms = Terms(security=Security.TLS, tls=certificates.old_server())
    old = Setting(terms=terms, ca_file=certificates.ca_file, password=CANARY)
    with Trial(quick_path, LETTERS, setting=old) as trial:
        assert kind_of(trial.run()) is FailureKind.NO_ENCRYPTION
        assert_unsaid(trial)


def test_a_message_cut_short_without_goodbye_is_never_whole(
    certificates: Certificates, quick_path: Path
) -> None:
    cut = Fault(Step.RETR, Kind.CLOSE, at=2, times=None)
    good = setting(certificates, Security.TLS)
    with Trial(quick_path, LETTERS, cut, setting=good) as trial:
        trial.run(DeleteOnceSaved())
        trial.behave()
        trial.run(DeleteOnceSaved())


@pytest.mark.parametrize("security", SECURE)
def test_a_password_that_the_server_repeats_is_masked(
    security: Security, certificates: Certificates, quick_path: Path
) -> None:
    echo = RefusesSignIn(f"[AUTH] no user with {CANARY} here")
    good = setting(certificates, security)
    with Trial(quick_path, LETTERS, echo, setting=good) as trial:
        report = trial.run()
        assert kind_of(report) is FailureKind.SIGN_IN_REFUSED
        assert CANARY not in repr(report)
        assert_masked(trial)
