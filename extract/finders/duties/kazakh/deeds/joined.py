"""Deeds that a Kazakh sentence names one behind another, the verb that binds standing behind the last of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.beside.asides import asides
from extract.finders.duties.kazakh.deeds.extents import CLOSES, DOING, is_it
from extract.finders.duties.kazakh.forms import (
    case_of,
    is_adjective,
    is_adverb,
    is_converb,
    is_of_compound,
    is_owned,
    is_verbal,
)
from extract.finders.duties.kazakh.marks import opens_kinds
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.kazakh.verbs import content_verb
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_WORDING = phrasing("kk")
_CLOSED = frozenset({"semicolon", "colon", "start"})
_BESIDE = frozenset({"dative", "locative", "ablative", "instrumental"})
"""Cases of what stands beside a passive's subject."""


def deeds_before(words: Sequence[Word], first: int, last: int) -> list[int]:
    """The verbs' nouns before the one that a decision is about, each a deed of its own: "сад салу, мектеп ашу қажет".

    Each has a thing of its own, as has the one behind it; "анықтау және қолдау орталықтарын құру" is one deed, and so
    is what is seen to as a whole ("егуді және суаруды қамтамасыз етеді").
    """
    verb = content_verb(words, first, last, last)
    if verb is None:
        return []
    doing = (n for n in range(verb, last) if words[n].tag in DOING and case_of(words[n]) != "accusative")
    verb = next((n for n in doing if _binds(words, n, last)), verb)
    if words[verb].norm in _WORDING.words("being"):
        return []  # "көрсеткіштері білім алушыларды даярлау және олардың жұмысы болуы тиіс"
    if words[verb].tag not in DOING or case_of(words[verb]) == "accusative" or not _binds(words, verb, last):
        return []
    return _listed_before(words, verb, last)


def foreseen_before(words: Sequence[Word], doing: int) -> list[int]:
    """The nouns of doing before the last that a programme foresees: "бақтарды жөндеуді, гүлдерді өсіруді көздейді"."""
    return _listed_before(words, doing, doing)


def tasks_below(words: Sequence[Word], colon: int, cases: Sequence[str] = ("",)) -> list[int]:
    """The nouns of doing of an item below "міндеттері:" that names several tasks: "бақты күту, көшеттерді егу;".

    They stand in one of the `cases`: in the accusative as well below "Бағдарлама қарайды: бақты күтуді, гүл егуді".
    """
    last = len(words) - 1
    while words[last].tag in ("stop", "semicolon", "comma"):
        last -= 1
    if last <= colon or words[last].tag not in ("to-do", "towards-doing") or case_of(words[last]) not in cases:
        return []
    verb = content_verb(words, last, last, last) or last
    before = _listed_before(words, verb, last, below=True)
    return [*before, last] if before and before[0] > colon else []


def doings_of_point(words: Sequence[Word], colon: int) -> list[int]:
    """The nouns of doing of a plan's point, each with words of its own: "қоршауды бояу, қақпа [майлау]"."""
    found: list[int] = []
    begin = colon + 1
    for n in range(colon + 1, len(words)):
        closes = n + 1 == len(words) or words[n + 1].tag in ("comma", "semicolon", "stop", "open")
        if words[n].tag != "to-do" or not closes or n <= begin:
            continue
        if words[begin].tag != "to-do" or case_of(words[begin]) != "":
            found.append(n)
            begin = n + 2
    return found


def doings_before(words: Sequence[Word], doing: int) -> list[int]:
    """The nouns of doing listed before one that something is said of: "гүл егу, [бақты күту] – бағбанның парызы"."""
    listed = _listed_before(words, content_verb(words, doing, doing, doing) or doing, doing)
    begin = next((n + 1 for n in range(doing, -1, -1) if words[n].tag in _CLOSED), 1)
    doings = [n for n in range(begin, doing) if words[n].tag == "to-do"]
    if not all(_parts(words[n + 1]) and case_of(words[n]) == "" and not _parts(words[n - 1]) for n in doings):
        return listed
    return [n for n in doings if n - 1 >= begin]  # "тәртіп [сақтау], гүл егу"


