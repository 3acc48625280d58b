"""Sentences that templates put together, and what stands first where a text is long."""

from __future__ import annotations

import re

import pytest

from portal.edition import Edition

INLINE = r"</?(?:a|b|small|span|time)\b[^>]*>"
ENDS = {
    "zh": re.compile(rf"。(?:{INLINE})*[ \n]+(?:{INLINE})*[^\s<]"),
    "en": re.compile(rf"[a-z]\.(?:{INLINE})*[A-Z][a-z]"),
}
"""What no reader should see: a space typed after a Chinese sentence, or none after an English one."""


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_sentences_stand_beside_each_other_as_their_language_sets_them(
    edition: Edition, locale: str
) -> None:
    found = {}
    for page in edition.pages.values():
        if page.path.startswith("open-data/"):  # Examples of values stand there as one line.
            continue
        html = edition.render(page, locale).content
        if wrong := ENDS[locale].search(html):
            found[page.path] = html[max(0, wrong.start() - 40) : wrong.end() + 20]
    assert not found


def test_a_plan_tells_its_budget_among_its_facts(edition: Edition) -> None:
    plans = [plan for plan in edition.catalog.plans.values() if plan.budget]
    assert plans
    for plan in plans:
        html = edition.render(edition.pages[f"plans/{plan.id}/"], "en").content
        facts = html[html.index('<dl class="facts">') : html.index("</dl>")]
        assert '<a href="#budget">' in facts
        assert f"{plan.budget.total} {plan.budget.unit.en}" in facts  # type: ignore[union-attr]


def test_a_report_tells_its_recommendations_before_its_programme(edition: Edition) -> None:
    seen = 0
    for report in edition.catalog.trip_reports.values():
        html = edition.render(edition.pages[f"reports/{report.id}/"], "zh").content
        if report.recommendations and report.programme:
            seen += 1
            assert html.index('id="recommendations"') < html.index('id="programme"')
    assert seen


def test_the_first_paragraph_of_a_summary_leads_and_the_rest_follows_the_ways(
    edition: Edition,
) -> None:
    report = next(iter(edition.catalog.trip_reports.values()))
    view = edition.view("en")
    text = report.summary.model_copy(update={"en": "First said.\n\nThen more.\n\nAnd more."})
    lead, more = view.lead(text)
    assert "First said." in lead
    assert "more" not in lead
    assert "Then more." in more
    assert "And more." in more
    assert view.lead(text.model_copy(update={"en": "Only this."}))[1] == ""
