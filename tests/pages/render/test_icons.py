"""Every choice that readers see with an icon has one, and a page holds each drawing once."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest

from portal.edition import Edition
from portal.model.records.exchange import ExchangeType
from portal.model.records.follow_up import FollowUpStatus
from portal.model.records.kinds import KINDS
from portal.model.records.partnership import PartnershipKind, Status
from portal.model.records.term import TermStatus
from portal.pages.render.icons import ICONS, icon_drawn, icon_use, path_of, symbols

CHOICES = (ExchangeType, PartnershipKind, Status, TermStatus, FollowUpStatus)


def choices(annotated: Any) -> tuple[str, ...]:
    return get_args(get_args(annotated)[0])


@pytest.mark.parametrize("name", sorted(ICONS))
def test_the_theme_has_the_drawing(name: str) -> None:
    assert re.fullmatch(r"[MmLlHhVvCcSsQqTtAaZz0-9 ,.eE-]+", path_of(name))


@pytest.mark.parametrize("annotated", CHOICES)
def test_every_choice_has_an_icon(annotated: Any) -> None:
    assert set(choices(annotated)) <= ICONS.keys()


def test_every_kind_with_pages_has_an_icon() -> None:
    assert {kind.name for kind in KINDS.with_records if kind.section} <= ICONS.keys()


def test_icons_of_one_list_differ() -> None:
    for annotated in CHOICES:
        files = [ICONS[name] for name in choices(annotated)]
        assert len(set(files)) == len(files)


def test_an_unknown_icon_is_a_mistake_of_the_template() -> None:
    with pytest.raises(KeyError):
        icon_use("no-such-icon")


def test_an_icon_has_no_name_of_its_own() -> None:
    assert 'aria-hidden="true"' in icon_use("search")
    assert 'aria-hidden="true"' in icon_drawn("search")
    assert 'aria-hidden="true"' in symbols(["search"])


def test_a_page_without_icons_holds_no_drawings() -> None:
    assert symbols([]) == ""


def test_a_page_holds_the_drawing_of_each_icon_that_it_shows_once(edition: Edition) -> None:
    shown = 0
    for path in edition.pages:
        html = edition.render(edition.pages[path], "zh").content
        used = set(re.findall(r'<use href="#i-([a-z-]+)"/>', html))
        assert sorted(used) == re.findall(r'<symbol id="i-([a-z-]+)"', html), path
        shown += len(used)
    assert shown