def closes_with_doing(words: Sequence[Word], own: int) -> bool:
    """Whether the words of an item, from `own` on, close with a noun of doing and say nothing else of it."""
    last = len(words) - 1
    while last > own and words[last].tag in ("stop", "semicolon", "comma"):
        last -= 1
    doing = words[last].tag == "to-do" and case_of(words[last]) == "" and last > own
    doing = doing and words[last].norm not in _WORDING.words("nouns_of_doing")
    closing = (n for n in range(own, last) if words[n].tag in _CLOSES_CLAUSE)
    return doing and all(words[n + 1].norm in _WORDING.words("comes_about") for n in closing)


_CLOSES_CLAUSE = frozenset(
    {"present", "passive", "imperative", "must", "need", "obliged", "entitled", "negative", "planned"}
)
"""Classes of words that say themselves how much binds."""


def _listed_before(words: Sequence[Word], verb: int, last: int, *, below: bool = False) -> list[int]:
    """The verbs' nouns before one, each a deed with a thing of its own, or one of an item `below` its lead."""
    begin = next((n + 1 for n in range(verb, -1, -1) if words[n].tag in _CLOSED), 1)
    if verb - begin > _LONGEST_LIST:
        return []
    if any(words[n].norm in _WORDING.words("that_is") for n in range(begin, verb)):
        return []  # "ресурстарды ұлғайту, яғни базаны кеңейту, алаң құру": one deed in other words
    aside = asides(words, begin, last, verb)
    found: list[int] = []
    inside = list(accumulate((word.tag == "open") - (word.tag == "close") for word in words))
    further = verb
    for n in range(verb - 2, begin, -1):
        either = words[n + 1].norm in _WORDING.words("or") and words[last].tag == "entitled"
        if (
            n not in aside
            and not inside[n]
            and _closes_deed(words, n, further, case_of(words[verb]), either=either, below=below)
        ):
            found.insert(0, n)
            further = n
    starts = [begin, *(max(begin, n + 1) for n in found)]
    return [n for start, n in zip(starts, found, strict=False) if _has_thing(words, start, n, below=below)]


_LONGEST_LIST = 300
"""Words of a list that is read deed by deed; a longer one is one deed."""


def behind_seen_to(words: Sequence[Word], first: int) -> int | None:
    """Where what is seen to ends before a verb's noun that has a term of its own: "тіркеуді | және он күнде жіберуді".

    Without one all that is seen to is one deed.
    """
    heavy, verb = first - 1, first - 2
    if verb < 1 or words[heavy].norm not in _WORDING.words("heavy_words") or words[verb].tag not in DOING:
        return None
    joints = (n for n in range(verb - 1, 1, -1) if words[n].tag == "conjunction" and words[n - 1].tag in DOING)
    joint = next((n for n in joints if case_of(words[n - 1]) == "accusative"), None)
    if joint is None:
        return None
    for word in words[joint + 1 : verb]:
        if word.norm in _WORDING.words("ends_time"):
            return joint
        if case_of(word) == "accusative" or word.tag in ("comma", "to-do"):
            return None
    return None


def verb_behind(words: Sequence[Word], joint: int) -> str | None:
    """The verb of what is seen to before a further deed: "тіркеуді | және ... жіберуді [қамтамасыз етсін]"."""
    if words[joint].tag != "conjunction":
        return None
    seen_to = (n for n in range(joint + 1, len(words)) if behind_seen_to(words, n) == joint)
    verb = next(seen_to, None)
    return None if verb is None else f"{words[verb - 1].text} {words[verb].text}"


def passive_behind(words: Sequence[Word], joint: int, last: int) -> str | None:
    """The passive that two things share, where a deed closes without it: "[сынау | мамырда,] ... егу күзде өткізіледі".

    With what or where something is done tells the first deed by itself: "ағаштар арбамен, ...".
    """
    if words[joint].tag != "comma" or case_of(words[last]):
        return None
    return next((word.text for word in words[joint:] if word.tag == "passive"), None)


