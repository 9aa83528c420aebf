"""What builds keep is read once for two askings, as long as there is room for it, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzedu_graph.building import part_store
from kzedu_graph.building.part_store import PartStore


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    PartStore(tmp_path).put("key", "a part")
    return tmp_path


def test_a_thing_is_held_until_it_is_asked_for_again(kept: Path) -> None:
    store = PartStore(kept)
    assert store.get("key", str) == "a part"
    (kept / "parts" / "key").unlink()
    assert store.get("key", str) == "a part"
    assert store.get("key", str) is None


def test_what_has_no_room_is_not_held(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(part_store, "HELD", 5)
    store = PartStore(kept)
    assert store.get("key", str) == "a part"
    (kept / "parts" / "key").write_bytes(b"damaged")
    assert store.get("key", str) is None


def test_what_is_put_anew_takes_the_place_of_what_is_held(kept: Path) -> None:
    store = PartStore(kept)
    assert store.get("key", str) == "a part"
    store.put("key", "another")
    assert store.get("key", str) == "another"
