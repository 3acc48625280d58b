"""Words that stand nowhere else, put into everything that must not be told, and found again in whatever was made."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

_FOUND = re.compile(r"zqx\d+v|魑魅\d+魍|\\u9b51\\u9b45|&#3976[0-9];")
"""A mark, also as JSON and HTML may escape it."""

_FOLD = re.compile(r"\r\n[ \t]")
"""Where iCalendar breaks a line (RFC 5545, 3.1)."""

_LANGUAGES = ("as_signed", "printed")
"""Fields with words by language, not always in those of the site."""

_WORDS = ("term", "acronym")
_ADDRESSES = ("website", "url", "document")


class Marker:
    """Marks texts, each with another number."""

    def __init__(self) -> None:
        self._count = 0
        self.where: dict[str, str] = {}
        """By the number of a mark: the text that has it."""

    def of(self, text: str) -> str:
        """The next mark, in letters."""
        self._count += 1
        self.where[f"zqx{self._count}v"] = self.where[f"魑魅{self._count}魍"] = text
        return f"zqx{self._count}v"

    def mark(self, part: Any, language: str = "") -> None:
        """Mark every text of a part, at its beginning and at its end."""
        if isinstance(part, dict) and isinstance(part.get("reading"), str):
            del part["reading"]  # of a word that is another once it is marked
        items = part.items() if isinstance(part, dict) else enumerate(part)
        is_text = isinstance(part, dict) and {"zh", "en"} <= part.keys()
        for key, value in list(items):
            if isinstance(value, str):
                if is_text or key in _WORDS or language == "any":
                    part[key] = self._text(value, str(key) if is_text else language)
                elif key == "zh":  # the name that a home uses
                    part[key] = self._text(value, "zh")
                elif key in _ADDRESSES or language == "address":
                    part[key] = f"{value}?{self.of(value)}"
            elif isinstance(value, dict | list):
                self.mark(value, self._language(key, language))

    def _language(self, key: Any, language: str) -> str:
        if key in (*_LANGUAGES, "aliases"):
            return "any"
        if key == "same_as":
            return "address"
        return key if key in ("zh", "en") else language if isinstance(key, int) else ""

    def _text(self, text: str, language: str) -> str:
        mark = self.of(text)
        if language == "zh":
            mark = mark.replace("zqx", "魑魅").replace("v", "魍")
        mark = mark.capitalize() if language == "en" else mark
        is_chinese = language == "zh" or any("一" <= letter <= "鿿" for letter in text)
        gap = "\n\n" if "\n" in text else "" if is_chinese else " "
        return f"{mark}{gap}{text.rstrip()}{gap}{mark}"


def found_in(content: bytes) -> set[str]:
    """The marks in a file, whatever it is packed in."""
    if content.startswith(b"\x1f\x8b"):
        return found_in(gzip.decompress(content))
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return set().union(*(found_in(packed.read(name)) for name in packed.namelist()))
    encoding = "utf-16" if content.startswith(b"\xff\xfe") else "utf-8"
    text = _FOLD.sub("", content.decode(encoding, "ignore"))
    return {mark for form in (text, unquote(text)) for mark in _FOUND.findall(form.lower())}


def traces(made: Mapping[str, bytes]) -> list[str]:
    """Where files tell something that has a mark: by their names, or by what they contain."""
    return [
        f"{path}: {mark}"
        for path, content in made.items()
        for mark in sorted(found_in(path.encode()) | found_in(content))
    ]
