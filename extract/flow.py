"""One document's way: text, `Document`, glossary, records and findings. Each stage is crossed once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from extract.document.blocks import Document
from extract.finders.acts.amendments import find_amended_indicators, find_amendments, without_new_wording
from extract.finders.acts.citations import find_citations
from extract.finders.acts.mentions import BY_TITLE
from extract.finders.acts.standing import find_standing
from extract.finders.bodies import Bodies
from extract.finders.duties.deadlines import year_of
from extract.finders.duties.enacting import find_act_roles, find_reporting_lines
from extract.finders.duties.provisions import find_provisions, read_prose
from extract.finders.glossary import find_glossary, meanings
from extract.finders.indicators.headings import find_indicators
from extract.finders.indicators.rows import IndicatorFinder
from extract.finders.indicators.sections import find_section_indicators
from extract.finders.names.defined_terms import find_introductions
from extract.finders.names.mentions import find_mentions
from extract.finders.names.systems import find_systems_and_initiatives
from extract.finders.passport import find_passport
from extract.finders.plan.groups import find_groups
from extract.finders.plan.measures import MeasureFinder
from extract.finders.plan.plan import read_plan
from extract.finders.plan.totals import find_totals
from extract.finders.sections import find_sections
from extract.finders.strategy.outline import find_structure
from extract.finders.strategy.result_tables import find_table_indicators
from extract.inputs.reading import Input, read_input
from extract.readers.layout import READERS
from extract.sources.page_words import without_page_words
from extract.sources.recognise import Settings, recognise
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Source
from kzedu_graph.registry.resolving import Registry


def extract_file(path: Path, registry: Registry) -> Extraction:
    """Everything found in one file; raises UnusableInput where it cannot be read at all."""
    given = read_input(path)
    source, settings, document = _read(path.stem, given, registry)
    extraction = extract_document(source, settings, document, registry)
    return replace(extraction, findings=(*extraction.findings, *_encoding(source, given.encoding)))


def read_document(path: Path) -> Document:
    """The blocks of one file; raises UnusableInput where it cannot be read at all."""
    return _read(path.stem, read_input(path))[2]


def _read(stem: str, given: Input, registry: Registry | None = None) -> tuple[Source, Settings, Document]:
    source, settings = recognise(stem, given.text, registry)
    source = replace(source, reader=given.form or source.reader)
    if given.blocks is None:
        document = READERS[source.reader](source.stem, given.text, source.lang)
    else:
        document = Document(source.stem, source.lang, given.text, given.blocks)
    return source, settings, without_page_words(document)


def extract_document(source: Source, settings: Settings, document: Document, registry: Registry) -> Extraction:
    """Everything found in one document: its own abbreviations first, then its plan."""
    key = find_glossary(document)
    glossary = (*key, *find_introductions(document, (entry.abbreviation for entry in key)))
    items = read_plan(document, settings.columns)
    groups = find_groups(source, items) or find_structure(source, document)
    bodies = Bodies(source, registry, meanings(glossary))
    measures = MeasureFinder(source, bodies, year_of(source, document)).find(items)
    passport, stated = find_passport(source, document, bodies)
    rows = IndicatorFinder(source, bodies)
    in_tables = rows.find_in_sections(document, groups)
    found = [
        find_indicators(source, items),
        (rows.find_in_plan(items), ()),
        find_section_indicators(source, document),
        (in_tables, ()) if in_tables else find_table_indicators(source, document),
        (find_amended_indicators(source, document), ()),
    ]
    indicators = tuple(indicator for several, _ in found for indicator in several)
    not_understood = tuple(finding for _, several in found for finding in several)
    citations = find_citations(source, document, registry)
    source = find_standing(source, document, citations)
    amendments = find_amendments(source, document, citations)
    prose = read_prose(without_new_wording(source, document, amendments))
    provisions, unknown = find_provisions(source, prose, registry, meanings(glossary), settings.default_bearer)
    parties = [party for one in measures for party in one.responsible]
    parties += [party for one in indicators for party in one.responsible]
    counts = {
        "measures": len(measures),
        "indicators": len(indicators),
        "amendments": len(amendments),
        "provisions": len(provisions),
        "glossary": len(glossary),
    }
    systems, initiatives = find_systems_and_initiatives(source, document)
    return Extraction(
        source=source,
        text=document.text,
        measures=measures,
        indicators=indicators,
        provisions=provisions,
        reporting_lines=find_reporting_lines(source, prose, registry, meanings(glossary)),
        act_roles=find_act_roles(source, prose, registry, meanings(glossary)),
        amendments=amendments,
        groups=groups,
        glossary=glossary,
        passport=passport,
        citations=citations,
        sections=find_sections(source, document, citations, (span for one in indicators for span in one.evidence)),
        mentions=find_mentions(source, document, registry, meanings(glossary), parties),
        systems=systems,
        initiatives=initiatives,
        totals=(*find_totals(source, items, bodies), *stated),
        findings=(*bodies.findings, *not_understood, *unknown, *_unexpected(source, settings.expect, counts)),
        checks=dict(bodies.checks),
    )


def _unexpected(source: Source, expected: Mapping[str, int], counts: Mapping[str, int]) -> list[Finding]:
    """A finding for each count that is not what the source's yml expects, for a text that gives nothing, and for
    one that says no date of itself or an issuer that nobody knows.
    """
    findings = [
        _about(source, "count-unexpected", "error", kind=kind, count=counts[kind], expected=number)
        for kind, number in expected.items()
        if counts[kind] != number
    ]
    if not expected and not any(counts.values()):
        findings.append(_about(source, "no-plan", "warning"))
    if source.version_date is None:
        findings.append(_about(source, "date-unknown", "warning"))
    if source.number and source.issuer is None and source.kind not in BY_TITLE:
        findings.append(_about(source, "issuer-unknown", "info"))
    return findings


def _encoding(source: Source, encoding: str) -> list[Finding]:
    """A finding for a text that was in another encoding than UTF-8."""
    if encoding in ("", "utf-8"):
        return []
    return [_about(source, "encoding-detected", "info", encoding=encoding)]


def _about(source: Source, code: str, severity: str, **words: object) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        focus=f"document {source.stem}",
        message={lang: text.format(stem=source.stem, **words) for lang, text in COMPLAINTS[code].items()},
        source=source.stem,
    )


COMPLAINTS = {
    "encoding-detected": {
        "kk": "{stem}: файл {encoding} кодтауында оқылды.",
        "ru": "{stem}: файл прочитан в кодировке {encoding}.",
        "en": "{stem}: the file was read as {encoding}.",
    },
    "count-unexpected": {
        "kk": "{stem}: {kind} саны {count}, күтілгені {expected}.",
        "ru": "{stem}: {kind}: найдено {count}, ожидалось {expected}.",
        "en": "{stem}: {count} {kind} found, {expected} expected.",
    },
    "no-plan": {
        "kk": "{stem}: мәтінде іс-шаралар жоспары табылмады.",
        "ru": "{stem}: в тексте не найден план мероприятий.",
        "en": "{stem}: no plan of action was found in the text.",
    },
    "date-unknown": {
        "kk": "{stem}: мәтіннен актінің күні мен нөмірі табылмады.",
        "ru": "{stem}: в тексте не найдены дата и номер акта.",
        "en": "{stem}: the text does not say its date and number.",
    },
    "issuer-unknown": {
        "kk": "{stem}: актіні шығарған орган тізілімде жоқ.",
        "ru": "{stem}: органа, издавшего акт, нет в реестре.",
        "en": "{stem}: the body that issued the act is not in the registry.",
    },
}
