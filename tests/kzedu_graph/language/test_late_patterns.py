"""A late pattern is used as a compiled one is, and is compiled by nothing but its use."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import extract
from kzedu_graph.language.late_patterns import _Late, late


def test_a_late_pattern_is_used_as_a_compiled_one() -> None:
    word = late(r"(?P<word>сад)\w*", re.IGNORECASE)
    assert word.pattern == r"(?P<word>сад)\w*"
    assert word.flags & re.IGNORECASE
    found = word.search("О Садах")
    assert found is not None
    assert (found["word"], found.re.groups) == ("Сад", 1)
    assert [match.group() for match in word.finditer("сад и садовник")] == ["сад", "садовник"]
    assert word.sub("лес", "сад") == "лес"


def test_it_is_compiled_by_its_use() -> None:
    broken = late("(")
    with pytest.raises(re.error):
        broken.search("сад")


def test_every_late_pattern_can_be_compiled() -> None:
    found = 0
    for module in pkgutil.walk_packages(extract.__path__, "extract."):
        for thing in vars(importlib.import_module(module.name)).values():
            if isinstance(thing, _Late):
                re.compile(thing.pattern, thing.flags)
                found += 1
    assert found > 90
