"""What a Kazakh duty is done to: the accusative before its verb, the bare noun before "құру", a passive's subject."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.words import Word
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse
from kzedu_graph.language.letters import is_abbreviation

_WORDING = phrasing("kk")
_DOING = frozenset({"to-do", "towards-doing", "its-doing"})
_MODAL = frozenset(
    {"need", "must", "planned", "recommend", "becomes", "stays", "stop", "semicolon", "colon", "comma", "obliged"}
)
_VERBS = _DOING | {"passive", "present", "imperative", "future-participle", "intent", "proceed", "passive-not"}


def find_object(words: Sequence[Word], _first: int, last: int, end: int) -> tuple[int, int] | None:
    """The first and last place of the object before the verb of a decision; None where no noun stands as one.

    "1,5 млн жаңа оқушы орнын ашу қажет" -> "1,5 млн жаңа оқушы орнын", "қағидалар бекітілсін" -> "қағидалар".
    """
    verb = _content_verb(words, last, end)
    if verb is None:
        return None
    begin = _clause_begin(words, verb)
    if any(_has_subject_alone(word) for word in words[verb : min(last, end) + 1]):
        return _subject(words, begin, verb)
    if _is_bare_object(words[verb - 1]) and verb - 1 >= begin:
        return _left(words, verb - 1, begin), verb - 1
    n = _accusative(words, begin, verb)
    if n is None and words[verb].tag != "present":
        n = _nominative(words, begin, verb)
    return None if n is None else (_left(words, n, begin), n)


def _accusative(words: Sequence[Word], begin: int, verb: int) -> int | None:
    """The accusative before a verb that no other form of a verb governs."""
    for n in range(verb - 1, begin - 1, -1):
        if words[n].tag in ("word", "to-do") and case_of(words[n]) == "accusative":
            return n
        joined = words[n + 1].tag in ("comma", "conjunction")
        if words[n].tag in ("to-do", "its-doing", "future-participle") and not joined:
            return None
    return None


def _nominative(words: Sequence[Word], begin: int, verb: int) -> int | None:
    """The noun without an ending before a verbal noun: "платформа құру"."""
    n = verb - 1
    while n >= begin and (words[n].tag == "postposition" or case_of(words[n]) not in ("", "accusative")):
        n -= 1
    fits = n >= begin and words[n].tag in ("word", "title", "close", "future-participle", "to-do", "past")
    return n if fits else None


def _is_bare_object(word: Word) -> bool:
    """Whether a noun right before an active verb is its object without an ending: "шаралар қабылдасын"."""
    kinds = [ending.kind for ending in analyse(word.text)[0].endings] if word.tag == "word" else []
    return bool(kinds) and kinds[-1] == "plural"


def _has_subject_alone(verb: Word) -> bool:
    """Whether a verb tells what is done or goes on by itself: "құрылады", "ескерілетін", "жалғасады", "бекітілсін"."""
    return (
        verb.tag in ("passive", "passive-not", "proceed")
        or _WORDING.pattern("passive_imperative").search(verb.norm) is not None
        or (verb.tag == "future-participle" and _WORDING.pattern("passive_participle").search(verb.norm) is not None)
    )


def _subject(words: Sequence[Word], begin: int, verb: int) -> tuple[int, int] | None:
    """The subject of a passive: the last noun in the nominative that closes a phrase, with what belongs to it."""
    start, found = begin, None
    for n in range(begin, verb):
        word = words[n]
        if word.norm in _WORDING.words("inside_object"):
            continue
        if word.tag in ("postposition", "semicolon", "colon") or _WORDING.pattern("converb").search(word.norm):
            start = n + 1
        elif word.tag in ("word", "past") and case_of(word) not in ("", "genitive"):
            governed = case_of(word) == "accusative" and _WORDING.pattern("verbal_noun").search(words[n + 1].norm)
            start = start if governed else n + 1
        elif (
            word.tag in ("word", "past", "to-do", "its-doing", "title", "close")
            and n >= start
            and _closes(words, n, verb)
        ):
            found = start, n
    if found is None and start < verb and words[start].tag in ("word", "title", "to-do"):
        found = (start, verb - 1) if case_of(words[verb - 1]) == "" and words[verb].tag != "proceed" else None
    bare = begin < verb and case_of(words[begin]) == "" and words[begin].tag == "word" and words[verb].tag != "proceed"
    if found is None and bare:
        found = begin, begin
    while found and found[0] < found[1] and words[found[0]].tag in ("comma", "conjunction", "postposition"):
        found = found[0] + 1, found[1]
    while found and found[0] < found[1] and words[found[1]].norm in _WORDING.words("adverbs"):
        found = found[0], found[1] - 1
    return found


def _closes(words: Sequence[Word], n: int, verb: int) -> bool:
    """Whether a noun ends its phrase: by its possessive or plural, with no noun of its own behind it."""
    kinds = [ending.kind for ending in analyse(words[n].text)[0].endings]
    if words[n].tag in ("title", "close"):
        return n + 1 == verb
    if not {"possessive 3", "plural"} & set(kinds) and n + 1 < verb:
        return False
    behind = words[n + 1]
    return n + 1 == verb or not (
        behind.tag == "word" and "possessive 3" in [e.kind for e in analyse(behind.text)[0].endings][:1]
    )


def _content_verb(words: Sequence[Word], last: int, end: int) -> int | None:
    """The verb that says what is done: the verbal noun before "қажет", else the predicate itself."""
    n = min(last, end)
    while n > 0 and (words[n].tag in _MODAL or words[n].norm in _WORDING.words("values")):
        n -= 1
    if n <= 0:
        return None
    light = _WORDING.words("light_verbs")
    if (
        n > 1
        and any(words[n].norm.startswith(stem) for stem in light)
        and words[n - 1].norm in _WORDING.words("heavy_words")
    ):
        n -= 1
        if n > 1 and words[n - 1].norm in _WORDING.words("heavy_words"):
            n -= 1
    return n


def _clause_begin(words: Sequence[Word], verb: int) -> int:
    """Where the words begin that belong to a verb: behind a semicolon, a converb with a comma, a postposition."""
    n = verb - 1
    while n > 0:
        if words[n].tag in ("semicolon", "colon", "start", "stop"):
            return n + 1
        if words[n].tag == "comma" and _WORDING.pattern("converb").search(words[n - 1].norm):
            return n + 1
        n -= 1
    return 1


def case_of(word: Word) -> str:
    """The case of a noun ("" for the nominative)."""
    if word.tag not in ("word", "to-do", "towards-doing", "its-doing", "past"):
        return ""
    endings = analyse(word.text)[0].endings
    last = endings[-1].kind if endings else ""
    return "" if last in ("plural", "possessive 3", "") else last


def _left(words: Sequence[Word], n: int, begin: int) -> int:
    """Where a noun phrase begins: attributes, numbers, genitives, titles and what is joined to it."""
    k = n
    deverbal = words[n].tag == "to-do"
    while k - 1 >= begin:
        word = words[k - 1]
        if (
            word.tag in ("number", "title", "mark", "future-participle", "open", "close")
            or word.tag == "dash"
            or (word.tag in ("conjunction", "comma") and k - 2 >= begin and _joins(words, k - 2, n))
        ):
            k -= 1
        elif word.tag in ("word", "to-do", "past", "state") and (
            _is_attribute(word) or (deverbal and word.tag != "state")
        ):
            deverbal = deverbal or word.tag == "to-do"
            k -= 1
        elif word.tag == "postposition" and word.norm in _WORDING.words("inside_object") and k - 2 >= begin:
            k -= 2
        else:
            break
    bound = _WORDING.words("bound_to_dative")
    while k < n and (words[k].tag in ("conjunction", "comma", "close", "mark") or words[k].norm in bound):
        k += 1
    return k


def _joins(words: Sequence[Word], n: int, head: int) -> bool:
    """Whether a comma or "және" joins two nouns of one phrase: alike in case, or both attributes."""
    word = words[n]
    if word.tag in ("title", "close", "number"):
        return True
    return word.tag in ("word", "to-do") and case_of(word) in ("", "genitive", case_of(words[head]))


def _is_attribute(word: Word) -> bool:
    """Whether a word belongs to the noun behind it: a bare noun or adjective, a genitive, a participle, "-дағы"."""
    if _WORDING.pattern("converb").search(word.norm) or word.norm in _WORDING.words("opens_sentence"):
        return False
    return (
        case_of(word) in ("", "genitive")
        or bool(_WORDING.pattern("adjective").search(word.norm))
        or is_abbreviation(word.text)
    )


def asides(words: Sequence[Word], first: int, last: int, predicate: int) -> set[int]:
    """The places of words that say why, for what or by which act: "... мақсатында,", "... сәйкес"."""
    found: set[int] = set()
    begin = first
    for n in range(first, min(last, predicate) + 1):
        if words[n].tag in ("semicolon", "colon"):
            begin = n + 1
        elif words[n].norm in _WORDING.words("closes_aside"):
            start = begin
            end = n + 1 if n + 1 <= last and words[n + 1].tag == "comma" else n
            found |= set(range(start, end + 1))
            begin = end + 1
    return found
