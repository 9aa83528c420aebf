"""Which rule of the lexicon decides a sentence, and on which words.

A rule's pattern is parts with gaps between them. A part is a row of words: where one stands is looked up by its first
word; then the gaps between the parts are measured. Rules none of whose patterns begins in the sentence are not tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, product

from extract.finders.duties.grammar.tags import FINITE
from extract.finders.duties.grammar.words import START, Word
from extract.lexicon.duties import PASSES, DutyRule, duty_words

_OPTIONAL = "?"
_CLOSES_CLAUSE = frozenset({"semicolon", "stop"})
_SAYS_NOTHING = frozenset({"start", "comma", "colon", "stop", "semicolon", "dash", "not", "that", "to-do", "its-doing"})
"""Classes that nearly every sentence has: one with no other class of the rules is not worth a look."""

_EDGES = frozenset({"start", "comma", "colon"})
_WIDE_BARRIERS = frozenset({"semicolon", "stop", "start"})
_BARRIERS = {
    "~": _WIDE_BARRIERS | {"comma", "colon", "short-adjective"},
    "~~": _WIDE_BARRIERS,
    "~!": _WIDE_BARRIERS | FINITE | {"effect-infinitive", "recommend"},
    "~=": _EDGES | _WIDE_BARRIERS | FINITE | {"effect-infinitive", "recommend", "not", "entitled", "forbidden"},
}
"""What may not stand in a gap, by the gap's sign."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `most` words of other classes than `barriers`; `over_clauses` that of those only in clauses below."""

    most: int
    barriers: frozenset[str]
    over_clauses: bool = False

    def reaches(self, words: Sequence[Word], start: int, end: int) -> bool:
        """Whether the words from `start` to `end` (exclusive) fit."""
        if not 0 <= end - start <= self.most:
            return False
        bars = (word for word in words[start:end] if word.tag in self.barriers)
        return all(self.over_clauses and word.subordinate and word.tag not in _WIDE_BARRIERS for word in bars)


@dataclass(frozen=True, slots=True)
class Pattern:
    """Parts, the gap behind each but the last, and the parts without their order."""

    parts: tuple[str, ...]
    gaps: tuple[Gap, ...]
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Decision:
    """A rule that held, and the places of the first and last word (inclusive) that it held on."""

    rule: DutyRule
    first: int
    last: int


Choice = tuple[frozenset[str], frozenset[str]]
"""What a word may be: of one of some classes, or in one of some forms."""

Row = Sequence[Choice]
"""Words side by side: what each may be."""

Places = Mapping[str, Sequence[tuple[int, int]]]
"""Part -> where it stands in a sentence: first word, last word (exclusive)."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The parts that a word opens: those that are whole by it, and the others by the class or form of the next word,
    each with what must stand behind that.
    """

    whole: list[str] = field(default_factory=list)
    by_class: dict[str, list[tuple[str, Row]]] = field(default_factory=dict)
    by_form: dict[str, list[tuple[str, Row]]] = field(default_factory=dict)

    def add(self, part: str, behind: Row) -> None:
        """A row of a part, without its first word."""
        if not behind:
            self.whole.append(part)
            return
        (classes, forms), *rest = behind
        for choices, rows in ((classes, self.by_class), (forms, self.by_form)):
            for choice in choices:
                rows.setdefault(choice, []).append((part, rest))


class RuleBook:
    """The rules of one language, compiled."""

    def __init__(self, lang: str) -> None:
        self._rules = duty_words(lang).rules
        compiled = [(n, compile_pattern(pattern)) for n, rule in enumerate(self._rules) for pattern in rule.patterns]
        self._opened_by: dict[str, list[tuple[int, Pattern]]] = {}
        for number, pattern in compiled:
            self._opened_by.setdefault(pattern.parts[0], []).append((number, pattern))
        parts = {part for _, pattern in compiled for part in pattern.parts}
        self._of_class: dict[str, Opened] = {}
        self._of_form: dict[str, Opened] = {}
        for part in sorted(parts):
            for (classes, forms), *behind in rows_of(part):
                for choices, opened in ((classes, self._of_class), (forms, self._of_form)):
                    for choice in choices:
                        opened.setdefault(choice, Opened()).add(part, behind)
        words = [word for part in parts for row in rows_of(part) for word in row]
        self._telling_classes = frozenset().union(*(classes for classes, _ in words)) - _SAYS_NOTHING
        self._telling_forms = frozenset().union(*(forms for _, forms in words))

    def decide(self, words: Sequence[Word], mood: str, passed: frozenset[str] = frozenset()) -> list[Decision]:
        """The rules that hold for a sentence in a text of that mood, in the order of their words.

        Rules are tried in the order of the lexicon; the words that one decided on are no other's. A rule that passes
        over the sentence is the only one given. Those whose names are `passed` are not tried.
        """
        tags, norms = [word.tag for word in words], [word.norm for word in words]
        if self._telling_classes.isdisjoint(tags) and self._telling_forms.isdisjoint(norms):
            return []
        places = self._places(tags, norms)
        taken: set[int] = set()
        held: set[str] = set()
        below: dict[str, int] = {}
        found: list[Decision] = []
        for number, patterns in sorted(self._possible(places).items()):
            rule = self._rules[number]
            if mood not in rule.moods or rule.name in passed or held.intersection(rule.unless):
                continue
            for first, last in _matches(patterns, places, words):
                if first in taken or last in taken or (rule.main_clause and words[last].subordinate):
                    continue
                if any(below.get(name, first) < first for name in rule.unless):
                    continue
                if words[first].subordinate and rule.reads not in PASSES:
                    below.setdefault(rule.name, first)  # "добиться, чтобы ..., | которая должна ...": bids before it
                elif not (_stands_apart(words, first) and rule.reads == "not-this-clause"):
                    held.add(rule.name)
                found.append(Decision(rule, first, last))
                if rule.reads == "not-this-sentence":
                    return found[-1:]
                taken.update(range(first, (_clause_end(words, last) if rule.reads == "not-this-clause" else last) + 1))
        return sorted(found, key=lambda decision: (decision.first, decision.last))

    def _possible(self, places: Places) -> dict[int, list[Pattern]]:
        """The patterns whose parts all stand in a sentence, by the number of their rule."""
        possible: dict[int, list[Pattern]] = {}
        present = places.keys()
        for part in present:
            for number, pattern in self._opened_by.get(part, ()):
                if pattern.needs <= present:
                    possible.setdefault(number, []).append(pattern)
        return possible

    def _places(self, tags: Sequence[str], norms: Sequence[str]) -> Places:
        """Where each part of the rules stands, by the class and the form of each word of the sentence."""
        places: dict[str, list[tuple[int, int]]] = {}
        of_class, of_form, total = self._of_class, self._of_form, len(tags)
        for start, (tag, norm) in enumerate(zip(tags, norms, strict=True)):
            for opened in (of_class.get(tag), of_form.get(norm)):
                if opened is None:
                    continue
                second = start + 1
                for part in opened.whole:
                    places.setdefault(part, []).append((start, second))
                if second == total:
                    continue
                for part, rest in chain(opened.by_class.get(tags[second], ()), opened.by_form.get(norms[second], ())):
                    end = second + 1
                    for classes, forms in rest:
                        if end == total or not (tags[end] in classes or norms[end] in forms):
                            break
                        end += 1
                    else:
                        places.setdefault(part, []).append((start, end))
        return places


