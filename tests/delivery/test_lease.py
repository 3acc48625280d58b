"""A lock where there are only files: one at a time, and none blocks others for good."""

from __future__ import annotations

import threading
import time

import pytest

from portal.delivery import lease
from portal.delivery.lease import Lease
from portal.delivery.undelivered import Undelivered


class Place:
    """A place with one file."""

    def __init__(self) -> None:
        self.content: bytes | None = None
        self.told = 0

    def lease(self) -> Lease:
        return Lease(lambda: self.content, self.write, self.remove, self.tell)

    def write(self, content: bytes) -> None:
        self.content = content

    def remove(self) -> None:
        self.content = None

    def tell(self) -> None:
        self.told += 1


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lease, "PERIOD", 0.25)


def test_it_is_there_while_it_is_held() -> None:
    place = Place()
    with place.lease().hold():
        assert place.content
    assert place.content is None
    assert place.told == 0


def test_the_second_waits_for_the_first_however_long_that_works() -> None:
    place, order = Place(), list[str]()

    def second() -> None:
        with place.lease().hold():
            order.append("second")

    with place.lease().hold():
        thread = threading.Thread(target=second)
        thread.start()
        time.sleep(0.25 * 6)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]
    assert place.told == 1


def test_one_that_was_left_behind_is_taken_over() -> None:
    place = Place()
    place.content = b"killed 3"
    with place.lease().hold():
        assert place.content != b"killed 3"
    assert place.told == 1


def test_who_has_lost_it_goes_no_further_and_deletes_nothing() -> None:
    place = Place()
    held = place.lease()
    with held.hold():
        held.still_held()
        place.content = b"other 1"
        for _ in range(2000):
            time.sleep(0.01)
            try:
                held.still_held()
            except Undelivered:
                break
        else:
            pytest.fail("the loss was not noticed")
    assert place.content == b"other 1"


def test_of_two_that_write_at_once_one_waits() -> None:
    place = Place()
    write = place.write

    def write_both(content: bytes) -> None:
        write(content)
        if place.told == 0:
            place.told = 1
            write(b"other 1")  # a moment later

    place.write = write_both  # type: ignore[method-assign]
    with place.lease().hold():
        assert place.content != b"other 1"
