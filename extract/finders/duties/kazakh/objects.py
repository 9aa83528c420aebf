"""What a Kazakh duty is done to: the accusative before its verb, the bare noun before "құру", a passive's subject."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.adjuncts import without_adjuncts
from extract.finders.duties.kazakh.extents import is_passive
from extract.finders.duties.kazakh.forms import case_of, is_adjective, is_adverb, is_converb, is_owned, is_verbal
from extract.finders.duties.kazakh.openings import (
    NOUNS,
    accusative_that_opens,
    bare_before,
    bare_subject,
    is_noun,
    names_day,
    opening_deed,
    opening_noun,
    subject_that_opens,
    thing_without_verb,
)
from extract.finders.duties.kazakh.phrases import opens_kinds, phrase_start
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_WORDING = phrasing("kk")
_MODAL = frozenset(
    {
        "need",
        "must",
        "planned",
        "recommend",
        "becomes",
        "stays",
        "stop",
        "semicolon",
        "colon",
        "comma",
        "obliged",
        "can",
    }
    | {"cannot", "entitled", "may"}
)
_JOINED = frozenset({"to-do", "towards-doing", "its-doing", "imperative", "present", "passive", "future-participle"})
_MANNER = _WORDING.words("manner")
_WANTED = frozenset({"need", "becomes", "planned", "recommend"})
_HEAVY = _WORDING.words("heavy_words")
_CLOSED = frozenset({"start", "semicolon", "colon", "stop"})


def find_object(words: Sequence[Word], first: int, last: int, end: int) -> tuple[int, int] | None:
    """The first and last place of the object before the verb of a decision; None where no noun stands as one.

    "1,5 млн жаңа оқушы орнын ашу қажет" -> "1,5 млн жаңа оқушы орнын", "қағидалар бекітілсін" -> "қағидалар".
    """
    verb = content_verb(words, first, last, end)
    if verb is None or _WORDING.pattern("done_to_nothing").match(words[verb].norm):
        return None
    thing = thing_without_verb(words, verb, end)
    if thing is not None or words[verb].norm in _WORDING.words("owning"):
        return None if thing is None else (phrase_start(words, thing, 1), thing)
    if _is_named_alone(words, verb, min(last, end)):
        return phrase_start(words, verb, 1), verb
    told = verb == first and words[min(verb + 1, end)].norm in _WORDING.words("asks")  # "сақтау ұсынылсын"
    told = told and words[verb].tag != "its-doing"
    alone = not told and any(_has_subject_alone(word) for word in words[verb : min(last, end) + 1])
    alone = alone or any(word.norm in _WORDING.words("goes_on") for word in words[verb : verb + 2])
    if words[verb].tag == "towards-doing":
        alone = _WORDING.pattern("done_doing").search(words[verb].norm) is not None
    if alone and (owner := _owner_done_to(words, verb)) is not None:
        return without_adjuncts(words, phrase_start(words, owner, 1), owner), owner
    if alone:
        n = _noun(words, verb, "") or subject_that_opens(words, verb) or bare_subject(words, verb)
        n = opening_deed(words, n or 1, verb) or n
    else:
        n = _done_to(words, verb)
    if n is None:
        return None
    return _before_colon(words, _behind_news(words, without_adjuncts(words, phrase_start(words, n, 1), n), n, verb), n)


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
    return start, n


def _done_to(words: Sequence[Word], verb: int) -> int | None:
    """What an active verb is done to: an accusative; else a bare noun, or what the deed before it is done to."""
    n = _noun(words, verb, "accusative") or accusative_that_opens(words, verb, _opening(words, verb))
    if n is None and words[verb].tag not in ("present", "towards-doing"):
        n = _noun(words, verb, "") or _of_deed_before(words, verb)
    return bare_before(words, verb) if n is None and words[verb].tag == "towards-doing" else n


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
    wanted = any(words[k].tag in _WANTED for k in range(n + 1, last + 1))
    return case_of(word) == "accusative" or (wanted and case_of(word) == "" and word.norm not in _HEAVY)


def _noun(words: Sequence[Word], verb: int, case: str) -> int | None:
    """The nearest noun in a case before a verb; phrases in other cases, with postpositions and of manner are passed.

    A noun without an ending right before an active verb is its object, too: "шаралар қабылдау". What is named in
    particular behind a noun ("талаптар, атап айтқанда ...") is passed with it.
    """
    particular = _particular(words, verb)
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
        if (passed := _passed(words, n)) is not None:
            n = passed
        elif not is_noun(word):
            n -= 1
        elif (found := _case(words, n)) == case or (found == "" and n == verb - 1 and not _acts_itself(words, n)):
            if found == "" and word.tag == "to-do" and words[n + 1].tag == "comma" and not opens_kinds(words, n + 2):
                n = phrase_start(words, n, 1) - 1  # of a list that closes in another case
            elif found == case or not _is_actor(word):
                return n
            else:
                actor, n = n, n - 1
        elif found or is_verbal(word):
            n = phrase_start(words, n, 1, governs=found != "instrumental") - 1
        else:
            n -= 1
    return actor


def _acts_itself(words: Sequence[Word], n: int) -> bool:
    """Whether a noun right before an active verb is its subject: "міндетін тізім бойынша келесісі атқарады"."""
    listed = words[n - 1].tag in ("postposition", "comma") and is_owned(words[n]) and words[n].tag == "word"
    return listed and any(case_of(word) == "accusative" for word in words[1:n])


def _relating(words: Sequence[Word], n: int) -> int | None:
    """The place before a postposition or "түрде" with its phrase, or alone behind an adverb or as one itself."""
    word = words[n]
    opening = next((k for k in range(n, 0, -1) if words[k].tag == "open"), n) if word.tag == "close" else n
    if opening < n and words[opening - 1].tag in ("postposition", "start", "gap"):
        return opening - 1  # "негізінде (бар болса)"
    if word.tag == "postposition" and is_adverb(words[n - 1]):
        return n - 2  # "әрі қарай"
    if word.norm == "қоса" and words[n + 1].tag != "comma":
        return n - 1  # "көшірмесін қоса тіркейді"
    if word.norm in _WORDING.words("together") and case_of(words[n - 1]) != "instrumental":
        return n - 1  # "шешімді бірлесіп қабылдайды"
    related = word.tag == "postposition" or word.norm in _MANNER
    return (phrase_start(words, n - 1, 1) - 1 if n > 1 else 0) if related else None


def _passed(words: Sequence[Word], n: int) -> int | None:
    """The place before what says how, till when or as what, where its last word stands at `n`; None elsewhere."""
    word = words[n]
    if names_day(words, n) or word.norm in _WORDING.words("called"):
        return n - 2  # "жарамсыз деп жарияланады"
    if word.norm in _WORDING.words("while_doing"):
        return n - 1
    if words[n - 1].tag == "dash" and word.norm in _WORDING.words("case_endings"):
        return phrase_start(words, n - 2, 1) - 1  # "100 %-ға"
    if any(one.norm in _WORDING.words("while_doing") for one in words[n : n + 2]):
        done = words[n - 1]
        return phrase_start(words, n - 1, 1) - 1 if is_noun(done) else n - 1
    if word.tag == "towards-doing":
        return phrase_start(words, n, 1, governs=False) - 1
    excepts = word.norm in _WORDING.words("except") and n > 1
    return phrase_start(words, n - 1, 1) - 1 if excepts else _relating(words, n)


def _is_actor(word: Word) -> bool:
    """Whether a bare noun before an active verb is who acts: "рәсімін тәуелсіз орталық бекітеді"."""
    return analyse(word.text)[0].stem.lower() in duty_words("kk").actors.heads


def _particular(words: Sequence[Word], verb: int) -> int | None:
    """The noun whose kinds are named behind a comma, up to the verb: "талаптар, атап айтқанда рецензиялау, ..."."""
    for n in range(2, verb - 2):
        if words[n].tag == "comma" and opens_kinds(words, n + 1):
            return n - 1
    return None


def _case(words: Sequence[Word], n: int) -> str:
    """The case of a noun or, behind brackets or quotes, of the noun before them."""
    if words[n].tag == "close":
        opening = next((k for k in range(n, 0, -1) if words[k].tag == "open"), 1)
        return _case(words, opening - 1) if opening > 1 else ""
    return case_of(words[n])


def _has_subject_alone(verb: Word) -> bool:
    """Whether a verb tells what is done or goes on by itself: "құрылады", "ескерілетін", "жалғасады", "бекітілсін"."""
    return (
        verb.tag in ("passive", "passive-not")
        or (verb.tag == "proceed" and _WORDING.pattern("causative").search(verb.norm) is None)
        or _WORDING.pattern("passive_imperative").search(verb.norm) is not None
        or (verb.tag == "its-doing" and _WORDING.pattern("passive_stem").search(verb.norm) is not None)
        or (
            verb.tag == "future-participle"
            and _WORDING.pattern("passive_stem").search(verb.norm) is not None
            and is_passive(verb.norm)
        )
    )


def content_verb(words: Sequence[Word], first: int, last: int, end: int) -> int | None:
    """The verb that says what is done: the verbal noun before "қажет", else the predicate itself."""
    if words[first].norm in _WORDING.words("task") and (task := _task(words, first, min(last, end))) is not None:
        return task
    done = any(_has_subject_alone(word) for word in words[first : min(last, end) + 1])
    done = done and words[min(first + 1, len(words) - 1)].norm not in _WORDING.words("asks")
    n = first if first <= end and words[first].tag == "to-do" and not done else min(last, end)
    while n > 0 and (before := _before_modal(words, n)) != n:
        n = before
    if n <= 0:
        return None
    heavy = _heavy(words, n)
    helped = _WORDING.pattern("done_to_nothing").match(words[heavy].norm) is not None  # "артуға ықпал етуі"
    before = _before_modal(words, heavy - 1) if words[heavy - 1].tag == "close" else heavy - 1
    if heavy < n and words[before].tag == "towards-doing" and not helped:
        return before  # "шығаруға (суретке) жол берілмейді"
    n = heavy
    while n > 2 and words[n - 1].tag in ("conjunction", "comma") and words[n - 2].tag == words[n].tag in _JOINED:
        n = _heavy(words, n - 2)  # "әзірлеу және бекіту"
    return n


def _before_modal(words: Sequence[Word], n: int) -> int:
    """The place before brackets, a modal word or what is named in particular, where one of them stands at `n`."""
    if words[n].tag == "close":
        return next((k for k in range(n, 0, -1) if words[k].tag == "open"), 1) - 1
    said = any(words[n].norm in _WORDING.words(name) for name in ("of_a_right", "values", "keeps_doing", "negates"))
    said = said or (words[n].tag == "gap" and words[min(n + 1, len(words) - 1)].norm in _WORDING.words("of_a_right"))
    if words[n].tag in _MODAL or said:
        return n - 1
    if n > 1 and words[n].norm.startswith("алу") and _WORDING.pattern("present_converb").search(words[n - 1].norm):
        return n - 1  # "бейімделе алуы"
    particular = _particular(words, n + 1)
    hangs = words[n].tag == "postposition" and particular is not None and words[particular].tag == "to-do"
    return particular if hangs and particular is not None else n


def _task(words: Sequence[Word], first: int, last: int) -> int | None:
    """The verbal noun that is somebody's task, behind it or before its owner: "... құру мемлекеттің басым міндеті"."""
    behind = next((n for n in range(last - 1, first, -1) if words[n].tag == "to-do"), None)
    owner = phrase_start(words, first, 1) - 1
    return behind or (owner if owner > 0 and words[owner].tag == "to-do" else None)


def _heavy(words: Sequence[Word], n: int) -> int:
    """The place of the words that say what a light verb does: "қамтамасыз ету", "жүзеге асыру"."""
    light = _WORDING.words("light_verbs")
    while (
        n > 1
        and any(words[n].norm.startswith(stem) for stem in light)
        and words[n - 1].norm in _WORDING.words("heavy_words")
    ):
        n -= 1
        light = _WORDING.words("heavy_words")
    return n - 1 if n > 1 and words[n].norm in _WORDING.words("goes_on") and words[n - 1].norm == "өз" else n
