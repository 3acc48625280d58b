"""Text where a list or a mapping belongs: what was done wrong in YAML shows only here, where both are known."""

from __future__ import annotations

import re

_KEY = r"[A-Za-z_][\w-]*"
_DASH = re.compile(r"(?:[–—−－•●・*]|--?)[ \u3000]*(?=\S)")
_WIDE = str.maketrans("［］【】｛｝，、；：", "[][]{},,;:")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def misread_list(text: str) -> tuple[str, str, str]:
    """The code, what was found and the cure for a text where a list belongs.

    >>> misread_list("taipei, kaohsiung")
    ('list-form', 'taipei, kaohsiung', '[taipei, kaohsiung]')
    """
    if _DASH.match(text):
        return "hyphen-look-alike" if text[0] != "-" else "hyphen-without-space", text[0], ""
    plain = text.translate(_WIDE).strip()
    if plain != text.strip() and plain[:1] == "[" and plain[-1:] == "]":
        return "full-width-marks", text.strip()[0], re.sub(r"\s*,\s*", ", ", plain)
    parts = [part.strip() for part in re.split(r"[,，、;；]|\s+", plain) if part.strip()]
    if parts and all(_ID.fullmatch(part) for part in parts):
        return "list-form", text, f"[{', '.join(parts)}]"
    return "not-a-list", text, ""


def misread_mapping(text: str) -> tuple[str, str, str]:
    """The code, what was found and the cure for a text where a mapping belongs.

    >>> misread_mapping("zh:加賀 en:Kaga")
    ('colon-without-space', 'zh:', 'zh: 加賀')
    """
    for mark, code in (
        (":", "colon-without-space"),
        ("：", "full-width-colon"),
        ("=", "colon-missing"),
    ):
        found = re.match(rf"({_KEY})[ ]*{mark}[ ]*(.*?)(?=\s+{_KEY}[ ]*{mark}|$)", text, re.ASCII)
        if found and not found[2].startswith("//"):
            return code, found[1] + mark, f"{found[1]}: {found[2]}"
    plain = text.translate(_WIDE)
    if plain != text and plain[:1] == "{" and plain[-1:] == "}":
        spaced = re.sub(
            rf"({_KEY})\s*:\s*", r"\1: ", re.sub(r"\s*,\s*", ", ", plain), flags=re.ASCII
        )
        return "full-width-marks", text[0], spaced
    return "not-a-mapping", text, ""
