"""The licenses of all packages, as text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.supply.software import USES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from portal.supply.license_rules import Judged, Rules

_TITLES = {
    "shipped": ("隨網站或套件散布", "Passed on with the site or the wheel"),
    "needed": ("產生網站時使用", "Needed to make the site"),
    "tests": ("只供測試與開發工具", "Used only in tests and by developers' tools"),
}

_MADE_BY = "portal licenses --format markdown --output docs/licenses.md"
_RULES = "hooks/portal/supply/licenses.yaml"

HEAD = f"""# 第三方軟體的授權 Licenses of third-party software

由 `{_MADE_BY}` 產生，請勿手改；測試比對它與已安裝的套件。
各用途許可的授權與理由寫在 `{_RULES}`。

Made by the command above: do not edit. A test compares it with the packages that are installed.
Which licenses are allowed for which use, and why, is written in `{_RULES}`.
"""


def as_lines(judged: Sequence[Judged]) -> str:
    """One line a package: use, name, version, license."""
    rows = [(j.software.use, j.software.key, j.software.version, j.license or "?") for j in judged]
    rows.sort(key=lambda row: (USES.index(row[0]), row[1:]))
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    lines = ("  ".join((*map(str.ljust, row, widths), row[3])) for row in rows)
    return "".join(f"{line}\n" for line in lines)


def as_markdown(judged: Sequence[Judged], rules: Rules) -> str:
    """A document with a table for each use, in both languages; without versions, so that an upgrade alters nothing."""
    parts = [HEAD]
    for use in USES:
        zh, en = _TITLES[use]
        rows = {row(one) for one in judged if one.software.use == use}
        parts.append(
            f"\n## {zh} {en}\n\n| 套件 Package | 授權 License | 依據 From |\n|---|---|---|\n"
            + "".join(sorted(rows))
        )
    reasons = "".join(
        f"| {one.license} | {'、'.join(_TITLES[use][0] for use in USES[USES.index(one.use) :])} | {one.why} |\n"
        for one in rules.allowed
    )
    parts.append(
        "\n## 許可的授權 Licenses that are allowed\n\n| 授權 License | 用途 For | 理由 Why |\n|---|---|---|\n"
        + reasons
    )
    return "".join(parts)


def row(one: Judged) -> str:
    """The row of a package in such a table."""
    source = one.decision.why if one.decision else "metadata"
    return f"| {one.software.key} | {one.license or '?'} | {source} |\n"
