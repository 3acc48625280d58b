"""Everything that changes by itself is foreseen to the minute, and nothing is foreseen that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from editing import put, read
from releases import release
from secrecy.everything import everything

from portal.model.catalog.becoming import Becoming
from portal.model.catalog.catalog import build_catalog
from portal.model.catalog.public_state import public_state
from portal.model.catalog.schedule import schedule
from portal.model.reading.load import Loaded, load
from portal.model.values.moment import Moment
from portal.model.values.partial_date import PartialDate
from portal.resources import BASE

Load = Callable[[Mapping[str, str]], Loaded]

EXCHANGE = (
    "id: {0}\ntitle: {{zh: 往來, en: Exchange}}\ntype: conference\nstart: {1}\n{2}homes: [alpha]\n"
)
HELD_BACK = "sources: [report]\n  public_from: 2026-11-23T10:0{}\n"

FILES = {
    **release("dated", "2026-11-23T09:30"),
    **release("held", "2026-11-23T09:31", "public_from: 2026-11-23T09:31\n"),
    **release("to-the-day", "2026-11-20", "public_until: 2026-11-24\n"),
    **release("to-the-minute", "2026-11-20", "public_until: 2026-11-24T12:00\n"),
    "data/exchanges/2026/planned.yaml": EXCHANGE.format(
        "planned", "2026-11-26", "end: 2026-11-27\nstatus: planned\n"
    ),
    "data/exchanges/2026/cancelled.yaml": EXCHANGE.format(
        "cancelled", "2026-11-29", "status: cancelled\n"
    ),
    "data/exchanges/2026/some-day.yaml": EXCHANGE.format(
        "some-day", "2026-12", "status: planned\n"
    ),
    "data/exchanges/2027/some-year.yaml": EXCHANGE.format(
        "some-year", "2027", "status: planned\npublic_from: 2026-11-23T10:03\n"
    ),
    "data/glossary.yaml": (
        "- id: sister-city\n  subject_field: relation\n"
        "  terms: {zh: [{term: 姊妹市, status: preferred}], en: [{term: sister city, status: preferred}]}\n"
        f"  {HELD_BACK.format(0)}"
    ),
    "data/organizations.yaml": (
        "- id: league\n  name: {zh: 聯盟, en: League}\n  kind: city-network\n"
        f"  memberships: [{{home: alpha, membership_class: full, sources: [report]}}]\n  {HELD_BACK.format(1)}"
    ),
}

CHANGES = (
    "2026-11-23T09:30", "2026-11-23T09:31", "2026-11-23T10:00", "2026-11-23T10:01", "2026-11-23T10:03",
    "2026-11-24T12:00", "2026-11-25T00:00", "2026-11-26T00:00", "2026-11-28T00:00", "2026-11-29T00:00",
    "2026-12-01T00:00", "2027-01-01T00:00",
)  # fmt: skip
"""By hand, from the files above: the last is that of both, the month that has passed and the year that begins."""

LAST = "2028-01-01T00:00"
"""The year that was planned has passed."""

AS_OF = re.compile(r"(截至|[Aa]s of |日期</dt><dd>|Built on</dt><dd>)<time[^>]*>[^<]*</time>")
"""What tells the day of the build, and may be older."""


def minute(text: str, by: int) -> str:
    return (datetime.fromisoformat(text) + timedelta(minutes=by)).isoformat(timespec="minutes")


def same_minute(found: Moment | None) -> str:
    return datetime.fromisoformat(found.timestamp).strftime("%Y-%m-%dT%H:%M") if found else ""


def digest(loaded: Loaded, moment: str) -> str:
    return public_state(build_catalog(loaded, Moment.parse(moment))).digest


def test_what_is_published_changes_at_these_minutes_and_at_no_other(portal_folder: Path) -> None:
    """On either side of each minute, everything that is published is compared, and what is said of it."""
    put(portal_folder, FILES)
    loaded = load(portal_folder, BASE)
    site, before, last = Becoming(loaded), "", ""
    seen: dict[str, bytes] = {}
    for change in (*CHANGES, LAST):
        for moment in (minute(change, -1), change):
            if moment == last:
                continue  # a change a minute ago
            last = moment
            edition = read(portal_folder, {}, moment)
            shown = everything(edition)
            del shown["state"]  # which is to be judged
            now = {p: AS_OF.sub("", c.decode(errors="replace")).encode() for p, c in shown.items()}
            is_new, differs = edition.state.digest != before, now != seen
            expected = moment == change or not before
            changed = [p for p in now.keys() | seen.keys() if now.get(p) != seen.get(p)]
            assert (is_new, differs) == (expected, expected), (moment, changed[:9])
            before, seen = edition.state.digest, now
            if moment != change:
                at = Moment.parse(moment)
                assert same_minute(site.following(at)) == change
                assert same_minute(schedule(loaded, at).until) == change
    assert site.following(Moment.parse(LAST)) is None


def test_every_minute_of_two_days_is_as_foreseen(loaded: Load) -> None:
    found = loaded(FILES)
    moment, before = "2026-11-23T09:25", ""
    changed = []
    while moment < "2026-11-23T10:06":
        if before and digest(found, moment) != before:
            changed.append(moment)
        before, moment = digest(found, moment), minute(moment, 1)
    assert changed == [change for change in CHANGES if change < "2026-11-23T10:06"]


HOMES = """\
- {{id: alpha, name: {{zh: 甲市, en: Alpha}}, full_name: {{zh: 甲市政府, en: Alpha City}}, level: city}}
- {{id: beta, name: {{zh: 乙市, en: Beta}}, full_name: {{zh: 乙市政府, en: Beta City}}, level: city, {}}}
"""


@pytest.mark.parametrize(
    "files",
    [
        release("secret", "2026-11-23T09:30", "draft: true\n"),
        release("secret", "2026-11-23T09:30", issuer="beta")
        | {"data/homes.yaml": HOMES.format("draft: true")},
        release("secret", "2026-11-23T09:30", "public_until: 2026-11-30\n", issuer="beta")
        | {"data/homes.yaml": HOMES.format("public_until: 2026-11-21")},
    ],
    ids=["draft", "of a draft", "of what is over"],
)
def test_a_moment_is_not_told_at_which_nobody_sees_anything(
    loaded: Load, files: Mapping[str, str]
) -> None:
    site = Becoming(loaded(files))
    assert site.following(Moment.parse("2026-11-22")) is None


def test_an_exchange_that_is_kept_back_does_not_tell_when_it_begins(loaded: Load) -> None:
    more = "status: planned\npublic_from: 2027-01-01\n"
    found = loaded({"data/exchanges/2026/a.yaml": EXCHANGE.format("a", "2026-11-26", more)})
    following = Becoming(found).following(Moment.parse("2026-11-22"))
    assert str(following) == "2027-01-01"


def test_what_is_shown_until_a_day_ends_with_it(loaded: Load) -> None:
    found = loaded({})
    site = Becoming(found, [PartialDate(2026, 11, 30)])
    now = digest(found, "2026-11-22")
    made = PartialDate(2026, 11, 22)
    assert same_minute(site.following(Moment.parse("2026-11-30T23:59"))) == "2026-12-01T00:00"
    assert site.following(Moment.parse("2026-12-01")) is None
    assert not site.has_changed(now, made, Moment.parse("2026-11-30T23:59"))
    assert site.has_changed(now, made, Moment.parse("2026-12-01"))
    assert not site.has_changed(now, PartialDate(2026, 12, 1), Moment.parse("2026-12-01"))


def test_the_nearest_of_both_is_next(loaded: Load) -> None:
    found = loaded(release("a", "2026-11-25T10:00"))
    for day, following in ((23, "2026-11-24T00:00"), (25, "2026-11-25T10:00")):
        site = Becoming(found, [PartialDate(2026, 11, day)])
        assert same_minute(site.following(Moment.parse("2026-11-22"))) == following
