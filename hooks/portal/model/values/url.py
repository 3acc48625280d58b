"""Addresses of pages and files on other sites, as browsers and hosts take them (RFC 3986, URL Standard)."""

from __future__ import annotations

import re
from typing import Annotated
from unicodedata import normalize
from urllib.parse import quote, urlsplit

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from portal.model.values.host import host_fault

LONGEST_URL = 2_000
"""Characters; some hosts and programs refuse longer ones."""

LAST_PORT = 65_535

Fault = tuple[str, dict[str, str]]
"""The code of what is wrong, and what was found."""

_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_NEARLY = re.compile(
    r"(h?t{1,3}p|hxxp)(s?)\s*[:：;；.]?\s*[/\\／]{0,3}(?=[^/\\／\s])", re.IGNORECASE
)
"""What people write for the scheme."""

_HOST_FIRST = re.compile(r"(//)?((?:[\w-]+\.)+[a-z]{2,24}(?::\d+)?(?:[/?#]\S*)?)", re.IGNORECASE)
"""An address without its scheme."""

_OWN_FILE = re.compile(r"[^/]+\.(md|ya?ml|html?|pdf|od[tsp]|jpe?g|png|csv|json)", re.IGNORECASE)
"""The name of a file, which looks like that of a host."""

_MAIL = re.compile(r"(mailto:)?[^\s@/]+@[^\s@/]+\.[^\s@/]+", re.IGNORECASE)
_NEVER = re.compile(r'[\s\\"<>^`{}\x00-\x20\x7f]')
"""What an address never holds, unless it is percent-encoded (RFC 3986, 2)."""

_TAIL = re.compile(r"[,;、，。；：！？．…」』】》〉）］｝”’]+$")
"""Punctuation of the sentence in which an address stood."""

_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


def check_url(text: str) -> str:
    """An absolute http(s) address that everybody can open.

    Raises PydanticCustomError ``unsafe-link`` for other schemes, ``value-too-long``, or a code that begins with
    ``url-``, with the whole mended address as ``cure`` where there is one.
    """
    if fault := url_fault(text):
        code, found = fault
        raise PydanticCustomError(code, code, found)
    return text


def url_fault(text: str) -> Fault | None:
    """What is wrong with an address."""
    if len(text) > LONGEST_URL:
        return "value-too-long", {"found": str(len(text)), "limit": str(LONGEST_URL)}
    scheme = _SCHEME.match(text)
    if scheme is None:
        return _without_scheme(text)
    rest = text[scheme.end() :]
    if rest.startswith("/") and not url_fault(cure := scheme[0] + rest.lstrip("/")):
        return "url-scheme", {"found": text, "cure": cure}
    if second := _NEARLY.match(rest):
        while (third := _NEARLY.match(rest, second.end())) and _is_separated(third):
            second = third
        if cure := _with_scheme(rest[second.start() :]):
            return "url-scheme-twice", {"found": text, "cure": cure}
    return _characters(text) or _authority(text) or _escapes(text)


def _without_scheme(text: str) -> Fault:
    if cure := _with_scheme(text):
        return "url-scheme", {"found": text, "cure": cure}
    bare = _HOST_FIRST.fullmatch(text)
    if bare and not _OWN_FILE.fullmatch(text) and not url_fault(cure := f"https://{bare[2]}"):
        return "url-without-scheme", {"found": text, "cure": cure}
    if _MAIL.fullmatch(text):
        return "url-is-mail", {}
    if cure := _within(text):
        return "url-with-words", {"found": text, "cure": cure}
    return "unsafe-link", {"found": text}


def _within(text: str) -> str:
    """The one address that stands among other words or signs; empty if there is none, or more."""
    found: list[str] = re.findall(
        r"https?://[^\s<>\"'()\[\]「」，。；、]+", normalize("NFKC", text)
    )
    return found[0] if len(found) == 1 and not url_fault(found[0]) else ""


def _with_scheme(text: str) -> str:
    """The address that is meant by one with a misspelt scheme; empty if it does not look like one."""
    nearly = _NEARLY.match(text)
    if nearly is None or not _is_separated(nearly):
        return ""
    again = _NEARLY.match(text, nearly.end())
    cure = f"http{nearly[2].lower()}://{text[nearly.end() :]}"
    return "" if (again and _is_separated(again)) or url_fault(cure) else cure


