"""Every word of the interface comes from labels.yaml, and every label is used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from string import Formatter
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
import yaml
from building import ROOT
from pydantic import BaseModel

from portal.model.checks.labels import REGISTER
from portal.model.records.kind import Kind
from portal.model.records.kinds import KINDS
from portal.model.records.record import Record
from portal.model.values.field_marks import Labels
from portal.resources import BASE, TEMPLATES, THEME
from portal.text.policy import HAN

LABELS = yaml.load((BASE / "data/labels.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A model and those of its parts."""
    yield model
    for field in model.model_fields.values():
        yield from (part for found in _inside(field.annotation) for part in _models(found))


def _inside(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _inside(argument)


def _choices(annotation: Any, marks: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """The labels of each choice that a type allows: of a type without ``Labels`` they begin with nothing."""
    prefix = next((mark.prefix for mark in marks if isinstance(mark, Labels)), "")
    if get_origin(annotation) is Literal:
        yield from ((prefix, choice) for choice in get_args(annotation))
    elif get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        yield from _choices(inner, more)
    else:
        for argument in get_args(annotation):
            yield from _choices(argument, marks)


CHOICES = sorted(
    {
        (model.__name__, name, f"{prefix}.{choice}")
        for kind in KINDS
        for model in _models(kind.model)
        for name, field in model.model_fields.items()
        for prefix, choice in _choices(field.annotation, field.metadata)
    }
)
"""Every field of choices, with the label of each."""

PAGES = [*TEMPLATES.rglob("*.j2"), *THEME.rglob("*.html")]
SOURCES = [*PAGES, *(ROOT / "hooks/portal").rglob("*.py")]


def test_the_register_has_every_label_with_its_placeholders(request: pytest.FixtureRequest) -> None:
    """``pytest --rewrite`` writes it anew: pages ask for the same labels in every portal."""
    fields = {
        k: {f for _, f, _, _ in Formatter().parse(words["zh"]) if f} for k, words in LABELS.items()
    }
    lines = [" ".join([key, *sorted(fields[key])]) for key in sorted(fields)]
    if request.config.getoption("--rewrite"):
        REGISTER.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    assert REGISTER.read_text(encoding="utf-8").splitlines() == lines


def test_every_choice_of_a_field_has_a_label() -> None:
    assert len(CHOICES) > 200
    assert [choice for choice in CHOICES if choice[2] not in LABELS] == []


@pytest.mark.parametrize("kind", KINDS.with_pages, ids=lambda kind: kind.name)
def test_a_kind_with_pages_has_templates_and_all_of_its_labels(kind: Kind[Record]) -> None:
    assert [n for n in (kind.noun, kind.name) if not (TEMPLATES / f"{n}.html.j2").is_file()] == []
    wanted = [f"{kind.section}.{word}" for word in ("title", "index_description")]
    wanted += [f"{kind.section}.in_year"] if kind.by_year else []
    wanted += [f"{word}.{kind.name}" for word in ("kinds", "search.kind", "table")]
    wanted += [f"table.{kind.name}.about", f"{kind.noun}.description"]
    assert [label for label in wanted if label not in LABELS] == []


def test_every_label_that_a_page_asks_for_exists() -> None:
    for path in SOURCES:
        for key in re.findall(
            r"""\bt\(["']([a-z_.-]+)["'][,)]""", path.read_text(encoding="utf-8")
        ):
            assert key in LABELS, f"{path.name}: {key}"


def test_every_label_is_used() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in SOURCES).replace("'", '"')
    quoted = set(re.findall(r'"([a-z][a-z0-9_.-]*)"', text))
    tails = set(re.findall(r'"(\.[a-z_.]+)"', text)) | set(re.findall(r'\}(\.[a-z_.]+)"', text))
    heads = set(re.findall(r'"([a-z_.-]+\.)" ?~', text)) | set(
        re.findall(r'f"([a-z_.-]+\.)\{', text)
    )
    heads |= {f"{prefix}." for prefix in re.findall(r'Labels\("([a-z_.-]+)"\)', text)}
    for key in LABELS:
        plain = key.removesuffix(".one")
        used = (
            plain in quoted
            or any(plain.startswith(head) for head in heads)
            or any(plain.endswith(tail) for tail in tails)
        )
        assert used, key


def test_no_template_holds_words_of_its_own() -> None:
    for path in PAGES:
        visible = re.sub(
            r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>",
            " ",
            path.read_text("utf-8"),
            flags=re.DOTALL,
        )
        words = [w for w in re.findall(r"[A-Za-z]{3,}", visible) if w not in ("DOCTYPE", "doctype")]
        assert not HAN.search(visible), path.name
        assert not words or path.name == "sitemap.xml", f"{path.name}: {words}"
