"""What a Kazakh duty is done to: the accusative before its verb, the bare noun before "құру", a passive's subject."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.adjuncts import behind_receiver, without_adjuncts
from extract.finders.duties.kazakh.forms import (
    case_of,
    is_adjective,
    is_adverb,
    is_conditional,
    is_converb,
    is_owned,
    is_verbal,
    looks_like,
)
from extract.finders.duties.kazakh.marks import opens_at, opens_kinds
from extract.finders.duties.kazakh.openings import (
    NOUNS,
    accusative_that_opens,
    bare_before,
    bare_subject,
    is_noun,
    listed_subject,
    names_day,
    opening_deed,
    opening_noun,
    subject_that_opens,
    thing_without_verb,
)
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.kazakh.tiles import is_before_all, subject_before_all
from extract.finders.duties.kazakh.verbs import content_verb, has_subject_alone, named_in_particular
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_WORDING = phrasing("kk")
_MANNER = _WORDING.words("manner")
_WANTED = frozenset({"need", "becomes", "planned", "recommend"})
_HEAVY = _WORDING.words("heavy_words")
_FINITE = frozenset({"present", "passive", "proceed", "becomes", "negative", "passive-not"})
"""Classes of verbs that close a clause."""
_CLOSED = frozenset({"start", "semicolon", "colon", "stop"})


def find_object(words: Sequence[Word], first: int, last: int, end: int) -> tuple[int, int] | None:
    """The first and last place of the object before the verb of a decision; None where no noun stands as one.

    "1,5 млн жаңа оқушы орнын ашу қажет" -> "1,5 млн жаңа оқушы орнын", "қағидалар бекітілсін" -> "қағидалар".
    """
    verb = content_verb(words, first, last, end)
    if verb is None:
        return None
    if looks_like(words[verb].norm, "reports") and (told := _told_of(words, verb)) is not None:
        return told
    if (case := _case_governed(words, verb)) is not None:
        return _governed(words, verb, case)
    if words[verb].norm in _WORDING.words("owning"):
        return _had(words, verb)
    thing = thing_without_verb(words, verb, end)
    if thing is None and _is_named_alone(words, verb, min(last, end)):
        thing = verb
    if thing is not None:
        return phrase_start(words, thing, 1), thing
    told = verb == first and words[min(verb + 1, end)].norm in _WORDING.words("asks")  # "сақтау ұсынылсын"
    told = told and words[verb].tag != "its-doing"
    alone = not told and any(has_subject_alone(word) for word in words[verb : min(last, end) + 1])
    alone = alone or any(word.norm in _WORDING.words("goes_on") for word in words[verb : verb + 2])
    verb = _first_of_datives(words, verb)
    doing = next((word for word in words[verb : min(last, end) + 1] if word.tag == "towards-doing"), None)
    if doing is not None and (doing is words[verb] or words[verb].norm in _HEAVY):  # "іске асырылуға тиіс"
        alone = _WORDING.pattern("done_doing").search(doing.norm) is not None
    n = _subject(words, verb) if alone else _done_to(words, verb)
    if n is None:
        return None
    start = phrase_start(words, n, 1, alone=alone and case_of(words[n]) == "")
    start = without_adjuncts(words, _over_manner(words, start, n) if alone else start, n)
    start = _over_place(words, start, n) if alone else behind_receiver(words, start, n, verb)
    contrasted = _contrasted(words, start) if alone else None
    if contrasted is not None:
        return contrasted, n
    start, n = _before_colon(words, _behind_news(words, start, n, verb), n)
    return start - (start > 1 and words[start - 1].norm in _WORDING.words("at_least")), n


def _over_place(words: Sequence[Word], start: int, n: int) -> int:
    """Where a list begins whose last has a frame of its own: "бақ, сондай-ақ әр ауылда | гүлзар ашылады".

    So has "алаңдары мен балалар үшін | құралдар": what belongs to somebody is not listed with whom the rest is for.
    """
    frame = start - 1
    bound = words[frame].tag == "postposition"
    if frame < 4 or not (bound or case_of(words[frame]) == "locative") or is_verbal(words[frame]):
        return start
    also = next((k for k in range(frame - 1, 2, -1) if words[k].norm in _WORDING.words("also")), None)
    if not bound and also is not None and words[also - 1].tag == "comma":
        member = also - 2
    else:
        joint = next((k for k in range(frame - 1, 2, -1) if words[k].tag in ("conjunction", "comma")), 0)
        owned = bound and joint > 0 and is_owned(words[joint - 1]) and not is_owned(words[frame - 1])
        if not owned or words[joint].tag == "comma":
            return start
        also, member = joint, joint - 1
    alike = is_noun(words[member]) and case_of(words[member]) == case_of(words[n]) == ""
    alike = alike and not any(map(is_verbal, words[also:frame]))
    return phrase_start(words, member, 1, alone=True) if alike else start


def _first_of_datives(words: Sequence[Word], verb: int) -> int:
    """The first of several verbs' nouns in the dative: "өсіруге және аулауға", "ұйымдастыру мен өткізуге"."""
    while verb > 2 and words[verb].tag == "towards-doing" and words[verb - 1].tag in ("conjunction", "comma"):
        if words[verb - 2].tag not in ("towards-doing", "to-do") or not is_verbal(words[verb - 2]):
            break
        verb -= 2
    return verb


