"""What an act's own points lay down about itself: who enacts it, who controls it, who reports to whom by when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extract.document.blocks import Passage
from extract.finders.duties.bearers import find_party
from extract.finders.duties.decided import decide
from extract.finders.duties.grammar.words import party_text
from extract.finders.duties.layouts.notes import TERM, deadlines_of
from extract.finders.duties.moods.kinds import ENACTING
from extract.finders.duties.prose import Prose
from extract.finders.duties.provisions import REPORTS
from extract.finders.duties.sentences.unit import Unit
from extract.finders.duties.times.deadlines import find_deadlines
from extract.finders.duties.times.own_year import year_of
from extract.lexicon.duties import CONTROLS, duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.model.prose import ActRole, ReportingLine
from kzedu_graph.model.records import Source
from kzedu_graph.registry.resolving import Registry


def find_reporting_lines(
    source: Source, prose: Prose, registry: Registry, glossary: Mapping[str, str]
) -> tuple[ReportingLine, ...]:
    """Every point of the act that bids somebody report ("15 сәуірінен кешіктірмей", "представлять информацию")."""
    lang, year = prose.document.lang, year_of(source, prose.document)
    found = []
    for number, unit, words, duty in prose.duties:
        if duty.decision.rule.name != REPORTS:
            continue
        text = unit.passage.text
        recipient = find_party(words, lang, "recipient", duty.decision.first, duty.decision.last)
        reporter_text, recipient_text = party_text(text, words, duty.party), party_text(text, words, recipient)
        deadlines = find_deadlines(unit.own.text, lang, year)
        for note in prose.notes_of(unit, words, duty) if not any(one.due for one in deadlines) else ():
            deadlines += deadlines_of(note.words.text, lang, year) if note.tells == TERM else []
        found.append(
            ReportingLine(
                source=source.stem,
                provision=str(number),
                reporter=_key(reporter_text, source, registry, glossary),
                reporter_text=reporter_text,
                recipient=_key(recipient_text, source, registry, glossary),
                recipient_text=recipient_text,
                subject=" ".join(unit.own.text.split()).strip(" .;"),
                evidence=unit.passage.spans(),
                deadline_text="; ".join(deadline.text for deadline in deadlines) or None,
                due=tuple(dict.fromkeys(point for deadline in deadlines for point in deadline.due)),
                recurrence=next((deadline.recurrence for deadline in deadlines if deadline.recurrence), None),
            )
        )
    return tuple(found)


def find_act_roles(
    source: Source, prose: Prose, registry: Registry, glossary: Mapping[str, str]
) -> tuple[ActRole, ...]:
    """Who enacts the act ("Үкіметі ҚАУЛЫ ЕТЕДІ") and who controls its execution ("бақылау ... жүктелсін")."""
    lang = prose.document.lang
    found = []
    for unit in prose.units:
        if unit.mood != ENACTING or prose.unread.holds(unit):
            continue
        for role, text, passage in (*_approver(unit, lang), *_controller(unit, lang)):
            agency = _key(text, source, registry, glossary)
            found.append(ActRole(source.stem, role, agency, text, passage.spans()))
    return tuple(found)


def _approver(unit: Unit, lang: str) -> Iterator[tuple[str, str, Passage]]:
    opens = any(o.mood == ENACTING and o.pattern.search(unit.own.text.lower()) for o in duty_words(lang).openings)
    last_words = phrasing(lang).pattern("last_words").search(unit.own.text) if opens else None
    if last_words and last_words.start():
        passage = _without_grounds(unit.own[: last_words.start()], lang)
        yield "approver", " ".join(passage.text.split()), passage


def _without_grounds(passage: Passage, lang: str) -> Passage:
    """Who enacts, without the grounds before it ("В соответствии с ... акимат", "... сәйкес ... әкімдігі")."""
    text, wording = passage.text, phrasing(lang)
    grounds, ends = wording.pattern("grounds"), wording.pattern("grounds_end")
    behind = max((match.end() for match in ends.finditer(text)), default=0) if grounds.search(text) else 0
    if behind == 0 and grounds.match(text):
        noun = wording.pattern("office").search(text)
        behind = noun.start() if noun else 0
    return passage[behind:].strip() if behind < len(text.rstrip()) else passage


def _controller(unit: Unit, lang: str) -> Iterator[tuple[str, str, Passage]]:
    words, duties = decide(unit, lang)
    for duty in duties:
        text = party_text(unit.passage.text, words, duty.party)
        if duty.decision.rule.name == CONTROLS and text:
            yield "controller", text, unit.own


def _key(text: str | None, source: Source, registry: Registry, glossary: Mapping[str, str]) -> str | None:
    return registry.resolve(text, source.lang, source.version_date, glossary).agency if text else None
