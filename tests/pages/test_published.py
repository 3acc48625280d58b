from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from editing import put
from releases import release
from samples import spreadsheet

from portal.assembly import read_portal
from portal.edition import Edition
from portal.model.values.moment import Moment
from portal.outputs.media.media_files import media_files
from portal.outputs.media.shown_media import attachment_addresses
from portal.pages.published import FILE, note_published
from portal.pages.redirects import redirects
from portal.pages.render.facts import Facts

ENDING = release("short", "2026-11-01", "public_until: 2026-11-10\n")
CITY = "- id: jp-kaga\n  name: {zh: 加賀, en: Kaga}\n  level: city\n  country: JP\n"


def read(folder: Path, files: dict[str, str], now: str = "2026-11-22") -> Edition:
    put(folder, files)
    return read_portal(folder, Moment.parse(now))


def lost(edition: Edition) -> list[str]:
    assert all(problem.code in ("address-lost", "attachment-lost") for problem in edition.problems)
    return [problem.found["found"] for problem in edition.problems]


@pytest.fixture
def published(portal_folder: Path) -> Path:
    """The small portal with two releases, after its publication."""
    edition = read(portal_folder, ENDING | release("long"), "2026-11-05")
    assert note_published(portal_folder, edition.pages.keys()) == len(edition.pages)
    return portal_folder


def test_a_deleted_record_is_missed_with_all_lists_that_only_it_had(published: Path) -> None:
    (published / "data" / "press_releases" / "2026" / "long.yaml").unlink()
    assert lost(read(published, {}, "2026-11-05")) == ["/press/2026/long/"]


def test_what_ended_as_announced_is_not_lost(published: Path) -> None:
    edition = read(published, {}, "2026-11-11")
    assert lost(edition) == []
    assert "press/2026/short/" not in edition.pages


def test_lists_that_ended_with_it_are_not_lost_either(published: Path) -> None:
    (published / FILE).write_text("/press/2026/11/\n/press/categories/visits/\n", encoding="utf-8")
    (published / "data" / "press_releases" / "2026" / "long.yaml").unlink()
    assert lost(read(published, {}, "2026-11-11")) == []


@pytest.mark.parametrize(
    "change",
    [
        {"data/cities.yaml": CITY.replace("jp-kaga", "jp-new") + "  former_ids: [jp-kaga]\n"},
        release("long", more="withdrawn: {date: 2026-11-05, reason: {zh: 有誤。, en: Wrong.}}\n"),
    ],
)
def test_a_redirect_or_a_withdrawal_keeps_the_address(
    published: Path, change: dict[str, str]
) -> None:
    assert lost(read(published, change, "2026-11-05")) == []


def test_a_list_that_ended_leads_to_the_page_above(published: Path) -> None:
    edition = read(published, {"data/cities.yaml": CITY}, "2026-11-05")
    assert lost(edition) == []
    lists = dict.fromkeys(("cities/kinds/sister/", "cities/status/active/"), "cities/")
    lists["cities/jp-kaga/alpha/"] = "cities/jp-kaga/"
    assert edition.moved == lists | dict.fromkeys(("exchanges/", "exchanges/2014/"), "")


FORMER_CHAPTERS = (
    "/homes/alpha/partnerships/",
    "/homes/alpha/units/",
    "/homes/alpha/memberships/",
    "/homes/alpha/exchanges/",
    "/cities/jp-kaga/discrepancies/",
    "/cities/jp-kaga/exchanges/",
)


@pytest.fixture
def divided(published: Path) -> Path:
    """A portal that was published when records had more chapters."""
    with (published / FILE).open("a", encoding="utf-8") as file:
        file.writelines(f"{path}\n" for path in FORMER_CHAPTERS)
    return published


def test_a_chapter_that_ended_leads_to_its_section_of_the_records_page(divided: Path) -> None:
    edition = read(divided, {}, "2026-11-05")
    assert lost(edition) == []
    assert edition.moved == {
        "homes/alpha/partnerships/": "homes/alpha/#partnerships",
        "homes/alpha/units/": "homes/alpha/#units",
        "homes/alpha/memberships/": "homes/alpha/",
        "homes/alpha/exchanges/": "homes/alpha/#press",
        "cities/jp-kaga/discrepancies/": "cities/jp-kaga/",
        "cities/jp-kaga/exchanges/": "cities/jp-kaga/",
    }
    html = dict(redirects(edition.moved, edition.env, "assets/portal.css"))
    for prefix in ("", "en/"):
        page: lxml.html.HtmlElement = lxml.html.fromstring(html[f"{prefix}homes/alpha/units/"])
        assert page.xpath("//a/@href") == ["../../../homes/alpha/#units"]
        assert page.xpath("//link[@rel='canonical']/@href") == ["../../../homes/alpha/"]


