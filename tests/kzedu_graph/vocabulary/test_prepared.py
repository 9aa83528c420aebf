"""What is prepared comes back as it was made, and only from where nobody else may have put it."""

from __future__ import annotations

import os
import pickle
from hashlib import sha256
from pathlib import Path

import pytest
from rdflib import Literal, URIRef

from kzedu_graph.registry.resolving import Registry
from kzedu_graph.vocabulary import fingerprint
from kzedu_graph.vocabulary.prepared import KEPT, cache_folder, prepared


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("KZEDU_CACHE", str(folder))
    return folder


class Maker:
    """Makes a thing, and counts how often."""

    def __init__(self, thing: object) -> None:
        self.thing, self.times = thing, 0

    def __call__(self) -> object:
        self.times += 1
        return self.thing


def take(make: Maker, *about: bytes) -> object:
    return prepared("thing", object, make, *about)


def only(cache: Path) -> Path:
    [file] = cache.iterdir()
    return file


def write(file: Path, data: bytes) -> None:
    file.write_bytes(sha256(data).digest() + data)


def test_a_thing_is_made_once_and_anew_for_other_bytes_and_other_rules(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = Maker({URIRef("urn:a"): (Literal("сад", lang="ru"), Literal(2031)), "b": frozenset("c")})
    assert [take(make, b"one"), take(make, b"one")] == [make.thing, make.thing]
    assert make.times == 1
    take(make, b"other")
    assert make.times == 2
    monkeypatch.setattr(fingerprint, "rules_version", lambda: "others")
    take(make, b"one")
    assert make.times == 3
    assert {file.stat().st_mode & 0o777 for file in cache.iterdir()} == {0o600}
    assert cache.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("damage", [b"", b"short", bytes(200)])
def test_a_damaged_thing_is_made_again(cache: Path, damage: bytes) -> None:
    make = Maker(("a", "b"))
    take(make)
    only(cache).write_bytes(damage)
    assert [take(make), take(make)] == [make.thing, make.thing]
    assert make.times == 2


def test_what_others_may_write_is_not_read(cache: Path, tmp_path: Path) -> None:
    make = Maker("ours")
    take(make)
    file = only(cache)
    write(file, pickle.dumps("theirs"))
    file.chmod(0o666)
    assert take(make) == "ours"
    write(only(cache), pickle.dumps("theirs"))
    cache.chmod(0o777)
    assert take(make) == "ours"
    cache.chmod(0o700)
    only(cache).rename(tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")
    assert take(make) == "ours"
    assert not file.is_symlink()


class Deed:
    """Unpickled, it would do something."""

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return os.mkdir, ("done",)


@pytest.mark.parametrize(
    "foreign",
    [
        pickle.dumps(Deed()),
        b"ckzedu_graph.vocabulary.prepared\nimport_module\n(S'antigravity'\ntR.",
        b"\x80\x04\x8c\x20kzedu_graph.vocabulary.prepared\x8c\x08os.mkdir\x93\x8c\x04done\x85R.",
        b"ckzedu_graph.vocabulary.prepared\nPath\n(S'x'\ntR.",
        b"csubprocess\nPopen\n(S'true'\ntR.",
    ],
)
def test_a_thing_that_names_a_function_is_made_again(
    cache: Path, foreign: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make = Maker("ours")
    take(make)
    write(only(cache), foreign)
    assert take(make) == "ours"
    assert make.times == 2
    assert not (tmp_path / "done").exists()


def test_a_thing_of_another_kind_is_made_again(cache: Path) -> None:
    take(Maker("a text"))
    write(only(cache), pickle.dumps("a text"))
    assert prepared("thing", dict, lambda: {"a": 1}) == {"a": 1}


def test_without_a_cache_or_where_nothing_can_be_written_things_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    for told in ("", str(tmp_path / "file"), str(tmp_path / "file" / "below")):
        monkeypatch.setenv("KZEDU_CACHE", told)
        assert take(Maker("made")) == "made"
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_of_one_name_the_newest_are_kept_and_nothing_that_was_left_half_written(cache: Path) -> None:
    cache.mkdir(mode=0o700)
    abandoned, begun = cache / ".new-1-thing", cache / ".new-2-thing"
    abandoned.touch()
    begun.touch()
    os.utime(abandoned, (0, 0))
    (cache / "another-0").touch()
    for n in range(KEPT + 3):
        take(Maker(n), str(n).encode())
    assert len(list(cache.glob("thing-*"))) == KEPT
    assert (cache / "another-0").exists()
    assert [file.name for file in cache.glob(".new-*")] == [begun.name]


def test_the_cache_is_the_users_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KZEDU_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert cache_folder() == Path("/somewhere/kzedu-graph")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/home/aliya")
    assert cache_folder() == Path("/home/aliya/.cache/kzedu-graph")


def test_a_kept_registry_answers_as_the_one_that_was_made() -> None:
    made = Registry.load()
    kept = pickle.loads(pickle.dumps(made))
    assert list(kept) == list(made)
    for agency in made:
        for lang, name in agency.names():
            assert kept.resolve(name, lang) == made.resolve(name, lang)
    assert kept.run_together("ЦДИАӨМЭМ", "kk") == made.run_together("ЦДИАӨМЭМ", "kk")


@pytest.mark.usefixtures("cache")
def test_the_first_who_asks_has_what_the_next_has_to_the_byte() -> None:
    """Equal strings that are one object are pickled once: records would differ in bytes by who prepared their names."""
    one, same = "kz-garden", "".join(["kz-", "garden"])
    assert one is not same

    def pickled() -> bytes:
        names = prepared("names", list, lambda: [one, one])
        bodies = prepared("bodies", list, lambda: [same, names[0]])
        return pickle.dumps([names, bodies])

    assert pickled() == pickled()
