from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from portal.model.catalog.catalog import Catalog

Read = Callable[[Mapping[str, str]], Catalog]

PATH = "data/press_releases/2026/news.yaml"
TEXT = """\
id: news
date: 2026-11-20
category: visits
title: {zh: 往來, en: News}
lead: {zh: 導言。, en: Lead.}
body: {zh: 內文。, en: Body.}
sources: ["https://example.org/a"]
"""


@pytest.mark.parametrize(
    ("files", "zh", "en"),
    [
        ({}, "專題", "Features"),
        ({PATH: TEXT}, "專題", "Features"),
        ({PATH: f"{TEXT}issuer: alpha\n"}, "新聞", "Press"),
        ({PATH: f"{TEXT}issuer: alpha\ndraft: true\n"}, "專題", "Features"),
        (
            {
                PATH: f"{TEXT}issuer: alpha\n"
                "withdrawn: {date: 2026-11-21, reason: {zh: 有誤。, en: Wrong.}}\n"
            },
            "新聞",
            "Press",
        ),
    ],
)
def test_texts_are_features_until_a_government_issues_one(
    catalog: Read, files: dict[str, str], zh: str, en: str
) -> None:
    title = catalog(files).labels["press.title"]
    assert (title.zh, title.en) == (zh, en)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("press.title: {zh: 消息, en: News}\n", "News"),
        ("press.title.features: {zh: 文章, en: Articles}\n", "Articles"),
        (
            "press.title: {zh: 消息, en: News}\npress.title.features: {zh: 文章, en: Articles}\n",
            "Articles",
        ),
    ],
)
def test_a_portal_keeps_words_of_its_own(catalog: Read, own: str, expected: str) -> None:
    found = catalog({"data/labels.yaml": own})
    assert found.labels["press.title"].en == expected


def test_a_page_that_shows_the_word_is_made_again_when_it_changes(catalog: Read) -> None:
    before, after = catalog({PATH: TEXT}), catalog({PATH: f"{TEXT}issuer: alpha\n"})
    key = ("labels", "press.title")
    assert before.digests[key] != after.digests[key]
