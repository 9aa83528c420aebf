"""Source texts beside a build: whole as they were, and nothing for an edition that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzedu_graph.store.texts import Texts, write_texts
from kzedu_graph.vocabulary.places import BASE

EDITION = f"{BASE}document/S3100000001/2031-01-01/kk"


def test_a_text_is_kept_with_its_line_ends(tmp_path: Path) -> None:
    write_texts(tmp_path, [(EDITION, "бір\r\nекі\n")])
    assert Texts(tmp_path).get(EDITION) == "бір\r\nекі\n"


@pytest.mark.parametrize("name", ["S1/2031-01-01/kk", "a" * 400, "ә" * 200])
def test_what_is_not_there_is_nothing(name: str, tmp_path: Path) -> None:
    """An address may be longer than a file's name can be."""
    write_texts(tmp_path, [(EDITION, "бір")])
    assert Texts(tmp_path).get(f"{BASE}document/{name}") is None