def _matches(patterns: Sequence[Pattern], places: Places, words: Sequence[Word]) -> list[tuple[int, int]]:
    """Where a rule's patterns match: first and last word (inclusive), no marks at the edges, the longest first.

    One that ends within brackets that open in it goes behind those that do not: "составляет план (далее – | план)".
    """
    found = set()
    for pattern in patterns:
        leads = len(pattern.parts) > 1 and pattern.parts[0].endswith("colon")
        passed_over = (pattern.parts[0] == START and len(pattern.parts) > 1) or leads  # what opens it decides nothing
        for start, end in _matches_of(pattern, places, words):
            telling = [n for n in range(end - 1 if passed_over else start, end) if words[n].tag not in _EDGES]
            found.add((telling[0], telling[-1]) if telling else (start, end - 1))
    return sorted(found, key=lambda match: (match[0], _ends_within_brackets(words, *match), -match[1]))


def _stands_apart(words: Sequence[Word], n: int) -> bool:
    """Whether a word is of a clause below, or of brackets, which lay nothing on the sentence around them."""
    tags = [word.tag for word in words[:n]]
    return words[n].subordinate or tags.count("open") > tags.count("close")


def _ends_within_brackets(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether brackets that open behind the first word are still open at the last."""
    tags = [word.tag for word in words[first:last]]
    return tags.count("open") > tags.count("close")


def _matches_of(pattern: Pattern, places: Places, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    reached = list(places.get(pattern.parts[0], ()))
    for gap, part in zip(pattern.gaps, pattern.parts[1:], strict=True):
        following = places.get(part, ())
        reached = [(a, d) for a, b in reached for c, d in following if gap.reaches(words, b, c)]
    yield from reached


def _clause_end(words: Sequence[Word], last: int) -> int:
    below = words[last].subordinate
    while last + 1 < len(words) and words[last + 1].tag not in _CLOSES_CLAUSE:
        if below and not words[last + 1].subordinate:
            break  # "школам, в которых растет спрос, | открыть кружки"
        last += 1
    return last


def compile_pattern(pattern: str) -> Pattern:
    """A pattern of the lexicon: "need ~3 infinitive" is two parts with a gap of at most three words."""
    parts: list[list[str]] = [[]]
    gaps: list[Gap] = []
    for word in pattern.split():
        if word.startswith("~"):
            sign = word.rstrip("0123456789")
            gaps.append(Gap(int(word[len(sign) :]), _BARRIERS[sign], over_clauses=sign == "~!"))
            parts.append([])
        else:
            parts[-1].append(word)
    told = tuple(" ".join(part) for part in parts)
    return Pattern(told, tuple(gaps), frozenset(told))


def rows_of(part: str) -> list[list[Choice]]:
    """The rows of words that a part stands for, each word as what it may be; an optional one is there or is not.

    Classes stand as they are, forms in quotes: "will|must 'вновь|снова' participle?" is two rows, the longer first.
    """
    ways = [[[choices(word)], []] if word.endswith(_OPTIONAL) else [[choices(word)]] for word in part.split()]
    return [list(chain.from_iterable(way)) for way in product(*ways)]


def choices(word: str) -> Choice:
    """What one word of a pattern may be: classes stand as they are, forms in quotes.

    "'вновь|снова'" is two forms, "number|'до'" a class and a form.
    """
    bare = word.removesuffix(_OPTIONAL)
    if bare.startswith("'"):
        return frozenset(), frozenset(bare.strip("'").split("|"))
    told = bare.split("|")
    forms = frozenset(one.strip("'") for one in told if one.startswith("'"))
    return frozenset(one for one in told if not one.startswith("'")), forms


def lays_something(decision: Decision) -> bool:
    """Whether a decision gives a modality, not just that nothing is meant."""
    return decision.rule.reads not in PASSES


@cache
def rule_book(lang: str) -> RuleBook:
    """The rules of a language, compiled once."""
    return RuleBook(lang)
