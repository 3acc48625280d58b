"""Turns the faults of one text into problems: each once, and none that follows from another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol

from portal.data.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic_core import ErrorDetails

    from portal.data.problem import Place
    from portal.model.values.walk import Loc
    from portal.text.fault import Fault

_LATIN = re.compile("[A-Za-z]")
_OTHER_SCRIPT = ("other-script-in-en", "other-script-in-name")


class Written(Protocol):
    """What was read, and knows where each part of it stood: a document, or several that are read as one."""

    def place(self, loc: Loc = (), *, key: bool = False) -> Place:
        """The place of the value (or key) at ``loc``, or of the last part of ``loc`` that exists."""

    def place_within(self, loc: Loc, value: str, at: int, words: str) -> Place:
        """The place of words that stand ``at`` so many characters in the text at ``loc``."""


def text_problems(detail: ErrorDetails, document: Written, loc: Loc) -> Iterator[Problem]:
    """A problem for each fault of a text in the value at ``loc`` of a document."""
    loc = (*loc, *detail["loc"], *detail["ctx"].get("at", ()))
    text = _text(detail)
    key = next((part for part in reversed(loc) if isinstance(part, str)), "")
    for fault, found in text_faults_in(detail):
        place = document.place_within(loc, text, fault.start, _words(text, fault))
        yield Problem(place, fault.code, found | {"key": key})


def text_faults_in(detail: ErrorDetails) -> Iterator[tuple[Fault, dict[str, str]]]:
    """Each fault of a text, with what was found; of the same fault found again only the first."""
    told: set[object] = set()
    for fault in detail["ctx"]["faults"]:
        what: object = (fault.code, fault.found)
        if fault.code == "markup-in-text":  # an end tag is told with its start
            what = fault.found.replace("</", "<")
        elif _is_wholly_other(detail) and fault.code in _OTHER_SCRIPT:
            what = fault.code
        if what not in told:
            told.add(what)
            found = {"found": fault.found, "cure": fault.cure, "other": fault.other}
            yield fault, found | {"limit": fault.other}


def without_swapped(details: Sequence[ErrorDetails]) -> Iterator[ErrorDetails]:
    """The details without those of Chinese that is English beside English that is Chinese: they were exchanged."""
    swapped = {
        detail["loc"][:-1]
        for detail in details
        if detail["type"] == "text-faults"
        and detail["loc"][-1:] == ("en",)
        and _is_wholly_other(detail)
    }
    for detail in details:
        is_chinese = detail["loc"][-1:] == ("zh",) and detail["loc"][:-1] in swapped
        if not (is_chinese and detail["type"] == "text-faults" and _text(detail).isascii()):
            yield detail


def _is_wholly_other(detail: ErrorDetails) -> bool:
    """Whether no letter of the text is a Latin one."""
    return not _LATIN.search(_text(detail))


def _text(detail: ErrorDetails) -> str:
    value: Any = detail["input"]
    for part in detail["ctx"].get("at", ()):
        value = value[part]
    return str(value)


def _words(text: str, fault: Fault) -> str:
    """How the text writes what is wrong."""
    if text.startswith(fault.found, fault.start):
        return fault.found.split("\n")[0]
    return text[fault.start : fault.start + 1]
