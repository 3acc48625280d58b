"""Mail addresses: those of people, which are private, and those of offices, which the portal has to allow by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.model.checks.personal.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

_AT = r"(?:@|%40|[ ]?[(\[][ ]?(?:at|@|小老鼠)[ ]?[)\]][ ]?)"
_SIGN = re.compile(r"@|%40|[(\[] ?(?:at|AT|At)|小老鼠")
"""In every mail address; most texts have none."""

_DOT = r"(?:\.|[ ]?[(\[][ ]?(?:dot|\.)[ ]?[)\]][ ]?)"
_FORM = re.compile(
    rf"(?<![\w.%+@/-])([A-Za-z0-9_][\w.%+'-]{{0,63}}?){_AT}"
    rf"((?:[A-Za-z0-9-]{{1,63}}{_DOT}){{1,6}}[A-Za-z]{{2,24}})(?![\w@])",
    re.IGNORECASE | re.ASCII,
)
"""The part before the sign, and the domain (RFC 5321), also as people hide it from robots."""

_FILES = frozenset(("png", "jpg", "jpeg", "gif", "svg", "webp"))
"""``logo@2x.png`` is the name of a picture."""


def mail_addresses(text: str) -> Iterator[Finding]:
    """All mail addresses; nothing in them tells a person's from that of an office for sure."""
    if not _SIGN.search(text):
        return
    for match in _FORM.finditer(text):
        domain = re.sub(_DOT, ".", match[2], flags=re.IGNORECASE).lower()
        if domain.rpartition(".")[2] not in _FILES:
            value = f"{match[1].lower()}@{domain}"
            yield Finding(match.start(), match[0], "personal-mail-address", value)
