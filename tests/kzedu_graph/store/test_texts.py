"""Source texts beside a build: whole as they were, and nothing for an edition that is not there."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from kzedu_graph.store.texts import Texts, Words, write_texts
from kzedu_graph.vocabulary.places import BASE

EDITION = f"{BASE}document/S3100000001/2031-01-01/kk"


def words(text: str) -> Words:
    return Words(EDITION, sha256(text.encode()).hexdigest(), lambda: text)


def test_a_text_that_stands_in_the_build_before_is_the_same_file(tmp_path: Path) -> None:
    for number, text in enumerate(["бір", "бір", "екі"], 1):
        (tmp_path / f"{number}").mkdir()
        write_texts(tmp_path / f"{number}", [words(text)], before=tmp_path / f"{number - 1}")
        assert Texts(tmp_path / f"{number}").get(EDITION) == text
    first, second, third = (next((tmp_path / f"{number}" / "texts").iterdir()) for number in (1, 2, 3))
    assert first.samefile(second)
    assert not second.samefile(third)


def test_a_text_that_was_spoilt_is_written_anew(tmp_path: Path) -> None:
    for number in ("1", "2"):
        (tmp_path / number).mkdir()
    write_texts(tmp_path / "1", [words("бір")])
    next((tmp_path / "1" / "texts").iterdir()).write_text("бар", "utf-8")
    write_texts(tmp_path / "2", [words("бір")], before=tmp_path / "1")
    assert Texts(tmp_path / "2").get(EDITION) == "бір"


def test_a_text_is_kept_with_its_line_ends(tmp_path: Path) -> None:
    write_texts(tmp_path, [words("бір\r\nекі\n")])
    assert Texts(tmp_path).get(EDITION) == "бір\r\nекі\n"


@pytest.mark.parametrize("name", ["S1/2031-01-01/kk", "a" * 400, "ә" * 200])
def test_what_is_not_there_is_nothing(name: str, tmp_path: Path) -> None:
    """An address may be longer than a file's name can be."""
    write_texts(tmp_path, [words("бір")])
    assert Texts(tmp_path).get(f"{BASE}document/{name}") is None
