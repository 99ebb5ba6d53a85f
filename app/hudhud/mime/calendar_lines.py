"""Content lines of RFC 5545 section 3.1, `NAME;PARAMETER=value:value`, by component."""

import re
from dataclasses import dataclass, field

LINES = 20_000
NESTING = 8

_FOLD = re.compile(r"\r?\n[ \t]")
_LINE = re.compile(
    r"([A-Za-z0-9-]{1,100})"
    r"((?:;[^:;=\"]{1,100}=(?:\"[^\"]*\"|[^:;\"]*)*+)*+)[ \t]*:(.*)",
    re.DOTALL,
)
_PARAMETER = re.compile(r";([^:;=\"]+)=((?:\"[^\"]*\"|[^:;\"]*)*+)")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """`name` and the parameters' names in upper case; `value` as written."""

    name: str
    parameters: dict[str, str]
    value: str

    def text(self) -> str:
        """The value of a text property, RFC 5545 section 3.3.11."""
        return _ESCAPE.sub(_meant, self.value)


@dataclass(slots=True)
class Component:
    """`kind` such as `VEVENT`; lines and components in their order."""

    kind: str
    lines: list[Line] = field(default_factory=list)
    components: list["Component"] = field(default_factory=list)

    def first(self, name: str) -> Line | None:
        return next((line for line in self.lines if line.name == name), None)

    def text(self, name: str) -> str:
        line = self.first(name)
        return line.text().strip() if line else ""

    def every(self, *kinds: str) -> list["Component"]:
        return [one for one in self.components if one.kind in kinds]


def read_calendars(text: str) -> list[Component]:
    """The `VCALENDAR`s of a text; what is open at the end is closed there."""
    root = Component("")
    path = [root]
    for raw in _FOLD.sub("", text).splitlines()[:LINES]:
        line = _line(raw)
        if line is None:
            continue
        if line.name == "BEGIN" and len(path) <= NESTING:
            inner = Component(line.value.strip().upper())
            path[-1].components.append(inner)
            path.append(inner)
        elif line.name == "END":
            _leave(path, line.value.strip().upper())
        else:
            path[-1].lines.append(line)
    return root.every("VCALENDAR")


def _line(raw: str) -> Line | None:
    found = _LINE.fullmatch(raw)
    if found is None:
        return None
    parameters = {
        name.upper(): value.replace('"', "")
        for name, value in _PARAMETER.findall(found[2])
    }
    return Line(found[1].upper(), parameters, found[3])


def _leave(path: list[Component], kind: str) -> None:
    if any(one.kind == kind for one in path[1:]):
        while path.pop().kind != kind:
            pass


def _meant(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]
