"""One document's way: text, `Document`, glossary, records and findings. Each stage is crossed once.

`FINDERS` is the way itself: what is found, in order, what each finder needs of what was found before, and which stands
in for another that found nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from extract.document.blocks import Document
from extract.finders.acts.amendments import (
    find_amended_indicators,
    find_amendments,
    with_changes,
    without_new_wording,
)
from extract.finders.acts.citations import find_citations
from extract.finders.acts.commencement import find_commencements, with_commencement
from extract.finders.acts.parts import with_parts_told
from extract.finders.acts.standing import find_standing
from extract.finders.bodies import Bodies
from extract.finders.duties.enacting import find_act_roles, find_reporting_lines
from extract.finders.duties.prose import Prose, read_prose
from extract.finders.duties.provisions import find_provisions
from extract.finders.duties.times.own_year import year_of
from extract.finders.finding_messages import told_once
from extract.finders.frame import frames_of
from extract.finders.glossary import find_glossary, meanings
from extract.finders.indicators.headings import find_indicators
from extract.finders.indicators.passports import find_passport_indicators
from extract.finders.indicators.rows import IndicatorFinder
from extract.finders.indicators.sections import find_section_indicators
from extract.finders.names.defined_terms import find_introductions
from extract.finders.names.mentions import find_mentions
from extract.finders.names.own_organisation import find_own_organisation, find_units_of_nobody
from extract.finders.names.systems import find_systems_and_initiatives, outside
from extract.finders.passport import find_passport
from extract.finders.plan.measures import MeasureFinder
from extract.finders.plan.money.totals import find_totals
from extract.finders.plan.parts_over_tables import with_whole_title
from extract.finders.plan.plan import read_plan
from extract.finders.plan.points.noted_points import without_noted_points
from extract.finders.plan.rows.groups import find_groups
from extract.finders.plan.rows.indicator_rows import indicator_items
from extract.finders.plan.rows.items import PlanItem
from extract.finders.sections import find_sections
from extract.finders.strategy.outline import find_structure
from extract.finders.strategy.result_tables import find_table_indicators
from extract.finders.tables.baselines import find_supposed_years
from extract.finders.tables.mistyped_years import find_mistyped_years
from extract.finders.tables.unread import find_unread_tables
from extract.finders.title_period import with_one_period, with_period
from extract.finders.whole_document import about_document, find_of_the_file, find_unexpected
from extract.inputs.reading import read_input
from extract.language.bilingual.documents import of_neither
from extract.sources.recognise import Settings
from extract.texts import read_whole, texts_of
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.prose import Citation, GlossaryEntry, Mention, Provision, Section
from kzedu_graph.model.records import Indicator, Measure, Party, Source
from kzedu_graph.registry.resolving import Registry


@dataclass(slots=True)
class Results:
    """What has been found in one document so far, by the names of `FINDERS`, and what every finder may look at."""

    source: Source
    settings: Settings
    document: Document
    registry: Registry
    by_name: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.by_name[name]

    def lacks(self, name: str) -> bool:
        """Whether nothing of a name has been found; indicators come with findings, of which there may be some."""
        found = self[name]
        return not (found[0] if name in INDICATORS else found)

    @property
    def parties(self) -> list[Party]:
        """Everybody who answers for a measure or an indicator."""
        indicators = self.indicators
        return [party for one in (*self["measures"], *indicators) for party in one.responsible]

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators of every place that they are written in, in the order of `INDICATORS`."""
        return tuple(one for place in INDICATORS for one in self[place][0])


@dataclass(frozen=True, slots=True)
class Finder:
    """A step: `gives` is what it finds, `needs` what must have been found before, by name.

    One that `stands_in` is asked only where the one before it of the same name found nothing.
    """

    gives: str
    needs: tuple[str, ...]
    find: Callable[[Results], Any]
    stands_in: bool = False


INDICATORS = (
    "indicators-headings",
    "indicators-rows",
    "indicators-lists",
    "indicators-tables",
    "indicators-amended",
    "indicators-passport",
)
"""Where indicators are written: a plan's headings, its rows, lists of a section, tables with years, instructions, and
the passport of a programme that has them nowhere else.
"""


def _introductions(found: Results) -> tuple[GlossaryEntry, ...]:
    return find_introductions(found.document, (entry.abbreviation for entry in found["key"]))


def _measures(found: Results) -> tuple[Measure, ...]:
    year, frames = year_of(found.source, found.document), frames_of(found.source, found.document)
    return MeasureFinder(found.source, found["bodies"], year, frames).find(found["plan"])


