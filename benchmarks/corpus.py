"""A portal of any size, made from a seed: the same number gives the same bytes.

Of N records, 20 % are cities with ties, 5 % organizations with members, 60 % press releases of about
1,500 Chinese characters and 400 English words, 15 % exchanges; besides them four homes and twenty concepts.
All names and events are made up and say so.

Usage: python -m benchmarks.corpus N FOLDER
"""

from __future__ import annotations

import random
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

TODAY = "2026-11-24"
"""The day of every build of made-up records."""

SITE = "https://hualien-city.example.org/"
"""The address of the site, in the settings that a corpus takes from a portal."""

WITHOUT_SEARCH = "without-search.yml"
"""The settings of a build without an index, as Hugo's."""

HOMES = ("alpha", "beta", "gamma", "delta")
HOME_NAMES = (("甲市", "Alpha"), ("乙市", "Beta"), ("丙市", "Gamma"), ("丁縣", "Delta"))
MIDDLES = {
    "JP": (36, 138), "KR": (36, 128), "US": (40, -95), "CA": (53, -100), "DE": (51, 10), "FR": (46, 3), "PL": (52, 19),
    "CZ": (50, 15), "AU": (-25, 134), "NZ": (-43, 172), "ZA": (-29, 24), "PY": (-23, -58),
}  # fmt: skip
"""Latitude and longitude of a place inside each country; cities lie around it."""

COUNTRIES = tuple(MIDDLES)
KINDS = ("sister", "friendship", "partner", "agreement-only")
YEARS = range(2006, 2026)
CATEGORIES = ("agreements", "visits", "activities", "results")
TABLE_SHARE = 10
"""One in this many releases has a table."""

SENTENCES = (
    ("兩市自締約以來，逐年擴大教育與文化的往來，並由承辦局處按季檢討成果。",
     "Since they signed, the two cities have widened exchange in education and culture year by year."),
    ("本次訪問的行程包括市政簡報、港埠參觀與青年座談，各場次均開放媒體採訪。",
     "The visit includes a briefing on city affairs, a tour of the port and a talk with young people."),
    ("雙方同意在智慧交通、淨零排放與防災等三個領域，各指定一個聯絡窗口。",
     "Both sides agreed to name one contact each for smart transport, net zero and disaster prevention."),
    ("市府表示，城市外交的重點在於把國際經驗帶回地方，讓市民感受得到改變。",
     "The city government says that city diplomacy should bring experience home so that residents notice."),
    ("參訪團一行二十四人，由副市長率領，成員來自經濟、觀光、教育與環保單位。",
     "The delegation of twenty-four people was led by a deputy mayor and came from four departments."),
    ("會議資料與簽署文件的中英文版本，將於活動結束後十日內公布於本站。",
     "The papers and the signed documents will be published on this site within ten days."),
    ("與會城市認為，中小型城市缺的不是意願，而是能長期投入的人力與經費。",
     "The cities found that smaller cities lack not the will but staff and money that last."),
    ("兩地學校已連續八年互派學生，今年首度把職業學校納入交流的範圍。",
     "Schools of both places have exchanged students for eight years, and vocational schools join this year."),
    ("備忘錄的效期為三年，期滿前六個月由雙方評估是否續簽或調整內容。",
     "The memorandum runs for three years, and both sides review it six months before it ends."),
    ("當地的市場與老街，保存了許多早年移民帶來的飲食與節慶習俗。",
     "Its markets and old streets keep much of the food and the feasts that early migrants brought."),
)  # fmt: skip

HEADINGS = (
    ("合作內容", "What was agreed"),
    ("行程安排", "The program"),
    ("後續工作", "What comes next"),
)


