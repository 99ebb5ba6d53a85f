"""A listing is believed only as far as it can be."""

from dataclasses import replace

from hudhud.domain.ledger import Deletion, DeletionState, Origin
from hudhud.sync.reconcile import match_renumbered, reconcile, seems_renumbered
from support.maildrops import NOW, identity_of, ledger, named, saved

TEN = [saved(f"old{n}", message=n) for n in range(10)]


def test_new_and_gone_are_told_apart() -> None:
    found = reconcile([named(1, "a"), named(2, "b")], ledger(saved("a")), True, 1)
    assert [one.uid for one in found.new] == ["b"]
    assert found.gone == ()
    assert found.tells_what_went


def test_an_empty_listing_is_not_believed_at_once() -> None:
    found = reconcile([], ledger(*TEN), True, 10)
    assert found.shrank
    assert not found.tells_what_went


def test_the_second_empty_listing_in_a_row_is_believed() -> None:
    assert reconcile([], ledger(*TEN), True, 0).tells_what_went


def test_our_own_deletions_do_not_look_like_a_loss() -> None:
    sent = Deletion(DeletionState.SENT, Origin.POLICY, False, NOW)
    going = [replace(line, deletion=sent) for line in TEN]
    assert reconcile([], ledger(*going), True, 10).tells_what_went


def test_an_ordinary_days_deletions_are_believed() -> None:
    left = [named(n, f"old{n}") for n in range(6)]
    assert reconcile(left, ledger(*TEN), True, 10).tells_what_went


def test_a_listing_with_senseless_lines_never_tells_what_went() -> None:
    assert not reconcile([], ledger(saved("a")), False, 1).tells_what_went


def test_a_renumbered_maildrop_is_recognised_and_matched_by_header() -> None:
    new = [named(n, f"new{n}") for n in range(10)]
    found = reconcile(new, ledger(*TEN), True, 10)
    assert seems_renumbered(found)
    identities = {n: identity_of(f"old{n}") for n in range(10)}
    pairs = match_renumbered(found, identities)
    assert dict(pairs) == {f"old{n}": f"new{n}" for n in range(10)}


def test_new_mail_alone_is_not_a_renumbering() -> None:
    known = [named(n, f"old{n}") for n in range(10)]
    new = [named(n, f"new{n}") for n in range(10, 40)]
    assert not seems_renumbered(reconcile(known + new, ledger(*TEN), True, 10))


def test_twins_are_matched_one_to_one() -> None:
    twins = [replace(line, identity=identity_of("twin")) for line in TEN[:4]]
    new = [named(n, f"new{n}") for n in range(4)]
    found = reconcile(new, ledger(*twins), True, 4)
    pairs = match_renumbered(found, {n: identity_of("twin") for n in range(4)})
    assert len({old for old, _ in pairs}) == len({fresh for _, fresh in pairs}) == 4