def _citations(found: Results) -> tuple[Citation, ...]:
    return find_citations(replace(found.source, organisation=found["organisation"]), found.document, found.registry)


def _organisation(found: Results) -> str | None:
    return find_own_organisation(found.source, found.document, found["measures"], found.registry)


def _units(found: Results) -> tuple[Finding, ...]:
    return find_units_of_nobody(found.source, found.document, found["measures"], found["organisation"])


def _rows(found: Results) -> IndicatorFinder:
    return IndicatorFinder(found.source, found["bodies"])


def _of_tables(found: Results) -> tuple[PlanItem, ...]:
    """The items of the tables of indicators."""
    return tuple(item for items in indicator_items(found.document, found.source.act_date) for item in items)


def _of_passport(found: Results) -> tuple[Indicator, ...]:
    elsewhere = any(found[place][0] for place in INDICATORS[:-1])
    return () if elsewhere else find_passport_indicators(found.source, found.document)


def _of_years(found: Results) -> tuple[tuple[Indicator, ...], tuple[Finding, ...]]:
    """The indicators of tables with a column a year, but for those that stand among a plan's rows, read already."""
    among_rows, _ = found["indicators-rows"]
    elsewhere = found.document.without_tables_of(span for one in among_rows for span in one.evidence)
    return find_table_indicators(found.source, elsewhere)


def _provisions(found: Results) -> tuple[tuple[Provision, ...], tuple[Finding, ...]]:
    key = meanings(found["glossary"])
    whole = found.settings.default_bearer
    provisions, unknown = find_provisions(found.source, found["prose"], found.registry, key, whole, found["citations"])
    return with_parts_told(found["own-words"], found["commencements"], provisions), unknown


def _own_words(found: Results) -> Document:
    rest = without_new_wording(found.source, found.document, found["amendments"])
    return without_noted_points(rest, found["plan"])


def _prose(found: Results) -> Prose:
    records = (*found["measures"], *found.indicators, *found["totals"])
    return read_prose(found["own-words"], (span for one in records for span in one.evidence))


def _enacting(found: Results) -> tuple[Source, Prose, Registry, Mapping[str, str]]:
    return found.source, found["prose"], found.registry, meanings(found["glossary"])


def _sections(found: Results) -> tuple[Section, ...]:
    written = (span for one in found.indicators for span in one.evidence)
    return find_sections(found.source, found.document, found["citations"], written)


def _unread_tables(found: Results) -> tuple[Finding, ...]:
    provisions, _ = found["provisions"]
    records = (*found["measures"], *found.indicators, *found["totals"], *found["amendments"], *provisions)
    return find_unread_tables(found.source, found.document, (span for one in records for span in one.evidence))


def _mentions(found: Results) -> tuple[Mention, ...]:
    key = meanings(found["glossary"])
    _, initiatives = found["systems"]
    return find_mentions(found.source, found.document, found.registry, key, found.parties, initiatives)


