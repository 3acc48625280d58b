"""Each kind of host is told the same headers, and which error page speaks which language."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from portal.commands.main import main
from portal.outputs.site.hosting import DATA_TYPES, WRITERS, host_files
from portal.outputs.site.security import headers, policy


def test_no_inline_script_no_other_origin_no_frame() -> None:
    rules = dict(rule.partition(" ")[::2] for rule in policy(in_page=False).split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["frame-ancestors"] == "'none'"
    assert "unsafe-inline" not in policy(in_page=False)
    assert "'unsafe-eval'" not in policy(in_page=False)
    sources = {source for text in rules.values() for source in text.split()}
    assert sources == {"'none'", "'self'", "'wasm-unsafe-eval'"}
    assert "data:" not in rules["script-src"]


def test_a_page_holds_only_what_is_valid_in_it() -> None:
    assert "frame-ancestors" not in policy(in_page=True)
    assert "upgrade-insecure-requests" not in policy(in_page=True)
    assert policy(in_page=True).startswith("default-src 'none'; script-src 'self'")


@pytest.mark.parametrize("form", WRITERS)
def test_every_format_has_every_header(form: str) -> None:
    done = CliRunner().invoke(main, ["headers", "--format", form])
    assert done.exit_code == 0
    for name, value in headers().items():
        assert name in done.output
        assert value in done.output
    assert "max-age=86400" in done.output or "expires 1d" in done.output


@pytest.mark.parametrize("base", ["/portal/", "portal", "/portal"])
def test_a_site_below_the_root_of_its_host_finds_its_error_pages(base: str) -> None:
    for form in ("nginx", "apache"):
        done = CliRunner().invoke(main, ["headers", "--format", form, "--base", base])
        assert "404 /portal/404.html" in done.output
        assert "404 /portal/en/404.html" in done.output
        assert "/portal/assets/" in done.output


def test_the_site_holds_the_files_that_hosts_look_for_in_it() -> None:
    files = host_files("/")
    assert files["_headers"].startswith(b"/*\n  Content-Security-Policy: default-src 'none';")
    assert b"ErrorDocument 404 /404.html\n" in files[".htaccess"]


@pytest.mark.parametrize("form", WRITERS)
def test_scripts_of_every_site_may_read_the_open_data_by_its_types(form: str) -> None:
    text = CliRunner().invoke(main, ["headers", "--format", form, "--base", "/portal/"]).output
    _, opening, block = text.partition("/portal/data/")
    assert opening
    assert re.search(r'Access-Control-Allow-Origin:? "?\*', block)
    assert "Access-Control-Allow-Origin" not in text.partition("/portal/data/")[0]
    for ending, type_ in DATA_TYPES.items():
        said = (
            rf'{re.escape(type_)}"? \.?{ending}\b|\.{ending}\n  Content-Type: {re.escape(type_)}\n'
        )
        assert re.search(said, text), ending


def test_nginx_repeats_for_the_open_data_what_it_would_forget() -> None:
    text = WRITERS["nginx"]("/")
    block = re.search(r"location \^~ /data/ \{(.*?)\n\}", text, flags=re.DOTALL)
    assert block
    for name, value in headers().items():
        assert f'add_header {name} "{value}" always;' in block[1]
