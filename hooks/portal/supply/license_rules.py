"""Which license a package is under, and whether that one fits what the package is used for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from portal.resources import PACKAGE
from portal.supply.refused import Refused
from portal.supply.software import USES, Software, Use
from portal.supply.spdx import expression, holds

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

RULES = PACKAGE / "supply" / "licenses.yaml"
"""The rules of the generator, which hold in every portal."""

OWN_RULES = "requirements/licenses.yaml"
"""Where a portal adds rules for packages of its own."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    @field_validator("license", check_fields=False)
    @classmethod
    def _is_spdx(cls, text: str) -> str:
        if not expression(text):
            raise ValueError("not an expression of SPDX: https://spdx.org/licenses/")
        return expression(text)


class Allowed(_Part):
    """A license that is allowed."""

    license: str
    use: Use
    """What asks most of it among what it is allowed for."""
    why: str


class Decision(_Part):
    """The license of a package that does not name it as SPDX does."""

    package: str
    told: str
    """What its metadata said when somebody read its license."""
    license: str
    why: str


class Rules(_Part):
    """What is decided about licenses."""

    allowed: tuple[Allowed, ...] = ()
    shipped: tuple[str, ...] = ()
    """Packages of which readers get parts."""
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True)
class Judged:
    """A package with its license."""

    software: Software
    license: str
    """An SPDX expression, or nothing if it is unknown."""
    fault: str
    """Why it may not be used: ``unknown``, ``says-otherwise``, ``not-allowed``; nothing if it may."""
    decision: Decision | None
    """Where its license comes from, if not from its own metadata."""

    def sentence(self, lang: str) -> str:
        """What is wrong, and what to do."""
        one = self.software
        what = f"{one.key} {one.version}"
        said = one.license or one.told or "–"
        return {
            "unknown": {
                "zh": f"{what}：授權不明，套件只寫「{said}」；請讀它的授權條款，在 {OWN_RULES} 的 decisions "
                "寫明（SPDX 代碼）",
                "en": f"{what}: its license is unknown, for it says only “{said}”; read its license and write it "
                f"under decisions in {OWN_RULES}, as SPDX does",
            },
            "says-otherwise": {
                "zh": f"{what}：套件現在寫「{said}」，與上次判定授權時不同；請重讀它的授權條款並更正 decisions",
                "en": f"{what}: it now says “{said}”, other than when its license was decided; read its license "
                "again and correct the entry under decisions",
            },
            "not-allowed": {
                "zh": f"{what}：授權 {self.license} 不在許可用途「{_USES_ZH[one.use]}」的清單；請改用別的套件，"
                f"或由負責的人在 {OWN_RULES} 的 allowed 許可並寫明理由",
                "en": f"{what}: {self.license} is not among the licenses allowed for what is {_USES_EN[one.use]}; use "
                f"another package, or have somebody responsible allow it under allowed in {OWN_RULES}, with a reason",
            },
        }[self.fault][lang]


_USES_ZH = {"shipped": "隨網站或套件散布", "needed": "產生網站", "tests": "測試"}
_USES_EN = {
    "shipped": "passed on with the site or the wheel",
    "needed": "needed to make the site",
    "tests": "used in tests",
}


def rules_of(root: Path) -> Rules:
    """The rules of the generator with those that a portal adds. Raises Refused, OSError."""
    own, general = _read(root / OWN_RULES), _read(RULES)
    return Rules(
        allowed=own.allowed + general.allowed,
        shipped=own.shipped + general.shipped,
        decisions=own.decisions + general.decisions,
    )


def judge(packages: Iterable[Software], rules: Rules) -> list[Judged]:
    """Every package with its license, in the same order."""
    return [_judge(one, rules) for one in packages]


def _judge(one: Software, rules: Rules) -> Judged:
    decision = next((d for d in rules.decisions if d.package == one.key), None)
    if decision and decision.told != (one.license or one.told):
        return Judged(one, "", "says-otherwise", decision)
    license_ = decision.license if decision else one.license
    if not license_:
        return Judged(one, "", "unknown", None)
    fits = holds(license_, lambda name: _is_allowed(name, one.use, rules))
    return Judged(one, license_, "" if fits else "not-allowed", decision)


def _is_allowed(name: str, use: Use, rules: Rules) -> bool:
    asked = USES.index(use)
    return any(one.license == name and USES.index(one.use) <= asked for one in rules.allowed)


def _read(path: Path) -> Rules:
    if path != RULES and not path.exists():
        return Rules()
    try:
        given: Any = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)
        return Rules.model_validate(given or {})
    except ValidationError as error:
        first = error.errors()[0]
        found = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        found = " ".join(str(error).split())
    raise Refused(
        zh=f"{path.name} 不是授權規則的檔案（{found}）；寫法見 docs/supply-chain.md",
        en=f"{path.name} is not a file of rules for licenses ({found}); docs/supply-chain.md shows how it is written",
    )
