"""The points of a plan that is written as a list: lines that tell a deed and, in any order, by when and by whom.

4. Қоршауды бояу, қақпаны майлау. Мамырдың соңына дейін. С. Гүлов, бағбан
Провести сверку саженцев – до 5 мая (завхоз Кленов Б.). Итоги сообщить совету.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from extract.document.blocks import Block, Document, Heading, ListItem, Paragraph, Passage, Table, passage_of
from extract.document.printed_marks import LONGEST_TITLE, may_be_title
from extract.finders.duties.grammar.words import read_words
from extract.finders.duties.layouts.named import is_addressed, names_party
from extract.finders.duties.layouts.notes import TERM, Note
from extract.finders.duties.layouts.plan_pieces import DEED, REST, WHO, is_term, pieces_of
from extract.finders.duties.moods.kinds import PLAN
from extract.finders.duties.moods.lines import is_opening
from extract.finders.duties.moods.texts import first_mood
from extract.finders.duties.russian.cases import ADJECTIVES, NOUNS, is_in
from extract.finders.duties.russian.deeds.doings import opens_with_doing
from extract.finders.duties.russian.parties.unsaid import opens_with_verb
from extract.lexicon.phrasing import phrasing
from extract.values.parties.staff import kind_of_staff
from kzedu_graph.language.letters import CYRILLIC_UPPER

_NUMBER = re.compile(
    r"\s*(?:№\s?)?(?:(?P<parted>\d{1,2}(?:\.\d{1,2})+)\s+|(?P<number>\d{1,3}(?:\.\d{1,3})*)\s*[.)]\s*)"
    r"(?=[^\d\s]|\d+(?:[-–]\d+)?\s*-?\s*[^\W\d_.])"
)
_BULLET = re.compile(r"[^\w(]{1,2}\Z")
_BEFORE_DASH = re.compile(r"\s*(?P<day>[^\W_][^:;–—()]{1,38}?)(?::|\s[–—-])\s+(?=\S)")
_MAY_SAY_WHO = re.compile(r"\([^()]{3,150}\)\s*[.;]?\s*\Z|\s[–—-]\s|[.;]\s+\S")
_SHORT_NAME = re.compile(rf"(?<!\w)[{CYRILLIC_UPPER}]{{2,6}}\s+[–—-]\s")
"""Letters that a list of short names explains."""
LONGEST_POINT = 700
"""Letters of a point."""
_FEWEST = 3
"""Points that tell a deed and by when or whom it is done, so that a plan is such a list; fewer where all do surely."""
_LEAST = 0.3
"""And their share of all its points."""
_NEAR = 30
"""Lines behind the title, or behind the last that was a point by its own words alone, among which one may be such."""


@dataclass(frozen=True, slots=True)
class PlanTitle:
    """The word for a plan that leads in its points, and the numbers of the blocks that are its points."""

    word: str
    points: frozenset[int]


def plan_of(document: Document, notes: Sequence[Note] = ()) -> PlanTitle | None:
    """The title and the points of a plan that is written as a list; None for any other text.

    When or by whom a point is done may be told by one of the `notes` that were taken from its words.
    """
    if first_mood(document) != PLAN:
        return None
    word: str | None = None
    inside = False
    points: dict[int, Passage] = {}
    others = 0
    for n, block in enumerate(document.blocks):
        if isinstance(block, Table) or not block.passage.text.strip():
            continue
        if is_opening(block.passage.text, document.lang):
            inside = False
        elif found := _word_of_title(block, document.lang):
            word, inside, others = word or found, True, 0
        elif inside and (_is_point(block, document.lang) or _is_bare_point(block, document.lang)):
            points[n] = own_words(block)
        elif inside and others < _NEAR:
            if _says_who(block, document.lang):
                points[n] = own_words(block)
            others = 0 if n in points else others + 1
    few = len(points) < _FEWEST
    tabled = few and any(isinstance(block, Table) for block in document.blocks)
    told = [] if tabled or word is None else list(points.values())
    enough = bool(told) and _tell_enough(told, notes, document.lang)
    return PlanTitle(word, frozenset(points)) if word is not None and enough else None


def _tell_enough(points: Sequence[Passage], notes: Sequence[Note], lang: str) -> bool:
    """Whether enough points tell a deed and when or by whom it is done, all of a few; looked at until that is known."""
    if len(points) < _FEWEST:
        return all(_tells_of_few(own, lang) or _is_told_by_note(own, notes, lang) for own in points)
    wanted = max(_FEWEST, math.ceil(_LEAST * len(points)))
    for n, own in enumerate(points):
        if wanted <= 0 or wanted > len(points) - n:
            break
        wanted -= _tells(own.text, lang) or (lang == "ru" and _is_told_by_note(own, notes, lang))
    return wanted <= 0


def _is_told_by_note(own: Passage, notes: Sequence[Note], lang: str) -> bool:
    """Whether a point's words tell a deed, and a note that was taken from them when or by whom it is done."""
    if not own.offsets or not any(note.start <= own.offsets[0] < note.end for note in notes):
        return False
    return any(piece.tells == DEED for piece in pieces_of(own, lang))


