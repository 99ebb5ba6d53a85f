"""Why there is no secret.

CredentialError
    NoPassword       none was ever stored, or its command gave none: ask the person
        CommandFailed
    NoStore          this system has no keyring to keep one in
    StoreLocked      there is one, but it was not unlocked
    StoreFailed      there is one, but it would not; or it holds half a secret

The texts never hold a secret, nor words of a keyring or a program that might.
"""


class CredentialError(Exception):
    pass


class NoPassword(CredentialError):
    pass


class CommandFailed(NoPassword):
    pass


class NoStore(CredentialError):
    pass


class StoreLocked(CredentialError):
    pass


class StoreFailed(CredentialError):
    pass
