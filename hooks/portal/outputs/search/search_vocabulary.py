"""All names of an index, by which the page tells what is nearly a name, without reading every piece that holds one.

Each script has one file with the names as they are compared, and small ones beside it, each with those that begin
with some characters, as their pages write them. The first letter of a word is seldom wrong: most queries need one
small file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from portal.outputs.search.search_words import NAME, is_cjk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LONGEST = {"characters": 12, "letters": 32}
"""Of longer names nobody types the whole."""

PARTS = 32
"""Small files of a script. A name is in the one whose number is left when its first character is divided by this."""

KEY = "="
"""Stands between a name as it is shown and the same as it is compared, if the one does not fold into the other."""


class Vocabulary(NamedTuple):
    """The names of one script."""

    whole: str
    """Each name as it is compared and its least weight, a capital: ``kagaBkaohsiungA``."""
    parts: list[str]
    """Lines of weight and name, as it is shown: ``BKaga``, ``AKaohsiung``, ``BKaga=daishoji``."""


def vocabularies(
    words: Mapping[str, str], written: Callable[[str], tuple[str, bool]]
) -> dict[str, Vocabulary]:
    """The names in Chinese, Japanese and Korean, and those in letters.

    ``written`` tells how the word of a whole name is shown, and whether that folds into the name again.
    """
    whole: dict[str, list[str]] = {script: [] for script in LONGEST}
    parts: dict[str, list[list[str]]] = {script: [[] for _ in range(PARTS)] for script in LONGEST}
    for word in sorted(words):
        name = word.removeprefix(NAME)
        script = "characters" if is_cjk(name) else "letters"
        if name == word or not name or len(name) > LONGEST[script] or name.isdecimal():
            continue
        weight = min(filter(str.isupper, words[word]))
        shown, is_same = written(word)
        whole[script].append(name + weight)
        parts[script][ord(name[0]) % PARTS].append(
            f"{weight}{shown}" if is_same and KEY not in shown else f"{weight}{shown}{KEY}{name}"
        )
    return {
        script: Vocabulary("".join(whole[script]), ["\n".join(lines) for lines in parts[script]])
        for script in LONGEST
    }