def _subject(words: Sequence[Word], verb: int) -> int | None:
    """What is done to in a passive, or what goes on by itself: its only noun without a case, else whose doing it is."""
    if (owner := _owner_done_to(words, verb)) is not None:
        return owner
    n = _nominative(words, verb)
    timed = n is not None and words[n].norm in _WORDING.words("whole_times")  # "дауыс беру [сайлау күні] өткізіледі"
    if n is not None and is_before_all(words, n, verb) and not timed:
        return n
    first = subject_before_all(words, verb)
    return first if n is None or (first is not None and first < n) else n


def _nominative(words: Sequence[Word], verb: int) -> int | None:
    """The noun without a case that a passive is most likely about, told by what stands beside it."""
    n = _noun(words, verb, "") or subject_that_opens(words, verb) or bare_subject(words, verb)
    n = n or listed_subject(words, verb) or _done_as_it_stands(words, verb)
    return opening_deed(words, n or 1, verb) or n


def _done_as_it_stands(words: Sequence[Word], verb: int) -> int | None:
    """A verb's noun in the accusative that opens a passive's clause: "Тіркеуді ... жүзеге асырылады"."""
    if words[verb].norm not in _HEAVY:
        return None
    n = _noun(words, verb, "accusative")
    return n if n is not None and is_verbal(words[n]) and phrase_start(words, n, 1) == 1 else None


def _over_manner(words: Sequence[Word], start: int, n: int) -> int:
    """Where a verb's noun begins whose object stands before the way it is done: "[бақты] суару жолымен күту"."""
    doing = start - 2
    if words[n].tag != "to-do" or doing < 2 or words[doing + 1].norm not in _WORDING.words("in_what_way"):
        return start
    first = phrase_start(words, doing, 1)
    inside = any(case_of(word) == "accusative" for word in words[first:doing])
    own = case_of(words[doing - 1]) != "accusative"  # what the way itself is of stands right before its verb, bare
    done_to = any(case_of(word) == "accusative" for word in words[start:n])
    return first if inside and own and not done_to else start


def _case_governed(words: Sequence[Word], verb: int) -> str | None:
    """The case that a verb wants its complement in, where that is no accusative: "сынақтан өтеді", "балаға көмектеседі".

    "nominative" stands for a verb without any complement of the kind.
    """
    norm = words[verb].norm
    if _WORDING.pattern("passing").match(norm) and "ablative" in map(case_of, words[max(1, verb - 2) : verb]):
        return "ablative"
    for case in ("ablative", "dative"):
        if looks_like(norm, f"governs_{case}"):
            return case
    return "nominative" if _WORDING.pattern("done_to_nothing").match(norm) is not None else None


def _told_of(words: Sequence[Word], verb: int) -> tuple[int, int] | None:
    """What somebody is told of, with its postposition: "[апат туралы] басшыға хабарлайды"; None where it is "бұл"."""
    about = next((n for n in range(verb - 1, 1, -1) if words[n].norm in ("туралы", "жөнінде")), None)
    if about is None or words[about - 1].norm in _WORDING.words("takes_up"):
        return None
    return without_adjuncts(words, phrase_start(words, about - 1, 1), about - 1), about


