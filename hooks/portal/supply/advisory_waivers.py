"""Advisories that somebody has read and accepted for a while."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError, model_validator

from portal.supply.refused import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from portal.supply.advisory_answers import Advisory

WAIVERS = "requirements/advisories.yaml"
"""The file in a portal that holds them; most have none."""

_LONGEST = timedelta(days=366)
"""After a year somebody has to look again."""


class Waiver(BaseModel):
    """An advisory that does not concern the site, or not yet."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    """The advisory, by its own name or an alias."""
    package: str
    """``pypi/pillow``."""
    reason: str
    accepted: date
    """The day on which it was accepted."""
    until: date
    """The last day on which it holds."""

    @model_validator(mode="after")
    def _has_an_end(self) -> Waiver:
        if not self.reason.strip():
            raise ValueError("a reason is missing")
        if not timedelta() <= self.until - self.accepted <= _LONGEST:
            raise ValueError("until has to be within a year of accepted")
        return self

    def is_about(self, advisory: Advisory) -> bool:
        """Whether it was accepted for this advisory of this package."""
        names = {name.casefold() for name in (advisory.id, *advisory.aliases)}
        return self.package.casefold() == advisory.package.casefold() and (
            self.id.casefold() in names
        )


def waivers_of(root: Path) -> list[Waiver]:
    """The accepted advisories of a portal. Raises Refused, OSError."""
    path = root / WAIVERS
    if not path.exists():
        return []
    try:
        given = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)
        return TypeAdapter(list[Waiver]).validate_python(given or [])
    except ValidationError as error:
        first = error.errors()[0]
        number = first["loc"][0] + 1 if first["loc"] and isinstance(first["loc"][0], int) else 0
        field = ".".join(map(str, first["loc"][1:]))
        found = " ".join(filter(None, (f"#{number}" if number else "", field, first["msg"])))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        found = " ".join(str(error).split())
    raise Refused(
        zh=f"{WAIVERS} 無法讀取（{found}）；每一項寫 id、package、reason、accepted、until，見 docs/supply-chain.md",
        en=f"{WAIVERS} cannot be read ({found}); each entry has id, package, reason, accepted, until: "
        "docs/supply-chain.md shows one",
    )
