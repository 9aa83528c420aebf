"""What words lay on somebody: the rules of `lexicon/duties.*.yml`, in their order, each with examples both ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.lexicon.loading import LexiconFile, check_language, read_lexicon
from extract.lexicon.sought import sought

MODALITIES = ("requirement", "commitment", "intention", "recommendation", "permission", "prohibition")
PASSES = ("not-these-words", "not-this-clause", "not-this-sentence")
"""What a rule may read instead of a modality: nothing is laid on anybody by these words, this clause, this sentence."""

MOODS = ("instruction", "plan", "report", "results", "enacting")
"""What a part of a text does: it instructs, plans, reports what is, promises results, or enacts an act."""

SUBJECTS = ("subject", "actor", "doer")
"""Roles of who acts: of those whom a list has, of anybody by the place of his noun, or as the predicate goes."""

CONTROLS = "control-laid"
"""The rule of who watches over an act."""

ROLES = (
    *(*SUBJECTS, "addressee", "agent", "beneficiary", "owner", "holder", "charged", "bidden", "lead", "freed"),
    *("called", "faced"),
)
"""How a sentence names the bearer: who acts, to whom it is said, by whom it is done, whose task it is, who comes
to own something, on whom it is laid, who is bid by a point of an act, who is all of the lead-in above, who is freed,
who is called upon, before whom a task is set; or, for the doer, as the predicate goes."""

_SECTIONS = frozenset(
    {"classes", "lemmas", "forms", "grammar", "rules", "moods", "genres", "actors", "openings", "connectives"}
)
_FIELDS = frozenset(
    {"rule", "reads", "pattern", "moods", "clause", "unless", "bearer", "needs_bearer", "only_whose", "examples", "not"}
)


@dataclass(frozen=True, slots=True)
class DutyRule:
    """A named pattern over word classes, what it reads, where it holds, and what it must and must not match.

    `moods` are the parts of a text in which the rule holds; `main_clause` that its words may not stand in a
    subordinate one; `unless` names rules that silence this one in the same sentence; `bearer` tells how the sentence
    names who is bound; with `needs_bearer` the rule holds only where it names somebody; with `only_whose` its words
    only say whose the deed behind them is.
    """

    name: str
    reads: str
    patterns: tuple[str, ...]
    moods: tuple[str, ...]
    main_clause: bool
    unless: tuple[str, ...]
    bearer: str
    needs_bearer: bool
    only_whose: bool
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """A word class told by the end of a word, with words that have it and words that have not.

    `closes` are the last letters, two at most, that a word of that end can have; any where they are not told.
    """

    tag: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]
    closes: tuple[str, ...] = ("",)


@dataclass(frozen=True, slots=True)
class Opening:
    """Words of a heading, or of a line that leads down, from which on a text has another mood."""

    mood: str
    pattern: re.Pattern[str]
    example: str


@dataclass(frozen=True, slots=True)
class Actors:
    """Nouns that name somebody who can act, by their dictionary form.

    `heads` do so by themselves; `compounds` only before one of the words given ("организация" before "образования").
    """

    heads: frozenset[str]
    compounds: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class DutyWords:
    """One language's wording of duties.

    `classes` leads from a form to its word class, `lemmas` from a dictionary form; `endings` class other words;
    `forms` are forms with a name, which patterns give for them: "<tasks>".
    `genres` tell a text's first mood by its title, `openings` where it changes; `connectives` are words that open a
    sentence and say nothing of the action.
    """

    lang: str
    classes: Mapping[str, str]
    lemmas: Mapping[str, str]
    forms: Mapping[str, tuple[str, ...]]
    endings: tuple[Ending, ...]
    rules: tuple[DutyRule, ...]
    genres: tuple[Opening, ...]
    openings: tuple[Opening, ...]
    actors: Actors
    connectives: tuple[str, ...]


@cache
def duty_words(lang: str) -> DutyWords:
    """The wording of a language; raises LexiconError naming file, line and entry."""
    check_language(lang)
    file = read_lexicon(f"duties.{lang}")
    data = file.data
    for section in sorted(set(data) - _SECTIONS):
        raise file.error(f"unknown section {section}", section)
    return DutyWords(
        lang=lang,
        classes=_by_word(file, "classes"),
        lemmas=_by_word(file, "lemmas"),
        forms=_forms(file),
        endings=tuple(_ending(file, n, entry) for n, entry in enumerate(data.get("grammar", ()))),
        rules=_rules(file),
        genres=tuple(_openings(file, "genres")),
        openings=tuple(_openings(file, "openings")),
        actors=Actors(
            frozenset(data["actors"]["heads"].split()),
            {head: tuple(words.split()) for head, words in data["actors"].get("compounds", {}).items()},
        ),
        connectives=tuple(sorted(data["connectives"], key=len, reverse=True)),
    )


def _by_word(file: LexiconFile, section: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, words in file.data.get(section, {}).items():
        for word in words.split():
            if word in found:
                raise file.error(f"{word!r} stands in two classes, {found[word]} and {name}", section, name)
            found[word] = name
    return found


def _forms(file: LexiconFile) -> dict[str, tuple[str, ...]]:
    return {name: tuple(words.split()) for name, words in file.data.get("forms", {}).items()}


def _with_forms(file: LexiconFile, forms: Mapping[str, tuple[str, ...]], n: int, pattern: str) -> str:
    """A pattern with forms in the place of their names: "start <tasks> colon"."""
    if strangers := set(_NAMED.findall(pattern)) - set(forms):
        raise file.error(f"no forms are named {', '.join(sorted(strangers))}", "rules", n)
    return _NAMED.sub(lambda match: f"'{'|'.join(forms[match[1]])}'", pattern)


_NAMED = re.compile(r"<([\w-]+)>")


def _ending(file: LexiconFile, n: int, entry: Mapping[str, Any]) -> Ending:
    if set(entry) - {"class", "ending", "examples", "not", "closes"} or not entry.get("examples"):
        raise file.error(f"an ending has class, ending, examples and not, not {dict(entry)}", "grammar", n)
    return Ending(
        entry["class"],
        re.compile(rf"(?:{entry['ending']})\Z"),
        tuple(entry["examples"].split()),
        tuple(entry.get("not", "").split()),
        tuple(entry.get("closes", "").split()) or ("",),
    )


def _openings(file: LexiconFile, section: str) -> Iterable[Opening]:
    for n, entry in enumerate(file.data[section]):
        if set(entry) - {"needs"} != {"mood", "words", "example"} or entry["mood"] not in MOODS:
            told = f"an opening has mood ({', '.join(MOODS)}), words and example, not {dict(entry)}"
            raise file.error(told, section, n)
        yield Opening(entry["mood"], sought(entry["words"], entry.get("needs", ()), 0), entry["example"])


def _rules(file: LexiconFile) -> tuple[DutyRule, ...]:
    rules: list[DutyRule] = []
    named: set[str] = set()
    entries = file.data["rules"]
    forms = _forms(file)
    names = {entry.get("rule") for entry in entries}
    for n, entry in enumerate(entries):
        rule = _rule(file, forms, n, entry)
        if rule.name in named:
            raise file.error(f"two rules are named {rule.name}", "rules", n)
        named.add(rule.name)
        if strangers := set(rule.unless) - names:
            raise file.error(f"{rule.name} names no rule by {', '.join(sorted(strangers))}", "rules", n)
        rules.append(rule)
    return tuple(rules)


def _rule(file: LexiconFile, forms: Mapping[str, tuple[str, ...]], n: int, entry: Mapping[str, Any]) -> DutyRule:
    name = entry.get("rule", "a rule without a name")
    moods = tuple(entry.get("moods", " ".join(MOODS)).split())
    bearer = entry.get("bearer", "doer")
    for fault, told in (
        (set(entry) - _FIELDS, f"{name} has unknown fields {', '.join(sorted(set(entry) - _FIELDS))}"),
        (entry["reads"] not in (*MODALITIES, *PASSES), f"{name} reads {entry['reads']!r}, which is no modality"),
        (set(moods) - set(MOODS), f"{name} holds in {', '.join(moods)}; moods are {', '.join(MOODS)}"),
        (bearer not in ROLES, f"{name} has a bearer {bearer!r}, not one of {', '.join(ROLES)}"),
        (not entry.get("examples"), f"{name} has no example"),
    ):
        if fault:
            raise file.error(told, "rules", n)
    patterns = [entry["pattern"]] if isinstance(entry["pattern"], str) else entry["pattern"]
    return DutyRule(
        name=name,
        reads=entry["reads"],
        patterns=tuple(_with_forms(file, forms, n, pattern) for pattern in patterns),
        moods=moods,
        main_clause=entry.get("clause", "any") == "main",
        unless=tuple(entry.get("unless", "").split()),
        bearer=bearer,
        needs_bearer=bool(entry.get("needs_bearer", False)),
        only_whose=bool(entry.get("only_whose", False)),
        examples=tuple(entry["examples"]),
        counter_examples=tuple(entry.get("not", ())),
    )
