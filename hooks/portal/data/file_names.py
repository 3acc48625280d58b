"""Names of files: which are passed over, and which no other system or program could take."""

from __future__ import annotations

import re
import unicodedata

from portal.text.visible import visible

_OF_SYSTEMS = frozenset(
    {"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "@eadir", "__pycache__"}
)
"""What Windows, macOS and stores of files lay beside others, unasked."""

_COPY = re.compile(
    r".+(~|\.(bak|orig|rej|swp|swo|tmp|temp|old|save|part|crdownload))|#.+#", re.IGNORECASE
)
"""The names of copies that editors, Git and browsers keep."""

_UNFIT = re.compile(r'[<>:"|?*\\]|[. ]$')
_DEVICE = re.compile(r"(con|prn|aux|nul|com[1-9]|lpt[1-9])(\..*)?", re.IGNORECASE)
"""What names on Windows cannot hold, end with or be."""


def passes_over(name: str) -> bool:
    """Whether a file or folder of that name belongs to a system or a program, so that nobody misses it."""
    return name.startswith((".", "~$")) or name.lower() in _OF_SYSTEMS


def is_copy(name: str) -> bool:
    """Whether a file of that name is a copy of another one that a program keeps."""
    return bool(_COPY.fullmatch(name))


def name_fault(name: str) -> tuple[str, str]:
    """The code of what is wrong with a name, and the part of it; two empty strings if nothing is."""
    try:
        name.encode()
    except UnicodeEncodeError as error:
        return "name-not-utf-8", visible(name[error.start : error.end])
    if (shown := visible(name)) != name:
        wrong = next(a for a, b in zip(name, shown, strict=False) if a != b)
        return "name-invisible", f"U+{ord(wrong):04X}"
    if found := _UNFIT.search(name) or _DEVICE.fullmatch(name):
        return "name-not-portable", found[0]
    return "", ""


def folded(name: str) -> str:
    """The name as systems see it that distinguish neither case nor the ways to encode an accent."""
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name).casefold()
