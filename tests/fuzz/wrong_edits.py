"""Edits that make a portal wrong, derived from the models: each is one mistake that an editor could make in one value.

The check of the portal must notice each of them. Where it does not, ``silent.yaml`` says why that is right; a silent
edit without a reason is a fault of the check. ``python -m fuzz.noticing --root DIR`` tries a portal.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import yaml
from pydantic import BaseModel

from portal.model.records.kinds import KINDS, LABELS
from portal.model.values.coordinates import Coordinates
from portal.model.values.moment import Moment
from portal.model.values.names import Names
from portal.model.values.partial_date import PartialDate
from portal.model.values.phone import Phone
from portal.model.values.reference import Id, Reference
from portal.model.values.strict import Count, Flag, Number, Year
from portal.model.values.url import Url
from portal.model.values.words import Prose, Text

Loc = tuple[str | int, ...]
Change = Callable[[Any], Any]
"""Takes a value of a YAML file and gives the wrong one; raises NotApplicable where there is none."""


class NotApplicable(Exception):
    """A change would not change this value, or not make it wrong."""


@dataclass(frozen=True)
class WrongEdit:
    """One mistake."""

    path: Path
    """The file, below the root of the portal."""
    loc: Loc
    name: str
    """What is done: ``future``, ``unknown id`` …"""
    where: str
    """The kind and the fields, without indices: ``cities.partnerships.since``."""
    change: Change

    def text(self, tree: Any) -> str:
        """The file after the edit; ``tree`` is what it held. Raises NotApplicable."""
        made = copy.deepcopy(tree)
        if not self.loc:
            made = self.change(made)
        else:
            holder = made
            for part in self.loc[:-1]:
                holder = holder[part]
            holder[self.loc[-1]] = self.change(holder[self.loc[-1]])
        if made == tree:
            raise NotApplicable
        return yaml.dump(made, allow_unicode=True, sort_keys=False, width=1000)


def wrong_edits(root: Path) -> Iterator[WrongEdit]:
    """Every mistake in every value of a portal's records."""
    for kind in KINDS:
        if kind is LABELS:
            continue
        data = root / "data"
        path = data / kind.path
        for file in sorted(path.rglob("*.yaml")) if path.is_dir() else [path] * path.is_file():
            tree = read(file)
            items: list[tuple[Loc, Any]] = [((), tree)]
            if isinstance(tree, list):
                items = [((index,), value) for index, value in enumerate(tree)]
            elif kind.path.endswith(".yaml"):
                items = [((key,), value) for key, value in tree.items()]
            for loc, value in items:
                for inner, name, change, where in _in(kind.model, value, kind.name):
                    yield WrongEdit(file.relative_to(root), (*loc, *inner), name, where, change)


