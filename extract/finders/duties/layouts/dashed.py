"""Points that part with a dash, a colon or brackets who acts from what he is to do, told by a noun or an infinitive.

Завхозу – вывоз мусора; дворнику – полив роз.      Повар: закладка продуктов; снятие пробы.
Полив: сад – КХ «Роза»; двор – дворник Липов А.    Побелка деревьев (завхоз Кленов Б.).
Бағбан – көшеттерді суарады; күзетші – қақпаны жабады.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.document.blocks import Block, Document, Heading, ListItem, Paragraph, Passage, Table, concatenate, join
from extract.finders.duties.grammar.first_names import is_first_name
from extract.finders.duties.layouts.named import does_unsaid, is_addressed, names_party, tells_deed
from extract.finders.duties.layouts.notes import DOER, TERM, Note
from extract.finders.duties.layouts.parted import Parted, is_laid_on, told_in_parts
from extract.finders.duties.layouts.plan_deeds import told_in_plan
from extract.finders.duties.layouts.plan_points import plan_of
from extract.finders.duties.layouts.who_does import WhoDoes, as_list
from extract.finders.duties.moods.kinds import REPORT
from extract.finders.duties.moods.lines import decides_here, is_opening, tells_of_meeting, without_number
from extract.finders.duties.moods.texts import first_mood
from extract.finders.duties.russian.deeds.doings import opens_with_doing
from extract.finders.duties.russian.parties.unsaid import bids_by_infinitive
from extract.language.sentences import split_sentences
from extract.lexicon.phrasing import phrasing

_WHO_FIRST = re.compile(r"(?P<who>[^:–—;]{3,150}?)(?P<joint>:\s+|\s[–—-]\s)(?=[^\W\d_])")
_WHO_LAST = re.compile(r"(?P<deed>\S.*?)\s[–—-]\s(?P<who>[^–—;:]{3,150}?)(?:(?<![А-ЯЁ])[.;])?\s*\Z", re.DOTALL)
_OF_ALL = re.compile(r"(?P<lead>[^:–—;]{3,150}):\s+")
_BRACKETED = re.compile(r"\s*\((?P<who>[^()]{3,100})\)\s*[.;]?\s*\Z")
_PARTED = re.compile(r";\s+")
_DASH = re.compile(r"\s[–—-]\s")
_NEXT_DASHED = re.compile(r",\s+(?=[^,;:–—]+\s[–—-]\s)")
_COMMA = re.compile(r",\s")
_ENDS = " .;"


def with_dashed(document: Document, notes: Sequence[Note]) -> tuple[Document, tuple[Note, ...]]:
    """A document, such points as lead-ins and items; and its notes, with the terms that such points add."""
    blocks: list[Block] = []
    further: list[Note] = []
    plan = plan_of(document, notes)
    plan_leads: list[str] = []
    reports = first_mood(document) == REPORT
    lead = ""
    for n, block in enumerate(document.blocks):
        if isinstance(block, Heading | Table):
            blocks.append(block)
            lead, plan_leads = "", []
            continue
        reports = _is_report(block.passage.text, document.lang, told=reports)
        planned = told_in_plan(block, plan.word, notes, document.lang) if plan and n in plan.points else None
        if planned is not None:
            blocks += _further(planned[0], plan_leads)
            plan_leads = [one.passage.text for one in planned[0] if not isinstance(one, Heading | Table)][:1]
            further += planned[1]
            continue
        plan_leads = []
        lead = block.passage.text if block.passage.text.rstrip().endswith(":") else lead
        told, term = _told(block, notes) if document.lang == "ru" else (_kazakh_doers(block, lead), None)
        if not told:
            parted = None if reports else told_in_parts(block, notes, document.lang)
            further.extend(_notes_of(parted) if parted is not None else ())
            blocks.extend(_as_parted(block, parted) if parted is not None else [block])
            continue
        blocks.extend(as_list(block, told))
        if term is not None:
            first, last = told[0].deeds[0].offsets[0], told[-1].deeds[-1].offsets[-1]
            further.append(Note(TERM, term, term, min(first, block.passage.offsets[0]), last + 1))
    return replace(document, blocks=tuple(blocks)), (*notes, *further)


def _further(point: Sequence[Block], before: Sequence[str]) -> Sequence[Block]:
    """The blocks of a plan's point without the lead-in that the one before it has as well: both have no number."""
    first = point[0] if point else None
    leads = isinstance(first, Paragraph) and first.passage.text.endswith(":") and [first.passage.text] == list(before)
    return point[1:] if leads else point


