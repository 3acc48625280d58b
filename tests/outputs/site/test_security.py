"""The policy stops what is not the site's own, in the headers and in each page."""

from __future__ import annotations

from portal.outputs.site.security import policy


def test_no_inline_script_no_other_origin_no_frame() -> None:
    rules = dict(rule.partition(" ")[::2] for rule in policy(in_page=False).split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["frame-ancestors"] == "'none'"
    assert "unsafe-inline" not in policy(in_page=False)
    assert "'unsafe-eval'" not in policy(in_page=False)
    sources = {source for text in rules.values() for source in text.split()}
    assert sources == {"'none'", "'self'"}
    assert "data:" not in rules["script-src"]


def test_a_page_holds_only_what_is_valid_in_it() -> None:
    assert "frame-ancestors" not in policy(in_page=True)
    assert "upgrade-insecure-requests" not in policy(in_page=True)
    assert policy(in_page=True).startswith("default-src 'none'; script-src 'self'")
