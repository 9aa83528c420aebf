"""What a Russian duty is done to: the accusative of its verb, or the subject of a passive, with all that it governs."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.addressees import is_case
from extract.language.russian import readings
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import is_abbreviation

_WORDING = phrasing("ru")
_AND_OR = _WORDING.words("and_or")
_INFINITIVES = frozenset({"infinitive", "effect-infinitive"})
_PASSIVES = frozenset({"participle", "passive", "proceed-future", "stative"})
_ACTIVES = frozenset({"present", "future", "effect"})
_NOUN = frozenset({"NOUN"})
_ATTRIBUTES = frozenset({"ADJF", "PRTF", "NUMR", "NPRO"})
_STOPS = frozenset({"semicolon", "colon", "stop", "relative"}) | _INFINITIVES
_FINITE = frozenset({"present", "future", "passive", "participle", "need", "must", "will", "planned", "recommend"})


def find_object(words: Sequence[Word], first: int, last: int, end: int) -> tuple[int, int] | None:
    """The first and last place of the object around a decision's words; None where no noun stands as one.

    "необходимо обновить 220 профессиональных стандартов", "будет разработан стандарт", "форум проводится".
    """
    verb = _content_verb(words, first, last, end)
    if verb is None:
        return _phrase_from(words, last + 1, end, "accs") or _phrase_from(words, 1, end, "nomn")
    reflexive = _WORDING.pattern("reflexive_infinitive").search(words[verb].norm) is not None
    if words[verb].tag in _INFINITIVES and any(word.tag in ("have", "may", "entitled") for word in words[1:verb]):
        return None if reflexive else _phrase_from(words, verb + 1, end, "accs")
    if words[verb].tag in _INFINITIVES and not reflexive:
        around = (_phrase_from(words, verb + 1, end, "accs"), _phrase_before(words, verb, "accs"))
        governs = verb + 1 <= end and _is_preposition(words[verb + 1])  # "программы привести в соответствие"
        return next(filter(None, reversed(around) if governs else around), None)
    if words[verb].tag in _ACTIVES or words[verb].norm in _WORDING.words("undergoes"):
        return _phrase_from(words, verb + 1, end, "accs")
    if reflexive and _WORDING.pattern("acting").match(words[verb].norm):
        return None
    before = _phrase_before(words, first, "nomn")
    return before or _phrase_from(words, verb + 1, end, "nomn")


def _content_verb(words: Sequence[Word], first: int, last: int, end: int) -> int | None:
    """The verb that says what is done: the infinitive behind a modal word, else the predicate itself."""
    reach = range(max(first, 1), min(end, last + 25) + 1)
    for n in reach:
        if words[n].tag in _INFINITIVES and words[n].norm not in _WORDING.words("be"):
            return n
        if words[n].tag in _PASSIVES | _ACTIVES:
            return n
        if n > last and words[n].tag in ("semicolon", "colon", "comma"):
            break
    if words[last].tag == "planned":
        return None
    return next((n for n in range(1, min(end, len(words) - 1) + 1) if words[n].tag in _INFINITIVES), None)


def _phrase_from(words: Sequence[Word], start: int, end: int, case: str) -> tuple[int, int] | None:
    """The first noun phrase of a case from a place on that no preposition governs, to its end.

    Where there is none, a preposition governs one noun alone: "закрепляет за учеником наставника".
    """
    return _governed_by(words, start, end, case) or (
        _governed_by(words, start, end, case, alone=True) if case == "accs" else None
    )


def _governed_by(
    words: Sequence[Word], start: int, end: int, case: str, *, alone: bool = False
) -> tuple[int, int] | None:
    n = start
    while n <= end:
        word = words[n]
        if word.tag in _STOPS or (word.tag in _FINITE and n > start and not _is_joined(words, n)):
            return None
        if _is_preposition(word):
            n = _behind_governed(words, n + 1, end, alone=alone)
            continue
        if _is_recipient(word):
            n = _behind_governed(words, n, end, alone=alone)
            continue
        if word.tag == "open":
            n = next((k for k in range(n, end + 1) if words[k].tag == "close"), n)
        elif (word.tag == "title" or _opens(words, n, end, case)) and not _is_pronoun_alone(words, n):
            return n, _end_of(words, n, end, case)
        n += 1
    return None


def _is_recipient(word: Word) -> bool:
    """Whether a noun can only be a dative: to whom something is given, with genitives of its own behind it."""
    cases = {case for _, pos, case, _ in readings(word.norm) if pos in _NOUN}
    return word.tag == "word" and cases == {"datv"}


def _is_joined(words: Sequence[Word], n: int) -> bool:
    """Whether a verb goes on with the one before it, the object common to both: "дорабатывает и вносит проект"."""
    k = n - 1
    while k > 0 and words[k].tag == "word" and words[k].norm not in _AND_OR:
        k -= 1
    before = words[k - 1].tag
    return (words[k].norm in _AND_OR or words[k].tag == "comma") and (before == words[n].tag or before == "word")


def _phrase_before(words: Sequence[Word], verb: int, case: str) -> tuple[int, int] | None:
    """The last noun phrase of a case before a verb ("форум проводится", "такие списки обновить")."""
    n = 1
    found = None
    while n < verb:
        if _is_preposition(words[n]):
            n = _behind_governed(words, n + 1, verb - 1)
            continue
        if words[n].tag == "title" or _opens(words, n, verb - 1, case):
            found = found or (n, min(_end_of(words, n, verb - 1, case), verb - 1))
            n = found[1] if found[0] == n else n
        n += 1
    return found


def _is_preposition(word: Word) -> bool:
    return word.tag == "word" and bool(readings(word.norm)) and readings(word.norm)[0][1] == "PREP"


def _is_pronoun_alone(words: Sequence[Word], n: int) -> bool:
    return all(pos == "NPRO" for _, pos, _, _ in readings(words[n].norm)) and words[n].tag == "word"


def _opens(words: Sequence[Word], n: int, end: int, case: str) -> bool:
    """Whether a phrase with a noun in a case begins here: numbers and attributes first ("220 новых стандартов")."""
    counted = False
    if words[n].tag == "comma" or words[n].norm in _AND_OR:
        return False
    while n <= end:
        word = words[n]
        if word.tag == "number" or word.norm in _WORDING.words("counts"):
            counted = True
        elif (
            word.tag == "title"
            or (word.tag == "word" and is_abbreviation(word.text) and word.text.isupper())
            or is_case(word, case, _NOUN)
            or (counted and is_case(word, "gent", _NOUN))
        ):
            return True
        elif not (is_case(word, case, _ATTRIBUTES) or (counted and is_case(word, "gent", _ATTRIBUTES))) and (
            not (word.tag == "comma" or word.norm in _AND_OR) or n == end
        ):
            return False
        n += 1
    return False


def _behind_governed(words: Sequence[Word], n: int, end: int, *, alone: bool = False) -> int:
    """The place behind what a preposition governs: attributes, a noun, its genitives; `alone` without genitives."""
    seen = False
    cases: set[str] = set()
    while n <= end:
        word = words[n]
        if _is_preposition(word) and word.text.islower():
            return n
        noun = word.tag == "title" or (word.tag == "word" and is_any_noun(word))
        named = word.tag == "title" or (word.tag == "word" and (is_abbreviation(word.text) or word.text[0].isupper()))
        joined = word.tag == "dash" or word.norm in _AND_OR or (word.tag == "number" and words[n - 1].tag == "dash")
        joined = joined or (word.tag == "comma" and _hangs(words[n - 1]) and not _is_preposition(words[n - 1]))
        if seen and joined and n < end and words[n + 1].tag in ("word", "number"):
            n += 1
            listed = _hangs(words[n - 2]) or bool(cases & {case for _, _, case, _ in readings(words[n].norm)})
            seen = not (listed and words[n].tag == "word")
            continue
        if seen and not named and (alone or not (word.tag == "word" and is_case(word, "gent"))):
            return n
        if not noun and not (word.tag in ("word", "number", "dash") and _is_attribute(word)):
            return n if seen or word.tag != "word" else n + 1
        if noun and not seen:
            cases = {case for _, pos, case, _ in readings(word.norm) if pos in _NOUN and case != "nomn"}
        seen = seen or noun
        n += 1
    return n


def is_any_noun(word: Word) -> bool:
    """Whether a word may be a noun in any case."""
    return any(pos in ("NOUN", "NPRO") for _, pos, _, _ in readings(word.norm)) or is_abbreviation(word.text)


def _is_attribute(word: Word) -> bool:
    return word.tag in ("number", "dash") or any(pos in _ATTRIBUTES for _, pos, _, _ in readings(word.norm))


def _end_of(words: Sequence[Word], n: int, end: int, case: str) -> int:
    """The last word of a phrase: genitives, names, titles, brackets, what prepositions add, and joined nouns."""
    last = k = n
    seen = False
    while k <= end:
        reached = _reach(words, k, end, case, seen)
        if reached is None:
            break
        if reached >= k:
            seen = seen or words[k].tag in ("title", "number") or is_any_noun(words[k])
            k = last = reached
        k += 1
    while last > n and (words[last].tag == "number" or _hangs(words[last])):
        last -= 1
    return last


def _reach(words: Sequence[Word], k: int, end: int, case: str, seen: bool) -> int | None:
    """How far a phrase reaches with a word: its place, one before it for a mark passed over, None where it ends."""
    word = words[k]
    if word.tag == "open":
        return next((j for j in range(k, end + 1) if words[j].tag == "close"), None)
    if word.tag == "comma" or word.norm in _AND_OR:
        attributes = not seen and any(is_case(one, case, _ATTRIBUTES) for one in words[k + 1 : min(k + 3, end + 1)])
        return k - 1 if attributes or (seen and _goes_on(words, k + 1, end, case)) else None
    if word.tag == "mark" or (word.tag == "dash" and k + 1 <= end and words[k + 1].tag == "number"):
        return k - 1
    if _is_preposition(word):
        adds = seen and word.norm in _WORDING.words("adds_to_object") and k + 1 <= end and words[k + 1].tag != "number"
        behind = _behind_governed(words, k + 1, end) - 1 if adds else k
        return behind if behind > k else None
    return k if word.tag in ("title", "number") or _belongs(word, case, seen) else None


def _belongs(word: Word, case: str, seen: bool) -> bool:
    """Whether a word goes with the phrase: in its case or, behind its noun, a genitive or a name."""
    if not seen and (word.norm in _WORDING.words("counts") or _is_adverb(word)):
        return True
    if word.tag != "word" and not is_case(word, case):
        return False
    inside = not seen or word.text[0].isupper() or is_case(word, "gent")
    return inside or is_case(word, case) or is_abbreviation(word.text) or word.norm in _WORDING.words("counts")


def _is_adverb(word: Word) -> bool:
    return word.tag == "word" and bool(readings(word.norm)) and readings(word.norm)[0][1] == "ADVB"


def _hangs(word: Word) -> bool:
    """Whether a word waits for a noun that was not reached: a preposition, or an attribute alone."""
    if word.tag != "word" or not word.text[0].islower():
        return False
    found = readings(word.norm)
    named = any(pos in _NOUN or lemma in duty_words("ru").actors.heads for lemma, pos, _, _ in found)
    return found[0][1] in ("ADJF", "PRTF", "PREP", "CONJ") and not named


def _goes_on(words: Sequence[Word], n: int, end: int, case: str) -> bool:
    """Whether a phrase goes on behind a comma or "и": with a further noun of its case, or a genitive."""
    if n > end or words[n].tag in _STOPS or _opens_participle(words, n):
        return False
    return _opens(words, n, end, case) or _opens(words, n, min(n + 3, end), "gent")


def _opens_participle(words: Sequence[Word], n: int) -> bool:
    """Whether a participle with words of its own opens behind a comma: ", включающая определение уровня"."""
    word = words[n]
    if words[n - 1].tag != "comma" or word.tag != "word":
        return False
    found = readings(word.norm)
    return bool(found) and found[0][1] == "PRTF" and n + 1 < len(words) and not _agrees(word, words[n + 1])


def _agrees(word: Word, behind: Word) -> bool:
    """Whether an attribute and the word behind it may stand in one case and number."""
    of_noun = {(case, number) for _, pos, case, number in readings(behind.norm) if pos in _NOUN}
    return any((case, number) in of_noun for _, pos, case, number in readings(word.norm) if pos in _ATTRIBUTES)


def asides(words: Sequence[Word], first: int, last: int, predicate: int) -> set[int]:
    """The places of words that say why, for what or by which act: "В целях ...,", "в соответствии с ...".

    Those before the predicate reach to a comma or to the verb; those behind it to a comma or the clause's end.
    """
    found: set[int] = set()
    n = first
    while n <= last:
        length = _aside(words, n, first)
        if not length:
            n += 1
            continue
        end = _behind_governed(words, n + length, last) - 1
        order = next((k for k in range(n + 2, min(n + 5, last)) if words[k].norm in _WORDING.words("in_order")), None)
        end = order if order is not None and length == 2 else end
        while end + 1 <= last and _carries_on(words, end + 1, predicate) and not _aside(words, end + 1, first):
            end = max(end + 1, _behind_governed(words, end + 2, last) - 1)
        end = _over_inserted(words, end, predicate) if n == first else _over_list(words, end, last)
        if end + 1 <= last and words[end + 1].tag == "comma":
            end += 1
        found |= set(range(n, end + 1))
        n = end + 1
    for k in range(max(first, predicate + 1), last + 1):
        if words[k].tag == "comma" and any(word.tag == "relative" for word in words[k + 1 : min(k + 5, last + 1)]):
            found |= set(range(k, last + 1))
            break
    return found


def _over_list(words: Sequence[Word], end: int, last: int) -> int:
    """The end of an aside that goes on behind a comma: ", а также сопровождения курсов", ", утвержденных приказом"."""
    while end + 2 <= last and words[end + 1].tag == "comma":
        k = end + 2
        also = words[k].norm in _WORDING.words("contrasts") and words[min(k + 1, last)].norm in _WORDING.words("also")
        if not also and not (is_case(words[k], "gent", frozenset({"PRTF"})) and _opens_participle(words, k)):
            break
        end = next((m - 1 for m in range(k, last + 1) if words[m].tag in ("comma", "semicolon", "stop")), last)
    return end


def _over_inserted(words: Sequence[Word], end: int, predicate: int) -> int:
    """The end of a leading aside with a participle's clause inside or a second aside behind a comma.

    Written for "Для вхождения детей, не говорящих на языке, в учебный процесс, ... планируется".
    """
    commas = [k for k in range(end + 1, predicate) if words[k].tag == "comma"]
    if len(commas) < 2 or commas[0] != end + 1:
        return end
    k = commas[0] + 1
    k += words[k].norm in _WORDING.words("contrasts") or words[k].tag == "not"
    inserted = _opens_participle(words, k) or (words[k - 1].tag == "not" and _is_participle(words[k]))
    also = words[k].norm in _WORDING.words("also")
    return commas[-1] - 1 if inserted or also else end


def _is_doing(words: Sequence[Word], n: int) -> bool:
    """Whether the name of an action stands here, behind attributes: "эффективного управления"."""
    while n + 1 < len(words) and words[n].tag == "word" and is_case(words[n], "gent", _ATTRIBUTES):
        n += 1
    return n < len(words) and _WORDING.pattern("verbal_noun").search(words[n].norm) is not None


def _is_participle(word: Word) -> bool:
    return any(pos == "PRTF" for _, pos, _, _ in readings(word.norm))


def _aside(words: Sequence[Word], n: int, first: int) -> int:
    """How many words open a purpose, a ground or a reference here; 0 where none does."""
    pair = f"{words[n].norm}-{words[n + 1].norm}" if n + 1 < len(words) else ""
    if pair in _WORDING.words("opens_aside"):
        third = words[n + 2].norm if n + 2 < len(words) else ""
        return 3 if third in _WORDING.words("with") else 2
    if words[n].norm in _WORDING.words("opens_aside"):
        return 1
    leading = n == first or words[n - 1].tag in ("comma", "colon")
    purpose = words[n - 1].norm not in _WORDING.words("for_something") and _is_doing(words, n + 1)
    return 1 if (leading or purpose) and words[n].norm in _WORDING.words("opens_leading_aside") else 0


def _carries_on(words: Sequence[Word], n: int, predicate: int) -> bool:
    """Whether the words of an aside go on: with "и", a genitive, a number of an act, or a phrase of its own."""
    word = words[n]
    if n == predicate or word.tag in _FINITE | _INFINITIVES | {"comma", "colon", "semicolon", "stop"}:
        return False
    return (
        word.norm in _AND_OR
        or word.tag in ("title", "number", "mark", "open", "close", "dash")
        or (word.tag == "word" and (is_case(word, "gent") or is_case(word, "datv") or is_case(word, "ablt")))
        or word.norm in _WORDING.words("adds_to_aside")
    )