VISIT = (
    "id: visit\ntitle: {zh: 來訪, en: A visit}\ntype: visit-received\nstart: 2026-10-01\n"
    "cities: [{city: jp-kaga}]\n"
)


@pytest.mark.parametrize(
    ("files", "section"),
    [
        ({"data/exchanges/2026/visit.yaml": VISIT}, "#exchanges"),
        (release("long", more="cities: [jp-kaga]\n"), "#press"),
    ],
)
def test_the_chapter_of_what_names_a_record_leads_to_what_is_left_of_it(
    divided: Path, files: dict[str, str], section: str
) -> None:
    edition = read(divided, files, "2026-11-05")
    assert lost(edition) == []
    assert edition.moved["cities/jp-kaga/exchanges/"] == f"cities/jp-kaga/{section}"


def test_a_former_chapter_follows_its_record_when_that_is_renamed(divided: Path) -> None:
    doubt = "{about: {zh: 數, en: A number}, printed: {zh: 廿}, reading: {zh: 應為20, en: Read 20}}"
    city = CITY.replace("jp-kaga", "jp-new")
    city += f"  former_ids: [jp-kaga]\n  discrepancies: [{doubt}]\n"
    edition = read(divided, {"data/cities.yaml": city}, "2026-11-05")
    assert lost(edition) == []
    assert edition.moved["cities/jp-kaga/"] == "cities/jp-new/"
    assert edition.moved["cities/jp-kaga/discrepancies/"] == "cities/jp-new/#discrepancies"


@pytest.mark.parametrize(
    ("member", "until", "expected"),
    [
        ("home: alpha", ", until: 2020", "homes/alpha/"),  # whose page shows none that has ended
        ("home: alpha", "", "homes/alpha/#memberships"),
        ("city: jp-kaga", ", until: 2020", "cities/jp-kaga/#memberships"),
    ],
)
def test_a_chapter_of_memberships_leads_to_a_section_that_exists(
    published: Path, member: str, until: str, expected: str
) -> None:
    chapter = f"{expected.partition('#')[0]}memberships/"
    with (published / FILE).open("a", encoding="utf-8") as file:
        file.write(f"/{chapter}\n")
    net = "- id: net\n  name: {zh: 城市網, en: Net}\n  kind: city-network\n  memberships:\n"
    seat = f"    - {{{member}, membership_class: full, since: 2005{until}}}\n"
    edition = read(published, {"data/organizations.yaml": net + seat}, "2026-11-05")
    assert lost(edition) == []
    assert edition.moved[chapter] == expected


OFFICE_TIE = """\
  partnerships:
    - home: alpha
      unit: alpha-culture
      kind: sister
      status: active
      signed: 2014-07-08
      sources: [report]
      verified: 2026-01-05
"""


def test_a_former_chapter_leads_to_the_section_that_took_its_place(divided: Path) -> None:
    """A government of which only an office has ties shows those; what was counted is now what is stated."""
    with (divided / FILE).open("a", encoding="utf-8") as file:
        file.write("/homes/alpha/counts/\n")
    ended = {"data/cities.yaml": CITY + OFFICE_TIE}
    edition = read(divided, ended, "2026-11-05")
    assert edition.moved["homes/alpha/partnerships/"] == "homes/alpha/#ties-of-units"
    assert edition.moved["homes/alpha/counts/"] == "homes/alpha/"
    stated = (
        "  stated_counts:\n    - {sister: 1, stated_by: press, as_of: {zh: 報導。, en: News.}, date: 2025-01-05}\n"
        "  publishes: false\n"
    )
    homes = (divided / "data" / "homes.yaml").read_text(encoding="utf-8") + stated
    edition = read(divided, {"data/homes.yaml": homes}, "2026-11-05")
    assert edition.moved["homes/alpha/counts/"] == "homes/alpha/#stated-counts"


def test_redirects_lead_to_sections_that_are_there(divided: Path) -> None:
    edition = read(divided, {"data/cities.yaml": CITY + OFFICE_TIE}, "2026-11-05")
    aims = [target.split("#") for target in edition.moved.values() if "#" in target]
    assert len(aims) >= 3
    for path, anchor in aims:
        for locale in ("zh", "en"):
            html = edition.render(edition.pages[path], locale).content
            assert lxml.html.fromstring(html).xpath(f"//*[@id='{anchor}']"), (path, anchor)


OTHER = "- id: jp-oga\n  name: {zh: 男鹿, en: Oga}\n  level: city\n  country: JP\n"
TOMBSTONE = "/cities/jp-kaga/: {removed: 2026-11-04, reason: {zh: 誤植。, en: A misprint.}}\n"


