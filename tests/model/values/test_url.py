from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from portal.model.values.reference import SourceRef
from portal.model.values.url import LONGEST_URL, Url, same_page, url_fault
from portal.model.values.words import Prose


def refusals(text: str, kind: Any = Url) -> list[str]:
    try:
        TypeAdapter(kind).validate_python(text)
    except ValidationError as error:
        return [detail["type"] for detail in error.errors()]
    return []


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org", "https://example.org/", "http://example.org:80/a?b=c#d",
        "HTTPS://Example.ORG/A", "https://example.org:8080/", "https://example.org:65535/",
        "https://臺北.tw/", "https://xn--kprw13d.tw/", "https://bücher.example.org/ß", "https://中文.台灣",
        "https://eng.taichung.gov.tw/a_b/c-d/~e;f=g,h/i.html", "https://my_site.example.org/",
        "https://zh.wikipedia.org/wiki/府中市_(東京都)", "https://en.wikipedia.org/wiki/Washington,_D.C.",
        "https://en.wikipedia.org/wiki/Fuchu_(Tokyo", "https://example.org/a(b)(c)", "https://example.org/a[1]",
        "https://example.org/?q=姊妹市&lang=zh", "https://example.org/?a[]=1&b=c|d", "https://example.org/#段落",
        "https://example.org/?u=https://other.example.org/", "https://example.org/wiki/A%20B%E5%B8%82",
        "https://web.archive.org/web/2020/https://www.example.org/a", "https://example.org/http://a",
        "https://example.org/@name", "https://example.org/?mail=a@b", "https://example.org/?", "https://example.org/a//b",
        "https://8.8.8.8/", "https://168.95.1.1:8080/a", "https://[2606:4700:4700::1111]/",
        "https://[2606:4700:4700::1111]:8443/", "https://example.org./a", "https://http.example.org/",
        "https://https.example.org:8080/a", "https://1.example.org/", "https://a.b.c.d.example.museum/",
        "http://fingermedia.tw/?p=786554", "https://example.org/a、b", "https://example.org/「歡迎」/公告",
        "http://www.e-land.gov.tw/cp.aspx?n=5B42A70C53C4DE0C&s=F1E25E6D5E6FEB9C",
    ],
)  # fmt: skip
def test_addresses_that_hosts_take_are_taken(text: str) -> None:
    assert refusals(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "", "/cities/", "ftp://example.org/", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x",
        "\x01javascript:alert(1)", "about.md", "../cities/jp-kaga.md", "index.html", "file.pdf", "word", "http:",
        "tel:+886227208889", "https", "公告",
    ],
)  # fmt: skip
def test_what_is_no_address_is_unsafe(text: str) -> None:
    assert refusals(text) == ["unsafe-link"]


