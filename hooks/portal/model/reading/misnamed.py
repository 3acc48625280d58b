"""Keys that are missing because they are there under another name, or because nothing is: one slip, one problem."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import TypeAdapter, ValidationError

from portal.data.likeness import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from portal.model.values.walk import Loc


def misnamed(
    details: Iterable[ErrorDetails], model_at: Callable[[Loc], type[BaseModel] | None]
) -> dict[Loc, str]:
    """The unknown keys, by their location, that mean a key which is missing beside them, and which that is.

    It is similar, or the only one whose values are like this. ``model_at`` returns the model at a location.
    """
    unknown: dict[Loc, dict[str, Any]] = defaultdict(dict)
    missing: dict[Loc, list[str]] = defaultdict(list)
    for detail in details:
        *holder, key = detail["loc"] or ("",)
        if detail["type"] == "extra_forbidden":
            unknown[tuple(holder)][str(key)] = detail["input"]
        elif detail["type"] == "missing":
            missing[tuple(holder)].append(str(key))
    found: dict[Loc, str] = {}
    for loc, keys in unknown.items():
        left = missing.get(loc, [])
        for judge in (_similar, _fitting):
            for key, value in keys.items():
                if (*loc, key) in found or not left:
                    continue
                model = model_at(loc)
                if model is not None and (meant := judge(key, value, left, model)):
                    found[*loc, key] = meant
                    left = [name for name in left if name != meant]
    return found


def without_consequences(
    details: Sequence[ErrorDetails],
    meant: Mapping[Loc, str],
    model_at: Callable[[Loc], type[BaseModel] | None],
) -> Iterator[ErrorDetails]:
    """The details without keys that are misnamed, and those of a mapping without any key that it needs as one.

    The latter has the ``keys`` in its context; what else the mapping holds is not told.
    """
    there = {(*loc[:-1], name) for loc, name in meant.items()}
    missing: dict[Loc, list[str]] = defaultdict(list)
    for detail in details:
        if detail["type"] == "missing":
            missing[detail["loc"][:-1]].append(str(detail["loc"][-1]))
    bare = {
        loc
        for loc, names in missing.items()
        if _is_all(names, model_at(loc)) and any((*loc, name) not in there for name in names)
    }
    for detail in details:
        holder = detail["loc"][:-1]
        if holder not in bare:
            if detail["type"] != "missing" or detail["loc"] not in there:
                yield detail
        elif detail["type"] == "missing" and detail["loc"][-1] == missing[holder][0]:
            yield {**detail, "ctx": {"keys": ", ".join(missing[holder])}}


def _is_all(names: Collection[str], model: type[BaseModel] | None) -> bool:
    """Whether these are all keys that a model needs, and several."""
    fields = model.model_fields.items() if model else ()
    return len(names) > 1 and {*names} == {name for name, field in fields if field.is_required()}


def _similar(key: str, _: Any, missing: list[str], model: type[BaseModel]) -> str:
    """The missing key like this one; none if one that is not missing is more like it."""
    meant = nearest(key.lower(), model.model_fields)
    return meant if meant in missing else ""


def _fitting(key: str, value: Any, missing: list[str], model: type[BaseModel]) -> str:
    """The only missing key that could have the value; none if the key is like another one."""
    if nearest(key, model.model_fields):
        return ""
    fitting = [name for name in missing if _is_possible(model, name, value)]
    return fitting[0] if len(fitting) == 1 else ""


def _is_possible(model: type[BaseModel], name: str, value: Any) -> bool:
    field = model.model_fields[name]
    annotation = field.annotation
    form: Any = Annotated[annotation, *field.metadata] if field.metadata else annotation
    try:
        TypeAdapter(form).validate_python(value)
    except ValidationError:
        return False
    return True