def _is_report(line: str, lang: str, *, told: bool) -> bool:
    """Whether what stands at a line of minutes or a report tells what was: from what was heard to what was decided."""
    if is_opening(line, lang) or decides_here(line, lang):
        return False
    return told or tells_of_meeting(line, lang)


def _as_parted(block: Paragraph | ListItem, parted: Parted) -> Iterable[Block]:
    """A point's deed below whom it names; one told by an infinitive stands alone, and a note tells who does it."""
    if not bids_by_infinitive(parted.deed.text):
        return as_list(block, [WhoDoes(parted.who, (parted.deed,))])
    number = block.passage[: len(block.passage) - len(without_number(block))]
    return [replace(block, passage=concatenate([number, parted.deed]))]


def _notes_of(parted: Parted) -> Iterator[Note]:
    yield from parted.terms
    if bids_by_infinitive(parted.deed.text):
        start, end = parted.deed.offsets[0], parted.deed.offsets[-1] + 1
        yield Note(DOER, parted.who, parted.who, start, end)


def _told(block: Paragraph | ListItem, notes: Sequence[Note]) -> tuple[list[WhoDoes], Passage | None]:
    """Who does what by a block of one sentence, and the term of all of it; nothing where it tells nothing so."""
    own = without_number(block).strip()
    if not own.text or len(list(split_sentences(own.text, "ru"))) > 1:
        return [], None
    parts = [part.strip() for part in own.split(_PARTED) if part.text.strip(_ENDS)]
    term = _term(parts[-1]) if len(parts) > 1 else None
    parts = parts[:-1] if term is not None else parts
    for read in (_who_first, _who_last, _bracketed):
        told = read(parts)
        if told:
            return told, term
    return list(_noted(parts, notes)), None


def _kazakh_doers(block: Paragraph | ListItem, lead: str) -> list[WhoDoes]:
    """Who does what by a Kazakh block of one sentence, each behind a dash: "Бағбан – гүл егеді, күзетші – ...".

    Below a `lead` that says so the dash only explains a word.
    """
    own = without_number(block).strip()
    if phrasing("kk").pattern("lead_of_terms").search(lead) is not None:
        return []
    if _DASH.search(own.text) is None or len(list(split_sentences(own.text, "kk"))) > 1:
        return []
    found: list[WhoDoes] = []
    for part in (piece.strip() for half in own.split(_PARTED) for piece in half.split(_NEXT_DASHED)):
        match = _WHO_FIRST.match(part.text)
        if match is None or match["joint"].startswith(":") or not names_party(match["who"], "kk"):
            return []
        deed = part[match.end() :]
        if is_addressed(match["who"], "kk") or _DASH.search(deed.text):
            return []
        if not does_unsaid(deed.text) and not _does_by_name(match["who"], deed.text):
            return []
        found.append(WhoDoes(part[: match.end("who")], (deed,)))
    return found


def _does_by_name(who: str, deed: str) -> bool:
    """Whether a person named by his name is to do what a noun of doing tells: "С. Гүлов – көшет алу"."""
    wording = phrasing("kk")
    named = any(wording.pattern(name).match(who) for name in ("person_by_initials", "person_with_post"))
    return named and wording.pattern("closes_with_doing").search(deed) is not None


def _term(part: Passage) -> Passage | None:
    """The words of a last part that say by when all before it is done: "срок для обоих – 5 мая"."""
    match = phrasing("ru").pattern("term_of_all").match(part.text)
    return part[match.start("term") : match.end("term")].strip(_ENDS) if match else None