def write_corpus(folder: Path, count: int, *, seed: int = 20261124) -> None:
    """A portal with that many records in an empty folder; the generator is inherited, not copied."""
    chance = random.Random(seed)
    cities, organizations = max(4, count * 20 // 100), max(2, count * 5 // 100)
    releases = count * 60 // 100
    exchanges = count - cities - organizations - releases
    _settings(folder)
    _homes(folder)
    _write(folder / "data" / "cities.yaml", "".join(_city(chance, n) for n in range(cities)))
    _write(
        folder / "data" / "organizations.yaml",
        "".join(_organization(chance, n, cities) for n in range(organizations)),
    )
    for n in range(exchanges):
        year = chance.choice(YEARS)
        path = folder / "data" / "exchanges" / str(year) / f"exchange-{n:05}.yaml"
        _write(path, _exchange(chance, n, year, cities, organizations))
    for n in range(releases):
        year = chance.choice(YEARS)
        path = folder / "data" / "press_releases" / str(year) / f"release-{n:05}.yaml"
        _write(path, _release(chance, n, year, cities, exchanges))
    _write(folder / "data" / "glossary.yaml", "".join(_concept(n) for n in range(20)))


def city_id(number: int) -> str:
    """The id of a city: ``jp-city-00012``."""
    return f"{COUNTRIES[number % len(COUNTRIES)].lower()}-city-{number:05}"


def _settings(folder: Path) -> None:
    example = ROOT / "examples" / "hualien-city"
    shutil.copytree(example / "content", folder / "content")
    text = (example / "mkdocs.yml").read_text(encoding="utf-8").replace("../../", f"{ROOT}/")
    _write(folder / "mkdocs.yml", text)
    _write(folder / WITHOUT_SEARCH, "INHERIT: mkdocs.yml\nextra: {search: false}\n")
    _write(
        folder / "data" / "labels.yaml",
        "site.name: {zh: 測試入口網, en: Benchmark Portal}\n"
        "site.description: {zh: 虛構的資料, en: Invented records}\n"
        "site.tagline: {zh: 虛構的資料, en: Invented records}\n",
    )


def _homes(folder: Path) -> None:
    rows = [
        f"- id: {home}\n"
        f"  name: {{zh: {zh}, en: {en}}}\n"
        f"  full_name: {{zh: {zh}政府, en: {en} Government}}\n"
        f"  level: city\n"
        f"  coordinates: {{lat: {24 - n / 2}, lon: {121 + n / 4}}}\n"
        f"  units:\n"
        f"    - {{id: {home}-affairs, name: {{zh: 國際事務處, en: International Affairs}}, level: bureau}}\n"
        f"  sources: [https://example.org/{home}]\n"
        f"  verified: 2026-11-21\n"
        for n, (home, (zh, en)) in enumerate(zip(HOMES, HOME_NAMES, strict=True))
    ]
    _write(folder / "data" / "homes.yaml", "".join(rows))


def _city(chance: random.Random, n: int) -> str:
    home, kind = chance.choice(HOMES), chance.choice(KINDS)
    signed = f"{chance.choice(YEARS)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    lat, lon = MIDDLES[COUNTRIES[n % len(COUNTRIES)]]
    return f"""\
- id: {city_id(n)}
  name: {{zh: 第{n}市, en: City {n}}}
  level: city
  country: {COUNTRIES[n % len(COUNTRIES)]}
  subdivision: {{zh: 第{n % 40}區, en: Region {n % 40}}}
  coordinates: {{lat: {chance.uniform(lat - 0.7, lat + 0.7):.4f}, lon: {chance.uniform(lon - 0.7, lon + 0.7):.4f}}}
  partnerships:
    - home: {home}
      kind: {kind}
      status: active
      signed: {signed}
      adopting_units: [{home}-affairs]
      agreements:
        - title: {{zh: 友好交流協議, en: Friendship exchange agreement}}
          signed: {signed}
          parties: [{home}, {city_id(n)}]
          sources: [https://example.org/{n}]
          verified: 2026-11-21
      sources: [https://example.org/{n}]
      verified: 2026-11-21
  sources: [https://example.org/{n}]
  verified: 2026-11-21
"""


def _organization(chance: random.Random, n: int, cities: int) -> str:
    members = "".join(
        f"    - {{city: {city_id(member)}, membership_class: full, since: {chance.choice(YEARS)}}}\n"
        for member in sorted(chance.sample(range(cities), min(8, cities)))
    )
    return f"""\
- id: organization-{n:05}
  name: {{zh: 第{n}城市網絡, en: City Network {n}}}
  acronym: CN{n}
  kind: city-network
  founded: {1950 + n % 50}
  memberships:
    - {{home: {chance.choice(HOMES)}, membership_class: member, since: {chance.choice(YEARS)}}}
{members}  sources: [https://example.org/organization-{n}]
  verified: 2026-11-21
"""


def _exchange(chance: random.Random, n: int, year: int, cities: int, organizations: int) -> str:
    first, second = chance.sample(range(cities), 2)
    zh, en = chance.choice(SENTENCES)
    return f"""\
id: exchange-{n:05}
title: {{zh: 第{n}次交流, en: Exchange {n}}}
type: {chance.choice(("visit-received", "visit-made", "signing", "conference", "culture"))}
start: {year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}
homes: [{chance.choice(HOMES)}]
cities:
  - {{city: {city_id(first)}, part: {{zh: 市長率團, en: Led by the mayor}}}}
  - {{city: {city_id(second)}}}
organizations: [organization-{chance.randrange(organizations):05}]
place: {{zh: 第{first}市, en: City {first}}}
summary:
  zh: {zh}
  en: {en}
sources: [https://example.org/exchange-{n}]
verified: 2026-11-21
"""


def _release(chance: random.Random, n: int, year: int, cities: int, exchanges: int) -> str:
    first, second = chance.sample(range(cities), 2)
    zh, en = _body(chance, n, first)
    exchange = f"exchanges: [exchange-{chance.randrange(exchanges):05}]\n" if exchanges else ""
    return f"""\
id: release-{n:05}
title: {{zh: 第{n}則新聞, en: Release {n}}}
date: {year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}
category: {chance.choice(CATEGORIES)}
lead:
  zh: {chance.choice(SENTENCES)[0]}
  en: {chance.choice(SENTENCES)[1]}
body:
  zh: |
{_indent(zh)}
  en: |
{_indent(en)}
homes: [{chance.choice(HOMES)}]
cities: [{city_id(first)}, {city_id(second)}]
{exchange}sources: [https://example.org/release-{n}]
verified: 2026-11-21
"""


def _body(chance: random.Random, n: int, city: int) -> tuple[str, str]:
    """Paragraphs, three headings, a list, a link, and in one release of ten a table, in both languages."""
    zh, en = [], []
    link = f"/cities/{city_id(city)}/"
    for heading_zh, heading_en in HEADINGS:
        for _ in range(3):
            chosen = chance.sample(SENTENCES, 4)
            zh.append("".join(sentence for sentence, _ in chosen))
            en.append(" ".join(sentence for _, sentence in chosen[:2]))
        zh.append(f"## {heading_zh}\n\n相關城市見[第{city}市]({link})，數字為**第{n}號**。")
        en.append(f"## {heading_en}\n\nSee [City {city}]({link}); its number is **{n}**.")
    points = chance.sample(SENTENCES, 3)
    zh.append("\n".join(f"- {sentence}" for sentence, _ in points))
    en.append("\n".join(f"- {sentence}" for _, sentence in points))
    if n % TABLE_SHARE == 0:
        zh.append("| 年 | 人數 |\n|---|---|\n| 2024 | 12 |\n| 2025 | 24 |")
        en.append("| Year | People |\n|---|---|\n| 2024 | 12 |\n| 2025 | 24 |")
    return "\n\n".join(zh), "\n\n".join(en)


def _concept(n: int) -> str:
    return f"""\
- id: concept-{n:02}
  subject_field: diplomacy
  definition: {{zh: 第{n}個概念的定義。, en: What concept {n} means.}}
  terms:
    zh: [{{term: 第{n}概念, status: preferred}}]
    en: [{{term: concept {n}, status: preferred}}]
  sources: [https://example.org/concept-{n}]
  verified: 2026-11-21
"""


def _indent(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.split("\n"))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_corpus(Path(sys.argv[2]), int(sys.argv[1]))