def _word_of_title(block: Heading | Paragraph | ListItem, lang: str) -> str | None:
    text = block.passage.text
    if isinstance(block, ListItem) or len(text) > LONGEST_TITLE or not may_be_title(text.strip()):
        return None
    match = phrasing(lang).pattern("title_of_plan").search(text)
    if match is None or _NUMBER.match(text):
        return None
    return match["word"] if lang == "kk" else _PLAN


(_PLAN,) = phrasing("ru").words("word_of_plan")
"""What leads in the points of a Russian plan, whatever its title calls it."""


def _is_point(block: Heading | Paragraph | ListItem, lang: str) -> bool:
    """Whether a block is a point: it has a number or a mark, or a Kazakh one opens with its day and a dash."""
    if isinstance(block, ListItem) and (_BULLET.match(block.marker) or block.marker.strip(" .)").isdigit()):
        return True
    opens = _BEFORE_DASH.match(block.passage.text) if lang == "kk" and isinstance(block, Paragraph) else None
    if opens is not None and phrasing("kk").pattern("day_of_plan").match(opens["day"]):
        return True
    return len(block.passage) <= LONGEST_POINT and _NUMBER.match(block.passage.text) is not None


def _is_bare_point(block: Heading | Paragraph | ListItem, lang: str) -> bool:
    """Whether a Russian line without a number tells a deed and when or by whom it is done: "Понедельник: уборка сада".

    A term opens it, or it tells nothing else: "Посадка роз – садовник, май".
    """
    text = block.passage.text
    joint = _JOINT.search(text) if isinstance(block, Paragraph) and len(text) <= _LONGEST_LINE else None
    if lang != "ru" or joint is None or text.rstrip().endswith(":"):
        return False
    if joint.start() <= _LONGEST_TERM and is_term(text[: joint.start()].strip(), lang):
        return True
    return _tells_alone(text)


@lru_cache(maxsize=1 << 10)
def _tells_alone(text: str) -> bool:
    """Whether a Russian line tells a deed and by when or by whom it is done, and nothing besides."""
    pieces = list(pieces_of(passage_of(text), "ru"))
    kinds = {piece.tells for piece in pieces}
    rest = [piece.passage.text for piece in pieces if piece.tells == REST]
    if rest:  # "Проверяет чистоту: комендант"
        return WHO in kinds and DEED not in kinds and all(map(opens_with_verb, rest))
    return DEED in kinds and bool(kinds & {WHO, TERM})


_JOINT = re.compile(r"\s[–—-]\s|:\s")
_LONGEST_LINE = 250
"""Letters of a line without a number that is a point."""
_LONGEST_TERM = 40
"""Letters of a line among which a term that opens it ends."""


def _says_who(block: Heading | Paragraph | ListItem, lang: str) -> bool:
    """Whether a Kazakh line without number or mark is a point by its own words: it tells a deed and who does it."""
    text = block.passage.text
    if lang != "kk" or not isinstance(block, Paragraph) or len(text) > LONGEST_POINT or text.rstrip().endswith(":"):
        return False
    may = _MAY_SAY_WHO.search(text) is not None and _SHORT_NAME.search(text) is None
    return may and {DEED, WHO} <= _kinds(text, lang)


def own_words(block: Heading | Paragraph | ListItem) -> Passage:
    """A point's words without its number."""
    match = _NUMBER.match(block.passage.text)
    return block.passage[match.end() :] if match is not None else block.passage