def test_with_a_record_its_chapters_are_lost_and_only_the_record_is_told(divided: Path) -> None:
    edition = read(divided, {"data/cities.yaml": OTHER}, "2026-11-05")
    assert lost(edition) == ["/cities/jp-kaga/"]


def test_the_tombstone_of_a_record_explains_its_chapters(divided: Path) -> None:
    files = {"data/cities.yaml": OTHER, "data/tombstones.yaml": TOMBSTONE}
    edition = read(divided, files, "2026-11-05")
    assert lost(edition) == []
    assert edition.moved["cities/jp-kaga/exchanges/"] == "cities/jp-kaga/"


def test_the_chapters_of_a_record_that_ended_as_announced_are_not_lost(divided: Path) -> None:
    with (divided / FILE).open("a", encoding="utf-8") as file:
        file.write("/press/2026/short/discrepancies/\n")
    assert lost(read(divided, {}, "2026-11-05")) == []
    assert lost(read(divided, {}, "2026-11-11")) == []


def test_a_lost_record_that_is_called_like_a_chapter_is_told(divided: Path) -> None:
    with (divided / FILE).open("a", encoding="utf-8") as file:
        file.write("/glossary/members/\n/homes/units/\n")
    assert lost(read(divided, {}, "2026-11-05")) == ["/glossary/members/", "/homes/units/"]


def test_a_page_below_a_record_that_never_was_a_chapter_is_told(divided: Path) -> None:
    with (divided / FILE).open("a", encoding="utf-8") as file:
        file.write("/homes/alpha/history/\n")
    assert lost(read(divided, {}, "2026-11-05")) == ["/homes/alpha/history/"]


HOMES = """\
- id: {id}
  name: {{zh: 甲市, en: Alpha}}
  full_name: {{zh: 甲市政府, en: Alpha City Government}}
  level: city
"""


@pytest.mark.parametrize("former", [False, True])
def test_a_list_about_what_is_kept_back_leads_nowhere(published: Path, former: bool) -> None:
    """A redirect at its address would tell of the government, also by a former id."""
    other = HOMES.format(id="gamma" if former else "beta") + "  former_ids: [beta]\n" * former
    homes = HOMES.format(id="alpha") + other
    files = {"data/homes.yaml": homes, "data/cities.yaml": CITY} | release(
        "long", more="homes: [alpha]\n"
    )
    (published / FILE).write_text("/press/homes/beta/\n", encoding="utf-8")
    assert read(published, files, "2026-11-05").moved["press/homes/beta/"] == "press/"
    ended = {"data/homes.yaml": f"{homes}  public_until: 2026-11-04\n"}
    assert "press/homes/beta/" not in read(published, ended, "2026-11-05").moved


TIE = """\
  partnerships:
    - home: {home}
      kind: sister
      status: active
      signed: 2014-07-08
      sources: [report]
      verified: 2026-01-05
"""
OF_TIE = "cities/jp-kaga/beta/"


@pytest.fixture
def tied(portal_folder: Path) -> Path:
    """A portal with a tie of each of two governments, after its publication."""
    homes = HOMES.format(id="alpha") + HOMES.format(id="beta")
    edition = read(portal_folder, {"data/homes.yaml": homes, "data/cities.yaml": two_ties()})
    note_published(portal_folder, edition.pages.keys())
    assert OF_TIE in edition.pages
    return portal_folder


def two_ties(more: str = "") -> str:
    """The city with its ties, the second with more."""
    second = TIE.format(home="beta").removeprefix("  partnerships:\n")
    return CITY + TIE.format(home="alpha") + second + more


def test_a_tie_that_was_taken_out_leads_to_its_city(tied: Path) -> None:
    edition = read(tied, {"data/cities.yaml": CITY + TIE.format(home="alpha")})
    assert lost(edition) == []
    assert edition.moved[OF_TIE] == "cities/jp-kaga/"


@pytest.mark.parametrize(
    ("flag", "missed"), [("draft: true", ["/homes/beta/"]), ("public_until: 2026-11-04", [])]
)
@pytest.mark.parametrize("is_written", [True, False])
@pytest.mark.parametrize("former", ["", "  former_ids: [beta]\n"])
def test_a_tie_of_a_home_that_is_kept_back_leads_nowhere(
    tied: Path, flag: str, missed: list[str], is_written: bool, former: str
) -> None:
    """A redirect at its address would tell of the home; of the home alone it is told that it is missed."""
    home = HOMES.format(id="gamma" if former else "beta") + f"{former}  {flag}\n"
    cities = two_ties() if is_written else CITY + TIE.format(home="alpha")
    cities = cities.replace("home: beta", "home: gamma") if former else cities
    edition = read(
        tied, {"data/homes.yaml": HOMES.format(id="alpha") + home, "data/cities.yaml": cities}
    )
    assert OF_TIE not in {**edition.pages, **edition.moved}
    assert "/cities/jp-kaga/beta/" not in lost(edition)
    if not former:
        assert lost(edition) == missed


