"""What one slip of an editor does to a portal: to a file, a record, a key, a list, a language, a written page.

Each has one cause, so the check must tell one problem, or none where the result is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from fuzz.wrong_edits import NotApplicable, WrongEdit, read, wrong_edits
from portal.model.records.kind import Filing
from portal.model.records.kinds import KINDS

Change = Callable[[str], str | None]
"""Takes the text of a file and gives another; None deletes the file."""

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Slip:
    """One slip."""

    name: str
    where: str
    """The kind, or the folder, and the fields without indices."""
    path: Path
    """The file, below the root of the portal."""
    change: Change


class _Plain(yaml.SafeDumper):
    """Writes what is the same twice in full."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def slips(root: Path) -> Iterator[Slip]:
    """All of them in a portal."""
    for kind in KINDS:
        path = root / "data" / kind.path
        for file in sorted(path.rglob("*.yaml")) if path.is_dir() else [path] * path.is_file():
            name = file.relative_to(root)
            for done, change in _FILE:
                yield Slip(done, kind.name, name, change)
            tree = read(file)
            for done, change in _records(tree, kind.filing):
                yield Slip(done, kind.name, name, change)
            for place, value in _mappings(tree, ()):
                fields = [str(part) for part in place if isinstance(part, str)]
                for key in value if place or kind.filing is not Filing.MAP else ():
                    where = ".".join([kind.name, *fields, key])
                    for done, edit in _KEY:
                        yield Slip(done, where, name, partial(_at, place=place, key=key, edit=edit))
    for wrong in wrong_edits(root):
        if wrong.name != "item twice":  # which it writes with an anchor; see below
            yield Slip(wrong.name, wrong.where, wrong.path, partial(_made_wrong, wrong=wrong))
    for page in sorted((root / "content").rglob("*.md")):
        for done, change in _PAGE:
            yield Slip(done, "content", page.relative_to(root), change)


def _made_wrong(text: str, *, wrong: WrongEdit) -> str:
    return wrong.text(_tree(text))


def _tree(text: str) -> Any:
    return yaml.load(text, yaml.CBaseLoader)


def _written(tree: Any, text: str) -> str:
    """A tree as text, below the comments at the head of the old text."""
    head = []
    for line in text.split("\n"):
        if line.strip() and not line.startswith("#"):
            break
        head.append(line + "\n")
    return "".join(head) + yaml.dump(
        tree, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1000
    )


def _mappings(value: Any, place: Place) -> Iterator[tuple[Place, dict[str, Any]]]:
    if isinstance(value, dict):
        yield place, value
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, item in inner:
        yield from _mappings(item, (*place, key))


def _at(text: str, *, place: Place, key: str, edit: Callable[[dict[str, Any], str], None]) -> str:
    tree = _tree(text)
    holder = tree
    for part in place:
        holder = holder[part]
    edit(holder, key)
    return _written(tree, text)


def _rename(holder: dict[str, Any], key: str, *, other: str) -> None:
    if other == key:
        raise NotApplicable
    items = [(other if name == key else name, value) for name, value in holder.items()]
    holder.clear()
    holder.update(items)


def _exchange(holder: dict[str, Any], key: str) -> None:
    holder[key] = [holder[key]] if isinstance(holder[key], str) else "x"


def _repeat(holder: dict[str, Any], key: str) -> None:
    if not isinstance(holder[key], list) or not holder[key]:
        raise NotApplicable
    holder[key].append(holder[key][0])


def _drop(holder: dict[str, Any], key: str) -> None:
    if not isinstance(holder[key], list) or not holder[key]:
        raise NotApplicable
    del holder[key][0]


_KEY: tuple[tuple[str, Callable[[dict[str, Any], str], None]], ...] = (
    ("key deleted", lambda holder, key: holder.pop(key)),
    ("key cut", lambda holder, key: _rename(holder, key, other=key[:-1] if len(key) > 3 else f"{key}x")),
    ("key in upper case", lambda holder, key: _rename(holder, key, other=key.capitalize())),
    ("another sort of value", _exchange),
    ("a mapping", lambda holder, key: holder.update({key: {"a": "b"}})),
    ("nothing", lambda holder, key: holder.update({key: ""})),
    ("item twice", _repeat),
    ("item deleted", _drop),
)  # fmt: skip


def _records(tree: Any, filing: Filing) -> Iterator[tuple[str, Change]]:
    """Slips with whole records."""
    if filing is Filing.LIST:
        yield "list emptied", partial(_list, edit=_emptied)
        yield "list turned", partial(_list, edit=_turned)
        for n in range(len(tree)):
            yield "record deleted", partial(_list, edit=partial(_instead, n=n, new=()))
            yield (
                "record twice",
                partial(_list, edit=partial(_instead, n=n, new=(tree[n], tree[n]))),
            )
            yield "record no mapping", partial(_list, edit=partial(_instead, n=n, new=("x",)))
            other = tree[n] | {"id": f"{tree[n]['id']}-x"}
            yield "another id", partial(_list, edit=partial(_instead, n=n, new=(other,)))
    elif filing is not Filing.MAP:
        yield "another id", lambda text: text.replace(f"id: {tree['id']}", f"id: {tree['id']}-x", 1)
        yield "file deleted", lambda _: None


def _list(text: str, *, edit: Callable[[list[Any]], list[Any]]) -> str:
    return _written(edit(_tree(text)), text)


def _emptied(_: list[Any]) -> list[Any]:
    return []


def _turned(items: list[Any]) -> list[Any]:
    return items[::-1]


def _instead(items: list[Any], *, n: int, new: tuple[Any, ...]) -> list[Any]:
    return [*items[:n], *new, *items[n + 1 :]]


def _inserted(text: str, *, line: str, part: float) -> str:
    lines = text.split("\n")
    lines.insert(int(len(lines) * part), line)
    return "\n".join(lines)


def _tab(text: str) -> str:
    if "\n  " not in text:
        raise NotApplicable
    return text.replace("\n  ", "\n\t", 1)


_FILE: tuple[tuple[str, Change], ...] = (
    ("a line that is no YAML", partial(_inserted, line="  }: [ nothing", part=0.1)),
    ("a line that is no YAML", partial(_inserted, line="  }: [ nothing", part=0.9)),
    ("a mark of a merge", partial(_inserted, line="<<<<<<< HEAD", part=0.5)),
    ("tab", _tab),
    ("byte order mark", lambda text: f"\ufeff{text}"),
    ("file emptied", lambda _: ""),
)


def _replaced(text: str, *, old: str, new: str) -> str:
    if old not in text:
        raise NotApplicable
    return text.replace(old, new, 1)


_PAGE: tuple[tuple[str, Change], ...] = (
    ("page deleted", lambda _: None),
    ("page emptied", lambda _: ""),
    *((name, partial(_replaced, old=old, new=new)) for name, old, new in (
        ("front matter broken", "title: ", "title: ["),
        ("front matter with a tab", "title: ", "\ttitle: "),
        ("front matter misspelt", "title: ", "titel: "),
        ("front matter open", "\n---\n", "\n"),
        ("no front matter", "---\ntitle", "title"),
        ("no template", "template: home.html\n", ""),
        ("heading without mark", "\n# ", "\n"),
        ("heading too deep", "\n# ", "\n### "),
        ("second heading without mark", "\n## ", "\n"),
        ("heading without id", " { #page }", ""),
        ("another id of a heading", "{ #", "{ #x-"),
        ("dead link", "](/", "](/no/"),
        ("dead fragment", "/)", "/#no)"),
        ("relative link", "](/", "](../"),
    )),
)  # fmt: skip