def read(path: Path) -> Any:
    """What a YAML file holds, all scalars as text."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)


Found = tuple[Loc, str, Change, str]


def _in(annotation: Any, value: Any, where: str) -> Iterator[Found]:
    """The mistakes in a value of that type, and in what it holds."""
    marks, kind = _unwrapped(annotation)
    for name, change in _changes(annotation, kind, marks):
        yield (), name, change, where
    if isinstance(kind, type) and issubclass(kind, BaseModel) and isinstance(value, dict):
        for name, field in kind.model_fields.items():
            if name in value:
                inner = (
                    Annotated[field.annotation, *field.metadata]
                    if field.metadata
                    else field.annotation
                )
                for loc, edit, change, place in _in(inner, value[name], f"{where}.{name}"):
                    yield (name, *loc), edit, change, place
    elif get_origin(kind) is tuple and isinstance(value, list):
        for index, item in enumerate(value):
            for loc, edit, change, place in _in(get_args(kind)[0], item, where):
                yield (index, *loc), edit, change, place
    elif get_origin(kind) is dict and isinstance(value, dict):
        for key, item in value.items():
            for loc, edit, change, place in _in(get_args(kind)[1], item, where):
                yield (key, *loc), edit, change, place


def _unwrapped(annotation: Any) -> tuple[tuple[Any, ...], Any]:
    """The marks beside a type, and the type without them and without None."""
    marks: tuple[Any, ...] = ()
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            marks += tuple(more)
        elif get_origin(annotation) in (Union, UnionType):
            annotation = next(a for a in get_args(annotation) if a is not type(None))
        else:
            return marks, annotation


def _changes(annotation: Any, kind: Any, marks: tuple[Any, ...]) -> Iterator[tuple[str, Change]]:
    """The mistakes that fit a type."""
    if any(isinstance(mark, Reference) for mark in marks):
        yield from _REFERENCE
    elif known := next((changes for base, changes in _MARKED if _is(annotation, base)), None):
        yield from known
    elif get_origin(kind) is Literal:
        yield from _CHOICE
    elif get_origin(kind) is tuple:
        yield from _LIST
    elif isinstance(kind, type):
        for base, changes in _CLASSES:
            if issubclass(kind, base):
                yield from changes
        if issubclass(kind, BaseModel) and not issubclass(kind, Text):
            yield from _MODEL
            for name, field in kind.model_fields.items():
                if field.is_required():
                    yield f"without {name}", partial(_without, name=name)


def _is(annotation: Any, known: Any) -> bool:
    """Whether a type is a known one, or that or None, or that with more marks."""
    marks, kind = _unwrapped(annotation)
    wanted, base = _unwrapped(known)
    return kind is base and bool(wanted) and all(any(m is w for m in marks) for w in wanted)


def _put(value: Any, *, new: str) -> str:
    return new


def _without(value: Any, *, name: str) -> Any:
    if not isinstance(value, dict) or name not in value:
        raise NotApplicable
    return {key: item for key, item in value.items() if key != name}


def _in_text(locale: str, change: Callable[[str], str]) -> Change:
    def apply(value: Any) -> Any:
        if not isinstance(value, dict) or locale not in value:
            raise NotApplicable
        return value | {locale: change(value[locale])}

    return apply


def _swapped(value: Any) -> Any:
    if value["zh"] == value["en"]:
        raise NotApplicable
    return value | {"zh": value["en"], "en": value["zh"]}


_DATE: tuple[tuple[str, Change], ...] = (
    ("future", partial(_put, new="2099-01-01")),
    ("long ago", partial(_put, new="1066-10-14")),
    ("no such day", partial(_put, new="2014-02-30")),
    ("words", partial(_put, new="last spring")),
    ("ambiguous", partial(_put, new="01/02/03")),
)
_REFERENCE: tuple[tuple[str, Change], ...] = (
    ("unknown id", partial(_put, new="no-such-record")),
    ("name for id", partial(_put, new="某個地方")),
    # A link may stand for a document, and in capitals it may be another page that exists.
    (
        "upper case",
        lambda value: "xx" if "://" in value or value == value.upper() else value.upper(),
    ),
)
_ID: tuple[tuple[str, Change], ...] = (
    ("another id", lambda value: f"{value}-renamed"),
    ("upper case", lambda value: value.upper()),
    ("underscore", lambda value: value.replace("-", "_")),
)
_URL: tuple[tuple[str, Change], ...] = tuple(
    (name, partial(_put, new=new))
    for name, new in (
        ("script", "javascript:alert(1)"), ("no host", "http://"), ("password", "https://a:b@example.org/"),
        ("port", "https://example.org:99999/"), ("local", "https://localhost/"), ("no scheme", "www.example.org"),
        ("comma", "https://example.org/a、"), ("private", "http://192.168.0.1/"), ("mail", "mailto:a@example.org"),
    )
)  # fmt: skip
_PHONE: tuple[tuple[str, Change], ...] = (
    ("mobile", partial(_put, new="+886-912-345-678")),
    ("trunk zero", partial(_put, new="+886-02-2720-8889")),
    ("local form", partial(_put, new="(02)2720-8889")),
)
_NUMBER: tuple[tuple[str, Change], ...] = (
    ("negative", lambda value: f"-{value}"),
    ("full width", partial(_put, new="１２")),
    ("thousands", partial(_put, new="1,000")),
    ("words", partial(_put, new="about 300")),
    ("a thousand times", lambda value: str(Decimal(value) * 1000)),
)
_COORDINATES: tuple[tuple[str, Change], ...] = (
    ("swapped", lambda value: {"lat": value["lon"], "lon": value["lat"]}),
    ("nowhere", partial(_put, new={"lat": "0", "lon": "0"})),  # type: ignore[arg-type]
    ("southern", lambda value: value | {"lat": f"-{value['lat']}".replace("--", "")}),
    ("western", lambda value: value | {"lon": f"-{value['lon']}".replace("--", "")}),
)
_WORDS: tuple[tuple[str, Change], ...] = (
    ("empty", partial(_put, new="")),
    ("unseen", lambda value: f"{value[:1]}\u200b{value[1:]}"),
    ("outer space", lambda value: f"{value} "),
    ("markup", lambda value: f"<b>{value}</b>"),
)
_TEXT: tuple[tuple[str, Change], ...] = (
    ("no Chinese", partial(_without, name="zh")),
    ("no English", partial(_without, name="en")),
    ("languages swapped", _swapped),
    ("Chinese is English", lambda value: value | {"zh": value["en"]}),
    ("English is Chinese", lambda value: value | {"en": value["zh"]}),
    ("one text", lambda value: value["zh"]),
    *((f"{name} in Chinese", _in_text("zh", change)) for name, change in (
        ("nothing", lambda _: ""), ("unseen", lambda t: f"{t[:1]}\u200b{t[1:]}"), ("Simplified", lambda t: f"{t}国"),
        ("Japanese", lambda t: f"県{t}"), ("kana", lambda t: f"{t}の"), ("full width", lambda t: f"{t}３"),
        ("half-width comma", lambda t: f"市,{t}"), ("control", lambda t: f"{t}\x07"),
        ("private use", lambda t: f"{t}\ue000"),
        ("lost", lambda t: f"{t}\ufffd"), ("markup", lambda t: f"{t}<br>"),
        ("identity number", lambda t: f"{t}A123456789"),
        ("mobile", lambda t: f"{t}0912-345-678"),
    )),
    *((f"{name} in English", _in_text("en", change)) for name, change in (
        ("nothing", lambda _: ""), ("unseen", lambda t: f"{t[:1]}\u200b{t[1:]}"), ("Chinese", lambda t: f"{t} 市"),
        ("Cyrillic", lambda t: f"{t} Mоscow"), ("full width", lambda t: f"{t}，"), ("bidi", lambda t: f"\u202e{t}"),
        ("tag", lambda t: f"{t}\U000e0041"), ("entity", lambda t: f"{t} &#11;"),
        ("mail", lambda t: f"{t} wang@gmail.com"),
    )),
)  # fmt: skip
_PROSE: tuple[tuple[str, Change], ...] = (
    ("heading in one language", _in_text("zh", lambda t: f"{t.rstrip()}\n\n## 標題\n")),
    ("dead link", _in_text("en", lambda t: f"{t.rstrip()}\n\n[x](/cities/no-such-city/)\n")),
    ("script link", _in_text("en", lambda t: f"{t.rstrip()}\n\n[x](javascript:alert(1))\n")),
    ("raw emphasis", _in_text("zh", lambda t: f"{t.rstrip()}\n\n**重要：**請\n")),
    ("footnote", _in_text("en", lambda t: f"{t.rstrip()}\n\nNote[^1]\n")),
    ("level one", _in_text("en", lambda t: f"# Title\n\n{t}")),
)

_CHOICE: tuple[tuple[str, Change], ...] = (
    ("no choice", partial(_put, new="nonsense")),
    ("upper case", lambda value: value.upper()),
)
_LIST: tuple[tuple[str, Change], ...] = (
    ("item twice", lambda value: [*value, *value[:1]]),
    ("no list", lambda value: value[0] if value and isinstance(value[0], str) else "x"),
)
_MODEL: tuple[tuple[str, Change], ...] = (
    ("unknown key", lambda value: value | {"nonsense": "x"}),
    ("no mapping", partial(_put, new="x")),
)
_NAMES: tuple[tuple[str, Change], ...] = (
    ("no language", lambda value: value | {"korean": "부산"}),
)
_FLAG: tuple[tuple[str, Change], ...] = (("not a flag", partial(_put, new="maybe")),)

_MARKED: tuple[tuple[Any, tuple[tuple[str, Change], ...]], ...] = (
    (Url, _URL), (Phone, _PHONE), (Id, _ID), (Flag, _FLAG), (Number, _NUMBER), (Count, _NUMBER), (Year, _NUMBER),
)  # fmt: skip
"""The mistakes in values of types that marks tell apart."""

_CLASSES: tuple[tuple[type, tuple[tuple[str, Change], ...]], ...] = (
    (PartialDate, _DATE), (Moment, _DATE), (Text, _TEXT), (Prose, _PROSE), (Names, _NAMES),
    (Coordinates, _COORDINATES), (str, _WORDS),
)  # fmt: skip
"""The mistakes in values of a class."""


def sample(edits: list[WrongEdit], most: int, number: int) -> list[WrongEdit]:
    """So many of the edits, of every pair of name and place at least one if there is room."""
    chosen = random.Random(number)
    shuffled = chosen.sample(edits, len(edits))
    first: dict[tuple[str, str], WrongEdit] = {}
    for edit in shuffled:
        first.setdefault((edit.name, edit.where), edit)
    rest = [edit for edit in shuffled if first[edit.name, edit.where] is not edit]
    return [*chosen.sample(list(first.values()), len(first)), *rest][:most]
