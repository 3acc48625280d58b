"""Columns that say in words what ids, codes and parts mean: one for each language, beside the column itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from portal.model.values.locale import LOCALES
from portal.outputs.open_data.column import Column, columns_of
from portal.outputs.open_data.column_titles import field_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.outputs.open_data.record_names import RecordNames

_MARKS = {"zh": ("：", "；", "、", "（{}）"), "en": (": ", "; ", " / ", " ({})")}
"""Colon, semicolon, comma and brackets of each language."""


def with_words(columns: Iterable[Column]) -> Iterator[Column]:
    """The columns, and beside each that is not in words two that are."""
    for column in columns:
        yield column
        if column.words_beside:
            is_list = column.type in ("list", "names")
            for locale in LOCALES:
                yield Column(
                    f"{column.name}_{locale.code}", column.field, column.owner,
                    "list" if is_list else "text", lambda *_: None,
                    locale=locale.code, says=replace(column), repeats=True,
                    is_required=column.is_required and not is_list,
                )  # fmt: skip


def words(column: Column, value: Any, names: RecordNames, locale: str) -> Any:
    """What a value of a column means: a text, or a list of such for a list."""
    if column.type == "list":
        return [_one(column, item, names, locale) for item in value]
    if column.type == "names":
        return [item[locale] for item in value]
    return _text(column, value, names, locale)


def _one(column: Column, value: Any, names: RecordNames, locale: str) -> str:
    if column.kinds:
        return names.name(column.kinds, value, locale)
    if column.choices:
        return names.word(f"{column.labels}.{value}", locale)
    return " ".join(str(value).split())


def _text(column: Column, value: Any, names: RecordNames, locale: str) -> str:
    """A value on one line."""
    colon, semicolon, comma, _ = _MARKS[locale]
    match column.type:
        case "part" | "parts":
            parts = value if column.type == "parts" else [value]
            return semicolon.join(_part(column, part, names, locale) for part in parts)
        case "list" | "names":
            return comma.join(words(column, value, names, locale))
        case "words":
            return comma.join(value.values())
        case "amounts":
            return comma.join(f"{year}{colon}{amount}" for year, amount in value.items())
        case "boolean":
            value = names.word(f"open-data.{'true' if value else 'false'}", locale)
    return _one(column, value, names, locale)


def _part(column: Column, part: dict[str, Any], names: RecordNames, locale: str) -> str:
    """A part of a record: its first words, and the rest in brackets, each with its title."""
    colon, semicolon, _, brackets = _MARKS[locale]
    first, rest = "", list[str]()
    for key in columns_of(column.part) if column.part else ():
        if key.name not in part or not _tells(key, locale) or _is_usual(column, key, part):
            continue
        text = _text(key, part[key.name], names, locale)
        if not first and key.type == "text":
            first = text
        else:
            rest.append(f"{field_title(key, locale)}{colon}{text}")
    told = semicolon.join(rest)
    return f"{first.rstrip('。.')}{brackets.format(told)}" if first and told else first or told


def _is_usual(column: Column, key: Column, part: dict[str, Any]) -> bool:
    """Whether it is a flag that stands as it does unless somebody writes it."""
    if key.type != "boolean" or column.part is None:
        return False
    usual: object = column.part.model_fields[key.field].default
    return part[key.name] is usual


def _tells(key: Column, locale: str) -> bool:
    """Whether the key of a part says something to a reader of that language."""
    is_local = key.name == f"{key.field}_local"
    return not (
        key.name == "id" or is_local or key.owner == "Evidence" or key.locale not in ("", locale)
    ) and key.kinds != ("sources",)
