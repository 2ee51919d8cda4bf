"""What a Word template may say: placeholders, conditions, and loops over lists of the paper - and no more.

A template is uploaded by somebody, so it is held to a few harmless words of Jinja: it cannot call, reckon or reach
anything but the facts of its paper, and its loops end.
"""

from collections.abc import Iterator

from jinja2 import StrictUndefined, Template, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

DEEPEST = 4
_PLAIN = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Const, nodes.For, nodes.If,
    nodes.Not, nodes.And, nodes.Or, nodes.Compare, nodes.Operand,
)  # fmt: skip


class NotPlain(ValueError):
    """A template uses more than placeholders, conditions and loops over lists; the message says what."""


class PlainTemplates(ImmutableSandboxedEnvironment):
    """Jinja for templates that come from outside: what it does not know is an error, and every text is escaped."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()
        self.filters.clear()
        self.tests.clear()

    def from_string(self, source: str | nodes.Template, *args: object, **more: object) -> Template:
        """The template of a source. Raises ``NotPlain`` where it uses anything else."""
        tree = self.parse(source) if isinstance(source, str) else source
        _check(tree, depth=0)
        return super().from_string(source)


def _check(node: nodes.Node, depth: int) -> None:
    if not isinstance(node, _PLAIN):
        raise NotPlain(f"it uses {_named(node)}, which templates here cannot")
    if isinstance(node, nodes.For):
        depth += 1
        if depth > DEEPEST:
            raise NotPlain(f"it has loops inside loops more than {DEEPEST} deep")
        if not isinstance(node.iter, nodes.Name | nodes.Getattr) or node.recursive:
            raise NotPlain("it has a loop over something that is no list of the paper")
    for child in _children(node):
        _check(child, depth)


def _children(node: nodes.Node) -> Iterator[nodes.Node]:
    return node.iter_child_nodes()


def _named(node: nodes.Node) -> str:
    words = {"Call": "a call with brackets", "Filter": "a filter (“|”)", "Assign": "{% set %}", "Test": "a test (“is”)"}
    kind = type(node).__name__
    return words.get(kind, f"“{kind.lower()}”")