def _governed(words: Sequence[Word], verb: int, case: str) -> tuple[int, int] | None:
    """The nearest phrase in the case that a verb governs; other phrases between are passed."""
    n = verb - 1
    while n > 0 and words[n].tag not in _CLOSED and case != "nominative":
        if n < verb - 1 and words[verb].norm in _WORDING.words("leads"):
            return None  # "төрағалық етеді"
        if case_of(words[n]) == case and words[n].norm not in _WORDING.words("adverbs"):
            start = without_adjuncts(words, phrase_start(words, n, 1), n)
            return start, n
        if (before := _relating(words, n)) is not None:
            n = before
        elif case_of(words[n]) not in ("", "genitive"):
            n = phrase_start(words, n, 1) - 1
        else:
            n -= 1
    return None


def _contrasted(words: Sequence[Word], start: int) -> int | None:
    """Where the subject begins that shares its verb with one behind ", ал": "бақта гүлзар, ал мектепте шырша өседі"."""
    other = next((n for n in range(start - 1, 2, -1) if words[n].norm in _WORDING.words("contrasts")), None)
    if other is None or words[other - 1].tag != "comma" or is_converb(words[other - 2]):
        return None
    if any(word.tag in _FINITE for word in words[1:other]):
        return None
    n = _noun_to(words, other - 2, other - 1, "")
    return None if n is None else without_adjuncts(words, phrase_start(words, n, 1, alone=True), n)


def _behind_news(words: Sequence[Word], start: int, n: int, verb: int) -> int:
    """Where who is told something begins, behind what he is told of: "кешігу туралы [ата-ананы] хабардар ету"."""
    if words[verb].norm not in _WORDING.words("tells"):
        return start
    return next((k + 1 for k in range(n - 1, start, -1) if words[k].norm in ("туралы", "жөнінде")), start)


def _owner_done_to(words: Sequence[Word], verb: int) -> int | None:
    """What is done to in the genitive before a passive verb's noun: "топтардың қаржыландырылуы ұсынылады"."""
    if words[verb].tag != "its-doing":
        return None
    for n in range(verb - 1, 0, -1):
        if case_of(words[n]) == "genitive" and not is_verbal(words[n]):
            if words[n + 1].tag == "postposition" or (is_owned(words[n + 1]) and not is_verbal(words[n + 1])):
                continue  # "[шарттардың негізінде] салынуы"
            return n
        if (case_of(words[n]) == "" and (is_owned(words[n]) or words[n].tag == "title")) or words[n].tag in _CLOSED:
            return None
    return None


def _before_colon(words: Sequence[Word], start: int, n: int) -> tuple[int, int]:
    """The phrase, or the one before the colon that it only tells in detail: "100 жаңа нысан: сарайлар, мектептер".

    What stands behind a dash says it in other words: "орналастырудың жаңа нысаны – қабылдаушы отбасы".
    """
    if start > 2 and words[start - 1].tag == "dash" and is_noun(words[start - 2]) and is_owned(words[start - 2]):
        alike = case_of(words[start - 2]) == case_of(words[n])
        return (phrase_start(words, start - 2, 1) if alike else start), n
    if start > 2 and words[start - 1].tag == "colon" and is_noun(words[start - 2]):
        before = phrase_start(words, start - 2, 1)
        if any(word.tag == "number" for word in words[before : start - 2]):
            return before, start - 2
        if case_of(words[start - 2]) == "accusative" and words[n].tag == "to-do":
            return before, n  # "органдарын: кеңестерді, алқаларды дамыту"
    return start, n


def _done_to(words: Sequence[Word], verb: int) -> int | None:
    """What an active verb is done to: an accusative; else a bare noun, or what the deed before it is done to."""
    n = (
        _before_converb(words, verb)
        or _noun(words, verb, "accusative")
        or accusative_that_opens(words, verb, _opening(words, verb))
    )
    n = _accusative_behind_which_how(words, n, verb)
    if n is None and words[verb].tag not in ("present", "towards-doing"):
        n = _noun(words, verb, "") or _of_deed_before(words, verb)
        able = _WORDING.pattern("present_converb").search(words[verb].norm) is not None and words[verb].tag == "word"
        n = None if able and n != verb - 1 else n  # "желге бейімделе алуы"
    if n is None and words[verb].tag == "towards-doing":
        n = bare_before(words, verb)
    return n or _given_back(words, verb)


