"""The one question the engine asks: what is the password of this account?"""

from hudhud.credentials.command import password_from
from hudhud.credentials.errors import NoPassword
from hudhud.credentials.secrets import SecretStore
from hudhud.domain.accounts import Account


def password_for(account: Account, store: SecretStore) -> str:
    """From the account's command if it has one, or else from the store.

    Raises CredentialError; NoPassword where there is none to be had. Waits for a
    keyring or a command, so never call it on the window's thread.
    """
    if account.password_command is not None:
        return password_from(account.password_command)
    secret = store.get(account.id)
    if secret is None:
        raise NoPassword(f"No password is stored for {account.name}.")
    return secret
