"""After any edits one after another, the site is the one that a first build of the same state would make."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import demonstration
import pytest
from building import contents
from publishing import publish as publish_edition

from portal.assembly import read_portal
from portal.model.values.moment import Moment
from portal.model.values.partial_date import PartialDate
from portal.outputs.search.search_output import Search
from portal.publish.frame import Frame, slot
from portal.publish.publisher import Publisher, Report
from portal.resources import TEMPLATES
from portal.site_file import Content

AT_ONCE = 4
"""Edits between two builds."""

SLOTS = ("title", "description", "path", "crumbs", "content", "linked_data", "feed_links", "edit")

REPORT = "trip_reports/2024-rotthaven-congress"
PLAN = "plans/qingling-exchange-2024-2027"
RELEASE = "press_releases/2026/ten-years-with-shirasagi"
VISIT = "exchanges/2015/2015-shirasagi-visit"

WORDS = {
    "a home": ("homes", r"(?<=en: )Hongwan City\w*(?=\})"),
    "a home's name in full": ("homes", r"(?<=en: )Qingling County Government\w*"),
    "a home's summary": ("homes", r"(?<=en: )Qingling works\w* "),
    "a home's goal": ("homes", r"(?<=en: )Send\w* "),
    "a unit": ("homes", r"(?<=en: )Culture Bureau\w*"),
    "the unit of a contact": ("homes", r"(?<=en: )Department of International Affairs\w*"),
    "a unit of a tie": ("homes", r"(?<=en: )Qiandao District\w*"),
    "a former name of a unit": ("homes", r"(?<=en: )International Section\w*"),
    "a committee": ("homes", r"(?<=en: )International Affairs Committee\w*"),
    "a stated count": ("homes", r"(?<=of the city), end of 2024\w*"),
    "a city": ("cities", r"(?<=en: )Shirasagi\w*(?=,)"),
    "a city that signed elsewhere": ("cities", r"(?<=en: )Chinami Prefecture\w*(?=, ja)"),
    "a note on a tie": ("cities", r"(?<=en: )Only\w* "),
    "a stage of a tie": ("cities", r"(?<=en: )Friendship cities were\w* "),
    "an agreement": ("cities", r"(?<=en: )Memorandum on\w* "),
    "an organization": ("organizations", r"(?<=en: )World Alliance of Harbor Cities\w*"),
    "a role in an organization": ("organizations", r"(?<=en: )Executive member\w*"),
    "a group of an organization": ("organizations", r"(?<=en: )Green Ports Group\w*"),
    "a note on a membership": ("organizations", r"(?<=en: )It joined\w* "),
    "a source": ("sources", r"(?<=en: )Yearbook of international\w* "),
    "a term": ("glossary", r"(?<=term: )friendship city\w*"),
    "a definition": ("glossary", r"(?<=en: )What is meant by memorandum\w* "),
    "an exchange": (VISIT, r"(?<=en: )The mayor\w* "),
    "a figure": ("exchanges/2025/2025-receptions", r"(?<=en: )Delegations\w*"),
    "a plan": (PLAN, r"(?<=en: )Plan of\w* "),
    "an item of a plan": (PLAN, r"(?<=en: )Print\w* "),
    "an indicator": (PLAN, r"(?<=en: )Visitors\w*"),
    "a budget": (PLAN, r"(?<=en: )County budget\w*"),
    "a trip report": (REPORT, r"(?<=en: )Report on\w* "),
    "a session": (REPORT, r"(?<=en: )Opening\w*"),
    "a recommendation": (REPORT, r"(?<=en: )Install\w* "),
    "a release": (RELEASE, r"(?<=en: )\"Ten\w* "),
    "the lead of a release": (RELEASE, r"(?<=en: )Hongwan and\w* "),
    "what a picture shows": (RELEASE, r"(?<=en: )A red\w* "),
    "an attachment": (RELEASE, r"(?<=en: )Delegations by\w* "),
    "a correction": (RELEASE, r"(?<=en: )The number\w* "),
    "why a release was withdrawn": ("press_releases/2025/harbor-budget-misprinted", r"(?<=en: )The sum was\w* "),
    "a tombstone": ("tombstones", r"(?<=en: )There is\w* "),
}  # fmt: skip
"""Words that an editor changes: in which file of ``data/``, and where in it."""

CHOICES = {
    "the kind of a tie": ("cities", r"(?<=kind: )(sister|partner)(?=\n      status: unknown)"),
    "the status of a tie": ("cities", r"(?<=status: )(active|dormant)(?=, signed: 1966)"),
    "who checked a tie": ("cities", r"verified: 2026-(10-01|09-30)(?=\}\n  sources)"),
    "the level of a city": ("cities", r"(?<=level: )(region|county)(?=\n  country: .NO)"),
    "when a membership began": ("organizations", r"(?<=since: )(1995|1996)"),
    "the kind of an organization": ("organizations", r"(?<=kind: )(city-network|initiative)(?=\n  founded)"),
    "when an exchange began": (VISIT, r"(?<=start: 2015-03-)(20|21)"),
    "what became of an exchange": ("exchanges/2027/2027-lighthouse-summit", r"(?<=status: )(planned|cancelled)"),
    "who came": ("exchanges/2016/2016-shirasagi-festival", r"(?<=attended: )(true|false)"),
    "what became of advice": (REPORT, r"(?<=status: )(open|done)(?=, text: .zh: 尚未)"),
    "the value that was reached": (PLAN, r"(?<=actual: )(250|300)"),
    "whether a home publishes": ("homes", r"(?<=publishes: )(true|false)"),
    "the category of a release": ("press_releases/2026/county-visits-silbertal", r"(?<=category: )(visits|activities)"),
    "whose word a term is": ("glossary", r"(?<=homes: \[)(qingling-county|hongwan)(?=\], note)"),
    "the status of a term": ("glossary", r"(?<=交流城市, status: )(admitted|deprecated)"),
}  # fmt: skip
"""Values that an editor changes: in which file, and where; the group has the two that may stand there."""

OTHERS = (
    "add_city", "add_exchange", "add_release", "change_exchange", "change_release", "rename_city", "remove_city",
    "remove_exchange", "remove_release", "add_unit", "remove_unit", "touch_label", "touch_template",
)  # fmt: skip
"""What else an editor does."""

WHOLE = ("touch_frame", "next_day", "move_site", "switch_search")
"""What may renew every page, so that it would hide what other edits do: settings of ``mkdocs.yml``, and the day."""


class Editor:
    """Changes one thing at a time in a copy of the demonstration portal, and keeps it right."""

    def __init__(self, folder: Path, seed: int) -> None:
        shutil.copytree(demonstration.FOLDER, folder)
        self.folder = folder
        self.chance = random.Random(seed)
        self.next_number = 1
        data = folder / "data"
        self.texts = {
            path.relative_to(data).as_posix().removesuffix(".yaml"): path.read_text(
                encoding="utf-8"
            )
            for path in sorted(data.rglob("*.yaml"))
        }
        self.cities: dict[str, str] = {}
        """Id before, of cities that were added."""
        self.exchanges: dict[str, str] = {}
        self.releases: dict[str, str] = {}
        self.units: list[str] = []
        self.now = Moment.parse("2026-11-22")
        self.frame = 0
        self.site = "https://portal.example/"
        self.search = True
        self.indexed = seed % 2 == 1
        """Whether the index of the search is compared too, which takes time."""
        for _ in range(3):
            self.add_city()
            self.add_exchange()
            self.add_release()
        self.write()

    def steps(self) -> list[list[str]]:
        """All edits, a few in each step, those that renew everything alone."""
        small = [*WORDS, *CHOICES, *OTHERS]
        self.chance.shuffle(small)
        found = [small[n : n + AT_ONCE] for n in range(0, len(small), AT_ONCE)]
        found += [[name] for name in WHOLE]
        self.chance.shuffle(found)
        return found

    def edit(self, name: str) -> None:
        """Make an edit."""
        if name in WORDS:
            path, pattern = WORDS[name]
            self._replace(path, pattern, self._reworded)
        elif name in CHOICES:
            path, pattern = CHOICES[name]
            self._replace(path, pattern, partial(_other, pattern))
        else:
            getattr(self, name)()

    def add_city(self) -> None:
        self.cities[f"jp-city-{self._number()}"] = ""

    def add_exchange(self) -> None:
        self.exchanges[f"exchange-{self._number()}"] = self._word()

    def add_release(self) -> None:
        self.releases[f"release-{self._number()}"] = self._word()

    def change_exchange(self) -> None:
        self._change(self.exchanges)

    def change_release(self) -> None:
        self._change(self.releases)

    def rename_city(self) -> None:
        if self.cities:
            old = self.chance.choice(sorted(self.cities))
            del self.cities[old]
            self.cities[f"jp-city-{self._number()}"] = old

    def remove_city(self) -> None:
        self._remove(self.cities)

    def remove_exchange(self) -> None:
        self._remove(self.exchanges)

    def remove_release(self) -> None:
        self._remove(self.releases)

    def add_unit(self) -> None:
        self.units.append(f"zhixi-unit-{self._number()}")

    def remove_unit(self) -> None:
        if self.units:
            self.units.pop()

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
        key = self.chance.choice(("city.country", "press.about", "exchange.when", "status.active"))
        kept = re.sub(rf"^{key}: .*\n", "", self.texts["labels"], flags=re.MULTILINE)
        self.texts["labels"] = f"{kept}{key}: {{zh: 字, en: Word {self._number()}}}\n"

    def touch_frame(self) -> None:
        self.frame += 1

    def move_site(self) -> None:
        self.site = f"https://portal-{self._number()}.example/"

    def switch_search(self) -> None:
        self.search = not self.search

    def next_day(self) -> None:
        self.now = Moment(PartialDate(2026, 11, self.now.day.day % 28 + 1))

    def write(self) -> None:
        data = self.folder / "data"
        texts = dict(self.texts)
        texts["cities"] += "".join(_city(*city) for city in sorted(self.cities.items()))
        texts["homes"] += _home(self.units)
        cities = [*sorted(self.cities), "kr-saebit"]
        for exchange, word in self.exchanges.items():
            texts[f"exchanges/2026/{exchange}"] = (
                f"id: {exchange}\ntitle: {{zh: 來訪, en: Visit {word}}}\ntype: visit-received\nstatus: planned\n"
                f"start: 2026-11-1{len(word) % 10}\nhomes: [hongwan]\n"
                f"cities: [{{city: {cities[len(word) % len(cities)]}}}]\n"
            )
        held = [*sorted(self.exchanges), "2015-shirasagi-visit"]
        for release, word in self.releases.items():
            texts[f"press_releases/2026/{release}"] = (
                f"id: {release}\ntitle: {{zh: 新聞, en: News {word}}}\n{_state(len(word))}"
                f"lead: {{zh: 一則。, en: One.}}\nbody:\n  zh: 見[某市](/cities/{cities[0]}/)。\n  en: See {word}.\n"
                f"exchanges: [{held[len(word) % len(held)]}]\nsources: [https://example.org/]\n"
            )
        for path in data.rglob("*.yaml"):
            if path.relative_to(data).as_posix().removesuffix(".yaml") not in texts:
                path.unlink()
        for name, text in texts.items():
            (data / f"{name}.yaml").write_text(text, encoding="utf-8")

    def _replace(self, path: str, pattern: str, new: Callable[[str], str]) -> None:
        text, count = re.subn(pattern, lambda found: new(found[0]), self.texts[path], count=1)
        assert count, pattern
        self.texts[path] = text

    def _reworded(self, old: str) -> str:
        """The same words, the last with another ending."""
        bare = re.sub(r"Q[xyz]+ ?$", "", old)
        gap = " " if old.endswith(" ") else ""
        return f"{bare.rstrip()}Q{self._word()}{gap}"

    def _word(self) -> str:
        return "".join(self.chance.choices("xyz", k=self.chance.randint(1, 12)))

    def _number(self) -> int:
        self.next_number += 1
        return self.next_number

    def _change(self, records: dict[str, str]) -> None:
        if records:
            records[self.chance.choice(sorted(records))] = self._word()

    def _remove(self, records: dict[str, str]) -> None:
        if records:
            records.pop(self.chance.choice(sorted(records)))


def _other(pattern: str, old: str) -> str:
    """The value that may stand in the place of one of the two in a pattern's group."""
    pair = re.search(r"\((\w[\w-]*)\|(\w[\w-]*)\)", pattern)
    assert pair is not None
    one, other = pair.groups()
    return old.removesuffix(one) + other if old.endswith(one) else old.removesuffix(other) + one


