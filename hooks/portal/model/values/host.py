"""Names of hosts in web addresses."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address, ip_address

LONGEST_LABEL, LONGEST_HOST = 63, 253
"""Characters (RFC 1035, 2.3.4)."""

INTERNAL = frozenset(
    (
        "localhost", "local", "localdomain", "internal", "intranet", "private", "lan", "home", "corp", "arpa",
        "test", "invalid", "onion",
    )
)  # fmt: skip
"""Last parts of names that the public name service never has (RFC 6761, RFC 6762, RFC 7686, RFC 9476, and what ICANN
keeps back)."""

_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?")
_TOP = re.compile(r"[a-z]{2,}|xn--[a-z0-9-]+")


def host_fault(host: str) -> str:
    """The code of what is wrong with a host's name or number, in lower case; empty if everybody can reach it."""
    if ":" in host:
        return _of_number(host)
    labels = host.removesuffix(".").split(".")
    if labels[-1].isdecimal() or re.fullmatch(r"0x[0-9a-f]*", labels[-1]):
        return _of_number(
            host
        )  # browsers read such a name as a number (URL Standard, "ends in a number checker")
    try:
        encoded = [_ascii(label) for label in labels]
    except UnicodeError:
        return "url-host"
    if len(".".join(encoded)) > LONGEST_HOST or not all(map(_is_label, encoded)):
        return "url-host"
    if len(encoded) == 1 or encoded[-1] in INTERNAL:
        return "url-internal"
    return "" if _TOP.fullmatch(encoded[-1]) else "url-host"


def _of_number(host: str) -> str:
    try:
        address: IPv4Address | IPv6Address = ip_address(host)
    except ValueError:
        return "url-host"
    return "" if address.is_global else "url-internal"


def _ascii(label: str) -> str:
    """A label as the name service has it (IDNA); raises UnicodeError if it cannot have it."""
    encoded = label.encode("idna").decode()
    if encoded.startswith("xn--"):
        encoded.encode().decode("idna")
    return encoded


def _is_label(label: str) -> bool:
    return len(label) <= LONGEST_LABEL and _LABEL.fullmatch(label) is not None
