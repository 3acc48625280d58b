"""What browsers may do with a page, defined once for the pages and for every kind of host."""

from __future__ import annotations

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "worker-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "manifest-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "upgrade-insecure-requests": "",
}
"""Content Security Policy, level 3 (W3C)."""

HEADER_ONLY = ("frame-ancestors", "upgrade-insecure-requests")
"""Browsers ignore the first in ``<meta>``; the second would break a preview that is served without TLS."""

DENIED = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)
"""Browser features that no page uses, and that no injected script should have."""

YEAR = 31_536_000
"""Seconds."""


def policy(*, in_page: bool) -> str:
    """The Content Security Policy for a header, or for ``<meta>`` in a page, where less of it is valid."""
    return "; ".join(
        f"{name} {sources}".strip()
        for name, sources in POLICY.items()
        if not (in_page and name in HEADER_ONLY)
    )


def headers() -> dict[str, str]:
    """The headers that a host should send with every response."""
    return {
        "Content-Security-Policy": policy(in_page=False),
        "Strict-Transport-Security": f"max-age={YEAR}",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in DENIED),
        "Cross-Origin-Opener-Policy": "same-origin",
    }
