"""The words of `lexicon/amendments.yml`: parts of acts, changes to them, and what stands around both."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.lexicon.loading import read_lexicon
from extract.lexicon.sought import pattern_of, sought

QUOTED = r"(?:«(?P<{name}>(?:[^«»]|«[^«»]*»)+)»|[\"“](?P<{name}_plain>[^\"“”]+)[\"”])"
"""Words in quotation marks, with one further pair inside."""


@dataclass(frozen=True, slots=True)
class Action:
    """The last words of an instruction and what they order; `unit` where only that part is meant."""

    action: str
    ending: str
    unit: str | None


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's words for parts of an act and for changes to them."""

    lang: str
    units: Mapping[str, re.Pattern[str]]
    genders: Mapping[str, str]
    ranks: tuple[str, ...]
    actions: tuple[Action, ...]
    words: tuple[tuple[str, re.Pattern[str]], ...]
    gerunds: tuple[tuple[str, re.Pattern[str]], ...]
    annexed: tuple[tuple[str, re.Pattern[str]], ...]
    to_annex: re.Pattern[str]
    called: str
    insert_before: re.Pattern[str]
    unmoved: tuple[str, ...]
    context: tuple[str, ...]
    behind: tuple[str, ...]
    acts: re.Pattern[str]
    changes: re.Pattern[str]
    whole: re.Pattern[str]
    document: re.Pattern[str]
    preposition: re.Pattern[str]
    repeals: re.Pattern[str]
    repealed_list: re.Pattern[str]
    repeals_annex: re.Pattern[str]
    annex_stamp: re.Pattern[str]
    suspends: re.Pattern[str]
    since: re.Pattern[str]

    def unit_of(self, word: str) -> str | None:
        """The part of an act that a word names in any case."""
        return next((unit for unit, form in self.units.items() if form.fullmatch(word)), None)


@cache
def wording(lang: str) -> Wording:
    """The wording of a language; raises KeyError where the lexicon has none or lacks a key."""
    data: dict[str, Any] = read_lexicon("amendments").data[lang]
    quoted = {name: QUOTED.replace("{name}", name) for name in ("old", "new")}
    patterns = (
        "to_annex",
        "insert_before",
        "acts",
        "changes",
        "whole",
        "document",
        "preposition",
        "repeals",
        "repealed_list",
        "repeals_annex",
        "annex_stamp",
        "suspends",
        "since",
    )
    return Wording(
        lang=lang,
        units={unit: re.compile(facts["form"], re.IGNORECASE) for unit, facts in data["units"].items()},
        genders={unit: facts["gender"] for unit, facts in data["units"].items()},
        ranks=tuple(data["units"]),
        actions=tuple(Action(a["action"], a["ending"], a.get("unit")) for a in data["actions"]),
        words=tuple((w["action"], sought(_filled(w["pattern"], quoted), w["needs"])) for w in data["words"]),
        gerunds=tuple((g["action"], sought(g["pattern"], g["needs"])) for g in data["gerunds"]),
        annexed=tuple((a["action"], sought(a["pattern"], a["needs"])) for a in data["annexed"]),
        called=data["called"],
        unmoved=tuple(data["unmoved"]),
        context=tuple(data["context"]),
        behind=tuple(data["behind"]),
        **{name: pattern_of(data, name) for name in patterns},
    )


def _filled(pattern: str, quoted: Mapping[str, str]) -> str:
    for name, words in quoted.items():
        pattern = pattern.replace(f"{{{name}}}", words)
    return pattern
