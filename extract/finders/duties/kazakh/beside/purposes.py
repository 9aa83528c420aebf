"""Where a Kazakh purpose or ground begins, behind what is the deed's own: its subject, what it is done to, to whom."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.beside.conditions import is_done_to_behind
from extract.finders.duties.kazakh.beside.frames import is_bare
from extract.finders.duties.kazakh.forms import case_of, is_adverb, is_converb, is_owned, is_verbal, looks_like
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_OWNERS = _WORDING.words("its")


def behind_deed(words: Sequence[Word], clause: int, n: int) -> int:
    """The place behind the last deed before a purpose with a thing of its own: "бақ салуға, | гүлді күту үшін ..."."""
    for k in range(n - 2, clause, -1) if words[n].norm in _WORDING.words("closes_purpose") else ():
        if words[k].tag in ("comma", "conjunction") and words[k - 1].tag == "towards-doing":
            further = any(word.tag == "towards-doing" for word in words[k + 1 : n])  # "салуға және күтуге арналған"
            own = not further and any(case_of(word) == "accusative" for word in words[k + 1 : n])
            return k + 1 + (words[k + 1].norm in _WORDING.words("also")) if own else clause
    return clause


def with_clause(words: Sequence[Word], clause: int, start: int) -> int:
    """Where a purpose begins, what is done to standing behind it: with its clause, but for where it is done."""
    n = clause
    while n < start and words[n].norm not in _WORDING.words("opens_sentence") and not _is_place(words, n):
        n += 1
    behind = n + 1 if words[n].norm in _WORDING.words("beside") else start
    return clause if n == start else behind


def _is_place(words: Sequence[Word], n: int) -> bool:
    """Whether a word tells where something is done, no word of how: "бақтарда", but not "беру түрінде"."""
    manner = words[n].norm in _WORDING.words("in_what_way") and is_verbal(words[n - 1])
    manner = manner or words[n - 1].norm in _WORDING.words("its")  # "олардың арасында тәртіпті сақтау үшін"
    beside = words[n].norm in _WORDING.words("beside")
    return (case_of(words[n]) == "locative" or beside) and not manner


def behind_thing(words: Sequence[Word], start: int, n: int, predicate: int) -> int:
    """Where a purpose begins behind what is done to, which nothing behind it is: "иттерді [терісі үшін] өсіру"."""
    things = [k for k in range(start, n) if case_of(words[k]) == "accusative"]
    active = words[predicate].tag not in ("passive", "passive-not") or any(
        word.tag == "towards-doing" for word in words[n:predicate]
    )
    own = len(things) > 1 and words[things[0] + 1].tag in ("word", "past") and words[things[0] + 1].norm in _OWNERS
    return things[0] + 1 if own and active and not is_done_to_behind(words, n + 1, predicate) else start


def behind_shared(words: Sequence[Word], clause: int, start: int, n: int, predicate: int) -> int:
    """Where a purpose begins behind what alone is handed on: "құжатты [тексеру үшін] комиссияға береді"."""
    predicate -= words[predicate].tag in ("semicolon", "stop", "comma")  # of an item
    active = words[predicate].tag in ("present", "to-do", "towards-doing")
    hands = active and _WORDING.pattern("hands_on").match(words[predicate].norm) is not None
    if not hands or any(case_of(word) == "accusative" for word in (*words[clause:start], *words[n + 1 : predicate])):
        return start
    thing = _thing(words, start, n)
    return thing + 1 if thing is not None and phrase_start(words, thing, start) == start else start


def behind_handed(words: Sequence[Word], start: int, n: int) -> int | None:
    """Where a purpose begins before a verb of handing on, behind what goes to whom; None elsewhere.

    Written for "көшірмелерін мекемеге [ресми жариялау және банкке қосу үшін] жолдауды қамтамасыз етсін".
    """
    if n + 1 >= len(words) or _WORDING.pattern("hands_on").match(words[n + 1].norm) is None:
        return None
    thing = _thing(words, start, n - 1)
    if thing is None or is_verbal(words[thing + 1]):
        return None
    receivers = (k for k in range(thing + 1, n - 2) if case_of(words[k]) == "dative" and not is_verbal(words[k]))
    receiver = next(receivers, None)
    whole = receiver is not None and phrase_start(words, receiver, thing + 1) == thing + 1
    return receiver + 1 if receiver is not None and whole and not is_verbal(words[receiver + 1]) else thing + 1


def _thing(words: Sequence[Word], first: int, end: int) -> int | None:
    """The first thing in the accusative from a place on, before `end`; None where none stands."""
    return next((k for k in range(first, end) if case_of(words[k]) == "accusative" and not is_verbal(words[k])), None)


def behind_subject(words: Sequence[Word], start: int, end: int) -> int:
    """The place behind what is done or done to, which opens a clause before its aside; `start` where nothing does.

    "Бірыңғай рейтингтік жүйе оқытуды бағалау үшін ..." goes on behind "жүйе", "Мамандарды даярлау нарық
    талаптарына сәйкес ..." behind "даярлау".
    """
    deeds = (k for k in range(start + 1, end - 1) if words[k].tag == "to-do" and case_of(words[k]) == "")
    deed = next((k for k in deeds if is_verbal(words[k])), None)
    while deed is not None and words[deed + 1].tag == "conjunction" and words[deed + 2].tag == "to-do":
        deed += 2  # "бақты қайта құру және жою"
    if deed is not None and any(case_of(word) == "accusative" for word in words[start:deed]):
        whole = words[deed + 1].tag in ("word", "title") and not is_owned(words[deed + 1])
        if whole and phrase_start(words, deed, start) == start:
            return deed + 1
    n = start
    shapes = ("opens_attribute", "of_what", "past_participle")
    while words[n].norm in _WORDING.words("determiners") or looks_like(words[n].norm, *shapes) or _is_done(words, n):
        n += 1
    while words[n + 1].tag == "conjunction" and n + 3 < end and case_of(words[n]) == case_of(words[n + 2]) == "":
        n += 2  # "есеп және есептілік"
    if case_of(words[n]) == "accusative" and words[n + 1].tag == "to-do":
        n += 1
    parted = n + 1 < end and case_of(words[n]) == "" and not is_owned(words[n + 1])
    return n + 1 if parted and words[n + 1].tag not in ("comma", "conjunction") else start


def _is_done(words: Sequence[Word], n: int) -> bool:
    """Whether a noun is of an attribute right behind it of what was done: "[оқушыға] келтірілген"."""
    return bool(case_of(words[n])) and looks_like(words[n + 1].norm, "past_participle") and is_verbal(words[n + 1])


def start_of_aside(words: Sequence[Word], n: int, begin: int, clause: int) -> int:
    """Where a purpose or a ground begins: its phrase and, before a verb's name, what else the verbs in it govern.

    `begin` is behind the purpose before it, which belongs to this one where its verbs stand right behind it.
    """
    start = phrase_start(words, n - 1, begin)
    if start - 1 >= begin and case_of(words[start - 1]) == "dative" and words[n - 1].norm.endswith("қосымшаға"):
        start = phrase_start(words, start - 1, begin)  # "осы Қағидаларға 2-қосымшаға сәйкес"
    if words[n].norm == "сәйкес":
        return _behind_done_to(words, start, n)
    if words[n].norm not in _WORDING.words("closes_purpose") or not is_verbal(words[n - 1]):
        return start
    if (own := _behind_saturated(words, clause, n)) is not None:
        return max(own, start)
    beside = next((k for k in range(start, n) if words[k].norm in _WORDING.words("beside")), None)
    if beside is not None:
        return beside + 1  # "бақтардың жанынан [балаларды үйрету үшін]"
    while start > clause and _hangs(words, start):
        at = start - 1
        at -= 1 if words[at].tag in ("postposition", "conjunction", "comma", "dash") and at > clause else 0
        start = phrase_start(words, at, clause)
    goes_on = words[n - 1].tag == "its-doing" and words[start - 1].tag == "comma"
    goes_on = goes_on and _WORDING.pattern("without_doing").search(words[start - 2].norm) is not None
    return clause if goes_on else start  # "түлектер курстан өтпей, | бірден қабылдануы үшін": its subject opens it


def _behind_done_to(words: Sequence[Word], start: int, n: int) -> int:
    """The place behind what is done to before a list of acts: "ісін | заңдарға, ел бекіткен шарттарға сәйкес"."""
    listed = (k for k in range(start, n) if case_of(words[k]) == "dative" and words[k + 1].tag in _LISTS)
    end = next(listed, start)
    if any(is_verbal(word) for word in words[start:end]):
        return start
    return next((k + 1 for k in range(end - 1, start - 1, -1) if case_of(words[k]) == "accusative"), start)


_LISTS = frozenset({"comma", "conjunction"})


def _behind_saturated(words: Sequence[Word], start: int, n: int) -> int | None:
    """The place behind an accusative that no verb of a purpose takes: "шоттарды [қаражат аудару үшін] ұсынады".

    The last verb has a bare noun as its thing; each verb before it takes one.
    """
    if words[n - 1].tag != "to-do" or not is_bare(words[n - 2]) or is_converb(words[n - 2]):
        return None
    if words[n - 2].norm in _WORDING.words("heavy_words") or is_owned(words[n - 2]):
        return None
    room = inside = 0
    for k in range(n - 3, start - 1, -1):
        inside += (words[k].tag == "close") - (words[k].tag == "open")
        if inside:
            continue
        room += is_verbal(words[k]) - (case_of(words[k]) == "accusative" and not is_verbal(words[k]))
        if room < 0:
            return k + 1
    return None


def _hangs(words: Sequence[Word], start: int) -> bool:
    """Whether the word before a purpose can only belong to it: in a case that its verbs ask for, how, and for whom."""
    word, before = words[start - 1], words[start - 2] if start > 1 else words[0]
    if word.tag in ("conjunction", "comma"):
        return before.tag == "to-do" and is_verbal(before)
    if word.tag == "dash":
        return case_of(before) == "dative"  # "мақсатқа – бақты сақтауға қол жеткізу үшін"
    if word.tag == "postposition":
        return word.norm in _WORDING.words("closes_purpose") and case_of(before) == "" and not is_verbal(before)
    governed = case_of(word) in ("dative", "ablative", "instrumental", "accusative")
    return governed or is_converb(word) or is_adverb(word)