def _city(name: str, former: str) -> str:
    before = f"  former_ids: [{former}]\n" if former else ""
    return (
        f"- id: {name}\n{before}  name: {{zh: 某市, en: Town {name[-1]}}}\n  level: city\n  country: JP\n"
        "  sources: [https://example.org/]\n  verified: 2026-10-01\n"
    )


def _home(units: list[str]) -> str:
    """A home whose units come and go; a tie of the first is nowhere, so that none is missed."""
    text = (
        "- id: zhixi\n  name: {zh: 芷溪鄉, en: Zhixi}\n  full_name: {zh: 芷溪鄉公所, en: Zhixi Township Office}\n"
        "  level: township\n  sources: [hongwan-yearbook-2025]\n  verified: 2026-10-01\n"
    )
    if units:
        text += "  units:\n" + "".join(
            f"    - id: {unit}\n      name: {{zh: 某課, en: Section {unit[-1]}}}\n      level: bureau\n"
            "      sources: [qingling-plan]\n"
            for unit in units
        )
    return text


def _state(number: int) -> str:
    """Of releases some are still to come, some are over, some were withdrawn."""
    category = ("visits", "results")[number % 2]
    if number % 5 == 0:
        change = "withdrawn: {date: 2026-11-01, reason: {zh: 有誤。, en: Wrong.}}\n"
        return f"date: 2026-11-01\ncategory: {category}\n{change}"
    return f"date: 2026-11-{number + 1:02}\npublic_until: 2026-11-2{number % 7}\ncategory: {category}\n"


