"""What a Kazakh duty's clause says beside its deed: why, for what, by which act."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.conditions import (
    answers_for,
    is_done_to_behind,
    is_of_participle,
    may_tell_when,
    told_when,
)
from extract.finders.duties.kazakh.forms import (
    case_of,
    is_adjective,
    is_adverb,
    is_bond,
    is_converb,
    is_for_whom,
    is_owned,
    is_told_of_participle,
    is_verbal,
    looks_like,
    relates,
    stem_of,
)
from extract.finders.duties.kazakh.frames import cites_no_act, frames, is_bare
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_OWNERS = _WORDING.words("its")


def asides(words: Sequence[Word], first: int, last: int, predicate: int) -> set[int]:
    """The places of words that say why, for what or by which act: "... мақсатында,", "... сәйкес"."""
    found: set[int] = set()
    begin = clause = first
    outside: tuple[int, int] | None = None
    for n in range(first, min(last, predicate) + 1):
        if words[n].tag in ("open", "close"):
            begin, clause, outside = _across(words, n, (begin, clause), outside)
        if words[n].tag in ("semicolon", "colon"):
            begin = clause = n + 1
        elif words[n].norm in _WORDING.words("closes_aside") and not _is_of_verb(words, n) and not is_bond(words, n):
            clause = _behind_deed(words, clause, n)
            begin = max(begin, clause)
            start = _start(words, n, begin, clause) if n > begin else begin
            if start == first and words[n].norm in _WORDING.words("closes_purpose"):
                start = _behind_thing(words, start, n, predicate)
            if words[n].norm in _WORDING.words("closes_purpose"):
                start = _behind_shared(words, clause, start, n, predicate)
            opens = start == first or words[start - 1].norm in _WORDING.words("closes_time")
            alone = opens and (_comes_next(words, n, predicate) or _is_deed_behind(words, n, predicate))
            start = _behind_subject(words, start, n) if alone else start
            if cites_no_act(words, start, n):
                continue
            end = n + 1 if n + 1 <= last and words[n + 1].tag == "comma" else n
            end = _among_them(words, end, predicate)
            if words[n].norm == "сәйкес" and [word.norm for word in words[n + 1 : n + 3]] == ["нысан", "бойынша"]:
                end = n + 2  # of the annex that is pointed at
            handed = _behind_handed(words, clause, n) if words[n].norm in _WORDING.words("closes_purpose") else None
            if handed is not None:
                start = handed
            elif words[n].norm in _WORDING.words("closes_purpose") and is_done_to_behind(words, end + 1, predicate):
                start = _whole(words, clause, start)
            found |= set(range(start, end + 1))
            begin = end + 1
        elif words[n].tag == "comma" and looks_like(words[n - 1].norm, "because"):
            found |= set(range(begin, n + 1))
            begin = n + 1
        elif may_tell_when(words[n]) and (when := told_when(words, n, begin, last, predicate)):
            found |= set(when)
            begin = when[-1] + 1
    end = min(last, predicate)
    return found | frames(words, first, end, found) | _agreements(words, first, end) | _by_acts(words, first, end)


def _behind_deed(words: Sequence[Word], clause: int, n: int) -> int:
    """The place behind the last deed before a purpose with a thing of its own: "бақ салуға, | гүлді күту үшін ..."."""
    for k in range(n - 2, clause, -1) if words[n].norm in _WORDING.words("closes_purpose") else ():
        if words[k].tag in ("comma", "conjunction") and words[k - 1].tag == "towards-doing":
            further = any(word.tag == "towards-doing" for word in words[k + 1 : n])  # "салуға және күтуге арналған"
            own = not further and any(case_of(word) == "accusative" for word in words[k + 1 : n])
            return k + 1 + (words[k + 1].norm in _WORDING.words("also")) if own else clause
    return clause


def _across(
    words: Sequence[Word], n: int, here: tuple[int, int], outside: tuple[int, int] | None
) -> tuple[int, int, tuple[int, int] | None]:
    """Where what is told beside begins behind a bracket, and where it does outside: what opens inside ends there."""
    return (n + 1, n + 1, here) if words[n].tag == "open" else (*(outside or here), None)


def _among_them(words: Sequence[Word], end: int, predicate: int) -> int:
    """The last word of what goes on with a purpose by what is done meanwhile: "... үшін, оның ішінде ... отырып"."""
    pair = f"{words[end + 1].norm}-{words[end + 2].norm}" if end + 2 < predicate else ""
    if pair not in _WORDING.words("in_particular"):
        return end
    return next((n for n in range(end, predicate) if words[n].norm in _WORDING.words("while_doing")), end)


def _by_acts(words: Sequence[Word], first: int, predicate: int) -> set[int]:
    """The places of the act that something is done by: "осы Қағидалар негізінде жарғысын әзірлейді"."""
    found: set[int] = set()
    for n in range(first + 1, predicate):
        if words[n].norm != "негізінде":
            continue
        before = words[n - 1]
        cited = stem_of(before) in _WORDING.words("acts") or before.norm in _WORDING.words("parts_of_acts")
        if not cited or is_of_participle(words, n):
            continue
        if is_done_to_behind(words, n + 1, predicate):
            found |= set(range(phrase_start(words, n - 1, first), n + 1))
    return found


def _agreements(words: Sequence[Word], first: int, predicate: int) -> set[int]:
    """The places of what only says that it is agreed on: "(келісім бойынша)", ", министрмен келісім бойынша,"."""
    found: set[int] = set()
    for n in range(first + 1, predicate):
        if words[n].norm != "бойынша" or words[n - 1].norm not in _WORDING.words("agreement"):
            continue
        if words[n - 2].tag == "open" and words[n + 1].tag == "close":
            found |= set(range(n - 2, n + 2))
        elif case_of(words[n - 2]) == "instrumental" and words[n + 1].tag == "comma":
            start = phrase_start(words, n - 2, first)
            found |= set(range(start - 1, n + 2)) if words[start - 1].tag in ("comma", "start") else set()
    return found


def _whole(words: Sequence[Word], clause: int, start: int) -> int:
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


def _comes_next(words: Sequence[Word], n: int, predicate: int) -> bool:
    """Whether nothing but the predicate stands behind an aside: "... үшін жүргізіледі", "... жүзеге асырылады"."""
    between = words[n + 1 : predicate]
    return all(one.tag == "future-participle" or one.norm in _WORDING.words("heavy_words") for one in between)


def _behind_thing(words: Sequence[Word], start: int, n: int, predicate: int) -> int:
    """Where a purpose begins behind what is done to, which nothing behind it is: "иттерді [терісі үшін] өсіру"."""
    things = [k for k in range(start, n) if case_of(words[k]) == "accusative"]
    active = words[predicate].tag not in ("passive", "passive-not") or any(
        word.tag == "towards-doing" for word in words[n:predicate]
    )
    own = len(things) > 1 and words[things[0] + 1].tag in ("word", "past") and words[things[0] + 1].norm in _OWNERS
    return things[0] + 1 if own and active and not is_done_to_behind(words, n + 1, predicate) else start


def _behind_shared(words: Sequence[Word], clause: int, start: int, n: int, predicate: int) -> int:
    """Where a purpose begins behind what alone is handed on: "құжатты [тексеру үшін] комиссияға береді"."""
    predicate -= words[predicate].tag in ("semicolon", "stop", "comma")  # of an item
    active = words[predicate].tag in ("present", "to-do", "towards-doing")
    hands = active and _WORDING.pattern("hands_on").match(words[predicate].norm) is not None
    if not hands or any(case_of(word) == "accusative" for word in (*words[clause:start], *words[n + 1 : predicate])):
        return start
    thing = next((k for k in range(start, n) if case_of(words[k]) == "accusative" and not is_verbal(words[k])), None)
    return thing + 1 if thing is not None and phrase_start(words, thing, start) == start else start


def _behind_handed(words: Sequence[Word], start: int, n: int) -> int | None:
    """Where a purpose begins before a verb of handing on, behind what goes to whom; None elsewhere.

    Written for "көшірмелерін мекемеге [ресми жариялау және банкке қосу үшін] жолдауды қамтамасыз етсін".
    """
    if n + 1 >= len(words) or _WORDING.pattern("hands_on").match(words[n + 1].norm) is None:
        return None
    thing = next(
        (k for k in range(start, n - 1) if case_of(words[k]) == "accusative" and not is_verbal(words[k])), None
    )
    if thing is None or is_verbal(words[thing + 1]):
        return None
    receivers = (k for k in range(thing + 1, n - 2) if case_of(words[k]) == "dative" and not is_verbal(words[k]))
    receiver = next(receivers, None)
    whole = receiver is not None and phrase_start(words, receiver, thing + 1) == thing + 1
    return receiver + 1 if receiver is not None and whole and not is_verbal(words[receiver + 1]) else thing + 1


def _is_deed_behind(words: Sequence[Word], n: int, predicate: int) -> bool:
    """Whether no subject stands behind the ground of what is done: "... сәйкес [аудандарда] жүргізіледі"."""
    done = words[predicate].tag == "passive" or any(
        word.tag == "future-participle" and looks_like(word.norm, "passive_participle") for word in words[n:predicate]
    )
    return words[n].norm == "сәйкес" and done and not is_done_to_behind(words, n + 1, predicate)


def _behind_subject(words: Sequence[Word], start: int, end: int) -> int:
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


def _start(words: Sequence[Word], n: int, begin: int, clause: int) -> int:
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


def _is_for_what(words: Sequence[Word], n: int) -> bool:
    """Whether what is fit or paid for something stands behind "үшін": "оқу үшін қолайлы жағдай", "... үшін ақы"."""
    end = n + 1 if words[n].norm in _WORDING.words("further") else n
    thing = end
    while thing + 1 < len(words) and (is_adjective(words[thing]) or looks_like(words[thing].norm, "opens_attribute")):
        thing += 1
    if words[thing].tag in ("word", "past") and looks_like(words[thing].norm, "conditions"):
        return True
    if case_of(words[end]) == "dative" and words[min(end + 1, len(words) - 1)].norm in _WORDING.words("for_what"):
        return True  # "бақты күту үшін бағбанға қажетті"
    fits = words[min(end, len(words) - 1)].norm in _WORDING.words("for_what")
    return fits and not (words[end].norm == "қажет" and words[min(end + 1, len(words) - 1)].tag in ("stop", "comma"))


def _is_of_verb(words: Sequence[Word], n: int) -> bool:
    """Whether a postposition belongs to what is behind it: "талаптарға сәйкес келтіру", "оқу үшін қолайлы"."""
    if n + 1 >= len(words):
        return False
    behind = words[n + 1].norm
    if relates(words, n):
        return True
    if words[n].norm == "байланысты" and words[n + 1].norm in _WORDING.words("negates"):
        return True  # "міндеттерімен байланысты емес жұмыс"
    if words[n].norm == "үшін" and (_is_for_what(words, n + 1) or is_for_whom(words, n) or answers_for(words, n)):
        return True
    if words[n].norm == "үшін" and is_told_of_participle(words, n, n + 1):
        return True  # "мәміле жасау үшін [ұсынылған] құжаттар"
    acts = words[n + 1].tag == "future-participle" and words[min(n + 2, len(words) - 1)].tag != "becomes"
    acts = acts and words[n].norm != "мақсатында"  # "дамыту мақсатында [өтетін тексеру]"
    set_by = acts or (words[n].norm == "сәйкес" and _WORDING.pattern("past_participle").search(behind) is not None)
    return set_by or _WORDING.pattern("brings").match(behind) is not None