def _who_first(parts: Sequence[Passage]) -> list[WhoDoes]:
    """Who stands before the dash or the colon of the first part; further parts are his, or have their own."""
    found: list[WhoDoes] = []
    bidding = 0
    for part in parts:
        match = _WHO_FIRST.match(part.text)
        who = part[: match.end("who")] if match and _names_alone(match["who"]) else None
        deed = part[match.end() :] if match and who is not None else part
        dashed = match is None or not match["joint"].startswith(":") or who is None
        doing = opens_with_doing(deed.text)
        bids = (dashed or len(parts) > 1) and bids_by_infinitive(deed.text)
        if not (doing or bids) or (who is None and not found):
            return []
        bidding += not doing
        if who is not None:
            found.append(WhoDoes(who, (deed,)))
        else:
            found[-1] = replace(found[-1], deeds=(*found[-1].deeds, deed))
    several = len(found) > 1 or bidding < len(parts) or (len(parts) > 1 and ":" in parts[0].text)
    return found if several else []  # one who is bidden one thing is read as he stands


def _names_alone(words: str) -> bool:
    """Whether words name somebody and no term beside: not "Дворник до 8.00"."""
    return (names_party(words, "ru") or is_first_name(words.strip())) and phrasing("ru").pattern(
        "term_behind_name"
    ).search(words) is None


def _who_last(parts: Sequence[Passage]) -> list[WhoDoes]:
    """Who stands behind the dash of each part, behind a noun of doing, which may lead in all of them."""
    lead, rest = None, list(parts)
    led = _OF_ALL.match(parts[0].text) if parts else None
    if led is not None and opens_with_doing(led["lead"]):
        lead, rest[0] = parts[0][: led.end("lead")], parts[0][led.end() :]
    found = []
    for part in (piece for one in rest for piece in one.split(_NEXT_DASHED)):
        match = _WHO_LAST.match(part.text)
        who = _named_in_row(match["who"]) if match is not None else 0
        if match is None or not who:
            return []
        if lead is None and (_DASH.search(match["deed"]) or not opens_with_doing(match["deed"])):
            return []
        deed = part[: match.end("deed")]
        deed = join([lead, deed], " – ") if lead is not None else deed
        behind = match.start("who") + who
        if behind < match.end("who"):
            deed = concatenate([deed, part[behind : match.end("who")]])
        found.append(WhoDoes(part[match.start("who") : behind], (deed,)))
    return found


def _named_in_row(words: str) -> int:
    """How many letters of words are names in a row: "мастера Липов А., Кленов Б. | , до 5 мая"; 0 for none."""
    reached = 0
    term = phrasing("ru").pattern("term_behind_name").search(words)
    words = words[: term.start()].rstrip(" ,") if term else words
    for joint in (*(match.start() for match in _COMMA.finditer(words)), len(words)):
        piece = words[reached:joint].lstrip(", ")
        if not names_party(piece, "ru"):
            break
        reached = joint
    return reached


def _bracketed(parts: Sequence[Passage]) -> list[WhoDoes]:
    """A person in brackets behind the whole of a deed: "побелка деревьев (завхоз Кленов Б.)"."""
    match = _BRACKETED.search(parts[0].text) if len(parts) == 1 else None
    if match is None or phrasing("ru").pattern("person_and_initials").search(match["who"]) is None:
        return []
    deed = parts[0][: match.start()]
    told = names_party(match["who"], "ru") and tells_deed(deed.text, "ru") and not names_party(deed.text, "ru")
    told = told and not is_laid_on(deed.text)
    return [WhoDoes(parts[0][match.start("who") : match.end("who")], (deed,))] if told else []


def _noted(parts: Sequence[Passage], notes: Sequence[Note]) -> Iterator[WhoDoes]:
    """A noun of doing of whose deed a note says who answers: "Побелка деревьев. Ответственный: Кленов Б."."""
    for part in parts:
        doers = [note for note in notes if note.tells == DOER and note.start <= part.offsets[0] < note.end]
        if not doers or not opens_with_doing(part.text):
            return
        yield WhoDoes(doers[0].words, (part,))