def _is_separated(scheme: re.Match[str]) -> bool:
    return re.search(r"[:：;；/\\／]", scheme[0]) is not None


def _characters(text: str) -> Fault | None:
    tail = _TAIL.search(text)
    cut = tail.start() if tail else len(text)
    for opening, closing in ("()", "[]"):
        while (
            cut
            and text[cut - 1] == closing
            and text.count(closing, 0, cut) > text.count(opening, 0, cut)
        ):
            cut -= 1
    if cut < len(text) and not url_fault(text[:cut]):
        return "url-tail", {
            "found": text[cut:],
            "cure": text[:cut],
            "other": quote(text[cut:], safe=""),
        }
    if wrong := _NEVER.search(text) or next((c for c in text if not c.isprintable()), None):
        character = wrong if isinstance(wrong, str) else wrong[0]
        shown = (
            character if character.isprintable() and character != " " else f"U+{ord(character):04X}"
        )
        mended = text.strip().replace("\\", "/")
        mended = "".join(quote(c) if _NEVER.match(c) or not c.isprintable() else c for c in mended)
        found = {"found": shown, "cure": mended}
        return (
            ("url-character", found) if not url_fault(mended) else ("unsafe-link", {"found": text})
        )
    return None


def _authority(text: str) -> Fault | None:
    """What is wrong between the scheme and the path."""
    scheme, _, rest = text.partition("://")
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    after = rest[len(authority) :]
    wide = normalize("NFKC", authority.replace("。", "."))
    _, at, host = authority.rpartition("@")
    if wide != authority and wide.isascii() and not url_fault(cure := f"{scheme}://{wide}{after}"):
        return "url-character", {"found": authority, "cure": cure}
    if at:
        return "url-with-password", {"cure": f"{scheme}://{host}{after}"}
    if host.endswith(".") and not after:
        return "url-tail", {"found": ".", "cure": text[:-1], "other": "."}
    name, colon, port = _split(host)
    if colon and not (port.isascii() and port.isdecimal() and 0 < int(port[:6]) <= LAST_PORT):
        return "url-port", {"found": port, "cure": f"{scheme}://{name}{after}"}
    is_whole = name.startswith("[") == name.endswith("]")
    code = host_fault(name.removeprefix("[").removesuffix("]").lower()) if is_whole else "url-host"
    return (code, {"found": name or text}) if code else None


def _split(host: str) -> tuple[str, str, str]:
    """The name, the colon and the port; the name may be a number in brackets."""
    if host.startswith("["):
        name, bracket, rest = host.partition("]")
        return name + bracket, rest[:1], rest[1:]
    return host.partition(":")


def _escapes(text: str) -> Fault | None:
    escape = _BAD_ESCAPE.search(text)
    if escape is None:
        return None
    found = text[escape.start() : escape.start() + 3]
    return "url-escape", {"found": found, "cure": _BAD_ESCAPE.sub("%25", text)}


def as_uri(url: str) -> str:
    """The address in ASCII (RFC 3987, 3.1): how programs pass it on, and how a page of any language can hold it.

    >>> as_uri("https://example.org/政策?q=%E5%9F%8E")
    'https://example.org/%E6%94%BF%E7%AD%96?q=%E5%9F%8E'
    """
    return quote(url, safe=":/?#[]@!$&'()*+,;=%~")


def same_page(url: str) -> str:
    """The same text for all spellings of an address that lead to one page.

    >>> same_page("HTTP://Example.org:80/a/#") == same_page("https://example.org/a")
    True
    """
    parts = urlsplit(url)
    port = "" if parts.port in (None, 80, 443) else f":{parts.port}"
    query, fragment = parts.query and f"?{parts.query}", parts.fragment and f"#{parts.fragment}"
    return f"{parts.hostname}{port}{parts.path.rstrip('/')}{query}{fragment}"


Url = Annotated[str, AfterValidator(check_url), Field(json_schema_extra={"format": "uri"})]
"""An absolute http or https address."""
