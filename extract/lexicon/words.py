"""The lexicons: what the words of a language mean in deadlines, cells and headings, read from `lexicon/*.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from extract.lexicon.loading import LexiconFile, check_language, read_lexicon

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
        "planned_titles",
        "breakdown_leads",
        "passport_titles",
        "passport_headings",
        "short_form_leads",
        "act_day_leads",
        "column_stems",
        "catalogue_terms",
        "one_class",
        "occasions",
        "party_notes",
        "deadline_exceptions",
        "act_day_endings",
        "glossary_leads",
        "plan_titles",
        "ditto",
        "indicator_titles",
        "continued_leads",
        "baseline_titles",
        "amount_titles",
        "aside_titles",
        "due_titles",
        "report_titles",
        "money_nouns",
        "form_purposes",
        "year_titles",
        "year_part_titles",
        "month_part_titles",
        "governed_cases",
        "form_stems",
        "body_stems",
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
    `occasions` likewise, for a time where a body should stand, `party_notes` for brackets behind a body that are no
    part of its name, `deadline_exceptions` for words that take something out of a deadline;
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
    planned_titles: tuple[str, ...] = ()
    breakdown_leads: tuple[str, ...] = ()
    passport_titles: Mapping[str, str] = field(default_factory=dict)
    passport_headings: tuple[str, ...] = ()
    short_form_leads: tuple[str, ...] = ()
    act_day_leads: tuple[str, ...] = ()
    column_stems: Mapping[str, str] = field(default_factory=dict)
    catalogue_terms: tuple[str, ...] = ()
    one_class: Mapping[str, str] = field(default_factory=dict)
    occasions: Mapping[str, str] = field(default_factory=dict)
    party_notes: Mapping[str, str] = field(default_factory=dict)
    deadline_exceptions: Mapping[str, str] = field(default_factory=dict)
    act_day_endings: tuple[str, ...] = ()
    glossary_leads: tuple[str, ...] = ()
    plan_titles: tuple[str, ...] = ()
    ditto: tuple[str, ...] = ()
    continued_leads: tuple[str, ...] = ()
    indicator_titles: Mapping[str, str] = field(default_factory=dict)
    baseline_titles: tuple[str, ...] = ()
    amount_titles: tuple[str, ...] = ()
    aside_titles: tuple[str, ...] = ()
    due_titles: tuple[str, ...] = ()
    report_titles: tuple[str, ...] = ()
    money_nouns: tuple[str, ...] = ()
    form_purposes: tuple[str, ...] = ()
    year_titles: tuple[str, ...] = ()
    year_part_titles: Mapping[str, str] = field(default_factory=dict)
    month_part_titles: tuple[str, ...] = ()
    governed_cases: Mapping[str, frozenset[str]] = field(default_factory=dict)
    form_stems: tuple[str, ...] = ()
    body_stems: tuple[str, ...] = ()


@cache
def words(lang: str) -> Lexicon:
    """The lexicon of a language; raises ValueError naming the file and the entry that is wrong."""
    check_language(lang)
    file = read_lexicon(lang)
    data = file.data
    for section in sorted(set(data) - SECTIONS):
        raise file.error(f"unknown section {section}", section)
    return Lexicon(
        lang=lang,
        tags=_tags(file),
        chunks=_rules(file, "chunks"),
        dates=_rules(file, "dates"),
        values=_rules(file, "values"),
        labels=_rules(file, "labels"),
        remarks=tuple(data.get("remarks", ())),
        legal_forms=tuple(data.get("legal_forms", ())),
        conjunctions=tuple(data.get("conjunctions", ())),
        breakdowns=_by_form(file, "breakdowns"),
        units=_by_form(file, "units"),
        unit_nouns=_by_form(file, "unit_nouns"),
        deliverables=_by_form(file, "deliverables"),
        recipients=tuple(data.get("recipients", ())),
        prepositions=tuple(data.get("prepositions", ())),
        quantities=tuple(data.get("quantities", ())),
        column_titles=_with_plain_signs(_by_form(file, "column_titles")),
        actual_titles=tuple(data.get("actual_titles", ())),
        planned_titles=tuple(data.get("planned_titles", ())),
        breakdown_leads=tuple(data.get("breakdown_leads", ())),
        passport_titles=_by_form(file, "passport_titles"),
        glossary_leads=tuple(data.get("glossary_leads", ())),
        passport_headings=tuple(data.get("passport_headings", ())),
        short_form_leads=tuple(data.get("short_form_leads", ())),
        act_day_leads=tuple(data.get("act_day_leads", ())),
        one_class=dict(data.get("one_class", {})),
        occasions=dict(data.get("occasions", {})),
        party_notes=dict(data.get("party_notes", {})),
        deadline_exceptions=dict(data.get("deadline_exceptions", {})),
        column_stems=_by_form(file, "column_stems"),
        catalogue_terms=tuple(data.get("catalogue_terms", ())),
        act_day_endings=tuple(data.get("act_day_endings", ())),
        plan_titles=tuple(data.get("plan_titles", ())),
        ditto=tuple(data.get("ditto", ())),
        continued_leads=tuple(data.get("continued_leads", ())),
        indicator_titles=_by_form(file, "indicator_titles"),
        baseline_titles=tuple(data.get("baseline_titles", ())),
        amount_titles=tuple(data.get("amount_titles", ())),
        aside_titles=tuple(data.get("aside_titles", ())),
        due_titles=tuple(data.get("due_titles", ())),
        report_titles=tuple(data.get("report_titles", ())),
        money_nouns=tuple(data.get("money_nouns", ())),
        form_purposes=tuple(data.get("form_purposes", ())),
        year_titles=tuple(data.get("year_titles", ())),
        year_part_titles=_by_form(file, "year_part_titles"),
        month_part_titles=tuple(data.get("month_part_titles", ())),
        governed_cases={word: frozenset(cases.split()) for word, cases in data.get("governed_cases", {}).items()},
        form_stems=tuple(data.get("form_stems", ())),
        body_stems=tuple(data.get("body_stems", ())),
    )


def _tags(file: LexiconFile) -> Mapping[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for tag, values in file.data["tags"].items():
        for value, forms in values.items():
            for form in forms.split():
                if form in found:
                    message = f"{form!r} stands in two classes, {found[form][0]} and {tag}"
                    raise file.error(message, "tags", tag, value)
                found[form] = (tag, value)
    return found


def _rules(file: LexiconFile, section: str) -> tuple[Rule, ...]:
    rules: list[Rule] = []
    for n, entry in enumerate(file.data.get(section, ())):
        if set(entry) != {"rule", "reads", "pattern", "example"}:
            raise file.error(f"a rule has rule, reads, pattern and example, not {entry}", section, n)
        if entry["rule"] in (rule.name for rule in rules):
            raise file.error(f"two rules are named {entry['rule']}", section, n)
        rules.append(Rule(entry["rule"], entry["reads"], entry["pattern"], str(entry["example"])))
    return tuple(rules)


def _by_form(file: LexiconFile, section: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for value, forms in file.data.get(section, {}).items():
        for form in forms:
            if form in found:
                raise file.error(f"{section}: {form!r} stands for {found[form]!r} and {value!r}", section, value)
            found[form] = value
    return found


def _with_plain_signs(titles: Mapping[str, str]) -> Mapping[str, str]:
    """The titles, those with the sign of a number also as a Latin letter: "р/с n"."""
    return {**titles, **{title.replace("№", "n"): kind for title, kind in titles.items() if "№" in title}}
