from __future__ import annotations

from pathlib import Path

import demonstration
import pytest
from commanding import run

from portal.outputs.hosts.settings_of_hosts import WRITERS


@pytest.mark.parametrize("base", ["/portal/", "portal", "/portal"])
@pytest.mark.parametrize("form", ["nginx", "apache", "caddy"])
def test_a_site_below_the_root_of_its_host_finds_its_error_pages(form: str, base: str) -> None:
    done = run("headers", "--format", form, "--base", base)
    assert done.exit_code == 0
    assert "/portal/404.html" in done.output
    assert "/portal/en/404.html" in done.output
    assert "/portal/assets/by-hash/" in done.output


@pytest.mark.parametrize("form", WRITERS)
def test_with_the_portal_its_redirects_are_printed_too(form: str) -> None:
    old = "/cities/jp-shirasagi-shi/"
    assert old not in run("headers", "--format", form).output
    done = run("headers", "--format", form, "--root", demonstration.FOLDER)
    assert done.exit_code == 0, done.output
    assert old in done.output
    assert f"/en{old}" in done.output


def test_apache_is_told_what_the_site_holds(site: Path) -> None:
    done = run("headers", "--format", "apache", "--root", demonstration.FOLDER)
    assert done.output == (site / ".htaccess").read_text(encoding="utf-8")


def test_the_base_is_that_of_the_portals_own_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_URL", "https://www.example.org/diplomacy/")
    done = run("headers", "--root", demonstration.FOLDER)
    assert "location ^~ /diplomacy/ {" in done.output
    done = run("headers", "--root", demonstration.FOLDER, "--base", "/")
    assert "location ^~ / {" in done.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--base", "/a b/"], "--base /a b/ is not a path; write it as /portal/"),
        (["--base", "/x/;}/"], "--base /x/;}/ is not a path"),
        (["--base", '/"/'], "is not a path"),
        (["--base", "/台北/"], "is not a path"),
        (["--host", "a;b"], "--host a;b: write the name of a host"),
        (["--host", "example.org", "--format", "netlify"], "apache, caddy, nginx"),
        (["--root", "nowhere"], "there is no folder nowhere"),
    ],
)
def test_what_would_break_the_settings_is_refused(arguments: list[str], said: str) -> None:
    done = run("headers", "--lang", "en", *arguments)
    assert done.exit_code == 2
    assert said in done.output
    assert "add_header" not in done.output
    assert run("headers", "--lang", "zh", *arguments).output != done.output


def test_a_portal_with_problems_has_no_settings(portal_folder: Path) -> None:
    (portal_folder / "data" / "cities.yaml").write_text("- id: 7\n", encoding="utf-8")
    done = run("headers", "--root", portal_folder, "--lang", "en")
    assert done.exit_code == 1
    assert "data/cities.yaml:1" in done.output
    assert "add_header" not in done.output