def _binds(words: Sequence[Word], verb: int, last: int) -> bool:
    """Whether what stands behind a verb's noun says that it must be, is planned or is seen to."""
    behind = words[verb + 1 : last + 1]
    return bool(behind) and (
        behind[0].tag in ("need", "planned", "recommend", "must", "obliged", "entitled")
        or (behind[0].tag == "may" and _is_done(words[verb]))
        or (words[verb].tag == "towards-doing" and behind[0].norm in _WORDING.words("of_a_right"))
        or behind[0].norm in _WORDING.words("belongs")
        or is_it(words, verb + 1)
        or behind[0].norm in _WORDING.words("let" if words[verb].tag == "towards-doing" else "heavy_words")
        or behind[0].norm in _WORDING.words("foreseen")
    )


def _closes_deed(words: Sequence[Word], n: int, further: int, case: str, *, either: bool, below: bool) -> bool:
    """Whether a verb's noun closes a deed that a further one is listed behind, of rights also as one of two.

    "егуге | немесе тұқымды себуге құқылы"
    """
    parted = either or _parts(words[n + 1]) or words[n + 1].norm in _WORDING.words("joins_verbs")
    parted = parted or (case == "" and _joins_doings(words, n + 1, further))
    if words[n].tag not in DOING or not parted or case_of(words[n]) != case or words[n + 2].tag == "open":
        return False  # "отырғызуға және (немесе) суаруға"
    begin = n + 2
    while _parts(words[begin]) or words[begin].norm in _WORDING.words("joins_deeds"):
        begin += 1
    opens = words[n + 1].tag == "comma" and words[begin].tag == "to-do" and case_of(words[begin]) == ""
    kind_of = opens and (is_owned(words[begin + 1]) or _opens_thing(words, begin, further))
    if begin >= further or (words[begin].tag in DOING and is_verbal(words[begin]) and not kind_of):
        return False  # but "оқыту процестерін жетілдіру" is a deed of its own
    of_another = is_owned(words[begin]) and case_of(words[begin]) == "accusative"  # "мазмұнын жаңарту": whose?
    of_another = of_another and (case == "" or words[begin].norm not in _WORDING.words("it"))
    told = case == "" and _tells_of(words, begin, further)  # but "салуға, күту жөніндегі талаптарды орындауға"
    told = told or any(opens_kinds(words, k) for k in range(n, further))
    return not (of_another or told) and _has_thing(words, begin, further, below=below)


def _joins_doings(words: Sequence[Word], joint: int, further: int) -> bool:
    """Whether "мен" parts two nouns of doing: "бақты күту | мен гүлді егу", not "егу мен күтуді қамтамасыз ету".

    Nor does it where they tell of what a thing is: "гүл егу мен бақ күту тәртібін бекіту".
    """
    behind = words[joint + 1 : further + 1]
    for doing, thing in pairwise(behind):
        if doing.tag == "to-do" and case_of(doing) == "" and is_owned(thing) and case_of(thing) == "accusative":
            return False
    seen_to = any(word.tag == "to-do" and case_of(word) == "accusative" for word in behind)
    return words[joint].norm in _WORDING.words("joins_nouns") and words[further].tag == "to-do" and not seen_to


def _opens_thing(words: Sequence[Word], begin: int, verb: int) -> bool:
    """Whether a verb's noun opens what something else is of: "| оқыту мен тәрбиелеудің сапасын көтеруге"."""
    thing = next((n for n in range(begin + 1, verb) if case_of(words[n]) == "accusative"), None)
    return thing is not None and words[thing].tag == "word" and phrase_start(words, thing, begin) == begin


def _parts(word: Word) -> bool:
    return word.tag == "comma" or word.norm in _WORDING.words("joins")


def _tells_of(words: Sequence[Word], begin: int, end: int) -> bool:
    """Whether a verb's noun only tells of a thing, or how, as the one before it may: "қолдау бойынша шаралар"."""
    for n in range(begin, end - 1):
        if words[n].tag == "to-do" and case_of(words[n]) == "" and not is_of_compound(words, n):
            behind = n + 2 if is_owned(words[n + 1]) and n + 2 < end else n + 1
            aside = words[behind].norm in _WORDING.words("closes_aside")  # "тіркеу үшін органдарға беру"
            if (words[behind].tag == "postposition" and not aside) or case_of(words[behind - 1]) == "locative":
                return True
    return False


