"""Every fault of the line at every step of a session: nothing lost, nothing twice.

The next run, on a server that behaves, ends as if nothing had ever gone wrong.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from hudhud.demo.terms import Terms
from hudhud.domain.identifiers import UniqueId
from hudhud.domain.retention import DeleteOnceSaved, KeepAll, RetentionPolicy
from hudhud.domain.servers import Security
from hudhud.pop3 import client
from hudhud.sync.plan import Job
from support.certificates import Certificates
from support.faults import Fault, Kind, Step, step_faults
from support.letters import dotted, many
from support.trial import Setting, Trial

STALL_S = 0.2
WAITS = frozenset({Kind.STALL})

# What the engine never says cannot go wrong.
NEVER_SAID = (Step.RSET, Step.NOOP)
SAID = tuple(step for step in Step if step not in NEVER_SAID)
CASES = [
    pytest.param(fault, policy, id=f"{fault}, {name}")
    for fault in step_faults(SAID)
    for name, policy in (("keep", KeepAll()), ("delete", DeleteOnceSaved()))
    if name == "delete" or fault.step is not Step.DELE
]
LASTING = [Fault(step, kind, times=None) for step in SAID for kind in Kind]

OVER_TLS = (Step.STLS, Step.AUTH)
LETTERS = (*many(3, 300), dotted(), *many(4, 900)[3:])


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer to a password is waited for no longer than any other."""
    monkeypatch.setattr(client, "SIGN_IN_PATIENCE_S", STALL_S)


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(tmp_path_factory.mktemp("certificates"))


def setting_for(fault: Fault, certificates: Certificates) -> Setting:
    setting = Setting(timeout_s=STALL_S) if fault.kind in WAITS else Setting()
    if fault.step in OVER_TLS:
        terms = Terms(security=Security.STARTTLS, tls=certificates.server())
        return replace(setting, terms=terms, ca_file=certificates.ca_file)
    if fault.step is Step.TOP:
        # Messages that share a unique-id are told apart by their first lines.
        return replace(setting, uids=("twin", "twin"))
    return setting


def was_struck(trial: Trial, fault: Fault) -> bool:
    return fault.step is Step.GREETING or fault.step in trial.commands()


@pytest.mark.parametrize(("fault", "policy"), CASES)
def test_a_fault_loses_nothing_and_the_next_run_completes(
    fault: Fault, policy: RetentionPolicy, certificates: Certificates, quick_path: Path
) -> None:
    setting = setting_for(fault, certificates)
    with Trial(quick_path, LETTERS, fault, setting=setting) as trial:
        trial.run(policy)
        assert was_struck(trial, fault)
        trial.behave()
        assert trial.run(policy).failure is None
        trial.judge_complete(emptied=isinstance(policy, DeleteOnceSaved))


@pytest.mark.parametrize("fault", LASTING, ids=str)
def test_a_fault_that_lasts_ends_the_run_in_time_and_loses_nothing(
    fault: Fault, certificates: Certificates, quick_path: Path
) -> None:
    setting = setting_for(fault, certificates)
    with Trial(quick_path, LETTERS, fault, setting=setting) as trial:
        trial.run(DeleteOnceSaved())
        assert was_struck(trial, fault)
        trial.behave()
        # A message that failed twice waits until somebody asks for it by name.
        aside = trial.run(DeleteOnceSaved(), Job(only=waiting(trial)))
        assert aside.failure is None
        trial.run(DeleteOnceSaved())
        trial.judge_complete(emptied=True)


def waiting(trial: Trial) -> frozenset[UniqueId]:
    return frozenset(letter.uid for letter in trial.maildrop.letters)
