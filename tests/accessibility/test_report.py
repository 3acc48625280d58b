"""The report says what was kept of the last run over the whole site."""

from __future__ import annotations

from accessibility import results, wording
from accessibility.finding import Finding, report
from accessibility.results import Results, Row, places


def test_the_report_is_what_was_kept() -> None:
    assert wording.REPORT.read_text(encoding="utf-8") == wording.report(results.read())


def test_every_judge_is_in_the_report() -> None:
    assert [row.key for row in results.read().rows] == list(wording.WHAT)


def test_a_finding_is_in_the_report() -> None:
    found = [Finding("en/", "image-alt", "<img>"), Finding("", "image-alt", "<img>")]
    row = Row(
        key="axe", tool="axe-core", version="1", pages=2, findings=places(found), undecided=[]
    )
    outcome = Results(day="2026-11-22", rows=[row])
    assert not outcome.is_clean
    assert "- axe-core: image-alt (2): <code>/: &lt;img&gt;</code>" in wording.report(outcome)
    assert "| axe-core 1 | WCAG 2.2 AA" in wording.statement(outcome, "en")


def test_a_failure_has_twenty_lines_at_most() -> None:
    found = [Finding(f"{page}/", f"rule-{rule}", "<p>") for rule in range(30) for page in range(3)]
    lines = report(found).splitlines()
    assert len(lines) == 20
    assert lines[:2] == ["90 findings, 30 of them different:", "0/: rule-0: <p>"]