def _accusative_behind_which_how(words: Sequence[Word], n: int | None, verb: int) -> int | None:
    """What an active verb is done to, where a bare noun right before it only tells how: "құжатты [қосымша] тапсырады"."""
    if n is None or n != verb - 1 or n < 2 or case_of(words[n]) or phrase_start(words, n, 1) != n:
        return n
    before = n - 1
    thing = case_of(words[before]) == "accusative" and not is_verbal(words[n]) and is_noun(words[before])
    return before if thing and not words[n].tag == "title" else n


def _before_converb(words: Sequence[Word], verb: int) -> int | None:
    """The accusative before the one of a converb right before a verb: "құжаттарды [қолын қойғызып] береді"."""
    if verb < 4 or not is_converb(words[verb - 1]) or case_of(words[verb - 2]) != "accusative":
        return None
    if words[verb - 1].norm in _WORDING.words("heavy_words") or not is_owned(words[verb - 2]):
        return None
    before = phrase_start(words, verb - 2, 1) - 1
    return _noun_to(words, before, verb, "accusative") if before > 0 and words[before].tag != "comma" else None


def _given_back(words: Sequence[Word], verb: int) -> int | None:
    """The accusative that a phrase before a verb has taken in, though the verb has no other thing.

    It is the verb's where what could govern it has a thing of its own ("өтінімді бюджетті атқару органына береді") or is
    but the attribute of a noun ("есептерді бағалау комиссиясына ұсынады").
    """
    if _WORDING.pattern("goes_to").match(words[verb].norm) is not None:
        return None
    begin = next((n + 1 for n in range(verb - 1, 0, -1) if words[n].tag in _CLOSED), 1)
    things: list[int] = []
    n = verb
    while (n := _accusative_before(words, n, begin)) >= begin:
        things.append(n)
        n = phrase_start(words, n, begin)
    thing = things[-1] if things else None
    return thing if thing is not None and _is_free(words, thing, verb) else None


def _accusative_before(words: Sequence[Word], n: int, begin: int) -> int:
    return next((k for k in range(n - 1, begin - 1, -1) if case_of(words[k]) == "accusative"), begin - 1)


def _is_free(words: Sequence[Word], thing: int, verb: int) -> bool:
    """Whether no verb right behind an accusative needs it: one with a thing of its own, or that is but an attribute."""
    if words[thing + 1].tag in ("comma", "conjunction"):
        return False
    for n in range(thing + 1, verb):
        if case_of(words[n]) == "accusative":
            return True
        if is_verbal(words[n]):
            named = words[n].tag == "to-do" and case_of(words[n]) == "" and is_owned(words[n + 1])
            last = next((k for k in range(n + 1, verb) if not is_owned(words[k + 1])), n)
            return named and case_of(words[last]) not in ("", "accusative")
    return False


def _opening(words: Sequence[Word], verb: int) -> int | None:
    """The first word of a clause of what somebody is freed from doing: "балаларды [... төлеуден] босатады"."""
    freed = next((n for n in range(verb - 1, max(0, verb - 3), -1) if words[n].tag != "gap"), 0)
    return 1 if case_of(words[freed]) == "ablative" and is_verbal(words[freed]) else None


def _of_deed_before(words: Sequence[Word], verb: int) -> int | None:
    """What the deed before a comma is done to, the verb having no object: "карта әзірлеу, сараптамадан өткізу"."""
    for n in range(verb - 1, 1, -1):
        if words[n].tag == "comma" and words[n - 1].tag == "to-do" and is_verbal(words[n - 1]):
            return _noun(words, n - 1, "accusative") or _noun(words, n - 1, "")
    return None


def named_object(words: Sequence[Word], end: int) -> tuple[int, int] | None:
    """The noun phrase that an item is, its verb in the lead-in: "даму бағдарламасы (стратегия)"."""
    while end > 1 and words[end].tag in ("stop", "semicolon", "comma", "gap"):
        end -= 1
    return (phrase_start(words, end, 1), end) if words[end].tag in NOUNS else None


