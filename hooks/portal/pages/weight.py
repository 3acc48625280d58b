"""What a page may weigh. A reader on a phone pays for every byte, and nobody notices one page growing."""

from __future__ import annotations

RECORD_PAGE = 15 * 1024
"""Bytes of the HTML of a record's page, as it lies on the disk."""

FRAME = 7060
"""Bytes that the frame around a record's page may take of these, with the longest menu, title and address."""
