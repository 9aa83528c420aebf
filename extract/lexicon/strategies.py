"""How a language words the headings and tables of a strategy, read from `lexicon/strategies.yml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extract.lexicon.loading import read_lexicon

SECTIONS = {
    "headings": frozenset({"goal", "direction", "task", "expected-result"}),
    "columns": frozenset({"number", "name", "unit", "remark"}),
    "rows": frozenset({"target", "result"}),
    "bounds": frozenset({"min", "max"}),
    "marks": frozenset({"min", "max"}),
}
_NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class StrategyWords:
    """Phrase to meaning, longest phrases first: `headings` and `rows` to a kind, `columns` to a column, `bounds` and
    `marks`, which bound a number that nothing else stands beside.

    `principles` are words of a lead-in whose list tells how things are done, not what will be; `examples` leads
    from a section and a phrase to words that it was written for.
    """

    lang: str
    headings: Mapping[str, str]
    columns: Mapping[str, str]
    rows: Mapping[str, str]
    bounds: Mapping[str, str]
    marks: Mapping[str, str]
    principles: tuple[str, ...]
    examples: Mapping[str, Mapping[str, str]]

    def column(self, title: str) -> str | None:
        """The column that a title names: "Өлшем бір-лігі" is `unit`; None for a title that is not known."""
        return self.columns.get(letters(title))


def letters(text: str) -> str:
    """A title's letters alone, in lower case: a conversion may have torn its words."""
    return _NOT_LETTERS.sub("", text.casefold()) or text.strip()


@cache
def strategy_words(lang: str) -> StrategyWords:
    """The words of a language; raises LexiconError naming the section and the key that is missing or unknown."""
    file = read_lexicon("strategies")
    data = file.data
    if lang not in data:
        raise file.error(f"there are words for {' and '.join(data)}, not for {lang!r}")
    sections = data[lang]
    meanings = {name: _meanings(lang, name, sections, keys) for name, keys in SECTIONS.items()}
    return StrategyWords(
        lang=lang,
        headings=meanings["headings"],
        columns={letters(title): column for title, column in meanings["columns"].items()},
        rows=meanings["rows"],
        bounds=meanings["bounds"],
        marks=meanings["marks"],
        principles=tuple(sections["principles"]),
        examples={
            **{name: {k: v for group in sections[name].values() for k, v in group.items()} for name in SECTIONS},
            "principles": sections["principles"],
        },
    )


def _meanings(
    lang: str, section: str, sections: Mapping[str, Mapping[str, Mapping[str, str]]], keys: frozenset[str]
) -> dict[str, str]:
    if section not in sections or set(sections[section]) != keys:
        raise read_lexicon("strategies").error(
            f"{lang}: {section} has the keys {', '.join(sorted(keys))}, no more and no less", lang, section
        )
    found = [(phrase, meaning) for meaning, phrases in sections[section].items() for phrase in phrases]
    return dict(sorted(found, key=lambda pair: -len(pair[0])))
