"""What a Kazakh duty's clause says beside its deed: why, for what, by which act."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.extents import closes_condition
from extract.finders.duties.kazakh.forms import (
    case_of,
    is_adjective,
    is_adverb,
    is_conditional,
    is_converb,
    is_for_whom,
    is_owned,
    is_verbal,
    looks_like,
    sets_against,
)
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_WORDING = phrasing("kk")
_ACTIVE = frozenset({"present", "negative", "can", "imperative", "obliged", "entitled"})
"""Classes of predicates whose subject does something."""


def asides(words: Sequence[Word], first: int, last: int, predicate: int) -> set[int]:
    """The places of words that say why, for what or by which act: "... мақсатында,", "... сәйкес"."""
    found: set[int] = set()
    begin = clause = first
    for n in range(first, min(last, predicate) + 1):
        if words[n].tag in ("semicolon", "colon"):
            begin = clause = n + 1
        elif words[n].norm in _WORDING.words("closes_aside") and not _is_of_verb(words, n):
            start = _start(words, n, begin, clause) if n > begin else begin
            if start == first and _comes_next(words, n, predicate):
                start = _behind_subject(words, start, n)
            end = n + 1 if n + 1 <= last and words[n + 1].tag == "comma" else n
            end = _among_them(words, end, predicate)
            if words[n].norm in _WORDING.words("closes_purpose") and _is_done_to_behind(words, end + 1, predicate):
                start = _whole(words, clause, start)
            found |= set(range(start, end + 1))
            begin = end + 1
        elif words[n].tag == "comma" and looks_like(words[n - 1].norm, "because"):
            found |= set(range(begin, n + 1))
            begin = n + 1
        elif when := _when(words, n, begin, last, predicate):
            found |= set(when)
            begin = when[-1] + 1
    return found | _frames(words, first, min(last, predicate), found) | _agreements(words, first, min(last, predicate))


def _among_them(words: Sequence[Word], end: int, predicate: int) -> int:
    """The last word of what goes on with a purpose by what is done meanwhile: "... үшін, оның ішінде ... отырып"."""
    pair = f"{words[end + 1].norm}-{words[end + 2].norm}" if end + 2 < predicate else ""
    if pair not in _WORDING.words("in_particular"):
        return end
    return next((n for n in range(end, predicate) if words[n].norm in _WORDING.words("while_doing")), end)


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


def beside_party(words: Sequence[Word], n: int) -> range:
    """The places of what stands right behind a party and is of its name: "тарапынан", "(бұдан әрі – Орталық)"."""
    if words[min(n, len(words) - 1)].norm in _WORDING.words("by"):
        return range(n, n + 1)
    if words[min(n, len(words) - 1)].norm in _WORDING.words("particles"):
        return range(n, n + 1)  # "мектептер де"
    if n + 1 < len(words) and words[n].tag == "open" and words[n + 1].norm == "бұдан":
        return range(n, next((k for k in range(n, len(words)) if words[k].tag == "close"), n) + 1)
    return range(0)


def between_dashes(words: Sequence[Word], first: int, last: int, dropped: set[int]) -> set[int]:
    """The places of two dashes that set apart what was left out: "есепті – 5 мамырға дейін – береді"."""
    dashes = [n for n in range(first, last + 1) if words[n].tag == "dash"]
    apart = ((a, b) for a, b in pairwise(dashes) if b > a + 1 and all(n in dropped for n in range(a + 1, b)))
    return {n for pair in apart for n in pair}


def _when(words: Sequence[Word], n: int, begin: int, last: int, predicate: int) -> range:
    """The places of a clause of condition or of what is done before, which closes at a place; none elsewhere."""
    closed = words[n].tag == "close" and words[min(n + 1, last)].tag == "comma" and _is_condition(words, n)
    if closed or closes_condition(words, n) or _is_when_done(words, n) or _is_while(words, n):
        end = n + 1 if words[n].tag != "comma" and words[min(n + 1, last)].tag == "comma" else n
        apart = (k for k in range(n - 2, begin, -1) if words[k].tag == "comma" and is_converb(words[k - 1]))
        start = (
            next(apart if words[n].norm != "кезеңде" else iter(()), begin - 1) + 1
        )  # "көмек көрсетіп, | қажет болған жағдайда"
        starts = (k for k in range(start, n) if words[k].norm in _WORDING.words("if") or sets_against(words, k))
        start = next(starts, start)
        done_to = _is_done_to_behind(words, end + 1, predicate) or _names_nothing(words, start, end)
        done_to = done_to or _does_something(words, end + 1, predicate)
        return range(start, end + 1) if done_to else range(0)
    bounds = words[n].norm in ("дейін", "бастап") or words[n].norm in _WORDING.words("after")
    if bounds and _WORDING.pattern("done_in_case").search(words[n - 1].norm):
        behind = words[min(n + 1, len(words) - 1)].norm
        of_next = behind in _WORDING.words("particles") or looks_like(behind, "past_participle")
        of_next = of_next or any(word.tag == "future-participle" for word in words[n + 1 : predicate - 1])
        stays = of_next or not _is_done_to_behind(words, n + 1, predicate)
        return range(0) if stays else range(_start_of_before(words, n - 1, begin), n + 1)
    if (limit := _start_of_limit(words, n, begin)) is not None:
        return range(limit, n + 1 + (words[min(n + 1, last)].tag == "comma"))
    after = words[n].norm in _WORDING.words("after") and is_verbal(words[n - 1]) and not bounds
    if after and case_of(words[n - 1]) == "ablative":
        return range(phrase_start(words, n - 1, begin), n + 1)
    return range(0)


def _start_of_limit(words: Sequence[Word], n: int, begin: int) -> int | None:
    """Where it begins what is not counted, by which act or how far as needed something is done; None where not said.

    "құпияларды есепке алмағанда", "Заңы шеңберінде", "қажеттілігіне қарай".
    """
    if words[n].norm in _WORDING.words("not_counted") and words[n - 1].norm == "есепке" and n - 2 >= begin:
        return phrase_start(words, n - 2, begin)
    stem = analyse(words[n - 1].text)[0].stem.lower()
    if words[n].norm in _WORDING.words("frames_of_acts") and stem in _WORDING.words("acts"):
        return phrase_start(words, n - 1, begin)
    if words[n].norm != "қарай" or stem not in _WORDING.words("needs") or words[n + 1].tag != "comma":
        return None
    owned = n - 2 >= begin and case_of(words[n - 2]) == "genitive"
    return phrase_start(words, n - 2, begin) if owned else n - 1


def _start_of_before(words: Sequence[Word], verb: int, begin: int) -> int:
    """Where what something is done before or after begins, with its subject: "барлық бақтар егілгенге дейін"."""
    begin = next((n + 1 for n in range(verb - 1, begin, -1) if words[n].tag == "comma"), begin)
    noun = verb - 1
    while noun > begin and (is_adverb(words[noun]) or is_converb(words[noun])):
        noun -= 1
    named = noun >= begin and words[noun].tag in ("word", "its-doing", "to-do", "title") and case_of(words[noun]) == ""
    return phrase_start(words, noun if named else verb, begin)


def _is_while(words: Sequence[Word], n: int) -> bool:
    """Whether a verb tells when something is done: "дау туындағанда", no "оны қоса алғанда"."""
    return looks_like(words[n].norm, "when_done") and words[n - 1].norm not in _WORDING.words("with_it")


def _is_condition(words: Sequence[Word], close: int) -> bool:
    """Whether brackets that close at a place tell of a condition before them: "дауыл туындаса (тасқын және т.б.),"."""
    opening = next((k for k in range(close, 0, -1) if words[k].tag == "open"), 1)
    return is_conditional(words[opening - 1])


def _is_when_done(words: Sequence[Word], n: int) -> bool:
    """Whether a word closes a clause of when or on what condition something is done: "жоғалған жағдайда"."""
    done = _WORDING.pattern("past_participle").search(words[n - 1].norm) is not None
    if n + 1 < len(words) and words[n].norm == "кезде" and _is_of_participle(words, n):
        return False  # "шешім шығарған кезде ескерілетін пікір"
    times = words[n].norm in _WORDING.words("times") or words[n].norm == "кезеңде"
    return times and (done or words[n - 1].tag == "future-participle")


def _names_nothing(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether no noun that something is done to stands in a clause of condition, nor behind it: "келмеген жағдайда"."""
    return not any(case_of(word) in ("", "accusative") and word.tag == "word" for word in words[start : end - 2])