@pytest.mark.parametrize(
    ("text", "code", "cure"),
    [
        ("www.city.kaga.lg.jp/a?b", "url-without-scheme", "https://www.city.kaga.lg.jp/a?b"),
        ("example.org", "url-without-scheme", "https://example.org"),
        ("//example.org/a", "url-without-scheme", "https://example.org/a"),
        ("example.org:8080/a", "url-without-scheme", "https://example.org:8080/a"),
        ("example.org/a.html", "url-without-scheme", "https://example.org/a.html"),
        ("http:example.org", "url-scheme", "http://example.org"),
        ("https:/example.org/a", "url-scheme", "https://example.org/a"),
        ("https//example.org/a", "url-scheme", "https://example.org/a"),
        ("https;//example.org", "url-scheme", "https://example.org"),
        ("https：//example.org", "url-scheme", "https://example.org"),
        ("htttps://example.org", "url-scheme", "https://example.org"),
        ("ttps://example.org", "url-scheme", "https://example.org"),
        ("hxxps://example.org", "url-scheme", "https://example.org"),
        ("https:\\\\example.org", "url-scheme", "https://example.org"),
        ("https：／／example.org", "url-scheme", "https://example.org"),
        ("http://https://example.org/a", "url-scheme-twice", "https://example.org/a"),
        ("https://http//example.org/a", "url-scheme-twice", "http://example.org/a"),
        ("https://https://https://example.org", "url-scheme-twice", "https://example.org"),
        ("https:///example.org/a", "url-scheme", "https://example.org/a"),
        ("https:///a", "url-host", None),
        ("https://user:pw@example.org/a?b", "url-with-password", "https://example.org/a?b"),
        ("https://user@example.org", "url-with-password", "https://example.org"),
        ("https://example.org:99999/a", "url-port", "https://example.org/a"),
        ("https://example.org:0/", "url-port", "https://example.org/"),
        ("https://example.org:80a/", "url-port", "https://example.org/"),
        ("https://example.org:８０/", "url-character", "https://example.org:80/"),
        ("https://example.org:/", "url-port", "https://example.org/"),
        ("https://example.org:" + "9" * 400, "url-port", "https://example.org"),
        ("http://example.org\\a", "url-character", "http://example.org/a"),
        ("https://example.org/a b", "url-character", "https://example.org/a%20b"),
        ("https://example.org/\n", "url-character", "https://example.org/"),
        ("https://example.org/<a>", "url-character", "https://example.org/%3Ca%3E"),
        ('https://example.org/a"b', "url-character", "https://example.org/a%22b"),
        ("https://example.org/{id}", "url-character", "https://example.org/%7Bid%7D"),
        ("https://www．example．org/", "url-character", "https://www.example.org/"),
        ("https://www。example。org/a", "url-character", "https://www.example.org/a"),
        ("https://ｅxample.org/", "url-character", "https://example.org/"),
        ("https://example.org/、", "url-tail", "https://example.org/"),
        ("https://example.org/a，", "url-tail", "https://example.org/a"),
        ("https://example.org。", "url-tail", "https://example.org"),
        ("https://example.org/公告）", "url-tail", "https://example.org/公告"),
        ("https://example.org/a)", "url-tail", "https://example.org/a"),
        ("https://example.org/a_(b))", "url-tail", "https://example.org/a_(b)"),
        ("https://example.org/a]", "url-tail", "https://example.org/a"),
        ("https://example.org/a),", "url-tail", "https://example.org/a"),
        ("https://example.org.", "url-tail", "https://example.org"),
        ("https://example.org/%E5%B", "url-escape", "https://example.org/%E5%25B"),
        ("https://example.org/100%", "url-escape", "https://example.org/100%25"),
        ("https://localhost/", "url-internal", None),
        ("http://localhost:8000/a", "url-internal", None),
        ("http://127.0.0.1:8000/", "url-internal", None),
        ("http://10.1.2.3/", "url-internal", None),
        ("http://192.168.0.1/", "url-internal", None),
        ("http://169.254.169.254/latest", "url-internal", None),
        ("http://0.0.0.0/", "url-internal", None),
        ("http://[::1]/", "url-internal", None),
        ("http://[fd00::1]/", "url-internal", None),
        ("http://intranet/", "url-internal", None),
        ("http://printer.local/", "url-internal", None),
        ("http://wiki.internal/a", "url-internal", None),
        ("http://portal.city.lan/", "url-internal", None),
        ("http://a.localhost/", "url-internal", None),
        ("http://x.test/", "url-internal", None),
        ("http://", "url-host", None),
        ("http://[x", "url-host", None),
        ("https://exa..mple.org/", "url-host", None),
        ("https://.example.org/", "url-host", None),
        ("https://-a.example.org/", "url-host", None),
        ("https://a!b.example.org/", "url-host", None),
        ("https://" + "a" * 64 + ".example.org/", "url-host", None),
        ("https://" + "a." * 130 + "org/", "url-host", None),
        ("https://example.c/", "url-host", None),
        ("https://example.o1g/", "url-host", None),
        ("https://999.1.1.1/", "url-host", None),
        ("http://127.1/", "url-host", None),
        ("http://2130706433/", "url-host", None),
        ("http://0x7f.0x0.0x0.0x1/", "url-host", None),
        ("https://xn--zzzzzz99999.tw/", "url-host", None),
        ("https://example.org/" + "a" * LONGEST_URL, "value-too-long", None),
        ("mailto:service@example.org", "url-is-mail", None),
        ("service@example.org", "url-is-mail", None),
    ],
)  # fmt: skip
def test_other_addresses_are_told_with_the_mended_one(
    text: str, code: str, cure: str | None
) -> None:
    fault = url_fault(text)
    assert fault is not None
    assert fault[0] == code
    assert fault[1].get("cure") == cure
    assert refusals(text) == [code]
    if cure:
        assert refusals(cure) == []


def test_no_password_is_told() -> None:
    fault = url_fault("https://user:secret@example.org/")
    assert fault is not None
    assert "secret" not in str(fault)


@given(st.text(alphabet=st.sampled_from("htps:/.@%\\()[]a1中、．：https://"), max_size=60))
def test_any_text_is_judged_and_a_cure_is_right(text: str) -> None:
    for given_text in (text, f"https://{text}", f"https://example.org{text}"):
        fault = url_fault(given_text)
        cure = fault and fault[1].get("cure")
        if (
            cure
            and fault
            and fault[0] not in ("url-with-password", "url-port", "url-escape", "url-tail")
        ):
            assert url_fault(cure) is None


@pytest.mark.parametrize(
    "text", ["https://" * 240, "http:" * 390, "https://example.org/" + ")" * 1900]
)
def test_no_text_takes_long_or_goes_too_deep(text: str) -> None:
    assert url_fault(text) is not None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("report", []),
        ("https://example.org/", []),
        ("www.example.org/a", ["url-without-scheme"]),
        ("//example.org/a", ["url-without-scheme"]),
        ("a@example.org", ["url-is-mail"]),
        ("Report", ["id-form"]),
        ("年報", ["bad-id"]),
    ],
)
def test_a_source_is_an_id_or_an_address(text: str, codes: list[str]) -> None:
    assert refusals(text, SourceRef) == codes


@pytest.mark.parametrize(
    ("target", "codes"),
    [
        ("https://example.org/a_(b)", []),
        ("/cities/jp-kaga/", []),
        ("#part", []),
        ("mailto:a@example.org", ["url-is-mail"]),
        ("https://localhost/", ["url-internal"]),
    ],
)
def test_links_in_prose_are_held_to_the_same(target: str, codes: list[str]) -> None:
    text: Any = {"zh": f"見[網頁]({target})。", "en": "See the page."}
    try:
        Prose.model_validate(text)
    except ValidationError as error:
        found = [fault.code for detail in error.errors() for fault in detail["ctx"]["faults"]]
    else:
        found = []
    assert found == codes


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("https://example.org", "http://EXAMPLE.org:443/", True),
        ("https://example.org/a/", "https://example.org/a#", True),
        ("https://example.org/a", "https://example.org/A", False),
        ("https://example.org/?a", "https://example.org/?b", False),
        ("https://example.org/#a", "https://example.org/#b", False),
        ("https://example.org:8080/", "https://example.org/", False),
    ],
)
def test_spellings_of_one_page(first: str, second: str, same: bool) -> None:
    assert (same_page(first) == same_page(second)) is same
