"""A small portal, and the ways to damage it that somebody could meet: a corpus for ``test_damaged_portals``."""

from __future__ import annotations

import shutil
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from editing import put, replace_in
from releases import release

from portal.resources import TEMPLATES

MINIMAL = Path(__file__).with_name("portals") / "minimal"

THEME = "theme: {name: material, font: false}"
CONFIG = f"""\
site_name: Invented
docs_dir: content
site_dir: site
{THEME}
plugins:
  i18n:
    docs_structure: folder
    fallback_to_default: false
    reconfigure_material: false
    reconfigure_search: false
    languages:
      - {{locale: zh, name: 中文, default: true}}
      - {{locale: en, name: English}}
  city-diplomacy: {{}}
nav: [about/counting.md]
markdown_extensions: [attr_list, tables]
extra: {{search: false}}
"""
LANGUAGES = "      - {locale: zh, name: 中文, default: true}\n      - {locale: en, name: English}\n"

VISIT, NEWS = "data/exchanges/2014/2014-visit.yaml", "data/press_releases/2026/news.yaml"
PICTURE, TEMPLATE = "data/press_releases/2026/news/a.png", "templates/city.html.j2"
LABELS, PAGE = "data/labels.yaml", "content/en/about/counting.md"

FILES = {
    "mkdocs.yml": CONFIG,
    LABELS: "site.name: {zh: 甲市, en: Alpha}\n",
    VISIT: (
        "id: 2014-visit\ntitle: {zh: 訪問, en: A visit}\ntype: visit-made\nstatus: held\nstart: 2014-07-08\n"
        "homes: [alpha]\ncities: [{city: jp-kaga}]\nsources: [report]\nverified: 2026-01-05\n"
    ),
    "data/tombstones.yaml": "{}\n",
    "published/addresses.txt": "/cities/jp-kaga/\n",
}
IMAGE = """\
images:
  - file: a.png
    alt: {zh: 一張灰色的圖, en: A gray picture}
    caption: {zh: 灰色, en: Gray}
    credit: {zh: 甲市, en: Alpha}
"""


