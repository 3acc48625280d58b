from __future__ import annotations

import pytest

from fuzz.readers import READERS, Reader
from fuzz.running import run


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_no_input_breaks_a_reader(reader: Reader) -> None:
    run(reader, examples=300)
