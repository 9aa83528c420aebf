"""What a point of a plan tells, as its deeds below the word for the plan, and notes of by when and by whom.

Провести сверку саженцев – до 5 мая (завхоз Кленов Б.). Итоги сообщить совету.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.document.blocks import Block, ListItem, Paragraph, Passage, concatenate
from extract.finders.duties.layouts.named import does_unsaid
from extract.finders.duties.layouts.notes import DOER, TERM, Note
from extract.finders.duties.layouts.plan_pieces import DEED, REST, WHO, Piece, pieces_of, says_who_does
from extract.finders.duties.layouts.plan_points import LONGEST_POINT, bidden_in, own_words
from extract.finders.duties.russian.parties.unsaid import bids_by_infinitive, has_no_subject, opens_with_verb
from extract.lexicon.phrasing import phrasing


def told_in_plan(
    block: Paragraph | ListItem, word: str, notes: Sequence[Note], lang: str
) -> tuple[list[Block], list[Note]] | None:
    """A point of a plan as its deeds below the word for the plan, and notes of by when and by whom they are done.

    None where it tells no deed, and nothing besides.
    """
    own = own_words(block).strip()
    pieces = list(pieces_of(own, lang)) if 0 < len(own) <= LONGEST_POINT else []
    bids = {
        n: told for n, piece in enumerate(pieces) if lang == "ru" and (told := bidden_in(piece.passage)) is not None
    }
    if not bids and all(piece.tells == REST for piece in pieces):
        return None
    number = block.passage[: len(block.passage) - len(own_words(block))]
    number = number[number.text.find("№") + 1 :].strip()
    number = concatenate([number, Passage(" ", number.offsets[-1:])]) if number.text else number
    blocks: list[Block] = []
    for n, piece in enumerate(pieces):
        if n in bids:
            who, bidden = bids[n]
            blocks += _led(concatenate([who, Passage(":", who.offsets[-1:])]), bidden, block, number)
        elif piece.tells == DEED and not (lang == "ru" and _says_itself(piece.passage.text)):
            blocks += _below(word, piece.passage, block, number)
        elif piece.tells == REST and (doer := _doer_of(pieces, piece.passage.text, lang)) is not None:
            blocks += _led(concatenate([doer, Passage(":", doer.offsets[-1:])]), piece.passage, block, number)
        elif piece.tells in (DEED, REST):
            blocks.append(replace(block, passage=concatenate([number, piece.passage])))
    return blocks, list(_notes_of(pieces, lang, noted=_is_noted(own, notes)))


def _says_itself(deed: str) -> bool:
    """Whether a deed is told by a Russian sentence, and by no noun."""
    return bids_by_infinitive(deed) or says_who_does(deed)


def _below(word: str, deed: Passage, point: Paragraph | ListItem, number: Passage) -> Iterator[Block]:
    """A deed below the word for a plan, whose letters stand for the deed's place."""
    return _led(Passage(f"{word}:", deed.offsets[:1] * (len(word) + 1)), deed, point, number)


def _led(lead: Passage, deed: Passage, point: Paragraph | ListItem, number: Passage) -> Iterator[Block]:
    """A lead-in with the number or the mark of its point, and its one item."""
    yield replace(point, passage=concatenate([number, lead]))
    level = point.level + 1 if isinstance(point, ListItem) else 1
    yield ListItem("–", concatenate([deed.strip(" ."), Passage(".", deed.offsets[-1:])]), level)


def _doer_of(pieces: Sequence[Piece], sentence: str, lang: str) -> Passage | None:
    """Who alone does a point, and what a further sentence tells that names nobody: "Итоги сообщает совету."."""
    named = [piece.passage for piece in pieces if piece.tells == WHO]
    unsaid = does_unsaid(sentence) if lang == "kk" else opens_with_verb(sentence) or has_no_subject(sentence)
    return named[0] if len(named) == 1 and unsaid else None


def _is_noted(own: Passage, notes: Sequence[Note]) -> bool:
    """Whether a note that was taken from a point's words says who answers for it."""
    return any(note.tells == DOER and note.start <= own.offsets[0] < note.end for note in notes if len(own))


def _notes_of(pieces: Sequence[Piece], lang: str, *, noted: bool) -> Iterator[Note]:
    """By when and by whom the deeds of a point are done; he does what its further sentences tell, too."""
    for piece in pieces:
        deeds = [one.passage for one in pieces if one.tells == DEED]
        if piece.tells == WHO and not noted:
            further = (one.passage for one in pieces if one.tells == REST and _is_of_doer(one.passage.text, lang))
            deeds = [*deeds, *further]
        elif piece.tells != TERM:
            continue
        for deed in deeds:
            yield Note(
                piece.tells, piece.passage, piece.passage, deed.offsets[0], deed.offsets[-1] + 1, piece.tells == TERM
            )


def _is_of_doer(sentence: str, lang: str) -> bool:
    """Whether a further sentence of a point may be of who does it: it neither forbids nor lets anybody do anything."""
    return phrasing(lang).pattern("forbids_or_lets").search(sentence) is None
