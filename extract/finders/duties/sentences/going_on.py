"""Whom a Kazakh sentence binds that leaves out its subject: him of the sentence before it in one paragraph.

"Бағбандар көшет егеді. | Кешке дейін бақтан шығуы тиіс." What is told as done ("есепті тапсырады") goes on with a body
or a post alone, and nothing with him who was the other side of it: "Тұтынушы арыз береді. Арызды үш күнде қарайды."
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from extract.document.blocks import Document, Passage, join
from extract.finders.duties.grammar.words import Word, read_words
from extract.finders.duties.kazakh.forms import (
    case_of,
    closes_condition,
    is_adverb,
    is_owned,
    is_verbal,
    looks_like,
    names_actor,
    stem_of,
)
from extract.finders.duties.kazakh.nouns import is_noun
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.kazakh.singulars import is_person
from extract.finders.duties.kazakh.verbs import has_subject_alone
from extract.finders.duties.moods.kinds import INSTRUCTION, PLAN
from extract.finders.duties.sentences.unit import Unit
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_COLON = ": "


def of_paragraphs(
    document: Document,
    units: Iterable[Unit],
    doer_of: Callable[[Unit], Passage | None],
    binds_nobody: Callable[[Unit], bool],
) -> Iterator[Unit]:
    """Kazakh units, those of a rule or a programme that leave out their subject behind him of the one before them.

    `binds_nobody` tells whether a unit lays nothing on anybody named, and `doer_of` whom it binds as its subject.
    """
    doer: Passage | None = None
    told: list[Unit] = []
    """The sentence that names the doer, and those behind it that go on with him."""
    for unit in units:
        is_next = bool(told) and _is_next(document, told[-1], unit)
        if is_next and doer is not None and binds_nobody(unit) and _leaves_out_subject(unit.own.text):
            plain = not _may_be_of_another(doer.text, [one.own.text for one in told], unit.own.text)
            behind = replace(unit, passage=join([doer, unit.own], _COLON), is_item=True)
            told.append(unit)
            yield behind if plain and not binds_nobody(behind) else unit
            continue
        named = doer_of(unit) if unit.mood in _BINDS_BY_PRESENT and not unit.is_item else None
        one_more = is_next and doer is not None and named is not None and _in_one_paragraph(document, told[-1], unit)
        others = one_more and named is not None and doer is not None and not _is_same(doer.text, named.text)
        doer, told = (None if others else named), [unit]
        yield unit


_BINDS_BY_PRESENT = (INSTRUCTION, PLAN)
"""Moods in which the present tense binds who does something."""


def _is_next(document: Document, before: Unit, unit: Unit) -> bool:
    """Whether a sentence of an instruction or a programme stands right behind another in its paragraph."""
    plain = not (before.is_item or unit.is_item) and unit.mood == before.mood and unit.mood in _BINDS_BY_PRESENT
    if not plain or not before.own.offsets or not unit.own.offsets:
        return False
    start, end = before.own.offsets[-1] + 1, unit.own.offsets[0]
    return start <= end and not document.text[start:end].strip()


def _in_one_paragraph(document: Document, before: Unit, unit: Unit) -> bool:
    """Whether no line ends between two sentences that follow one another."""
    return "\n" not in document.text[before.own.offsets[-1] + 1 : unit.own.offsets[0]]


def _is_same(one: str, other: str) -> bool:
    """Whether two subjects are of one head: "Бағбан", "Бақтың бағбаны"."""
    return stem_of(read_words(one, "kk")[-1]) == stem_of(read_words(other, "kk")[-1])


def _may_be_of_another(doer: str, told: Sequence[str], sentence: str) -> bool:
    """Whether a sentence may tell what another than the doer of those before it does.

    It does so of what passed from one to the other ("арыз береді. Арызды қарайды."), and of the doer himself
    ("Жолаушы ... . Жолаушыны түсіреді."); what is told as done, no demand, is of bodies and posts alone.
    """
    head = stem_of(read_words(doer, "kk")[-1])
    words = read_words(sentence, "kk")
    done_to = {
        stem_of(word) for word in words if case_of(word) == "accusative" and not (is_owned(word) or is_verbal(word))
    }
    if head in done_to:
        return True
    for before in (read_words(text, "kk") for text in told):
        passed = any(word.tag in _DOES and looks_like(word.norm, "passes_over") for word in before)
        if passed and any(stem_of(word) in done_to for word in before):
            return True
    last = words[-2] if words[-1].tag in ("stop", "mark") else words[-1]
    return last.tag == "present" and head not in _WORDING.words("in_charge")


_DOES = frozenset({"present", "state", "imperative", "its-doing", "towards-doing"})
"""Classes of verbs by which a sentence says what somebody does or is to do: "береді", "алады", "беруі тиіс"."""


def _leaves_out_subject(sentence: str) -> bool:
    """Whether a sentence says what somebody must do and names nobody: "Кешке дейін бақтан шығуы тиіс."."""
    words = read_words(sentence, "kk")
    last = len(words) - 1 - (words[-1].tag in ("stop", "mark"))
    begin = next((n + 1 for n in range(last - 1, 1, -1) if _closes_frame(words, n)), 1)
    endings = _WORDING.words("case_endings")  # "23.00-ге"
    if any(word.tag in _PARTED and words[n + 1].norm not in endings for n, word in enumerate(words[:last])):
        return False
    verb = last - (words[last].tag in _BINDS)
    if verb < 2 or has_subject_alone(words[verb]) or looks_like(words[verb].norm, "done_to_nothing"):
        return False
    made = _made(words, sentence, verb)
    done_to = made < verb or any(case_of(word) == "accusative" for word in words[begin:verb])
    does = words[verb].tag == ("its-doing" if verb < last else "imperative")
    does = does or (words[last].tag in _ENTITLES and words[verb].tag == "towards-doing" and done_to)
    does = does or (verb == last and words[verb].tag == "present" and done_to)
    return does and not any(_may_be_subject(words, n, verb) for n in range(begin, made))


def _made(words: Sequence[Word], sentence: str, verb: int) -> int:
    """Where the bare name begins of what somebody makes who goes on: "Сондай-ақ | мінездеме жазады"; else the verb."""
    opens = _WORDING.pattern("opens_further_deed").match(sentence)
    if opens is None or words[verb].norm not in _WORDING.words("makes_something"):
        return verb
    start = verb
    while words[start - 1].start >= opens.end() and _is_plain(words[start - 1]):
        start -= 1
    return start


def _is_plain(word: Word) -> bool:
    """Whether a word is a noun or an attribute of no case and of nobody who acts."""
    named = names_actor(word) or is_person(word) or word.norm in _WORDING.words("takes_up")
    return word.tag in ("word", "past") and case_of(word) == "" and not is_owned(word) and not named


_PARTED = frozenset({"colon", "semicolon", "dash", "present", "passive", "negative", "passive-not", "state", "becomes"})
"""Marks and classes of words by which a sentence says more than one deed."""
_ENTITLES = frozenset({"obliged", "entitled"})
_BINDS = _ENTITLES | {"must", "need"}


def _closes_frame(words: Sequence[Word], n: int) -> bool:
    """Whether a place closes on what condition or in which case something is done: "көрсе,", "болмаған кезде"."""
    timed = words[n].norm in _WORDING.words("times") and looks_like(words[n - 1].norm, "past_participle")
    return timed or closes_condition(words, n)


def _may_be_subject(words: Sequence[Word], n: int, verb: int) -> bool:
    """Whether a noun may be the subject: it has no case, and belongs to none that has one, nor to the verb."""
    word = words[n]
    if word.norm in _WORDING.words("takes_up") and case_of(word) == "":
        return True  # "бұл сапаны арттырады"
    if not is_noun(word) or case_of(word) not in ("", "genitive") or is_adverb(word):
        return False
    if n == verb - 1 and word.norm in _WORDING.words("heavy_words"):
        return False  # "кері талап етуге"
    if (word.norm in _WORDING.words("hour") and words[n + 1].tag == "number") or words[n - 1].tag == "dash":
        return False
    if n == verb - 1 and looks_like(words[verb].norm, "hands_on") and not is_owned(word):
        return False  # "есеп тапсыруы тиіс"
    cased = (
        k for k in range(n + 1, verb) if case_of(words[k]) not in ("", "genitive") or words[k].tag == "postposition"
    )
    return not any(phrase_start(words, k - (words[k].tag == "postposition"), 1) <= n for k in cased)
