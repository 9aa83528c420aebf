"""Words that stand beside figures, read from `lexicon/figures.yml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extract.lexicon.loading import read_lexicon
from extract.lexicon.phrasing import Wording, read_wordings


@dataclass(frozen=True, slots=True)
class ThisYear:
    """A language's words for the year that a text calls its own; `written` stands for them, `{}` the year."""

    pattern: re.Pattern[str]
    written: str
    example: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale of money in a title: `factor` makes an amount million tenge."""

    factor: float
    pattern: re.Pattern[str]
    example: str


@dataclass(frozen=True, slots=True)
class FigureWords:
    """What `figures.yml` holds; words of years, sources, sums, parts, scales and currency, and those that say that an
    amount is not exact, are alternations.
    """

    year_words: str
    short_year_words: str
    hour_words: str
    part_of_text_words: str
    source_words: str
    source_forms: str
    source_phrases: str
    sum_words: str
    part_words: str
    scales: tuple[Scale, ...]
    this_year: Mapping[str, ThisYear]
    amount_scales: str
    small_scales: str
    currency: str
    about_words: str
    about_endings: str
    plan_words: re.Pattern[str]
    school_year: re.Pattern[str]
    term_year: re.Pattern[str]
    plan_of_year: re.Pattern[str]
    part_before_year: str
    part_behind_year: str
    no_money: re.Pattern[str]
    no_value: re.Pattern[str]
    grade: re.Pattern[str]
    before_time: str
    meant_for: str
    before_plan_year: str
    behind_plan_year: str
    wordings: Mapping[str, Wording]

    def pattern(self, name: str) -> re.Pattern[str]:
        """A pattern of months and of times beside rows, by its name."""
        return self.wordings[name].pattern


@cache
def figure_words() -> FigureWords:
    """The words; raises ValueError naming the file where an example is not matched by its pattern."""
    file = read_lexicon("figures")
    data = file.data
    scales = tuple(
        Scale(entry["factor"], re.compile(entry["pattern"], re.IGNORECASE), entry["example"])
        for entry in data["scales"]
    )
    this_year = {
        lang: ThisYear(re.compile(entry["pattern"]), entry["written"], entry["example"])
        for lang, entry in data["this_year"].items()
    }
    for pattern, example in [(rule.pattern, rule.example) for rule in scales] + [
        (rule.pattern, rule.example) for rule in this_year.values()
    ]:
        if not pattern.search(example):
            raise ValueError(f"{file.path.name}: {example!r} is not matched by {pattern.pattern!r}")
    return FigureWords(
        year_words=data["year_words"]["pattern"],
        hour_words=data["hour_words"]["pattern"],
        part_of_text_words=data["part_of_text_words"]["pattern"],
        short_year_words=data["short_year_words"]["pattern"],
        source_words=data["source_words"]["pattern"],
        source_forms=data["source_forms"]["pattern"],
        source_phrases=data["source_phrases"]["pattern"],
        sum_words=data["sum_words"]["pattern"],
        part_words=data["part_words"]["pattern"],
        scales=scales,
        this_year=this_year,
        small_scales=data["small_scales"]["pattern"],
        amount_scales=data["amount_scales"]["pattern"],
        currency=data["currency"]["pattern"],
        about_words=data["about_words"]["pattern"],
        about_endings=data["about_endings"]["pattern"],
        plan_words=re.compile(data["plan_words"]["pattern"], re.IGNORECASE),
        school_year=re.compile(data["school_year"]["pattern"], re.IGNORECASE),
        term_year=re.compile(data["term_year"]["pattern"], re.IGNORECASE),
        plan_of_year=re.compile(data["plan_of_year"]["pattern"], re.IGNORECASE),
        part_before_year=data["part_before_year"]["pattern"],
        part_behind_year=data["part_behind_year"]["pattern"],
        no_money=re.compile(data["no_money"]["pattern"], re.IGNORECASE),
        no_value=re.compile(data["no_value"]["pattern"], re.IGNORECASE),
        grade=re.compile(data["grade"]["pattern"]),
        before_time=data["before_time"]["pattern"],
        meant_for=data["meant_for"]["pattern"],
        before_plan_year=data["before_plan_year"]["pattern"],
        behind_plan_year=data["behind_plan_year"]["pattern"],
        wordings=read_wordings(file),
    )
