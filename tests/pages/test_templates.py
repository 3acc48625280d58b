"""Partials that are imported hold macros only: anything else would run once, and its facts be noted for one page."""

from __future__ import annotations

import pytest
from jinja2 import Environment, nodes

from portal.resources import TEMPLATES

IMPORTED = sorted(
    {
        node.template.value
        for path in TEMPLATES.rglob("*.j2")
        for node in Environment().parse(path.read_text(encoding="utf-8")).find_all(nodes.Import)
        if isinstance(node.template, nodes.Const)
    }
)


@pytest.mark.parametrize("name", IMPORTED)
def test_an_imported_template_holds_macros_only(name: str) -> None:
    tree = Environment().parse((TEMPLATES / name).read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, nodes.Output):
            assert not [part for part in node.nodes if not isinstance(part, nodes.TemplateData)]
        else:
            assert isinstance(node, nodes.Macro | nodes.Import)


def test_templates_are_imported() -> None:
    assert len(IMPORTED) > 3