def _has_thing(words: Sequence[Word], begin: int, verb: int, *, below: bool = False) -> bool:
    """Whether something is named before a verb's noun that it is done to: in the accusative, or bare right before it.

    A single bare noun is part of a name, "денсаулық сақтау", but before a dative: "есеп беруге міндетті". In an item
    `below` its lead-in a deed may have but whom or what it goes to or is of: "бақ қызметіне хабарлау, суды үнемдеу".
    """
    if below and _is_of_something_else(words, begin, verb):
        return True
    own = list(_complements(words, begin, verb))
    if any(case_of(word) == "accusative" for word in own):
        return True
    before = words[verb - 1]
    nearest = list(_complements(words, next((n for n in range(verb - 1, begin, -1) if _parts(words[n])), begin), verb))
    alone = len(nearest) == 1 and before.tag == "word" and words[verb].tag != "towards-doing"  # "денсаулық сақтау"
    alone = alone and not _is_plural(before)  # "актілер жасау"
    bare = before in nearest and case_of(before) == "" and not alone
    bare = bare and not _WORDING.pattern("opens_attribute").search(before.norm)
    goes = _WORDING.pattern("goes_to").match(words[verb].norm) is not None and bool(own)
    given = words[verb].tag == "towards-doing" and any(case_of(word) == "dative" for word in own)
    given = given or (_is_done(words[verb]) and any(case_of(word) in _BESIDE for word in own))
    of_it = is_owned(before) and verb - 2 >= begin and case_of(words[verb - 2]) == "genitive"
    carried = before.tag == "to-do" and case_of(before) == "" and words[verb].tag == "to-do"
    carried = carried and words[verb].norm in _WORDING.words("carrying_out") and verb - 1 >= begin
    return bare or goes or given or carried or of_it  # "бұзушылықтардың алдын алу"


def _is_of_something_else(words: Sequence[Word], begin: int, verb: int) -> bool:
    """Whether a verb's noun that governs no accusative has what it governs, or denies how something is left."""
    heavy = words[verb].norm in _WORDING.words("heavy_words")  # "солып қалуына | жол бермеу"
    if heavy or _WORDING.pattern("does_to_something").match(words[verb].norm):
        return any(
            case_of(words[n]) in _BESIDE - {"locative"} and words[n + 1].tag != "postposition"
            for n in range(begin, verb)
        )
    left = _WORDING.pattern("not_doing").search(words[verb].norm) is not None and verb > begin
    return left and _WORDING.pattern("left_without").search(words[verb - 1].norm) is not None


def _is_plural(word: Word) -> bool:
    return [ending.kind for ending in analyse(word.text)[0].endings] == ["plural"]


def _is_done(verb: Word) -> bool:
    """Whether a verb's noun tells what is done, not who does it: "енгізілуі"."""
    return verb.tag == "its-doing" and _WORDING.pattern("passive_stem").search(verb.norm) is not None


def _complements(words: Sequence[Word], begin: int, verb: int) -> Iterator[Word]:
    for n in range(begin, verb):
        word = words[n]
        if word.tag in ("title", "close"):
            yield word
        elif word.tag in ("word", "past", "its-doing", "state") or (
            word.tag == "to-do" and case_of(word) == "accusative"
        ):
            plain = not is_adverb(word) and not is_converb(word) and not is_adjective(word)
            if plain and word.norm not in _WORDING.words("heavy_words"):
                yield word


def last_joined(words: Sequence[Word], verb: int, end: int) -> int:
    """The last of the verbs that go on with a deed and name no thing of their own: "ашады, жүргізеді | және ..."."""
    n = verb + 1
    while n < end and (_parts(words[n]) or words[n].norm in _WORDING.words("joins_verbs")):
        n += 1
    while n < end and (words[n].norm in _WORDING.words("heavy_words") or is_converb(words[n])):
        n += 1
    goes_on = n > verb + 1 and n + 1 < end and words[n].tag in CLOSES and _parts(words[n + 1])
    return last_joined(words, n, end) if goes_on else verb