FINDERS: tuple[Finder, ...] = (
    Finder("key", (), lambda f: find_glossary(f.document)),
    Finder("glossary", ("key",), lambda f: (*f["key"], *_introductions(f))),
    Finder("bodies", ("glossary",), lambda f: Bodies(f.source, f.registry, meanings(f["glossary"]))),
    Finder("plan", ("bodies",), lambda f: read_plan(f.document, f.settings.columns, f["bodies"].is_known)),
    Finder("groups", ("plan",), lambda f: find_groups(f.source, f["plan"])),
    Finder("groups", (), lambda f: find_structure(f.source, f.document), stands_in=True),
    Finder("groups", (), lambda f: find_groups(f.source, _of_tables(f)), stands_in=True),
    Finder("measures", ("plan", "bodies"), _measures),
    Finder("organisation", ("measures",), _organisation),
    Finder("units", ("measures", "organisation"), _units),
    Finder("passport", ("bodies",), lambda f: find_passport(f.source, f.document, f["bodies"])),
    Finder("indicators-headings", ("plan",), lambda f: find_indicators(f.source, f["plan"])),
    Finder("sections-rows", ("bodies", "groups"), lambda f: _rows(f).find_in_sections(f.document, f["groups"])),
    Finder("indicators-rows", ("plan", "bodies"), lambda f: (_rows(f).find_in_plan(f["plan"]), ())),
    Finder("indicators-lists", (), lambda f: find_section_indicators(f.source, f.document)),
    Finder("indicators-tables", ("sections-rows",), lambda f: (f["sections-rows"], ())),
    Finder("indicators-tables", ("indicators-rows",), _of_years, stands_in=True),
    Finder("indicators-amended", (), lambda f: (find_amended_indicators(f.source, f.document), ())),
    Finder("indicators-passport", INDICATORS[:-1], lambda f: (_of_passport(f), ())),
    Finder("totals", ("plan", "bodies"), lambda f: find_totals(f.source, f["plan"], f["bodies"])),
    Finder("citations", ("organisation",), _citations),
    Finder("standing", ("citations",), lambda f: find_standing(f.source, f.document, f["citations"])),
    Finder("amendments", ("citations",), lambda f: find_amendments(f.source, f.document, f["citations"])),
    Finder("own-words", ("amendments", "plan"), _own_words),
    Finder("commencements", ("own-words",), lambda f: find_commencements(f.source, f["own-words"])),
    Finder("prose", ("own-words", "measures", "totals", *INDICATORS), _prose),
    Finder("provisions", ("own-words", "prose", "glossary", "citations", "commencements"), _provisions),
    Finder("systems", (), lambda f: find_systems_and_initiatives(f.source, f.document)),
    Finder("reporting-lines", ("prose", "glossary"), lambda f: find_reporting_lines(*_enacting(f))),
    Finder("act-roles", ("prose", "glossary"), lambda f: find_act_roles(*_enacting(f))),
    Finder("sections", ("citations", *INDICATORS), _sections),
    Finder("mentions", ("glossary", "measures", "systems", *INDICATORS), _mentions),
    Finder("unread-tables", ("amendments", "measures", "totals", "provisions", *INDICATORS), _unread_tables),
)
"""In the order in which they are asked; the abbreviations that a document makes its own come first."""


def extract_file(path: Path, registry: Registry) -> Extraction:
    """Everything found in one file; raises UnusableInput where it cannot be read at all.

    Two languages in one file are two texts of one edition: the Kazakh one, and the Russian one among its `others`.
    """
    given = read_input(path)
    whole = read_whole(path.stem, given, registry)
    texts = texts_of(whole, given, registry)
    first, *others = with_one_period(extract_document(*text, registry) for text in texts)
    foreign = of_neither(whole[2]) if others else ()
    findings = [about_document(first.source, "of-neither-language", "info", one) for one in foreign]
    return replace(
        first,
        findings=(*first.findings, *findings, *find_of_the_file(first.source, given)),
        others=tuple(others),
    )


def extract_document(source: Source, settings: Settings, document: Document, registry: Registry) -> Extraction:
    """Everything that the finders find in one document, asked in their order."""
    source = with_period(with_whole_title(source, document), document)
    found = Results(source, settings, document, registry)
    for finder in FINDERS:
        if not finder.stands_in or found.lacks(finder.gives):
            found.by_name[finder.gives] = finder.find(found)
    passport, stated = found["passport"]
    provisions, unknown = found["provisions"]
    systems, initiatives = found["systems"]
    counts = {
        "measures": len(found["measures"]),
        "indicators": len(found.indicators),
        "amendments": len(found["amendments"]),
        "provisions": len(provisions),
        "glossary": len(found["glossary"]),
    }
    not_understood = (finding for place in INDICATORS for finding in found[place][1])
    return Extraction(
        source=replace(
            with_commencement(with_changes(found["standing"], found["amendments"]), found["commencements"]),
            organisation=found["organisation"],
            period=source.period or (passport.period if passport else None),
        ),
        text=document.text,
        measures=found["measures"],
        indicators=found.indicators,
        provisions=provisions,
        reporting_lines=found["reporting-lines"],
        act_roles=found["act-roles"],
        amendments=found["amendments"],
        commencements=found["commencements"],
        groups=found["groups"],
        glossary=found["glossary"],
        passport=passport,
        citations=found["citations"],
        sections=found["sections"],
        mentions=found["mentions"],
        systems=systems,
        initiatives=outside(initiatives, found["mentions"]),
        totals=(*found["totals"], *stated),
        findings=(
            *told_once(found["bodies"].findings),
            *found["units"],
            *found["unread-tables"],
            *find_supposed_years(source, document),
            *find_mistyped_years(source, document),
            *not_understood,
            *unknown,
            *find_unexpected(source, settings.expect, counts),
        ),
        checks=dict(found["bodies"].checks),
    )
