"""Right records for the small portal that make a page heavy."""

from __future__ import annotations

import random


def ties(count: int) -> dict[str, str]:
    """So many sister cities of the home ``alpha``, which its page lists; the city of the small portal is the first."""
    return {"data/cities.yaml": cities(count, "alpha")}


def cities(count: int, home: str) -> str:
    """So many sister cities of a home, as they stand in their file."""
    chance = random.Random(20261128)
    return "".join(
        f"- id: jp-kaga{n or ''}\n  name: {{zh: 加賀第{n}市, en: Kaga {word(chance)}}}\n  level: city\n"
        f"  country: JP\n  partnerships:\n  - {{home: {home}, kind: sister, status: active,"
        f" signed: {chance.randint(1960, 2020)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}}}\n"
        for n in range(count)
    )


def word(chance: random.Random) -> str:
    """A word that compression does not know from another."""
    syllables = (
        "".join((chance.choice("bdfgklmnprstv"), chance.choice("aeiou"))) for _ in range(4)
    )
    return "".join(syllables).capitalize()