def _does_something(words: Sequence[Word], begin: int, predicate: int) -> bool:
    """Whether a verb by which somebody does something has a complement from a place on: "басшыға хабарлайды"."""
    complements = any(case_of(word) not in ("", "genitive") and not is_adverb(word) for word in words[begin:predicate])
    return complements and words[predicate].tag in _ACTIVE


def _whole(words: Sequence[Word], clause: int, start: int) -> int:
    """Where a purpose begins, what is done to standing behind it: with its clause, but for where it is done."""
    n = clause
    while n < start and words[n].norm not in _WORDING.words("opens_sentence") and not _is_place(words, n):
        n += 1
    return clause if n == start else start


def _is_place(words: Sequence[Word], n: int) -> bool:
    """Whether a word tells where something is done, no word of how: "бақтарда", but not "беру түрінде"."""
    manner = words[n].norm in _WORDING.words("in_what_way") and is_verbal(words[n - 1])
    manner = manner or words[n - 1].norm in _WORDING.words("its")  # "олардың арасында тәртіпті сақтау үшін"
    return case_of(words[n]) == "locative" and not manner


def means(words: Sequence[Word], first: int, predicate: int, dropped: set[int]) -> set[int]:
    """The places of what opens a clause and says by what means something is done: of its deed, not of its object."""
    return _frames(words, first, predicate, dropped, ("closes_frame", "closes_means"))


