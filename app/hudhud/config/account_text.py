"""An account as a TOML table, and what every account must satisfy."""

import re
import unicodedata

from hudhud.config.errors import BadAccount
from hudhud.config.toml_table import Fault, Table
from hudhud.config.toml_text import Value, lines_of
from hudhud.domain.accounts import DEFAULT_PREVIEW_LINES, DEFAULT_TIMEOUT_S, Account
from hudhud.domain.identifiers import AccountId
from hudhud.domain.retention import (
    LONGEST_STAY_DAYS,
    DeleteAfter,
    KeepAll,
    RetentionPolicy,
    parse_policy,
    policy_text,
)
from hudhud.domain.servers import Security, ServerAddress

LONGEST_TIMEOUT_S = 3600.0
MOST_PREVIEW_LINES = 200
LONGEST_TEXT = 1000

# It becomes part of names in the keyring and of nothing that needs quoting.
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)

# Controls, lone surrogates, line and paragraph separators.
_NOT_IN_A_LINE = frozenset({"Cc", "Cs", "Zl", "Zp"})


def account_lines(account: Account) -> str:
    """What differs from a default account, in the order a person would tell it."""
    usual = account.server.security.usual_port
    pairs: list[tuple[str, Value | None]] = [
        ("id", account.id),
        ("name", account.name),
        ("address", account.address),
        ("host", account.server.host),
        ("port", None if account.server.port == usual else account.server.port),
        ("security", account.server.security.value),
        ("user", account.user),
        ("policy", policy_text(account.policy)),
        ("password_command", account.password_command),
        ("ca_file", account.ca_file),
        ("mailbox_limit", account.mailbox_limit),
        ("timeout_s", _unless(DEFAULT_TIMEOUT_S, account.timeout_s)),
        ("preview_lines", _unless(DEFAULT_PREVIEW_LINES, account.preview_lines)),
        ("in_rounds", account.in_rounds or None),
    ]
    return lines_of((key, value) for key, value in pairs if value is not None)


def _unless(default: Value, value: Value) -> Value | None:
    return None if value == default else value


def account_of(table: Table) -> Account:
    """Read what `account_lines` writes; raises Fault."""
    security = _security(table.text_or_none("security"))
    account = Account(
        id=AccountId(table.text("id")),
        name=table.text("name"),
        address=table.text("address"),
        server=ServerAddress(
            table.text("host"),
            table.whole_number("port", security.usual_port),
            security,
        ),
        user=table.text("user"),
        policy=_policy(table.text_or_none("policy")),
        password_command=table.text_or_none("password_command"),
        ca_file=table.text_or_none("ca_file"),
        mailbox_limit=table.whole_number_or_none("mailbox_limit"),
        timeout_s=table.number("timeout_s", DEFAULT_TIMEOUT_S),
        preview_lines=table.whole_number("preview_lines", DEFAULT_PREVIEW_LINES),
        in_rounds=table.is_set("in_rounds"),
    )
    _refuse_left_over(table.left_over)
    return _satisfying(account)


def _security(text: str | None) -> Security:
    try:
        return Security.TLS if text is None else Security(text)
    except ValueError:
        known = ", ".join(Security)
        raise Fault(f"security must be one of {known}, not {text!r}") from None


def _policy(text: str | None) -> RetentionPolicy:
    try:
        return KeepAll() if text is None else parse_policy(text)
    except ValueError as error:
        raise Fault(f"{error}") from None


def _refuse_left_over(keys: tuple[str, ...]) -> None:
    if any(key in ("password", "pass", "secret") for key in keys):
        raise Fault(
            "it holds a password; passwords belong in the system's keyring, or name "
            "a program that prints it in password_command"
        )
    if keys:
        raise Fault(f"{keys[0]} is not a setting of an account")


def _satisfying(account: Account) -> Account:
    try:
        check_account(account)
    except BadAccount as error:
        raise Fault(f"{error}") from None
    return account


def check_account(account: Account) -> None:
    """Raise BadAccount, with the first rule that it breaks."""
    for rule, holds in _rules(account):
        if not holds:
            raise BadAccount(rule)


def _rules(account: Account) -> tuple[tuple[str, bool], ...]:
    server, limit = account.server, account.mailbox_limit
    command, ca_file = account.password_command, account.ca_file
    days = account.policy.days if isinstance(account.policy, DeleteAfter) else 1
    return (
        ("id must be 1 to 64 letters, digits, - or _", bool(_ID.fullmatch(account.id))),
        ("name must be one line of text", _is_line(account.name)),
        ("address must be one word", _is_word(account.address)),
        ("host must be one word", _is_word(server.host)),
        ("port must be from 1 to 65535", 1 <= server.port <= 65535),
        ("user must be one line of text", _is_line(account.user)),
        (f"days must be from 1 to {LONGEST_STAY_DAYS}", 1 <= days <= LONGEST_STAY_DAYS),
        ("password_command must be one line", command is None or _is_line(command)),
        ("ca_file must be one line", ca_file is None or _is_line(ca_file)),
        ("mailbox_limit must be more than 0", limit is None or limit > 0),
        (
            f"timeout_s must be from 1 to {LONGEST_TIMEOUT_S:.0f}",
            1 <= account.timeout_s <= LONGEST_TIMEOUT_S,
        ),
        (
            f"preview_lines must be from 0 to {MOST_PREVIEW_LINES}",
            0 <= account.preview_lines <= MOST_PREVIEW_LINES,
        ),
    )


def _is_line(text: str) -> bool:
    """Not blank, and free of what would end a line or cannot be written as UTF-8."""
    return (
        0 < len(text) <= LONGEST_TEXT
        and not text.isspace()
        and all(unicodedata.category(one) not in _NOT_IN_A_LINE for one in text)
    )


def _is_word(text: str) -> bool:
    return _is_line(text) and not any(one.isspace() for one in text)
