"""What a page may weigh. A reader on a phone pays for every byte, and nobody notices one page growing."""

from __future__ import annotations

RECORD_PAGE = 15 * 1024
"""Bytes of the HTML of a record's page, uncompressed."""

FRAME = 7060
"""Bytes of these that the frame of a record's page may take, with the longest menu, title and address."""