def _frames(
    words: Sequence[Word], first: int, predicate: int, dropped: set[int], closes: Sequence[str] = ("closes_frame",)
) -> set[int]:
    """The places of what opens a clause and only says within what or when, before what is done to.

    "Жоба шеңберінде оқыту сапасы арттырылады" goes on behind "шеңберінде".
    """
    found: set[int] = set()
    begin = n = first
    while n < predicate:
        if n in dropped:
            begin = n + 1 if not found or begin == n else begin
        elif n > begin and any(words[n].norm in _WORDING.words(name) for name in closes) and not _stays(words, n):
            end = n + 1 if words[n + 1].tag == "comma" else n
            begin = _behind_field(words, begin, n)
            whole = phrase_start(words, n - 1, begin) == begin and _is_done_to_within(words[begin:n])
            if not whole or not _is_done_to_behind(words, end + 1, predicate, dropped):
                break
            found |= set(range(begin, end + 1))
            begin, n = end + 1, end
        n += 1
    return found


def _stays(words: Sequence[Word], n: int) -> bool:
    """Whether a postposition is no frame's: a participle's, or of by what something is done, "портал арқылы"."""
    return _is_of_participle(words, n) or (words[n].norm == "арқылы" and not is_verbal(words[n - 1]))


def _behind_field(words: Sequence[Word], begin: int, n: int) -> int:
    """Where a frame of time begins behind what its clause is about: "тілі бойынша [әр жылдан кейін] талаптар ..."."""
    if words[n].norm not in _WORDING.words("after") or is_verbal(words[n - 1]):
        return begin
    return next((k + 1 for k in range(n - 1, begin, -1) if words[k].norm in _WORDING.words("inside_object")), begin)


def _is_done_to_within(words: Sequence[Word]) -> bool:
    """Whether each accusative of a frame has a verb in it: "бақтарды клуб құру жолымен" has none."""
    return sum(case_of(word) == "accusative" for word in words) <= sum(is_verbal(word) for word in words) - _bare(words)


def _bare(words: Sequence[Word]) -> int:
    """How many verbs have a bare noun before them as what they are done to: "шаруашылықтар құру"."""
    return sum(is_verbal(word) and _is_bare(words[n - 1]) for n, word in enumerate(words) if n)


def _is_bare(word: Word) -> bool:
    return word.tag == "word" and case_of(word) == "" and not is_adverb(word) and not is_adjective(word)


def _is_of_participle(words: Sequence[Word], n: int) -> bool:
    """Whether a postposition belongs to a participle behind it: "мұғалім ретінде тіркелген"."""
    behind = words[n + 1]
    further = words[min(n + 2, len(words) - 1)]
    doing = case_of(behind) in ("accusative", "dative") and is_verbal(further)
    participle = _WORDING.pattern("past_participle").search((further if doing else behind).norm) is not None
    compound = behind.tag == "to-do" and is_owned(words[min(n + 2, len(words) - 1)])  # "егу мәдениеті"
    return participle or (behind.tag in ("future-participle", "to-do", "towards-doing") and not compound)


def _is_done_to_behind(words: Sequence[Word], begin: int, predicate: int, dropped: Set[int] = frozenset()) -> bool:
    """Whether what a deed is done to stands from a place on: an accusative, or a bare noun right before the verb.

    What is `dropped` is of another verb: "талдау негізінде [бақтарды басқару үшін] қолданылады".
    """
    if any(case_of(words[n]) == "accusative" for n in range(begin, predicate) if n not in dropped):
        return True
    if words[predicate].tag == "passive" and begin + 1 < predicate and _opens_with_its(words, begin):
        return True
    n = predicate - 1
    while n >= begin and _is_of_verb_group(words[n]):
        n -= 1
    noun = n >= begin and n not in dropped and words[n].tag in ("word", "title", "close", "to-do", "past")
    return noun and case_of(words[n]) == "" and not is_adjective(words[n])


def _opens_with_its(words: Sequence[Word], begin: int) -> bool:
    """Whether a clause opens with an owner and what is his, without a case: "оның өкілеттіктері хатшыға беріледі"."""
    own = words[begin + 1]
    owner = case_of(words[begin]) == "genitive" or words[begin].norm in _WORDING.words("its")
    return owner and own.tag == "word" and is_owned(own) and case_of(own) == ""


