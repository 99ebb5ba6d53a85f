"""The document around a cleaned letter: a page of ours, the letter within it."""

from dataclasses import asdict, dataclass
from html import escape

# Of letters that bring no looks of their own; what they state holds before this.
SHEET = """\
:root {{ color-scheme: {scheme}; background: {ground}; }}
body {{
  box-sizing: border-box; min-height: 100vh; margin: 0; padding: {side}px;
  color: {ink}; background: {paper}; border-radius: 10px;
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
::-webkit-scrollbar {{ width: 10px; height: 10px; background: transparent; }}
::-webkit-scrollbar-corner {{ background: transparent; }}
::-webkit-scrollbar-thumb {{
  background: {thumb}; background-clip: padding-box; border: 2px solid transparent;
  border-radius: 5px;
}}
body > .heading {{ display: none; }}
{flow}@media print {{
  body > .heading {{ display: block; margin-bottom: 1.4em; }}
  :root, body {{ background: none; padding: 0; min-height: 0; }}
}}
"""


@dataclass(frozen=True, slots=True)
class Looks:
    """Colours as `#rrggbb`; `size` and `side` in pixels.

    `paper` lies on `ground`, which is the window's own.
    """

    dark: bool
    ground: str
    paper: str
    ink: str
    quiet: str
    line: str
    link: str
    thumb: str
    families: tuple[str, ...]
    size: int
    side: int


# The person's own choice, over everything that the letter states.
FLOW = "body > main, body > main * {{ direction: {direction} !important; }}\n"


def document(
    html: str, looks: Looks, direction: str = "auto", heading: str = ""
) -> bytes:
    """`html` was cleaned: it is balanced, and closes nothing of ours.

    `direction` is `auto`, or `ltr` or `rtl` for all of it. `heading` is HTML of ours
    that is there on paper alone.
    """
    own = direction == "auto"
    values = asdict(looks) | {
        "flow": "" if own else FLOW.format(direction=direction),
        "scheme": "dark" if looks.dark else "light",
        "families": ", ".join((*map(_quoted, looks.families), "sans-serif")),
    }
    text = (
        '<!doctype html><html><head><meta charset="utf-8">'
        f"<title></title><style>{SHEET.format_map(values)}</style></head>"
        f'<body><div class="heading">{heading}</div>'
        f'<main dir="{direction}">{html}</main></body></html>'
    )
    return text.encode("utf-8", "replace")


def _quoted(family: str) -> str:
    bare = "".join(character for character in family if character not in "\"'\\<>;{}")
    return f"'{escape(bare)}'"