def picture(width: int, height: int) -> bytes:
    """A black PNG, which takes as good as no room however large it is."""

    def chunk(name: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + check

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(1 + width) * height, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def sound_portal(folder: Path) -> Path:
    """The portal before anything is damaged."""
    shutil.copytree(MINIMAL, folder)
    put(folder, FILES)
    put(folder, release("news", more=IMAGE))
    write(PICTURE, picture(1200, 800), folder)
    write(TEMPLATE, (TEMPLATES / "city.html.j2").read_bytes(), folder)
    return folder


@dataclass(frozen=True)
class Damage:
    """One way to damage the portal."""

    name: str
    act: Callable[[Path], None]
    environment: Mapping[str, str] = field(default_factory=dict)


def write(path: str, content: str | bytes, root: Path) -> None:
    """Put a file in the place of whatever is there."""
    target = root / path
    if target.is_dir():
        shutil.rmtree(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content.encode() if isinstance(content, str) else content)


def append(path: str, text: str, root: Path) -> None:
    """Add to a file."""
    with (root / path).open("a", encoding="utf-8") as file:
        file.write(text)


def exchange(path: str, old: str, new: str, root: Path) -> None:
    """Replace text in a file."""
    replace_in(root / path, old, new)


def remove(path: str, root: Path) -> None:
    """Take a file or folder away."""
    shutil.rmtree(root / path) if (root / path).is_dir() else (root / path).unlink(missing_ok=True)


def as_folder(path: str, root: Path) -> None:
    """Put a folder in the place of whatever is there."""
    remove(path, root)
    (root / path / "inner").mkdir(parents=True)


def as_empty_folder(path: str, root: Path) -> None:
    """Take everything out of a folder."""
    remove(path, root)
    (root / path).mkdir()


YAML: dict[str, str | bytes] = {
    "empty": "",
    "blank": " \n\n",
    "binary": bytes(range(256)),
    "utf-16": "id: 文\n".encode("utf-16"),
    "null": "null\n",
    "text": "文字\n",
    "list": "- 7\n- [x]\n",
    "mapping": "a: {b: [c]}\n",
    "open": "{a: [b\n",
    "tab": "a:\n\tb: c\n",
    "anchors": "a: &x [1]\nb: *x\n",
    "deep": "[" * 2000,
    "tag": "a: !!python/object/apply:os.getcwd []\n",
    "keys": "? [a]\n: b\n{c}: d\n",
    "duplicates": "a: b\na: c\n",
    "documents": "---\na: b\n---\nc: d\n",
    "long": f"a: {'x' * 70_000}\n",
}
"""What a file may hold that nobody meant."""

OTHERS = ("empty", "binary", "utf-16", "tag", "mapping")
"""Those that other files than YAML are given."""


def files() -> Iterator[Damage]:
    """Each file missing, a folder, or with each of the contents."""
    paths = {p.relative_to(MINIMAL).as_posix() for p in MINIMAL.rglob("*") if p.is_file()}
    paths |= {*FILES, NEWS, PICTURE, TEMPLATE}
    absent = {"data/countries.yaml", "data/glossary.yaml", "data/personal_data_allowed.yaml"}
    for path in sorted(paths | absent):
        if path in paths:
            yield Damage(f"{path} missing", partial(remove, path))
        yield Damage(f"{path} a folder", partial(as_folder, path))
        is_yaml = path.endswith((".yaml", ".yml")) and path not in absent
        for name in YAML if is_yaml else OTHERS:
            yield Damage(f"{path} {name}", partial(write, path, YAML[name]))


def folders() -> Iterator[Damage]:
    """Each folder missing, empty, or a file."""
    for path in (
        "content", "content/zh", "content/en", "content/en/about", "data", "data/exchanges",
        "data/exchanges/2014", "data/press_releases", "data/press_releases/2026/news", "published",
        "templates",
    ):  # fmt: skip
        yield Damage(f"{path} missing", partial(remove, path))
        yield Damage(f"{path} empty", partial(as_empty_folder, path))
        yield Damage(f"{path} a file", partial(write, path, "x"))


def labels() -> Iterator[Damage]:
    """Labels of the portal's own, with placeholders that nobody fills."""
    for key in ("nav.home", "not_found.text", "year.title", "unit.of_home", "brackets"):
        for name, zh, en in (
            ("misspelt", "文{nmae}", "word {nmae}"),
            ("misspelt in one", "文{nmae}", "word"),
            ("positional", "文{}", "word {}"),
            ("attribute", "文{year.x}", "word {year.x}"),
            ("index", "文{year[0]}", "word {year[0]}"),
            ("format", "文{year:>9999999999}", "word {year:>9999999999}"),
            ("conversion", "文{year!x}", "word {year!x}"),
            ("open", "文{year", "word {year"),
        ):
            text = f"{key}: {{zh: '{zh}', en: '{en}'}}\n"
            yield Damage(f"label {key} {name}", partial(append, LABELS, text))
        yield Damage(f"label {key} null", partial(append, LABELS, f"{key}:\n"))


WRONG_TEMPLATES: dict[str, str | bytes] = {
    "syntax error": "{% if %}",
    "unclosed block": "{% for x in [1] %}",
    "unknown tag": "{% frobnicate %}",
    "unknown filter": "{{ 'x' | frobnicate }}",
    "undefined name": "<h1>x</h1>\n{{ frobnicate.x }}",
    "unknown label": "<h1>x</h1>\n{{ t('frob.nicate') }}",
    "composed label": "<h1>x</h1>\n{{ t('frob.' ~ 'nicate') }}",
    "label without value": "<h1>x</h1>\n{{ t('year.title') }}",
    "includes nothing": "{% include 'frobnicate.html' %}",
    "imports nothing": "{% import 'frobnicate.html' as f %}",
    "extends nothing": "{% extends 'frobnicate.html' %}",
    "includes a path": "{% include '../../mkdocs.yml' %}",
    "includes a value": "{% include 1 %}",
    "divides by nothing": "{{ 1 / 0 }}",
    "calls text": "{{ 'x'() }}",
    "recursive macro": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "unknown record": "{{ view.party('frobnicate') }}",
    "deep": "{{ " + "[" * 2000 + " }}",
    "not utf-8": b"\xff\xfe{{ x }}",
}


def templates() -> Iterator[Damage]:
    """Templates of the portal's own: of a page, of a part of pages, of feeds."""
    for name, text in WRONG_TEMPLATES.items():
        yield Damage(f"template {name}", partial(write, TEMPLATE, text))
    for path in ("partials/names.html.j2", "front_news.html.j2", "atom.xml.j2"):
        for name in ("syntax error", "undefined name"):
            act = partial(write, f"templates/{path}", WRONG_TEMPLATES[name])
            yield Damage(f"template {path} {name}", act)
    itself = "{% include 'city.html.j2' %}"
    yield Damage("template includes itself", partial(write, TEMPLATE, itself))


def own_theme(file: str, text: str | bytes, root: Path) -> None:
    """Give the portal a theme of its own with one file."""
    own = "theme: {name: material, font: false, custom_dir: own}"
    replace_in(root / "mkdocs.yml", THEME, own)
    write(f"own/{file}", text, root)


def themes() -> Iterator[Damage]:
    """Files of a theme of the portal's own, in place of the generator's."""
    for name, text in WRONG_TEMPLATES.items():
        yield Damage(f"theme {name}", partial(own_theme, "main.html", text))
    for file in ("404.html", "partials/footer.html"):
        act = partial(own_theme, file, WRONG_TEMPLATES["undefined name"])
        yield Damage(f"theme {file}", act)


GENERATOR = "  city-diplomacy: {}"
NAV, DIRS = "nav: [about/counting.md]", "site_dir: site"
SETTINGS = {
    "theme missing": (f"{THEME}\n", ""),
    "theme unknown": ("name: material", "name: frobnicate"),
    "theme of MkDocs": ("name: material", "name: mkdocs"),
    "theme a list": (THEME, "theme: [material]"),
    "theme nothing": (THEME, "theme:"),
    "own theme missing": ("font: false}", "font: false, custom_dir: nowhere}"),
    "own theme a number": ("font: false}", "font: false, custom_dir: 7}"),
    "plugin missing": (f"{GENERATOR}\n", ""),
    "plugin unknown": (GENERATOR, f"{GENERATOR}\n  frobnicate: {{}}"),
    "plugin twice": (GENERATOR, f"{GENERATOR}\n{GENERATOR}"),
    "plugins a text": ("plugins:\n", "plugins: x\nextra_css:\n"),
    "i18n missing": (CONFIG[CONFIG.index("  i18n:") : CONFIG.index("  city-")], ""),
    "i18n without languages": (f"    languages:\n{LANGUAGES}", ""),
    "i18n with one language": ("      - {locale: en, name: English}\n", ""),
    "i18n with three languages": (LANGUAGES, f"{LANGUAGES}      - {{locale: ja, name: 日}}\n"),
    "i18n without default": ("name: 中文, default: true", "name: 中文"),
    "i18n with suffixes": ("docs_structure: folder", "docs_structure: suffix"),
    "i18n with fallback": ("fallback_to_default: false", "fallback_to_default: true"),
    "i18n misspelt": ("docs_structure: folder", "doc_structure: folder"),
    "unknown key": (DIRS, f"{DIRS}\nfrobnicate: 1"),
    "misspelt key": (DIRS, "sitedir: site"),
    "duplicate key": (DIRS, f"{DIRS}\n{DIRS}"),
    "site_name missing": ("site_name: Invented\n", ""),
    "site_name a list": ("site_name: Invented", "site_name: [a]"),
    "site_url wrong": (DIRS, f"{DIRS}\nsite_url: nonsense"),
    "repo_url a list": (DIRS, f"{DIRS}\nrepo_url: [a]"),
    "docs_dir missing": ("docs_dir: content", "docs_dir: nowhere"),
    "docs_dir a list": ("docs_dir: content", "docs_dir: [content]"),
    "site_dir inside": (DIRS, "site_dir: content/site"),
    "site_dir above": (DIRS, "site_dir: ."),
    "site_dir is data": (DIRS, "site_dir: data"),
    "hooks missing": (NAV, f"hooks: [nowhere.py]\n{NAV}"),
    "hooks a text": (NAV, f"hooks: nowhere.py\n{NAV}"),
    "nav missing page": (NAV, "nav: [about/nowhere.md]"),
    "nav a text": (NAV, "nav: about/counting.md"),
    "nav a mapping": (NAV, "nav: {a: about/counting.md}"),
    "nav of nothing": (NAV, "nav: [~, {}]"),
    "nav twice": (NAV, "nav: [about/counting.md, about/counting.md]"),
    "extension unknown": ("[attr_list, tables]", "[attr_list, frobnicate]"),
    "extension a number": ("[attr_list, tables]", "[7]"),
    "extension with options": ("[attr_list, tables]", "[{tables: {frobnicate: 1}}]"),
    "extensions a text": ("[attr_list, tables]", "tables"),
    "extra a text": ("extra: {search: false}", "extra: x"),
    "extra unknown": ("extra: {search: false}", "extra: {search: false, frobnicate: 1}"),
    "extra_css a text": (NAV, f"extra_css: x\n{NAV}"),
    "strict a text": (NAV, f"strict: maybe\n{NAV}"),
    "use_directory_urls false": (NAV, f"use_directory_urls: false\n{NAV}"),
    "watch missing": (NAV, f"watch: [nowhere]\n{NAV}"),
    "env unknown": ("site_name: Invented", "site_name: !ENV NO_SUCH_VARIABLE"),
    "env wrong": ("site_name: Invented", "site_name: !ENV {a: b}"),
    "env of a list": ("site_name: Invented", "site_name: !ENV [[a]]"),
    "tag unknown": ("site_name: Invented", "site_name: !frobnicate x"),
    "python name unknown": (
        "[attr_list, tables]",
        "\n  - toc:\n      slugify: !!python/name:no.such",
    ),
    "inherit missing": ("site_name: Invented", "INHERIT: nowhere.yml"),
    "inherit itself": ("site_name: Invented", "INHERIT: mkdocs.yml"),
    "inherit a list": ("site_name: Invented", "INHERIT: [a]"),
    "inherit a folder": ("site_name: Invented", "INHERIT: data"),
    "inherit records": ("site_name: Invented", "INHERIT: data/cities.yaml"),
    "an impossible date": ("site_name: Invented", "site_name: 2026-13-45"),
    "an alias of itself": ("site_name: Invented", "site_name: &a [*a]"),
    "a merge of nothing": ("site_name: Invented", "<<: 7"),
}  # fmt: skip

HOOKS = {
    "raise": "1 / 0\n",
    "syntax": "def (\n",
    "binary": "\0",
    "raise at once": "def on_config(config):\n    raise ValueError('x')\n",
    "raise late": "def on_env(env, config, files):\n    raise ValueError('x')\n",
}


def own_hooks(text: str, root: Path) -> None:
    """Give the portal code of its own."""
    write("own.py", text, root)
    replace_in(root / "mkdocs.yml", NAV, f"hooks: [own.py]\n{NAV}")


def settings() -> Iterator[Damage]:
    """Each setting wrong."""
    for name, (old, new) in SETTINGS.items():
        yield Damage(f"settings {name}", partial(exchange, "mkdocs.yml", old, new))
    for name, text in HOOKS.items():
        yield Damage(f"hooks {name}", partial(own_hooks, text))


DATES = ("9999-12-31", "0001-01-01", "0000-00-00", "-1", "99999-01-01", "2026-11-20T０９:30")
"""At the ends of the calendar and beyond."""

DAYS = ("", " ", "x", "9999-12-31", "0001-01-01", "2026-13-01", "2026-11-22T０９:30", "\udcff")
"""What ``PORTAL_TODAY`` may hold."""


def dates() -> Iterator[Damage]:
    """Every kind of date."""
    fields = ((VISIT, "end"), (VISIT, "updated"), (VISIT, "public_from"), (NEWS, "public_until"))
    for date in DATES:
        yield Damage(f"signed {date}", partial(exchange, "data/cities.yaml", "2014-07-08", date))
        yield Damage(f"start {date}", partial(exchange, VISIT, "2014-07-08", f"'{date}'"))
        yield Damage(f"released {date}", partial(exchange, NEWS, "2026-11-01", f"'{date}'"))
        for path, key in fields:
            yield Damage(f"{key} {date}", partial(append, path, f"{key}: '{date}'\n"))
        more = f"corrections: [{{date: '{date}', text: {{zh: 更正。, en: Corrected.}}}}]\n"
        yield Damage(f"correction {date}", partial(append, NEWS, more))
    for day in DAYS:
        yield Damage(f"today {day!a}", lambda _: None, {"PORTAL_TODAY": day})


FRONT = {
    "template above": "template: ../../x",
    "title a list": "title: [a]",
    "open": "title: [How",
    "colon": "title: 手冊: 接待",
    "tag": "title: !!python/object/apply:os.getcwd []",
    "not a mapping": "- a",
}
BODIES = {
    "quotes": "> " * 1000 + "x",
    "brackets": "[" * 1000,
    "stars": "*a " * 1000,
    "elements": "<div>" * 1000,
    "attributes": "# a {" * 200,
    "code": "```\n",
    "characters": "&#0; &#x110000; &#xD800;",
}


def pages() -> Iterator[Damage]:
    """Written pages."""
    for name, text in FRONT.items():
        yield Damage(
            f"front {name}", partial(write, PAGE, f"---\n{text}\n---\n\n# How {{ #page }}\n")
        )
    for name, body in BODIES.items():
        page = f"---\ntitle: How\n---\n\n# How {{ #page }}\n\n{body}\n"
        yield Damage(f"page of {name}", partial(write, PAGE, page))


def media() -> Iterator[Damage]:
    """Pictures of odd sizes, and what is none."""
    for width, height in ((600, 80_000), (1, 1), (0, 0), (1, 60_000), (20_000, 20_000)):
        yield Damage(f"picture {width} {height}", partial(write, PICTURE, picture(width, height)))
    good = picture(1200, 800)
    for size in (8, 20, 33, 60, len(good) - 8):
        yield Damage(f"picture cut at {size}", partial(write, PICTURE, good[:size]))
    huge = good[:16] + b"\x7f\xff\xff\xff" * 2 + good[24:]
    yield Damage("picture with a huge claim", partial(write, PICTURE, huge))


GROUPS = (files, folders, labels, templates, themes, settings, dates, pages, media)


def damages() -> list[Damage]:
    """The corpus."""
    return [damage for group in GROUPS for damage in group()]