def _is_of_verb_group(word: Word) -> bool:
    """Whether a word before a verb tells how it is done, or is part of it."""
    heavy = word.norm in _WORDING.words("heavy_words") or word.tag in ("future-participle", "its-doing")
    return heavy or is_adverb(word) or is_converb(word)


def points_back(words: Sequence[Word], n: int) -> bool:
    """Whether a word is but "ол" for who is named before, not "ол туралы", or "онда" for where."""
    he = words[n].norm in _WORDING.words("he") and words[n + 1].tag != "postposition"
    return he or words[n].norm in _WORDING.words("in_them")


def goes_on_doing(words: Sequence[Word], n: int) -> bool:
    """Whether a helping verb says that something is done over and over: "жаңартылып отырады", not "жоспарлап отыр"."""
    return words[n].norm in _WORDING.words("keeps_doing") and words[n - 1].tag != "planned"


def _comes_next(words: Sequence[Word], n: int, predicate: int) -> bool:
    """Whether nothing but the predicate stands behind an aside: "... үшін жүргізіледі", "... жүзеге асырылады"."""
    between = words[n + 1 : predicate]
    return all(one.tag == "future-participle" or one.norm in _WORDING.words("heavy_words") for one in between)


def _behind_subject(words: Sequence[Word], start: int, end: int) -> int:
    """The place behind what is done or done to, which opens a clause before its aside; `start` where nothing does.

    "Бірыңғай рейтингтік жүйе оқытуды бағалау үшін ..." goes on behind "жүйе", "Мамандарды даярлау нарық
    талаптарына сәйкес ..." behind "даярлау".
    """
    n = start
    shapes = ("opens_attribute", "of_what", "past_participle")
    while words[n].norm in _WORDING.words("determiners") or looks_like(words[n].norm, *shapes):
        n += 1
    if case_of(words[n]) == "accusative" and words[n + 1].tag == "to-do":
        n += 1
    parted = n + 1 < end and case_of(words[n]) == "" and not is_owned(words[n + 1])
    return n + 1 if parted and words[n + 1].tag not in ("comma", "conjunction") else start


def _start(words: Sequence[Word], n: int, begin: int, clause: int) -> int:
    """Where a purpose or a ground begins: its phrase and, before a verb's name, what else the verbs in it govern.

    `begin` is behind the purpose before it, which belongs to this one where its verbs stand right behind it.
    """
    start = phrase_start(words, n - 1, begin)
    if start - 1 >= begin and case_of(words[start - 1]) == "dative" and words[n - 1].norm.endswith("қосымшаға"):
        start = phrase_start(words, start - 1, begin)  # "осы Қағидаларға 2-қосымшаға сәйкес"
    if words[n].norm not in _WORDING.words("closes_purpose") or not is_verbal(words[n - 1]):
        return start
    while start > clause and _hangs(words, start):
        at = start - 1
        at -= 1 if words[at].tag in ("postposition", "conjunction", "comma") and at > clause else 0
        start = phrase_start(words, at, clause)
    goes_on = words[n - 1].tag == "its-doing" and words[start - 1].tag == "comma"
    goes_on = goes_on and _WORDING.pattern("without_doing").search(words[start - 2].norm) is not None
    return clause if goes_on else start  # "түлектер курстан өтпей, | бірден қабылдануы үшін": its subject opens it


def _hangs(words: Sequence[Word], start: int) -> bool:
    """Whether the word before a purpose can only belong to it: in a case that its verbs ask for, how, and for whom."""
    word, before = words[start - 1], words[start - 2] if start > 1 else words[0]
    if word.tag in ("conjunction", "comma"):
        return before.tag == "to-do" and is_verbal(before)
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
    fits = words[min(end, len(words) - 1)].norm in _WORDING.words("for_what")
    return fits and not (words[end].norm == "қажет" and words[min(end + 1, len(words) - 1)].tag in ("stop", "comma"))


def _is_of_verb(words: Sequence[Word], n: int) -> bool:
    """Whether a postposition belongs to what is behind it: "талаптарға сәйкес келтіру", "оқу үшін қолайлы"."""
    if n + 1 >= len(words):
        return False
    behind = words[n + 1].norm
    if words[n].norm == "үшін" and (_is_for_what(words, n + 1) or is_for_whom(words, n)):
        return True
    acts = words[n + 1].tag == "future-participle" and words[min(n + 2, len(words) - 1)].tag != "becomes"
    set_by = acts or (words[n].norm == "сәйкес" and _WORDING.pattern("past_participle").search(behind) is not None)
    return set_by or _WORDING.pattern("brings").match(behind) is not None
