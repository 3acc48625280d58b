"""Correct edits of our records and pages, one of each kind that editors make.

Each takes the portal's folder and the day of today, finds something to edit whatever the portal holds, and leaves it
right. ``test_correct_edits.py`` says what they prove.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from samples import photograph, spreadsheet

Edit = Callable[[Path, str], None]

SOURCED = "sources: [https://example.org/source]\nverified: {today}\n"


def a_check_of_today(root: Path, today: str) -> None:
    """A tie was compared with its sources today."""
    _replace(root / "data/cities.yaml", r"(?<=verified: )\d{4}-\d\d-\d\d", today)


def a_city_with_a_tie(root: Path, today: str) -> None:
    """A new sister city of the first home."""
    text = f"""\
- id: jp-nagihama
  name: {{zh: 凪濱市, en: Nagihama, ja: 凪浜市}}
  aliases: [凪濱]
  level: city
  country: JP
  coordinates: {{lat: 35.5, lon: 134.2}}
  partnerships:
    - home: {_first_home(root)}
      kind: sister
      status: active
      signed: {today}
      agreements:
        - title: {{zh: 姊妹市協定, en: Sister city agreement}}
          signed: {today}
          parties: [{_first_home(root)}, jp-nagihama]
          sources: [https://example.org/agreement]
          verified: {today}
      sources: [https://example.org/agreement]
      verified: {today}
"""
    _add_record(root / "data/cities.yaml", "jp-nagihama", text)


def an_exchange(root: Path, today: str) -> None:
    """A visit of today, and one that is planned."""
    for name, status in (("nagihama-visit", "held"), ("nagihama-festival", "planned")):
        text = (
            f"id: {today[:4]}-{name}\ntitle: {{zh: 凪濱市往來, en: Exchange with Nagihama}}\n"
            f"type: visit-received\nstatus: {status}\nstart: {today}\nhomes: [{_first_home(root)}]\n"
            f"cities: [{{city: jp-nagihama}}]\nsummary: {{zh: 市長來訪。, en: The mayor visited.}}\n"
        )
        _write_record(root, f"exchanges/{today[:4]}/{today[:4]}-{name}", text, today)


def a_renamed_id(root: Path, today: str) -> None:
    """A city gets another id; the old one stays as ``former_ids``, and all that named it names the new one."""
    cities = root / "data/cities.yaml"
    old = re.findall(r"^- id: (\S+)\n(?!  former_ids)", cities.read_text("utf-8"), re.MULTILINE)[7]
    word = re.compile(rf"(?<![a-z0-9-]){old}(?![a-z0-9-])")
    for path in [*(root / "data").rglob("*.yaml"), *(root / "content").rglob("*.md")]:
        text = path.read_text(encoding="utf-8")
        if word.search(text):
            path.write_text(word.sub(f"{old}-renamed", text), encoding="utf-8")
    _replace(cities, rf"^- id: {old}-renamed\n", rf"\g<0>  former_ids: [{old}]\n")
    _move_record(cities, f"{old}-renamed")


def a_withdrawn_release(root: Path, today: str) -> None:
    """A press release with attachments, if there is one, is withdrawn."""
    releases = sorted((root / "data/press_releases").rglob("*.yaml"))
    release = next((path for path in releases if path.with_suffix("").is_dir()), releases[0])
    with release.open("a", encoding="utf-8") as file:
        file.write(
            f"withdrawn: {{date: {today}, reason: {{zh: 數字有誤。, en: A wrong number.}}}}\n"
        )


def a_correction(root: Path, today: str) -> None:
    """The mistake of a press release is mended, and the release says so."""
    for path in sorted((root / "data/press_releases").rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        if not re.search("^(corrections|withdrawn):", text, re.MULTILINE):
            note = "{zh: 年份更正。, en: The year was corrected.}"
            path.write_text(
                f"{text}corrections:\n  - {{date: {today}, note: {note}}}\n", encoding="utf-8"
            )
            return
    raise AssertionError("no release to correct")


def a_corrected_number(root: Path, today: str) -> None:
    """A figure of an exchange, and a total that a government stated."""
    exchanges = sorted((root / "data/exchanges").rglob("*.yaml"))
    path = next(p for p in exchanges if re.search(r"value: \d+\b", p.read_text("utf-8")))
    _replace(path, r"(?<=value: )\d+\b", "12345")
    _replace(root / "data/homes.yaml", r"(?<=sister: )\d+", "46")


def a_changed_status(root: Path, today: str) -> None:
    """A tie that was in force is dormant now."""
    _replace(root / "data/cities.yaml", r"status: active", "status: dormant")


def a_concept(root: Path, today: str) -> None:
    """A new entry of the glossary, with a word of one home."""
    text = f"""\
- id: tide-treaty
  subject_field: document
  definition: {{zh: 以潮汐為題的協定。, en: An agreement about tides.}}
  terms:
    zh:
      - {{term: 潮汐協定, status: preferred}}
      - {{term: 潮約, status: preferred, homes: [{_first_home(root)}]}}
    en: [{{term: tide treaty, status: preferred}}]
  sources: [https://example.org/tides]
  verified: {today}
"""
    _add_record(root / "data/glossary.yaml", "tide-treaty", text)


def an_organization(root: Path, today: str) -> None:
    """A new body, of which a home and a city are members."""
    text = f"""\
- id: tide-cities
  name: {{zh: 潮汐城市聯盟, en: Alliance of Tide Cities}}
  acronym: ATC
  kind: city-network
  founded: 1999
  memberships:
    - {{home: {_first_home(root)}, membership_class: member, since: 2020, sources: [https://example.org/atc]}}
    - {{city: jp-nagihama, membership_class: founding, since: 1999, verified: {today}}}
  sources: [https://example.org/atc]
  verified: {today}
"""
    _add_record(root / "data/organizations.yaml", "tide-cities", text)


def a_government(root: Path, today: str) -> None:
    """Another government joins the portal, with a tie of its own."""
    text = f"""\
- id: chaoxi
  name: {{zh: 潮汐市, en: Chaoxi City}}
  full_name: {{zh: 潮汐市政府, en: Chaoxi City Government}}
  level: city
  units:
    - id: chaoxi-secretariat
      name: {{zh: 祕書處, en: Secretariat}}
      level: bureau
      sources: [https://example.org/chaoxi]
      verified: {today}
  sources: [https://example.org/chaoxi]
  verified: {today}
"""
    _add_record(root / "data/homes.yaml", "chaoxi", text)
    tie = f"""\
    - home: chaoxi
      kind: friendship
      status: signed
      signed: {today}
      sources: [https://example.org/chaoxi]
      verified: {today}
"""
    before = r"(?s)^- id: jp-nagihama\n.*?  partnerships:\n"
    _replace(root / "data/cities.yaml", before, rf"\g<0>{tie}")


def a_source(root: Path, today: str) -> None:
    """A new document to cite."""
    text = """\
- id: tide-yearbook
  name: {zh: 潮汐年報, en: Yearbook of tides}
  publisher: {zh: 潮汐市政府, en: Chaoxi City Government}
  date: 2026
"""
    _add_record(root / "data/sources.yaml", "tide-yearbook", text)


def a_release_with_files(root: Path, today: str) -> None:
    """A press release of today with a picture and an attachment."""
    text = (
        f"id: tide-treaty-signed\ntitle: {{zh: 簽署潮汐協定, en: Tide treaty signed}}\ndate: {today}\n"
        f"issuer: {_first_home(root)}\ncategory: agreements\nlead: {{zh: 兩市簽署。, en: Two cities signed.}}\n"
        "body: {zh: 儀式在港邊舉行。, en: The ceremony took place at the harbor.}\n"
        f"homes: [{_first_home(root)}]\ncities: [jp-nagihama]\nexchanges: [{today[:4]}-nagihama-visit]\n"
        "images:\n  - file: pier.jpg\n    alt: {zh: 碼頭, en: A pier}\n    caption: {zh: 簽署現場, en: The signing}\n"
        "attachments:\n  - {file: treaty.ods, title: {zh: 條文, en: Articles}, languages: [zh-Hant-TW]}\n"
    )
    name = f"press_releases/{today[:4]}/tide-treaty-signed"
    _write_record(root, name, text, today)
    beside = root / "data" / name
    beside.mkdir()
    (beside / "pier.jpg").write_bytes(photograph())
    (beside / "treaty.ods").write_bytes(spreadsheet("articles"))


def a_trip_report(root: Path, today: str) -> None:
    """A report on a trip of today."""
    text = (
        f"id: {today[:4]}-nagihama-trip\ntitle: {{zh: 赴凪濱市報告, en: Report on a trip to Nagihama}}\n"
        f"home: {_first_home(root)}\ntravelers: [{{zh: 科長1人, en: One section chief}}]\n"
        f"purpose: {{zh: 觀摩。, en: To learn.}}\nplace: {{zh: 凪濱市, en: Nagihama}}\nstart: {today}\nend: {today}\n"
        "cities: [jp-nagihama]\nsummary: {zh: 已觀摩。, en: It was seen.}\n"
        "recommendations: [{text: {zh: 互訪。, en: Visit again.}}]\n"
    )
    _write_record(root, f"trip_reports/{today[:4]}-nagihama-trip", text, today)


def a_plan(root: Path, today: str) -> None:
    """A plan with a budget."""
    text = f"""\
id: tide-plan
title: {{zh: 潮汐計畫, en: Plan for tides}}
home: {_first_home(root)}
start: 2026
end: 2027
summary: {{zh: 觀測潮汐。, en: Tides are observed.}}
budget:
  currency: TWD
  unit: {{zh: 百萬元, en: million NTD}}
  rows:
    - source: {{zh: 市預算, en: City budget}}
      financing: self-liquidating
      amounts: {{2026: 1, 2027: 2}}
      total: 3
  totals: {{2026: 1, 2027: 2}}
  total: 3
"""
    _write_record(root, "plans/tide-plan", text, today)


def a_written_page(root: Path, today: str) -> None:
    """A page in both languages, in the menu."""
    for locale, title, text in (
        ("zh", "潮汐", "潮汐每日兩次。見[網頁](https://example.org/)與[城市](/cities/)。"),
        (
            "en",
            "Tides",
            "Tides come twice a day. See [the page](https://example.org/) and [the cities](/cities/).",
        ),
    ):
        page = (
            f"---\ntitle: {title}\ndescription: {text[:5]}\n---\n\n# {title} {{ #page }}\n\n{text}\n\n"
            f"## {title} {{ #tides }}\n\n{text}\n"
        )
        (root / "content" / locale / "about" / "tides.md").write_text(page, encoding="utf-8")
    _replace(root / "mkdocs.yml", r"^  - about/contact\.md\n", r"\g<0>  - about/tides.md\n")


def a_removed_record(root: Path, today: str) -> None:
    """An exchange that nothing names turns out to be wrong; a tombstone tells readers."""
    for path in sorted((root / "data/exchanges").rglob("*.yaml")):
        if not any(path.stem in text for text in _texts(root, but=path)):
            path.unlink()
            address = f"/exchanges/{path.parent.name}/{path.stem}/"
            with (root / "data/tombstones.yaml").open("a", encoding="utf-8") as file:
                reason = "{zh: 查無此事。, en: It did not take place.}"
                file.write(f"{address}: {{removed: {today}, reason: {reason}, see: /exchanges/}}\n")
            return
    raise AssertionError("every exchange is named somewhere")


def what_is_not_public(root: Path, today: str) -> None:
    """A draft, and a record that comes later."""
    for name, more in (
        ("secret-later", "public_from: 2999-01-01\n"),
        ("secret-draft", "draft: true\n"),
    ):
        text = f"id: {today[:4]}-{name}\ntitle: {{zh: 密訪, en: Clandestine}}\ntype: meeting\nstart: {today}\n{more}"
        _write_record(root, f"exchanges/{today[:4]}/{today[:4]}-{name}", text, today)


def a_label(root: Path, today: str) -> None:
    """A word of the interface is said otherwise here."""
    with (root / "data/labels.yaml").open("a", encoding="utf-8") as file:
        file.write("status.dormant: {zh: 久無往來, en: Long out of contact}\n")


EDITS: tuple[Edit, ...] = (
    a_check_of_today, a_city_with_a_tie, an_exchange, a_renamed_id, a_withdrawn_release, a_correction,
    a_corrected_number, a_changed_status, a_concept, an_organization, a_government, a_source, a_release_with_files,
    a_trip_report, a_plan, a_written_page, a_removed_record, what_is_not_public, a_label,
)  # fmt: skip
"""In an order in which each may name what an earlier one added."""


def _first_home(root: Path) -> str:
    found = re.search(r"^- id: (\S+)", (root / "data/homes.yaml").read_text("utf-8"), re.MULTILINE)
    assert found is not None
    return found[1]


def _replace(path: Path, pattern: str, new: str) -> None:
    """Replace the first match; there must be one."""
    text, count = re.subn(pattern, new, path.read_text("utf-8"), count=1, flags=re.MULTILINE)
    assert count, f"{path}: {pattern}"
    path.write_text(text, encoding="utf-8")


def _add_record(path: Path, name: str, text: str) -> None:
    """Add a record to a list, where its id belongs if the list is in order."""
    head, *records = re.split(r"^(?=- id: )", path.read_text("utf-8"), flags=re.MULTILINE)
    ids = [record.split("\n", 1)[0].removeprefix("- id: ") for record in records]
    later = (n for n, other in enumerate(ids) if other > name)
    place = next(later, len(ids)) if ids == sorted(ids) else len(ids)
    records.insert(place, text)
    path.write_text(head + "".join(records), encoding="utf-8")


def _move_record(path: Path, name: str) -> None:
    """Put a record of a list where its id belongs."""
    text = path.read_text(encoding="utf-8")
    record = re.search(rf"(?ms)^- id: {name}\n.*?(?=^- id: |\Z)", text)
    assert record is not None
    path.write_text(text.replace(record[0], ""), encoding="utf-8")
    _add_record(path, name, record[0])


def _write_record(root: Path, name: str, text: str, today: str) -> None:
    path = root / "data" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(text + SOURCED.format(today=today), encoding="utf-8")


def _texts(root: Path, *, but: Path) -> Iterator[str]:
    for path in [*(root / "data").rglob("*.yaml"), *(root / "content").rglob("*.md")]:
        if path != but:
            yield path.read_text(encoding="utf-8")
