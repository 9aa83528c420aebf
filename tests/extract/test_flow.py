"""The list of finders: each has what it needs before it, and needs what it says and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from places import ROOT

from extract import flow
from extract.document.blocks import Document
from extract.flow import FINDERS, INDICATORS, Finder, Results, extract_file
from kzedu_graph.model.records import Group, Source
from kzedu_graph.registry.resolving import Registry

PLAN = ROOT / "tests" / "sample" / "samal-2025.ru.txt"


def test_what_a_finder_needs_is_found_before_it() -> None:
    given: set[str] = set()
    for finder in FINDERS:
        assert given.issuperset(finder.needs), finder.gives
        assert finder.stands_in == (finder.gives in given), "one that comes second stands in, and no other"
        given.add(finder.gives)
    assert given.issuperset(INDICATORS)


def test_a_finder_looks_at_what_it_needs_alone(monkeypatch: Any) -> None:
    asked: dict[str, set[str]] = {}
    now: list[str] = []
    look = Results.__getitem__

    def looked_at(results: Results, name: str) -> Any:
        if now:
            asked.setdefault(now[-1], set()).add(name)
        return look(results, name)

    def watched(finder: Finder) -> Finder:
        def find(results: Results) -> Any:
            now.append(finder.gives)
            try:
                return finder.find(results)
            finally:
                now.pop()

        return Finder(finder.gives, finder.needs, find, finder.stands_in)

    monkeypatch.setattr(Results, "__getitem__", looked_at)
    monkeypatch.setattr(flow, "FINDERS", tuple(map(watched, FINDERS)))
    extraction = extract_file(Path(PLAN), Registry.load())
    assert extraction.measures
    needed: dict[str, set[str]] = {}
    for finder in FINDERS:
        needed.setdefault(finder.gives, set()).update(finder.needs)
    for name, names in asked.items():
        assert names <= needed[name], name
    assert asked["mentions"] == needed["mentions"]


def test_a_finder_that_stands_in_is_not_asked_where_something_was_found(monkeypatch: Any) -> None:
    called: list[str] = []

    def find_structure(source: Source, document: Document) -> tuple[Group, ...]:
        called.append(source.stem)
        return ()

    monkeypatch.setattr(flow, "find_structure", find_structure)
    extraction = extract_file(Path(PLAN), Registry.load())
    assert bool(extraction.groups) != bool(called)
