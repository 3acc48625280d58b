"""Judges that are not ours: html-validate for the markup, axe for accessibility, in a real browser."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from building import ROOT
from playwright.sync_api import Browser


def test_the_markup_of_every_page_is_valid(site: Path) -> None:
    done = subprocess.run(
        [
            "node_modules/.bin/html-validate",
            "--config=tests/built/htmlvalidate.json",
            "--formatter=json",
            f"{site}/**/*.html",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    problems = {
        f"{Path(result['filePath']).relative_to(site)}:{m['line']}: {m['ruleId']}: {m['message']}"
        for result in json.loads(done.stdout)
        for m in result["messages"]
    }
    assert not problems, "\n".join(sorted(problems)[:20])


@pytest.mark.parametrize(("width", "scheme"), [(1200, "light"), (360, "dark")])
@pytest.mark.parametrize("prefix", ["", "en/"])
def test_pages_are_accessible_and_fit_the_screen(
    served: str, browser: Browser, sample: list[str], width: int, scheme: str, prefix: str
) -> None:
    axe = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    settings = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    context = browser.new_context(**settings)  # type: ignore[arg-type]
    page = context.new_page()
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    wrong = []
    for path in sample:
        page.goto(f"{served}{prefix}{path}")
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            wrong.append(f"{path}: wider than {width} px")
        page.evaluate(axe)
        found = page.evaluate(
            "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']})"
        )
        wrong += [f"{path}: {v['id']}: {v['nodes'][0]['html'][:160]}" for v in found["violations"]]
    assert not wrong, "\n".join(wrong)
    assert all(url.startswith(served) for url in requested)
    assert context.cookies() == []
    context.close()


def test_the_first_tab_stop_skips_to_the_content(served: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{served}en/cities/jp-kaga/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.close()
