"""The lexicons: what the words of a language mean in deadlines, cells and headings, read from `lexicon/*.yml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

LEXICON = Path(__file__).parent
LANGUAGES = ("kk", "ru")
SECTIONS = frozenset(
    {
        "tags",
        "chunks",
        "dates",
        "remarks",
        "legal_forms",
        "conjunctions",
        "breakdowns",
        "units",
        "unit_nouns",
        "values",
        "deliverables",
        "recipients",
        "prepositions",
        "quantities",
        "labels",
        "column_titles",
        "actual_titles",
        "breakdown_leads",
        "passport_titles",
        "passport_headings",
        "short_form_leads",
        "act_day_leads",
        "column_stems",
        "one_class",
        "act_day_endings",
        "glossary_leads",
    }
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern over word classes, how it is read, and a phrase that it matches."""

    name: str
    reads: str
    pattern: str
    example: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's wording.

    `tags` gives a word (lower case, ё as е) its class and its value; `chunks`, `dates`, `values`, `labels` are rules
    in the order of the file; `column_titles` leads from a title to a column's name, `passport_titles` from a title to
    a row of the passport; `one_class` from a pattern for a class of bodies, whose commas part none, to an example;
    `deliverables` from a head word or phrase to a deliverable's type; `breakdowns` and `units` from the printed form
    to the usual one.
    """

    lang: str
    tags: Mapping[str, tuple[str, str]]
    chunks: tuple[Rule, ...] = ()
    dates: tuple[Rule, ...] = ()
    values: tuple[Rule, ...] = ()
    labels: tuple[Rule, ...] = ()
    remarks: tuple[str, ...] = ()
    legal_forms: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    breakdowns: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    unit_nouns: Mapping[str, str] = field(default_factory=dict)
    deliverables: Mapping[str, str] = field(default_factory=dict)
    recipients: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    column_titles: Mapping[str, str] = field(default_factory=dict)
    actual_titles: tuple[str, ...] = ()
    breakdown_leads: tuple[str, ...] = ()
    passport_titles: Mapping[str, str] = field(default_factory=dict)
    passport_headings: tuple[str, ...] = ()
    short_form_leads: tuple[str, ...] = ()
    act_day_leads: tuple[str, ...] = ()
    column_stems: Mapping[str, str] = field(default_factory=dict)
    one_class: Mapping[str, str] = field(default_factory=dict)
    act_day_endings: tuple[str, ...] = ()
    glossary_leads: tuple[str, ...] = ()


@cache
def words(lang: str) -> Lexicon:
    """The lexicon of a language; raises ValueError naming the file and the entry that is wrong."""
    if lang not in LANGUAGES:
        raise ValueError(f"there is a lexicon for {' and '.join(LANGUAGES)}, not for {lang!r}")
    path = LEXICON / f"{lang}.yml"
    data = yaml.safe_load(path.read_text("utf-8"))
    if unknown := set(data) - SECTIONS:
        raise ValueError(f"{path.name}: unknown section {', '.join(sorted(unknown))}")
    return Lexicon(
        lang=lang,
        tags=_tags(path.name, data["tags"]),
        chunks=_rules(path.name, data.get("chunks", ())),
        dates=_rules(path.name, data.get("dates", ())),
        values=_rules(path.name, data.get("values", ())),
        labels=_rules(path.name, data.get("labels", ())),
        remarks=tuple(data.get("remarks", ())),
        legal_forms=tuple(data.get("legal_forms", ())),
        conjunctions=tuple(data.get("conjunctions", ())),
        breakdowns=_by_form(path.name, "breakdowns", data.get("breakdowns", {})),
        units=_by_form(path.name, "units", data.get("units", {})),
        unit_nouns=_by_form(path.name, "unit_nouns", data.get("unit_nouns", {})),
        deliverables=_by_form(path.name, "deliverables", data.get("deliverables", {})),
        recipients=tuple(data.get("recipients", ())),
        prepositions=tuple(data.get("prepositions", ())),
        quantities=tuple(data.get("quantities", ())),
        column_titles=_by_form(path.name, "column_titles", data.get("column_titles", {})),
        actual_titles=tuple(data.get("actual_titles", ())),
        breakdown_leads=tuple(data.get("breakdown_leads", ())),
        passport_titles=_by_form(path.name, "passport_titles", data.get("passport_titles", {})),
        glossary_leads=tuple(data.get("glossary_leads", ())),
        passport_headings=tuple(data.get("passport_headings", ())),
        short_form_leads=tuple(data.get("short_form_leads", ())),
        act_day_leads=tuple(data.get("act_day_leads", ())),
        one_class=data.get("one_class", {}),
        column_stems=_by_form(path.name, "column_stems", data.get("column_stems", {})),
        act_day_endings=tuple(data.get("act_day_endings", ())),
    )


def _tags(file: str, classes: Mapping[str, Mapping[str, str]]) -> Mapping[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for tag, values in classes.items():
        for value, forms in values.items():
            for form in forms.split():
                if form in found:
                    raise ValueError(f"{file}: {form!r} stands in two classes, {found[form][0]} and {tag}")
                found[form] = (tag, value)
    return found


def _rules(file: str, entries: Sequence[Mapping[str, Any]]) -> tuple[Rule, ...]:
    rules = []
    for entry in entries:
        if set(entry) != {"rule", "reads", "pattern", "example"}:
            raise ValueError(f"{file}: a rule has rule, reads, pattern and example, not {entry}")
        rules.append(Rule(entry["rule"], entry["reads"], entry["pattern"], str(entry["example"])))
    names = [rule.name for rule in rules]
    if doubles := {name for name in names if names.count(name) > 1}:
        raise ValueError(f"{file}: two rules are named {', '.join(sorted(doubles))}")
    return tuple(rules)


def _by_form(file: str, section: str, entries: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for value, forms in entries.items():
        for form in forms:
            if form in found:
                raise ValueError(f"{file}: {section}: {form!r} stands for {found[form]!r} and {value!r}")
            found[form] = value
    return found
