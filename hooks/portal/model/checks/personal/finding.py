"""What was found of a person's data in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ALIKE = (
    str.maketrans("＠．·‧・－–—‐‑−＋（）／＿", "@....------+()/_")
    | dict.fromkeys((0x00A0, *range(0x2000, 0x200B), 0x202F, 0x3000), " ")
    | {
        code: code - 0xFEE0
        for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
    }
)
"""Full-width letters, digits and signs, and other dashes and spaces, each by one character of ASCII."""

_JOINTS = re.compile(r"[\s().\-/_]")

SHOWN = 2
"""How many characters a message shows at either end: enough to find the place, too few to learn the number."""


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """A piece of a text."""

    start: int
    """Offset of its first character."""
    written: str
    """The piece as it stands there."""
    code: str
    """The code of the problem, which says what it looks like: ``personal-identity-number``."""
    value: str
    """The piece in one spelling: without separators, in lower case."""

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.start + len(self.written)

    @property
    def masked(self) -> str:
        """The piece without its middle, because logs of checks are public.

        >>> Finding(0, "0912-345-678", "personal-mobile-number", "+886912345678").masked
        '09**-***-*78'
        """
        name, at, domain = self.value.partition("@")
        if at:
            return f"{name[:1]}***@{domain}"
        signs = [index for index, sign in enumerate(self.written) if sign.isalnum()]
        hidden = signs[SHOWN:-SHOWN]
        return "".join("*" if n in hidden else sign for n, sign in enumerate(self.written))

    def overlaps(self, other: Finding) -> bool:
        """Whether both have characters in common."""
        return self.start < other.end and other.start < self.end


def plain(text: str) -> str:
    """The text with each look-alike of an ASCII letter, digit or sign replaced by it; all offsets stay."""
    return text if text.isascii() else text.translate(_ALIKE)


def one_spelling(text: str) -> str:
    """A number without the separators that people write, or a mail address, in lower case.

    >>> one_spelling("A12-345 6789"), one_spelling("Name.Of@Example.org")
    ('a123456789', 'name.of@example.org')
    """
    text = plain(text).lower()
    return text if "@" in text else _JOINTS.sub("", text)
