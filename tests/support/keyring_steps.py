"""Run inside a desktop session of its own: asks a real keyring, prints what it said.

The arguments are the steps, `set=SECRET`, `get`, `delete`, `name`; a line of JSON is
printed for each. An error of ours is printed as its class.
"""

import json
import sys

import keyring

from hudhud.credentials.errors import CredentialError
from hudhud.credentials.keyring_store import KeyringStore
from hudhud.domain.identifiers import AccountId

ACCOUNT = AccountId("5a4a")


def answer(store: KeyringStore, step: str) -> str | None:
    verb, _, secret = step.partition("=")
    try:
        match verb:
            case "set":
                store.set(ACCOUNT, secret)
            case "get":
                return store.get(ACCOUNT)
            case "delete":
                store.delete(ACCOUNT)
            case "name":
                return type(keyring.get_keyring()).__module__
    except CredentialError as error:
        return type(error).__name__
    return None


def main() -> None:
    store = KeyringStore()
    for step in sys.argv[1:]:
        sys.stdout.write(json.dumps(answer(store, step)) + "\n")


main()