@lru_cache(maxsize=1 << 10)
def _tells(own: str, lang: str) -> bool:
    """Whether a point tells a deed and besides when or by whom it is done, or whom it bids."""
    if len(own) > LONGEST_POINT:
        return False
    kinds = _kinds(own, lang)
    if DEED in kinds and kinds & {WHO, TERM}:
        return True
    if lang == "ru" and _tells_alone(own):
        return True
    return lang == "ru" and any(bidden_in(piece.passage) is not None for piece in pieces_of(passage_of(own), lang))


@lru_cache(maxsize=1 << 10)
def _kinds(own: str, lang: str) -> frozenset[str]:
    """What the pieces of a point's words tell."""
    return frozenset(piece.tells for piece in pieces_of(passage_of(own), lang))


def _tells_of_few(own: Passage, lang: str) -> bool:
    """Whether one of a few points tells its deed surely: in Russian with when or a post, or it opens with a verb."""
    if lang != "ru" or not _tells(own.text, lang):
        return _tells(own.text, lang)
    pieces = list(pieces_of(own, lang))
    by_post = any(piece.tells == WHO and kind_of_staff(piece.passage.text, "ru") == "post" for piece in pieces)
    by_post = by_post and opens_with_doing(pieces[0].passage.text)  # "Сбор семян – учитель истории"
    return by_post or any(piece.tells == TERM for piece in pieces) or pieces[0].tells == REST


def with_points_of_plan(document: Document) -> Document:
    """A document, the points of a plan that look like titles, or stand in one paragraph, lines as the others are."""
    document = _with_lines_apart(document)
    plan = plan_of(document)
    if plan is None:
        return document
    blocks: list[Block] = []
    last: tuple[int, ...] = ()
    for n, block in enumerate(document.blocks):
        number = _number_of(block) if n in plan.points and isinstance(block, Heading | Paragraph) else ()
        follows = bool(last) and number == (*last[:-1], last[-1] + 1)
        if isinstance(block, Heading) and number and (follows or _tells(own_words(block).text, document.lang)):
            blocks.append(Paragraph(block.passage))
        else:
            blocks.append(block)
        last = number if number and not isinstance(blocks[-1], Heading) else last
    return replace(document, blocks=tuple(blocks))


def _with_lines_apart(document: Document) -> Document:
    """A document, the lines of a Russian plan's paragraph apart that are points each: "9:00 – ... | 9:30 – ..."."""
    if document.lang != "ru" or first_mood(document) != PLAN:
        return document
    blocks: list[Block] = []
    for block in document.blocks:
        lines = _lines_of(block, document.text) if isinstance(block, Paragraph) else []
        points = (_NUMBER.match(line.text) or _is_bare_point(Paragraph(line), "ru") for line in lines)
        apart = len(lines) > 1 and all(points)
        blocks += [Paragraph(line) for line in lines] if apart else [block]
    return replace(document, blocks=tuple(blocks)) if len(blocks) > len(document.blocks) else document


def _lines_of(block: Paragraph, text: str) -> list[Passage]:
    """The lines of a paragraph as they stand in the text, where a reader has closed them up."""
    places = block.passage.offsets
    broken = [n for n in range(1, len(places)) if "\n" in text[places[n - 1] : places[n]]]
    edges = [0, *broken, len(places)]
    return [block.passage[start:end].strip() for start, end in pairwise(edges)]


def _number_of(block: Heading | Paragraph) -> tuple[int, ...]:
    match = _NUMBER.match(block.passage.text)
    return tuple(map(int, (match["number"] or match["parted"]).split("."))) if match else ()


def bidden_in(words: Passage) -> tuple[Passage, Passage] | None:
    """Whom a Russian sentence bids, who opens it in the dative, and what: "Мастерам сада | полить розы"."""
    read = read_words(words.text, "ru")
    verb = next((n for n, word in enumerate(read[:_OPENS_BIDDING]) if word.tag == "infinitive"), 0)
    who = words[: read[verb].start].strip() if verb > 1 else None
    opens = who is not None and (is_addressed(who.text, "ru") or is_in(read[1], _NOMINAL, "datv"))
    if who is None or not opens or not names_party(who.text, "ru"):
        return None
    return who, words[read[verb].start :]


_NOMINAL = ADJECTIVES | NOUNS
_OPENS_BIDDING = 12
"""Words of a sentence among which the infinitive stands that it bids."""
