"""Every fault of the line at every step of a session: nothing lost, nothing twice.

The next run, on a server that behaves, ends as if nothing had ever gone wrong.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from hudhud.demo.terms import Terms
from hudhud.domain.failures import FailureKind
from hudhud.domain.retention import DeleteOnceSaved, KeepAll, RetentionPolicy
from hudhud.domain.servers import Security
from hudhud.pop3 import client
from support.certificates import Certificates
from support.faults import Fault, Kind, Step, step_faults
from support.letters import dotted, many
from support.trial import Setting, Trial, kind_of

POLICIES = (KeepAll(), DeleteOnceSaved())
STALL_S = 0.3

# What the engine never says cannot go wrong.
NEVER_SAID = (Step.RSET, Step.NOOP)
FAULTS = tuple(step_faults(tuple(step for step in Step if step not in NEVER_SAID)))

# These are said over TLS alone; DELE only where something is to be deleted.
OVER_TLS = (Step.STLS, Step.AUTH)
PLAIN = Setting(timeout_s=STALL_S)

LETTERS = (*many(3, 300), dotted(), *many(4, 900)[3:])


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A password is waited for as long as anything else."""
    monkeypatch.setattr(client, "SIGN_IN_PATIENCE_S", STALL_S)


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(tmp_path_factory.mktemp("certificates"))


def setting_for(step: Step, certificates: Certificates) -> Setting:
    if step in OVER_TLS:
        terms = Terms(security=Security.STARTTLS, tls=certificates.server())
        return replace(PLAIN, terms=terms, ca_file=certificates.ca_file)
    if step is Step.TOP:
        # Messages that share a unique-id are told apart by their first lines.
        return replace(PLAIN, uids=("twin", "twin"))
    return PLAIN


@pytest.mark.parametrize("policy", POLICIES, ids=["keep", "delete"])
@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_fault_loses_nothing_and_the_next_run_completes(
    fault: Fault, policy: RetentionPolicy, certificates: Certificates, tmp_path: Path
) -> None:
    deletes = isinstance(policy, DeleteOnceSaved)
    if fault.step is Step.DELE and not deletes:
        pytest.skip("nothing is deleted")
    setting = setting_for(fault.step, certificates)
    with Trial(tmp_path, LETTERS, fault, setting=setting) as trial:
        trial.run(policy)
        assert fault.step is Step.GREETING or fault.step in trial.commands()
        trial.behave()
        assert trial.run(policy).failure is None
        trial.judge_complete(emptied=deletes)
