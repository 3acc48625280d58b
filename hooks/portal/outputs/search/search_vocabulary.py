"""All names of an index, in one file for each script: where somebody finds what is nearly what was typed.

Without it the page would read every piece that holds names, and so most for words that are nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.outputs.search.search_words import NAME, is_cjk

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = {"characters": 12, "letters": 32}
"""Of longer names nobody types the whole."""


def vocabularies(words: Mapping[str, str]) -> dict[str, str]:
    """The names in Chinese, Japanese and Korean, and those in letters; behind each its least weight, a capital."""
    found: dict[str, list[str]] = {"characters": [], "letters": []}
    for word in sorted(words):
        if word.startswith(NAME):
            name = word.removeprefix(NAME)
            script = "characters" if is_cjk(name) else "letters"
            if len(name) <= LONGEST[script] and not name.isdecimal():
                found[script].append(name + min(filter(str.isupper, words[word])))
    return {script: "".join(names) for script, names in found.items()}
