"""format=flowed undone: RFC 3676, with DelSp."""


def unflow(text: str, *, delete_space: bool) -> str:
    """Paragraphs on one line each; quoting kept as `> ` marks, one for each level.

    A line that ends in a blank goes on in the next of the same quoting; the line
    `-- ` before a signature never does.
    """
    lines: list[str] = []
    open_depth = -1
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        content = line[depth:]
        content = content.removeprefix(" ")
        is_signature = content == "-- "
        flows = content.endswith(" ") and not is_signature
        if flows and delete_space:
            content = content[:-1]
        if depth == open_depth and not is_signature:
            lines[-1] += content
        else:
            lines.append(f"{'>' * depth}{' ' if depth else ''}{content}")
        open_depth = depth if flows else -1
    return "\n".join(lines)
