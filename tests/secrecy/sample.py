"""The demonstration portal with parts of it kept back at random, every text of which is marked."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

import demonstration
import yaml
from building import ROOT
from secrecy.marks import Marker
from secrecy.references import ADD
from secrecy.rules import Raw, Rest, is_kept_back, places_of_ids, rest_of

FIRST = range(6)
"""Seeds of samples that together need every filter."""

LISTS = ("sources", "homes", "cities", "organizations", "glossary")
FOLDERS = ("exchanges", "press_releases", "trip_reports", "plans")

_LINK = re.compile(r"\[([^\]]*)\]\((?!https?:|counting)[^)]*\)")
"""A link inside the portal: a text that leads to what is kept back would be a problem, and rightly."""

CONFIG = f"""\
INHERIT: {ROOT}/mkdocs.yml
site_name: Secrets
site_url: https://portal.example/diplomacy/
hooks: [{ROOT}/hooks/mkdocs_events.py]
nav: [about/index.md, about/counting.md]
"""


class Sample:
    """A portal of which some records and parts are kept back."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.marker = Marker()
        self.records = list(_read(demonstration.FOLDER))
        self._choose()
        self.gone = rest_of(self.records).gone
        """What is kept back, before more refers to it."""
        for add in ADD:
            add(self)
        rest = self.rest()
        self._rename(rest)
        for raw in rest.gone:
            self.marker.mark(raw.data)
            self._mark_files(raw)
        for part in rest.taken:
            self.marker.mark(part)
        for raw in self.records:
            if raw.why == "withdrawn" and raw not in rest.gone:
                self.marker.mark(
                    {k: v for k, v in raw.data.items() if k not in ("title", "withdrawn")}
                )
                self._mark_files(raw)

    def of(self, kind: str) -> list[Raw]:
        """The records of a kind."""
        return [raw for raw in self.records if raw.kind == kind]

    def hidden(self, kind: str) -> Raw | None:
        """A record of a kind that is kept back, itself or because of another."""
        found = [raw for raw in self.of(kind) if raw in self.gone]
        return self.random.choice(found) if found else None

    def shown(self, kind: str) -> Raw | None:
        """A record of a kind that is not kept back."""
        found = [raw for raw in self.of(kind) if not raw.why and raw not in self.gone]
        return self.random.choice(found) if found else None

    def rest(self) -> Rest:
        """What may be told."""
        return rest_of(self.records)

    def write(self, folder: Path, records: list[Raw] | None = None, *, open_: bool = False) -> Path:
        """The portal as files; ``open_``: as if nothing were kept back. Returns its configuration."""
        if not folder.exists():
            ignored = shutil.ignore_patterns("data", "published", "mkdocs.yml")
            shutil.copytree(demonstration.FOLDER, folder, ignore=ignored)
            for page in folder.rglob("*.md"):
                page.write_text(_LINK.sub(r"\1", page.read_text("utf-8")), "utf-8")
        shutil.rmtree(folder / "data", ignore_errors=True)
        (folder / "data").mkdir()
        for name in ("labels.yaml", "personal_data_allowed.yaml"):
            shutil.copy(demonstration.FOLDER / "data" / name, folder / "data")
        found: dict[str, Any] = {f"data/{kind}.yaml": [] for kind in LISTS}
        for raw in self.records if records is None else records:
            data = deepcopy(raw.data)
            if open_:
                _open(data)
            else:
                _keep_back(data, raw.why)
            if raw.kind in LISTS:
                found[raw.path].append(data)
            else:
                found[raw.path] = data
                self._copy_files(raw, folder)
        for path, content in found.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, default_style='"')
            (folder / path).write_text(text, "utf-8")
        config = folder / "mkdocs.yml"
        config.write_text(CONFIG, "utf-8")
        return config

    def _choose(self) -> None:
        """Keep back some records of every kind, each in a way of its own."""
        for kind in (*LISTS, *FOLDERS):
            records = [raw for raw in self.of(kind) if raw.id != "hongwan-yearbook-2025"]
            records = [raw for raw in records if not is_kept_back(raw.data)]
            most = 1 if kind == "homes" else max(1, len(records) // 4)
            least = 0 if kind in ("trip_reports", "plans") else 1
            for raw in self.random.sample(records, self.random.randint(least, most)):
                raw.why = self.random.choice(self._ways(raw))
        for city in self.of("cities"):
            for tie in city.data.get("partnerships", ()):
                if self.random.random() < 0.15:
                    tie["confidential"] = "true"

    def _ways(self, raw: Raw) -> list[str]:
        """A release comes at its date, which must be in the year of its folder, and not before ``public_from``."""
        if raw.kind != "press_releases":
            return ["draft", "public_from", "public_until"]
        return [
            "draft",
            "public_until",
            *(["date", "withdrawn", "withdrawn"] if "/2026/" in raw.path else []),
        ]

    def _rename(self, rest: Rest) -> None:
        """Put a mark into the id of all that is kept back, wherever it is named."""
        for raw in rest.gone:
            old = raw.id
            new = f"{old}-{self.marker.of(old)}"
            renamed = {(raw.kind, old): new}
            for unit in raw.data.get("units", ()) if raw.kind == "homes" else ():
                before = unit["id"]
                unit["id"] = before.replace(old, new, 1)
                renamed["units", before] = unit["id"]
            raw.data["id"] = new
            raw.data["former_ids"] = [f"{self.marker.of(old)}-was"]
            if raw.kind in FOLDERS:
                raw.path = raw.path.replace(f"{old}.yaml", f"{new}.yaml")
            for other in self.records:
                for holder, key, kinds, _ in places_of_ids(other.data):
                    found = [renamed[k, holder[key]] for k in kinds if (k, holder[key]) in renamed]
                    if found:
                        holder[key] = found[0]

    def _mark_files(self, raw: Raw) -> None:
        for part in (*raw.data.get("images", ()), *raw.data.get("attachments", ())):
            part["file"] = f"{self.marker.of(part['file'])}-{part['file']}"

    def _copy_files(self, raw: Raw, folder: Path) -> None:
        beside = demonstration.FOLDER / "data/press_releases/2026/ten-years-with-shirasagi"
        for part in (*raw.data.get("images", ()), *raw.data.get("attachments", ())):
            target = folder / raw.path.removesuffix(".yaml") / part["file"]
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(beside / part["file"].rpartition("-")[2], target)


def _read(folder: Path) -> Iterator[Raw]:
    for kind in LISTS:
        path = f"data/{kind}.yaml"
        for data in _yaml(folder / path):
            yield Raw(kind, path, data)
    for kind in FOLDERS:
        for file in sorted((folder / "data" / kind).rglob("*.yaml")):
            yield Raw(kind, file.relative_to(folder).as_posix(), _yaml(file))


def _yaml(path: Path) -> Any:
    return yaml.load(_LINK.sub(r"\1", path.read_text("utf-8")), yaml.CBaseLoader)


def _open(data: dict[str, Any]) -> None:
    """Nothing of it is kept back."""
    for key in ("draft", "public_from", "public_until"):
        data.pop(key, None)
    for tie in data.get("partnerships", ()):
        tie.pop("confidential", None)


def _keep_back(data: dict[str, Any], why: str) -> None:
    """Write down the way in which a record is kept back."""
    match why:
        case "draft":
            data["draft"] = "true"
        case "public_from":
            data["public_from"] = "2027-01-01"
        case "public_until":
            data["public_until"] = "2026-11-21T10:00"
        case "date":
            data["date"] = "2026-11-22T00:01"
            data.pop("corrections", None)
        case "withdrawn":
            data["withdrawn"] = {
                "date": "2026-11-21T12:00",
                "reason": {"zh": "有誤。", "en": "It was wrong."},
            }
