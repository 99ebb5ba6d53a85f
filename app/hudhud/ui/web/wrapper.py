"""The document around a cleaned letter: a page of ours, the letter within it."""

from dataclasses import dataclass
from html import escape

SIDE_PX = 16
# Of letters that bring no looks of their own; what they state holds before this.
SHEET = """\
:root {{ color-scheme: {scheme}; }}
html {{ background: {paper}; }}
body {{
  margin: {side}px; color: {ink}; background: {paper};
  font: {size}px/1.5 {families}; overflow-wrap: break-word;
}}
a {{ color: {link}; }}
img {{ max-width: 100%; object-fit: contain; }}
table {{ max-width: 100%; }}
pre {{ white-space: pre-wrap; }}
blockquote {{
  margin: 0.8em 0; padding-inline-start: 0.9em;
  border-inline-start: 3px solid {line}; color: {quiet};
}}
hr {{ border: 0; border-top: 1px solid {line}; margin: 1.4em 0; }}
@media print {{ html, body {{ background: none; margin: 0; }} }}
"""


@dataclass(frozen=True, slots=True)
class Looks:
    """Colours as `#rrggbb`; `size` in pixels."""

    dark: bool
    paper: str
    ink: str
    quiet: str
    line: str
    link: str
    families: tuple[str, ...]
    size: int
    side: int = SIDE_PX


def document(html: str, looks: Looks) -> bytes:
    """`html` was cleaned: it is balanced, and closes nothing of ours."""
    sheet = SHEET.format(
        scheme="dark" if looks.dark else "light",
        paper=looks.paper,
        ink=looks.ink,
        quiet=looks.quiet,
        line=looks.line,
        link=looks.link,
        size=looks.size,
        side=looks.side,
        families=", ".join((*map(_quoted, looks.families), "sans-serif")),
    )
    text = (
        '<!doctype html><html><head><meta charset="utf-8">'
        f"<title></title><style>{sheet}</style></head>"
        f'<body><div dir="auto">{html}</div></body></html>'
    )
    return text.encode("utf-8", "replace")


def _quoted(family: str) -> str:
    bare = "".join(character for character in family if character not in "\"'\\<>;{}")
    return f"'{escape(bare)}'"
