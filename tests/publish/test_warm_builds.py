"""After any edits one after another, the site is the one that a first build of the same state would make."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from building import contents
from publishing import publish as publish_edition

from portal.assembly import read_portal
from portal.model.values.moment import Moment
from portal.model.values.partial_date import PartialDate
from portal.publish.frame import Frame, slot
from portal.publish.publisher import Publisher, Report
from portal.resources import TEMPLATES

EDITS = 220

SLOTS = ("title", "description", "path", "crumbs", "content", "linked_data", "feed_links", "edit")


class Editor:
    """Changes one thing at a time, and keeps the portal right."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.chance = random.Random(seed)
        self.next_number = 1
        self.cities: dict[str, str] = {}
        self.exchanges: dict[str, str] = {}
        self.releases: dict[str, str] = {}
        self.now = Moment.parse("2026-11-22")
        self.frame = 0
        self.site = "https://portal.example/"
        self.homes = (folder / "data" / "homes.yaml").read_text(encoding="utf-8")
        self.fixed_cities = (folder / "data" / "cities.yaml").read_text(encoding="utf-8")
        self.word = "first"
        for _ in range(4):
            self.add_city()
            self.add_exchange()
            self.add_release()
        self.write()

    def edit(self) -> str:
        """One edit; returns what it was."""
        names = (
            "add_city", "add_exchange", "add_release", "change_city", "change_exchange", "change_release",
            "rename_city", "remove_city", "remove_exchange", "remove_release", "touch_template",
            "touch_label", "touch_frame", "next_day", "move_site",
        )  # fmt: skip
        name = self.chance.choice(names)
        getattr(self, name)()
        self.write()
        return name

    def add_city(self) -> None:
        self.cities[f"jp-city-{self._number()}"] = self.word

    def add_exchange(self) -> None:
        self.exchanges[f"exchange-{self._number()}"] = self.word

    def add_release(self) -> None:
        self.releases[f"release-{self._number()}"] = self.word

    def change_city(self) -> None:
        self._change(self.cities)

    def change_exchange(self) -> None:
        self._change(self.exchanges)

    def change_release(self) -> None:
        self._change(self.releases)

    def rename_city(self) -> None:
        if self.cities:
            old = self.chance.choice(sorted(self.cities))
            self.cities[f"jp-city-{self._number()}"] = self.cities.pop(old)

    def remove_city(self) -> None:
        self._remove(self.cities)

    def remove_exchange(self) -> None:
        self._remove(self.exchanges)

    def remove_release(self) -> None:
        self._remove(self.releases)

    def touch_template(self) -> None:
        name = self.chance.choice(
            ("city.html.j2", "press_releases.html.j2", "partials/lists.html.j2")
        )
        generator = TEMPLATES / name
        own = self.folder / "templates" / name
        own.parent.mkdir(parents=True, exist_ok=True)
        text = generator.read_text(encoding="utf-8")
        own.write_text(text.replace("<ul", f'<ul data-n="{self._number()}"'), encoding="utf-8")

    def touch_label(self) -> None:
        labels = self.folder / "data" / "labels.yaml"
        key = self.chance.choice(("city.country", "press.about", "exchange.when", "status.active"))
        labels.write_text(f"{key}: {{zh: 字, en: Word {self._number()}}}\n", encoding="utf-8")

    def touch_frame(self) -> None:
        self.frame += 1

    def move_site(self) -> None:
        self.site = f"https://portal-{self._number()}.example/"

    def next_day(self) -> None:
        self.now = Moment(PartialDate(2026, 11, self.now.day.day % 28 + 1))

    def write(self) -> None:
        data = self.folder / "data"
        cities = sorted(self.cities)
        text = "".join(
            f"- id: {city}\n  name: {{zh: 某市, en: Town {word}}}\n  level: city\n  country: JP\n"
            f"  sources: [https://example.org/]\n  verified: 2026-10-01\n"
            for city, word in sorted(self.cities.items())
        )
        (data / "cities.yaml").write_text(self.fixed_cities + text, encoding="utf-8")
        for kind in ("exchanges", "press_releases"):
            shutil.rmtree(data / kind, ignore_errors=True)
            (data / kind / "2026").mkdir(parents=True)
        for exchange, word in self.exchanges.items():
            named = f"cities: [{{city: {cities[len(word) % len(cities)]}}}]\n" if cities else ""
            path = data / "exchanges" / "2026" / f"{exchange}.yaml"
            path.write_text(
                f"id: {exchange}\ntitle: {{zh: 來訪, en: Visit {word}}}\ntype: visit-received\n"
                f"status: planned\nstart: 2026-11-1{len(word) % 10}\n{named}",
                encoding="utf-8",
            )
        held = sorted(self.exchanges)
        for release, word in self.releases.items():
            named = f"exchanges: [{held[len(word) % len(held)]}]\n" if held else ""
            link = f"[某市](/cities/{cities[0]}/)" if cities else "某市"
            path = data / "press_releases" / "2026" / f"{release}.yaml"
            path.write_text(
                f"id: {release}\ntitle: {{zh: 新聞, en: News {word}}}\n{_state(len(word))}"
                f"lead: {{zh: 一則。, en: One.}}\nbody:\n  zh: 見{link}。\n  en: See {word}.\n{named}"
                "sources: [https://example.org/]\n",
                encoding="utf-8",
            )

    def _number(self) -> int:
        self.next_number += 1
        return self.next_number

    def _change(self, records: dict[str, str]) -> None:
        if records:
            records[self.chance.choice(sorted(records))] = "x" * self.chance.randint(1, 12)

    def _remove(self, records: dict[str, str]) -> None:
        if records:
            records.pop(self.chance.choice(sorted(records)))


def _state(number: int) -> str:
    """Of releases some are still to come, some are over, some were withdrawn."""
    category = ("visits", "results")[number % 2]
    if number % 5 == 0:
        change = "withdrawn: {date: 2026-11-01, reason: {zh: 有誤。, en: Wrong.}}\n"
        return f"date: 2026-11-01\ncategory: {category}\n{change}"
    return f"date: 2026-11-{number + 1:02}\npublic_until: 2026-11-2{number % 7}\ncategory: {category}\n"


def publish(editor: Editor, publisher: Publisher) -> Report:
    """Build the editor's state as it stands."""
    edition = read_portal(editor.folder, editor.now, publisher.memory, site=editor.site)
    assert [problem.line("en") for problem in edition.problems] == []
    frame = Frame.cut(f"<{editor.frame}>".join(["", *map(slot, SLOTS)]))
    others = {"assets/style.css": b"a", "sitemap.xml": str(editor.frame).encode()}
    return publish_edition(edition, publisher, frame, others)


def test_warm_builds_are_equal_to_cold_ones(portal_folder: Path, tmp_path: Path) -> None:
    editor = Editor(portal_folder, seed=7)
    publish(editor, Publisher(tmp_path / "warm"))
    kept = 0
    for number in range(EDITS):
        name = editor.edit()
        warm = publish(editor, Publisher(tmp_path / "warm"))
        publish(editor, Publisher(tmp_path / "cold"))
        assert contents(tmp_path / "warm") == contents(tmp_path / "cold"), f"{number}: {name}"
        kept += warm.made < warm.pages - 1
        shutil.rmtree(tmp_path / "cold")
        shutil.rmtree(tmp_path / ".cold")
    assert kept > EDITS / 2