def publish(editor: Editor, publisher: Publisher) -> Report:
    """Build the editor's state as it stands."""
    edition = read_portal(
        editor.folder,
        editor.now,
        publisher.memory,
        site=editor.site,
        search=editor.search,
        kept=publisher.state,
    )
    assert [problem.line("en") for problem in edition.problems] == []
    frame = Frame.cut(f"<{editor.frame}>".join(["", *map(slot, SLOTS)]))
    others: dict[str, Content] = {
        "assets/style.css": b"a",
        "sitemap.xml": str(editor.frame).encode(),
    }
    if editor.indexed:
        others |= edition.output(Search).files(edition).whole
    return publish_edition(edition, publisher, frame, others)


@pytest.mark.parametrize("seed", [7, 8])
def test_warm_builds_are_equal_to_cold_ones(seed: int, tmp_path: Path) -> None:
    editor = Editor(tmp_path / "portal", seed)
    publish(editor, Publisher(tmp_path / "warm"))
    steps = editor.steps()
    kept = 0
    for number, names in enumerate(steps):
        for name in names:
            editor.edit(name)
        editor.write()
        warm = publish(editor, Publisher(tmp_path / "warm"))
        publish(editor, Publisher(tmp_path / "cold"))
        assert contents(tmp_path / "warm") == contents(tmp_path / "cold"), f"{number}: {names}"
        kept += warm.made < warm.pages - 1
        shutil.rmtree(tmp_path / "cold")
        shutil.rmtree(tmp_path / ".cold")
    assert kept > len(steps) / 2