def _is_named_alone(words: Sequence[Word], n: int, last: int) -> bool:
    """Whether a predicate has but a noun: an item under a verb, "кадрлар қажет", "залдар болады"."""
    word = words[n]
    if word.tag != "word" or is_verbal(word) or is_adverb(word) or is_converb(word) or is_adjective(word):
        return False
    if _WORDING.pattern("present_converb").search(word.norm) or word.norm in _WORDING.words("goes_on"):
        return False
    if words[min(n + 1, len(words) - 1)].norm in _WORDING.words("called"):
        return False  # "айналады деп жоспарлануда"
    wanted = any(words[k].tag in _WANTED for k in range(n + 1, last + 1))
    return case_of(word) == "accusative" or (wanted and case_of(word) == "" and word.norm not in _HEAVY)


def _had(words: Sequence[Word], n: int) -> tuple[int, int] | None:
    """What somebody comes to own, in the dative: "жабдыққа ие болады", "атаққа, оның ішінде шетелде, ие болады"."""
    owned = n - 1
    while owned > 1 and case_of(words[owned]) != "dative" and words[owned].tag not in _CLOSED:
        owned -= 1
    told = owned == n - 1 or opens_kinds(words, owned + 2)
    if not told or case_of(words[owned]) != "dative":
        return None
    start = phrase_start(words, owned, 1)
    deeds = (
        k + 1
        for k in range(owned - 2, start, -1)
        if words[k].tag == "to-do" and case_of(words[k - 1]) == "accusative" and not is_owned(words[k + 1])
    )
    return next(deeds, start), owned  # "демалысын ұйымдастыру | басым бағытқа ие болады"


def _noun(words: Sequence[Word], verb: int, case: str) -> int | None:
    """The nearest noun in a case before a verb; phrases in other cases, with postpositions and of manner are passed.

    A noun without an ending right before an active verb is its object, too: "шаралар қабылдау". What is named in
    particular behind a noun ("талаптар, атап айтқанда ...") is passed with it.
    """
    particular = named_in_particular(words, verb)
    closed = is_noun(words[verb - 1]) and _case(words, verb - 1) == case
    closed = closed and (case == "accusative" or not is_verbal(words[verb - 1]))
    if particular is not None and not closed and (found := _noun_to(words, particular, verb, case)) is not None:
        return found
    return _noun_to(words, verb - 1, verb, case)


def _noun_to(words: Sequence[Word], n: int, verb: int, case: str) -> int | None:
    """The nearest noun in a case that stands at a place or before it; a bare actor only where there is no other."""
    actor = None
    while n > 0 and words[n].tag not in _CLOSED:
        word = words[n]
        timed = case == "" and word.norm in _WORDING.words("times") and is_verbal(words[n - 1])
        if timed and (opening := opening_noun(words, n - 1)) is not None:
            return opening
        if (passed := _before_inset(words, n) or _passed(words, n)) is not None:
            n = passed
        elif not is_noun(word):
            n -= 1
        elif (found := _case(words, n)) == case or (found == "" and n == verb - 1 and not _acts_itself(words, n)):
            if has_subject_alone(words[verb]) and _is_of_converb(words, n):
                n -= 1  # "[қол] қойғызып тапсырылады"
            elif found == "" and word.tag == "to-do" and words[n + 1].tag == "comma" and not opens_kinds(words, n + 2):
                n = phrase_start(words, n, 1) - 1  # of a list that closes in another case
            elif found == "accusative" and _tells_how(words, n, verb):
                n -= 1
            elif found == case or not _is_actor(word):
                return n
            else:
                actor, n = n, n - 1
        elif found or is_verbal(word):
            n = phrase_start(words, n, 1, governs=found != "instrumental") - 1
        else:
            n -= 1
    return actor


def _is_of_converb(words: Sequence[Word], n: int) -> bool:
    """Whether a bare noun is what is done meanwhile, no subject of what is done: "[қол] қойғызып тапсырылады"."""
    bare = words[n].tag == "word" and not analyse(words[n].text)[0].endings and phrase_start(words, n, 1) == n
    return bare and is_converb(words[n + 1]) and not looks_like(words[n + 1].norm, "done_meanwhile_before")


