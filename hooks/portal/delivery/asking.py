"""Asks a host: many addresses over a few connections, politely, and without ever waiting for good."""

from __future__ import annotations

import hashlib
import json
import netrc
import os
import ssl
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ProxyError,
    SSLError,
)
from urllib3.exceptions import (
    TimeoutError as TimedOut,
)

from portal.delivery.at_once import WORKERS

if TYPE_CHECKING:
    from collections.abc import Mapping

_CONNECT, _READ, _WHOLE = 10.0, 20.0, 60.0
"""Seconds for a connection, for the next bytes, and for one answer."""

_TRIES, _PAUSE, _LONGEST_PAUSE = 3, 1.0, 20.0
"""How often an address is asked for that was not answered; seconds in between, and how many a host may ask for."""

_HOPELESS = 12
"""So many failures in a row, and the host is not asked any more."""

_HERE = {"localhost", "127.0.0.1", "::1"}
"""Hosts that no proxy knows."""

_BUSY = {429, 502, 503, 504}
_PIECE = 65536


@dataclass(frozen=True)
class Answer:
    """What a host has answered, or why it did not."""

    status: int = 0
    headers: Mapping[str, str] | None = None
    """By lower-case name."""
    sha256: str = ""
    """Of the decoded body, in hexadecimal digits."""
    size: int = 0
    """Bytes of the decoded body, as far as it was read."""
    body: bytes = b""
    """The decoded body, if it was asked for."""
    failure: str = ""
    """A code of ``deviations.py`` if there was no whole answer."""
    reason: str = ""
    """The words of the one who failed."""

    def header(self, name: str) -> str:
        """The value of a header; empty without it."""
        return (self.headers or {}).get(name, "")


class Asker:
    """Asks one host; threads may share it."""

    def __init__(self, base: str) -> None:
        """``base`` ends in a slash."""
        self.base = base
        parts = urlsplit(base)
        self.headers = {
            "User-Agent": "city-diplomacy-portal verify",
            **urllib3.make_headers(accept_encoding=True),
            **_secret(parts.hostname or ""),
        }
        """Sent with each question."""
        options: dict[str, Any] = {
            "maxsize": WORKERS,
            "block": True,
            "timeout": urllib3.Timeout(connect=_CONNECT, read=_READ),
            "retries": False,
            "headers": self.headers,
        }
        proxy = getproxies().get(parts.scheme)
        self._pool: urllib3.PoolManager
        if proxy and parts.hostname not in _HERE and not proxy_bypass(parts.hostname or ""):
            self._pool = urllib3.ProxyManager(proxy, **options)
        else:
            self._pool = urllib3.PoolManager(**options)
        self._failures = 0
        self._counting = threading.Lock()

    def ask(self, address: str, size: int = 10**8) -> Answer:
        """The answer for an address, absolute or below the base; of a body, little more than ``size`` bytes."""
        url = address if "://" in address else self.base + address
        answer = Answer(failure="not-asked")
        for attempt in range(_TRIES):
            if self._failures >= _HOPELESS:
                return answer
            answer = self._once(url, size)
            with self._counting:
                self._failures = self._failures + 1 if answer.failure and not answer.status else 0
            wait = self._wait(answer)
            if wait is None or attempt == _TRIES - 1:
                break
            time.sleep(wait)
        return answer

    def read(self, address: str, size: int) -> Answer:
        """The answer for an absolute address, asked once, with its body, of which little more than ``size`` bytes."""
        return self._once(address, size, keep=True)

    def read_json(self, address: str) -> dict[str, object] | None:
        """The JSON object at an address; nothing if there is none."""
        answer = self._once(self.base + address, _PIECE, keep=True)
        try:
            found = json.loads(answer.body)
        except ValueError:
            return None
        return found if answer.status == 200 and isinstance(found, dict) else None

    def _wait(self, answer: Answer) -> float | None:
        """How many seconds later to ask again; nothing: not at all."""
        if answer.failure in {"tls", "too-slow"} or (
            not answer.failure and answer.status not in _BUSY
        ):
            return None
        said = answer.header("retry-after")
        return min(float(said), _LONGEST_PAUSE) if said.isdecimal() and said.isascii() else _PAUSE

    def _once(self, url: str, size: int, *, keep: bool = False) -> Answer:
        until = time.monotonic() + _WHOLE
        status, headers = 0, dict[str, str]()
        try:
            response = self._pool.request("GET", url, redirect=False, preload_content=False)
            with response:
                status = response.status
                headers = {name.lower(): value for name, value in response.headers.items()}
                found, count, kept = hashlib.sha256(), 0, bytearray()
                while piece := response.read1(_PIECE):
                    found.update(piece)
                    count += len(piece)
                    if keep:
                        kept += piece
                    if count > size + _PIECE:
                        response.close()  # whatever it is, it is not what was built
                        break
                    if time.monotonic() > until:
                        response.close()
                        return Answer(status, headers, failure="too-slow")
                response.drain_conn()
                return Answer(status, headers, found.hexdigest(), count, body=bytes(kept))
        except (HTTPError, OSError, ValueError) as error:
            failure, reason = _failure(error)
            return Answer(status, headers, failure=failure, reason=reason)


_CODES: tuple[tuple[tuple[type[Exception], ...], str], ...] = (
    ((SSLError, ssl.SSLError), "tls"),
    ((NameResolutionError, NewConnectionError, ConnectTimeoutError, ProxyError), "unreachable"),
    ((TimedOut, TimeoutError), "too-slow"),
    ((DecodeError,), "undecodable"),
    ((ProtocolError, ConnectionError), "cut-off"),
)
"""What failures are, the first that fits."""


def _failure(error: Exception) -> tuple[str, str]:
    """The code of a failure, and the reason that the system gave for it."""
    if isinstance(error, MaxRetryError) and error.reason:
        error = error.reason
    code = next((code for kinds, code in _CODES if isinstance(error, kinds)), "unreachable")
    if isinstance(error, ConnectTimeoutError) and not isinstance(error, NewConnectionError):
        return code, "timeout"
    return code, str(error.__cause__ or error).rpartition("] ")[2].rstrip(")")


def _secret(host: str) -> dict[str, str]:
    """The name and password for a host, from the file that curl and git read them from."""
    with suppress(OSError, netrc.NetrcParseError):
        if found := netrc.netrc(os.environ.get("NETRC")).authenticators(host):
            return urllib3.make_headers(basic_auth=f"{found[0]}:{found[2]}")
    return {}
