"""Where the texts and pictures of the sample mailbox lie."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def sample_folder() -> Path:
    """In a wheel and a bundle they lie in the package, in a checkout beside it.

    Raises FileNotFoundError where neither is there.
    """
    for folder in (PACKAGE / "_resources", PACKAGE.parent.parent / "resources"):
        if (folder / "sample" / "letters.toml").is_file():
            return folder / "sample"
    raise FileNotFoundError("the sample mailbox is missing from this installation")