def _tells_how(words: Sequence[Word], n: int, verb: int) -> bool:
    """Whether a word behind what is done to is an attribute of how, no second thing: "шартты [біржақты] тәртіппен"."""
    behind = words[n + 1]
    oblique = n + 1 < verb and case_of(behind) in ("instrumental", "locative", "dative") and not is_verbal(behind)
    of_what = looks_like(words[n].norm, "of_what") and not is_owned(words[n])
    return oblique and of_what and case_of(words[n - 1]) == "accusative" and not is_verbal(words[n - 1])


def _acts_itself(words: Sequence[Word], n: int) -> bool:
    """Whether a noun right before an active verb is its subject: "міндетін тізім бойынша келесісі атқарады"."""
    listed = words[n - 1].tag in ("postposition", "comma") and is_owned(words[n]) and words[n].tag == "word"
    return listed and any(case_of(word) == "accusative" for word in words[1:n])


def _relating(words: Sequence[Word], n: int) -> int | None:
    """The place before a postposition or "түрде" with its phrase, or alone behind an adverb or as one itself."""
    word = words[n]
    opening = opens_at(words, n, 0) if word.tag == "close" else n
    if opening < n and words[opening - 1].tag in ("postposition", "start", "gap"):
        return opening - 1  # "негізінде (бар болса)"
    if word.tag == "postposition" and is_adverb(words[n - 1]):
        return n - 2  # "әрі қарай"
    if word.norm == "қоса" and words[n + 1].tag != "comma":
        return n - 1  # "көшірмесін қоса тіркейді"
    if word.norm in _WORDING.words("together") and case_of(words[n - 1]) != "instrumental":
        return n - 1  # "шешімді бірлесіп қабылдайды"
    related = word.tag == "postposition" or word.norm in _MANNER or word.norm in _WORDING.words("closes_time")
    return (phrase_start(words, n - 1, 1) - 1 if n > 1 else 0) if related else None


def _passed(words: Sequence[Word], n: int) -> int | None:
    """The place before what says how, till when or as what, where its last word stands at `n`; None elsewhere."""
    word = words[n]
    if names_day(words, n) or word.norm in _WORDING.words("called") | _WORDING.words("while_doing"):
        return n - 1 - (word.norm not in _WORDING.words("while_doing"))  # "жарамсыз деп жарияланады"
    now = words[n + 1].tag == "conjunction" and _WORDING.pattern("being_done_now").search(word.norm) is not None
    span = word.norm in _WORDING.words("spans") and words[n - 1].norm in _WORDING.numbers
    if now or span:
        return n - 1 - span  # "бір жыл сақталады"
    if words[n - 1].tag == "dash" and word.norm in _WORDING.words("case_endings"):
        return phrase_start(words, n - 2, 1) - 1  # "100 %-ға"
    if any(one.norm in _WORDING.words("while_doing") for one in words[n : n + 2]):
        done = words[n - 1]
        return phrase_start(words, n - 1, 1) - 1 if is_noun(done) else n - 1
    if word.tag == "towards-doing":
        return phrase_start(words, n, 1, governs=False) - 1
    excepts = word.norm in _WORDING.words("except") and n > 1
    excepts = excepts or (
        word.norm in _WORDING.words("turned_into") and is_noun(words[n - 1])
    )  # "мектеп болып құрылады"
    return phrase_start(words, n - 1, 1) - 1 if excepts else _relating(words, n)


def _before_inset(words: Sequence[Word], n: int) -> int | None:
    """The place before a condition, or before a conjunction with brackets: "меншікті | және (немесе)"."""
    if words[n].tag == "close" and words[n - 1].tag == "conjunction":
        return n - 3
    if not is_conditional(words[n]):
        return None
    condition = next((k for k in range(n, 1, -1) if words[k].norm in _WORDING.words("if")), None)
    return None if condition is None else condition - 1 - (words[condition - 1].tag == "comma")


def _is_actor(word: Word) -> bool:
    """Whether a bare noun before an active verb is who acts: "рәсімін тәуелсіз орталық бекітеді"."""
    return analyse(word.text)[0].stem.lower() in duty_words("kk").actors.heads


def _case(words: Sequence[Word], n: int) -> str:
    """The case of a noun or, behind brackets or quotes, of the noun before them."""
    if words[n].tag == "close":
        opening = opens_at(words, n, 0)
        return _case(words, opening - 1) if opening > 1 else ""
    return case_of(words[n])
