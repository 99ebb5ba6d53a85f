"""Choosing nodes of a selectolax tree so that each is touched once."""

from selectolax.lexbor import LexborNode


def chosen(root: LexborNode, selector: str) -> list[LexborNode]:
    """The nodes that match, each once; a list of selectors gives some of them twice."""
    return list({node.mem_id: node for node in root.css(selector)}.values())


def drop(nodes: list[LexborNode]) -> None:
    """Take nodes out of the tree; those inside another one go with it."""
    for node in outermost(nodes):
        node.decompose()


def outermost(nodes: list[LexborNode]) -> list[LexborNode]:
    """Those that stand in none of the others."""
    given = {node.mem_id for node in nodes}
    return [node for node in nodes if not _is_inside(node, given)]


def _is_inside(node: LexborNode, nodes: set[int]) -> bool:
    above = node.parent
    while above is not None:
        if above.mem_id in nodes:
            return True
        above = above.parent
    return False
