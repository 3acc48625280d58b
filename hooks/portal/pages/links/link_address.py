"""The parts of a link's target, and what an address that is written otherwise can mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from posixpath import normpath
from typing import NamedTuple

from pydantic_core import PydanticCustomError

from portal.model.values.locale import LOCALES
from portal.model.values.url import check_url


class Wrong(NamedTuple):
    """What is wrong with a link."""

    code: str
    """Of the problem."""
    found: dict[str, str]
    missing: tuple[str, ...] = ()
    """What is not there, if nothing else is wrong."""


_IGNORED = re.compile(r"[\x00-\x20]+")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_PARTS = re.compile(r"([^?#]*)((?:\?[^#]*)?)(?:#(.*))?", re.DOTALL)
_HOST = re.compile(r"(?:[\w-]+\.)+(?!md$|html?$)[a-zA-Z]{2,}(?::\d+)?(?=$|[/?#])")
_MAIL = re.compile(r"[^\s@/]+@[\w-]+(?:\.[\w-]+)+")
_FILE = re.compile(r"(?:(?:^|/)(?:index|README)(?:\.md|\.html)|\.md|\.html)$")
LANGUAGES = tuple(f"{locale.code}/" for locale in LOCALES)
"""What addresses of the portal do not begin with: links lead to the reader's language."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The text in which a link is written."""

    locale: str
    page: str
    """The address of the page on which readers see it."""
    folder: str | None = None
    """The folder of its file below ``content/<language>/``, with a slash at the end; None for prose of records."""
    others: tuple[str, ...] = ()
    """The addresses of other pages that show the same text."""


def scheme_of(link: str) -> str:
    """The scheme of an absolute address, as browsers read it; empty for all others."""
    found = _SCHEME.match(_IGNORED.sub("", link))
    return found[1].lower() if found else ""


def split(link: str) -> tuple[str, str, str | None]:
    """The path, the query with its mark, and the fragment without; None if there is no fragment."""
    found = _PARTS.fullmatch(link)
    assert found is not None, "every text has these parts"
    return found[1], found[2], found[3]


def tail_of(link: str) -> str:
    """What follows the path."""
    _, query, fragment = split(link)
    return query if fragment is None else f"{query}#{fragment}"


def elsewhere(link: str) -> Wrong | None:
    """What is wrong with an absolute address; other schemes than these are refused where texts are read."""
    if scheme_of(link) not in ("http", "https"):
        return None
    try:
        check_url(link)
    except PydanticCustomError as error:
        said = {name: str(text) for name, text in (error.context or {}).items()}
        return Wrong(error.type, {"found": link} | said)
    return None


def without_scheme(link: str, *, may_be_mail: bool) -> str:
    """The absolute address that is meant by one without a scheme; empty if none is."""
    if link.startswith("//"):
        return f"https:{link}" if _HOST.match(link[2:]) else ""
    if may_be_mail and _MAIL.fullmatch(link):
        return f"mailto:{link}"
    return f"https://{link}" if _HOST.match(link) else ""


def resolved(path: str, origin: Origin) -> list[str]:
    """The addresses that a relative path can mean, the likelier first.

    A path of files begins at the file in which it stands, as MkDocs has it, any other at the page, as for browsers.
    """
    folder = origin.folder or ""
    bases = (folder, origin.page) if path.endswith(".md") else (origin.page, folder)
    found = []
    for base in bases:
        address = normpath(f"/{base}{path}").lstrip("/")
        found.append(f"{address}/" if address and path.endswith(("/", "/.", "..")) else address)
    return list(dict.fromkeys(found))


def as_page(address: str) -> str:
    """An address in the form that pages have: without language and file, with a slash at its end."""
    plain = normpath(f"/{address}").lstrip("/") + "/"
    for prefix in LANGUAGES:
        plain = plain.removeprefix(prefix)
    plain = _FILE.sub("", plain.strip("/")).strip("/")
    return f"{plain}/" if plain else ""
