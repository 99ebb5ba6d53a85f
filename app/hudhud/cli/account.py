"""`hudhud account add | list | remove | test`."""

import argparse
import sys
import uuid
from contextlib import suppress
from pathlib import Path

from hudhud.cli.console import Json
from hudhud.cli.exits import CommandFailed, Exit, exit_for
from hudhud.cli.phrases import failure_sentence, size_text
from hudhud.cli.workbench import Workbench, stoppable
from hudhud.config.sizes import parse_octets
from hudhud.credentials.errors import NoStore
from hudhud.domain.accounts import (
    DEFAULT_TIMEOUT_S,
    Account,
    hands_out_in_rounds,
)
from hudhud.domain.identifiers import AccountId
from hudhud.domain.retention import parse_policy, policy_text
from hudhud.domain.servers import Security, ServerAddress


def add_parser(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    account = verbs.add_parser("account", help="add, list, remove, test accounts")
    deeds = account.add_subparsers(dest="deed", required=True, metavar="DEED")
    add = deeds.add_parser("add", help="add an account")
    _add_server_words(add)
    password = add.add_mutually_exclusive_group(required=True)
    password.add_argument("--password-stdin", action="store_true")
    password.add_argument("--password-command", metavar="CMD")
    add.set_defaults(run=_add)
    listing = deeds.add_parser("list", help="show the accounts")
    listing.set_defaults(run=_list)
    remove = deeds.add_parser("remove", help="forget an account; its mail stays here")
    remove.add_argument("name")
    remove.set_defaults(run=_remove)
    test = deeds.add_parser("test", help="sign in and count, change nothing")
    test.add_argument("name")
    test.set_defaults(run=_test)


def _add_server_words(add: argparse.ArgumentParser) -> None:
    add.add_argument("address")
    add.add_argument("--host", required=True)
    add.add_argument("--port", type=int)
    add.add_argument(
        "--security", choices=[one.value for one in Security], default="tls"
    )
    add.add_argument("--user")
    add.add_argument("--name")
    add.add_argument("--policy", default="keep", metavar="POLICY")
    add.add_argument("--ca-file", type=Path, metavar="PEM")
    add.add_argument("--mailbox-limit", metavar="SIZE")
    add.add_argument("--timeout", type=float, default=DEFAULT_TIMEOUT_S)


def account_from(words: argparse.Namespace) -> Account:
    """Raises CommandFailed (usage) where a word makes no sense."""
    security = Security(words.security)
    port = security.usual_port if words.port is None else words.port
    if not 0 < port < 65536:
        raise CommandFailed(f"Not a port: {port}.", Exit.USAGE)
    if words.timeout <= 0:
        raise CommandFailed("The timeout must be more than 0 seconds.", Exit.USAGE)
    if words.ca_file is not None and not words.ca_file.is_file():
        raise CommandFailed(f"There is no file {words.ca_file}.", Exit.USAGE)
    try:
        policy = parse_policy(words.policy)
        limit = parse_octets(words.mailbox_limit) if words.mailbox_limit else None
    except ValueError as error:
        raise CommandFailed(str(error), Exit.USAGE) from error
    return Account(
        id=AccountId(uuid.uuid4().hex),
        name=words.name or words.address,
        address=words.address,
        server=ServerAddress(words.host, port, security),
        user=words.user or words.address,
        policy=policy,
        password_command=words.password_command,
        ca_file=str(words.ca_file.resolve()) if words.ca_file else None,
        mailbox_limit=limit,
        timeout_s=words.timeout,
        in_rounds=hands_out_in_rounds(words.host),
    )


def _add(words: argparse.Namespace, bench: Workbench) -> Exit:
    account = account_from(words)
    for taken in bench.book.all():
        if account.name.casefold() in (taken.name.casefold(), taken.address.casefold()):
            raise CommandFailed(
                f"There is already an account named {account.name!r}; choose --name.",
                Exit.USAGE,
            )
    if words.password_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
        if not password:
            raise CommandFailed("No password came on stdin.", Exit.USAGE)
        _keep(bench, account, password)
    bench.book.add(account)
    bench.console.line(f"Added {account.name} ({account.server}).")
    is_open = account.server.security is Security.NONE
    if is_open and not account.server.is_local:
        bench.console.note("This account's line is not encrypted.")
    bench.console.document(account_json(account))
    return Exit.DONE


def _keep(bench: Workbench, account: Account, password: str) -> None:
    try:
        bench.secrets.set(account.id, password)
    except NoStore as error:
        raise CommandFailed(
            f"{error} Nothing was added. Where there is none, --password-command "
            "names a command that prints the password.",
            Exit.PERSON_MUST_ACT,
        ) from error


def account_json(account: Account) -> dict[str, Json]:
    return {
        "name": account.name,
        "address": account.address,
        "host": account.server.host,
        "port": account.server.port,
        "security": account.server.security.value,
        "user": account.user,
        "policy": policy_text(account.policy),
        "mailbox_limit": account.mailbox_limit,
    }


def _list(words: argparse.Namespace, bench: Workbench) -> Exit:
    accounts = bench.book.all()
    bench.console.document({"accounts": [account_json(one) for one in accounts]})
    for one in accounts:
        security = one.server.security.value
        bench.console.line(
            f"{one.name}  {one.address}  {one.server} ({security})  "
            f"{policy_text(one.policy)}"
        )
    return Exit.DONE if accounts else Exit.NOTHING


def _remove(words: argparse.Namespace, bench: Workbench) -> Exit:
    account = bench.account(words.name)
    # Without a keyring no secret was ever kept.
    with suppress(NoStore):
        bench.secrets.delete(account.id)
    bench.book.remove(account.id)
    bench.console.line(
        f"Removed {account.name}. Its saved mail stays in the archive, and its "
        "server was not touched."
    )
    bench.console.document({"removed": account.name})
    return Exit.DONE


def _test(words: argparse.Namespace, bench: Workbench) -> Exit:
    account = bench.account(words.name)
    with stoppable(bench.stop):
        look = bench.engine().look(account, bench.stop)
    if bench.stop.is_set():
        raise CommandFailed("Stopped.", Exit.STOPPED)
    bench.console.document(
        {
            "name": account.name,
            "ok": look.failure is None,
            "secured": look.secured,
            "messages": look.messages,
            "octets": look.octets,
            "error": failure_sentence(look.failure) if look.failure else None,
        }
    )
    if look.failure is not None:
        bench.console.error(failure_sentence(look.failure))
        return exit_for([look.failure])
    line = f"encrypted with {look.secured}" if look.secured else "NOT encrypted"
    bench.console.line(
        f"Signed in to {account.server}, {line}. "
        f"{look.messages} messages, {size_text(look.octets)}, are waiting."
    )
    return Exit.DONE
