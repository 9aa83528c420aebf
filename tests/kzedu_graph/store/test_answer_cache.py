"""What is kept between readers: never what another build said, never more than there is room for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kzedu_graph.store.answer_cache import OVERHEAD, AnswerCache

ROOM = 1 << 20


def making(log: list[str], what: str) -> Callable[[], bytes]:
    """Something that writes down that it was made."""

    def make() -> bytes:
        log.append(what)
        return what.encode()

    return make


def test_the_same_is_made_once() -> None:
    kept, log = AnswerCache[bytes](ROOM, len), list[str]()
    assert [kept.get("1", "a", making(log, "a")) for _ in range(3)] == [b"a"] * 3
    assert log == ["a"]


def test_another_build_is_asked_anew() -> None:
    kept, log = AnswerCache[bytes](ROOM, len), list[str]()
    assert kept.get("1", "a", making(log, "of the first")) == b"of the first"
    assert kept.get("2", "a", making(log, "of the second")) == b"of the second"
    assert kept.get("1", "a", making(log, "of the first again")) == b"of the first again"


def test_what_was_made_for_an_earlier_build_is_not_kept_for_a_later_one() -> None:
    kept = AnswerCache[bytes](ROOM, len)

    def overtaken() -> bytes:
        kept.get("2", "b", lambda: b"")  # another build comes while this is made
        return b"of the first"

    assert kept.get("1", "a", overtaken) == b"of the first"
    assert kept.get("2", "a", lambda: b"of the second") == b"of the second"


def test_the_longest_unasked_goes_first() -> None:
    kept, log = AnswerCache[bytes](20 + 5 * OVERHEAD, len), list[str]()
    for what in ("aaaa", "bbbb", "cccc", "dddd", "eeee", "aaaa", "ffff", "aaaa", "bbbb"):
        kept.get("1", what, making(log, what))
    assert log == ["aaaa", "bbbb", "cccc", "dddd", "eeee", "ffff", "bbbb"]


def test_what_would_fill_the_room_is_not_kept() -> None:
    kept, log = AnswerCache[bytes](8 + OVERHEAD, len), list[str]()
    for _ in range(2):
        kept.get("1", "long", making(log, "much too long"))
    assert len(log) == 2


@pytest.mark.parametrize(("size", "made"), [(25, 1), (26, 2)])
def test_one_thing_takes_a_quarter_of_the_room_at_most(size: int, made: int) -> None:
    kept, log = AnswerCache[bytes](100 + 4 * OVERHEAD, len), list[str]()
    for _ in range(2):
        kept.get("1", "long", making(log, "x" * size))
    assert len(log) == made