def test_a_tie_that_became_confidential_leads_nowhere_and_is_missed(tied: Path) -> None:
    edition = read(tied, {"data/cities.yaml": two_ties("      confidential: true\n")})
    assert OF_TIE not in {**edition.pages, **edition.moved}
    assert lost(edition) == [f"/{OF_TIE}"]


def test_a_draft_that_was_published_is_missed(published: Path) -> None:
    assert lost(read(published, release("long", more="draft: true\n"), "2026-11-05")) == [
        "/press/2026/long/"
    ]


def test_a_tombstone_says_why_in_both_languages(published: Path) -> None:
    (published / "data" / "press_releases" / "2026" / "long.yaml").unlink()
    tombstone = (
        "/press/2026/long/:\n  removed: 2026-11-04\n"
        "  reason: {zh: 與另一則重複。, en: It repeated another release.}\n"
        "  see: /press/2026/short/\n"
    )
    edition = read(published, {"data/tombstones.yaml": tombstone}, "2026-11-05")
    assert lost(edition) == []
    for locale, reason in (("zh", "與另一則重複。"), ("en", "It repeated another release.")):
        made = edition.render(edition.pages["press/2026/long/"], locale)
        found: lxml.html.HtmlElement = lxml.html.fromstring(f"<main>{made.content}</main>")
        assert reason in found.text_content()
        assert found.xpath("//a/@href") == ["../../../press/2026/short/"]


def test_addresses_are_added_and_never_taken_out(published: Path) -> None:
    before = (published / FILE).read_text(encoding="utf-8").splitlines()
    assert note_published(published, ["press/2027/new/", "press/2026/long/"]) == 1
    after = (published / FILE).read_text(encoding="utf-8").splitlines()
    assert after == sorted([*before, "/press/2027/new/"])


ATTACHED = "attachments: [{file: treaty.ods, title: {zh: 協定, en: Treaty}, languages: [en]}]\n"
ATTACHMENT = "press/2026/long/files/treaty.ods"
WITHDRAWN = "withdrawn: {date: 2026-11-05, reason: {zh: 有誤。, en: Wrong.}}\n"


def rewrite(folder: Path, more: str, name: str = "long") -> Edition:
    """The portal with another text of the release that had an attachment when it was published."""
    (folder / "data/press_releases/2026/long.yaml").unlink()
    return read(folder, release(name, more=more), "2026-11-05")


@pytest.fixture
def attached(published: Path) -> Path:
    beside = published / "data/press_releases/2026/long"
    beside.mkdir()
    (beside / "treaty.ods").write_bytes(spreadsheet("words"))
    found = attachment_addresses(rewrite(published, ATTACHED).catalog)
    assert list(found) == [ATTACHMENT]
    assert note_published(published, found) == 1
    return published


def test_an_attachment_that_no_release_lists_any_more_is_missed(attached: Path) -> None:
    (attached / "data/press_releases/2026/long/treaty.ods").unlink()
    assert lost(rewrite(attached, "")) == [f"/{ATTACHMENT}"]


def test_a_withdrawal_explains_its_attachments(attached: Path) -> None:
    assert lost(rewrite(attached, ATTACHED + WITHDRAWN)) == []


def test_an_end_that_was_announced_explains_them_too(attached: Path) -> None:
    assert lost(rewrite(attached, ATTACHED + "public_until: 2026-11-04\n")) == []


def test_a_renamed_release_keeps_its_attachment_at_the_old_address(attached: Path) -> None:
    folder = attached / "data/press_releases/2026"
    (folder / "long").rename(folder / "longer")
    edition = rewrite(attached, ATTACHED + "former_ids: [long]\n", "longer")
    assert lost(edition) == []
    files, _ = media_files(edition.catalog, attached / "kept")
    assert files.keys() == {ATTACHMENT, ATTACHMENT.replace("long", "longer")}


def test_the_page_of_a_tombstone_is_made_anew_when_its_reason_changes(portal_folder: Path) -> None:
    def key(reason: str) -> bytes:
        text = f"/press/2020/old/: {{removed: 2026-11-01, reason: {{zh: 重複。, en: {reason}.}}}}\n"
        edition = read(portal_folder, {"data/tombstones.yaml": text})
        assert lost(edition) == []
        facts = Facts(edition.catalog, edition.relations)
        return facts.of_value(edition.pages["press/2020/old/"].params)

    assert key("Twice") == key("Twice") != key("Three times")
