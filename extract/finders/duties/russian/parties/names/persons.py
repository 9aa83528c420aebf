"""Who can act, as a Russian sentence names him: nouns of persons and bodies, abbreviations, participles of doing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.kinds import is_doing, is_preposition
from extract.finders.duties.russian.parties.names.surnames import acts_by_name
from extract.finders.duties.russian.parties.names.those import is_those_who
from extract.language.russian import parses_of, readings
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import is_abbreviation

_WORDING = phrasing("ru")
_PARTS_OF_SPEECH = frozenset({"NOUN", "ADJF", "PRTF", "NUMR", "NPRO"})
_PERSON = _WORDING.pattern("person")
AND_OR = _WORDING.words("and_or")
_COINED = _WORDING.pattern("coined_body")
_RULES_BY = _WORDING.words("bodies_with_genitive")
_DOING = _WORDING.pattern("doing_participle")
_WHOLE = _WORDING.words("whole_bodies")
_ON_DUTY = _WORDING.pattern("on_duty")
ACTIVE = _WORDING.pattern("active_participle")
_TELLING = 3
"""Letters that all forms of a party's noun share ("дети" is not looked for)."""
LONGEST = 40
"""Words that a party may have."""
ADJECTIVES = frozenset({"ADJF", "PRTF", "NUMR"})
NOUNS = frozenset({"NOUN"})
PARTICIPLES = frozenset({"PRTF"})
LINKS = frozenset({"PREP", "CONJ", "PRCL"})
_PREPOSITIONS = frozenset({"PREP"})


def is_in(word: Word, parts: frozenset[str], case: str = "") -> bool:
    """Whether a word may be of these parts of speech, in a case (pymorphy's names of both)."""
    return word.tag == "word" and any(
        pos in parts and (not case or found in (case, "")) for _, pos, found, _ in readings(word.norm)
    )


@cache
def _beginnings() -> frozenset[str]:
    """How the nouns that name a party begin, in every case: most words need no look into the dictionary."""
    actors = duty_words("ru").actors
    return frozenset(head[:_TELLING] for head in (*actors.heads, *actors.compounds))


def is_party(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a word heads the name of somebody who can act, in a case ("организациям", "МИО", "педагоги")."""
    word = words[n]
    if word.tag != "word":
        return False
    if word.norm[:_TELLING] not in _beginnings():
        return _acts_by_letters(words, n, case) or _is_person(words, n, case) or _stand_for_others(words, n, case)
    actors = duty_words("ru").actors
    if is_abbreviation(word.text) and word.text.isupper():
        return word.norm in actors.heads or _acts_by_letters(words, n, case)
    counted = case == "nomn" and n > 0 and words[n - 1].tag == "number"
    for lemma, pos, found, number in readings(word.norm):
        if pos not in _PARTS_OF_SPEECH or (found != case and not (counted and found == "gent")):
            continue
        if lemma in actors.heads:
            return not (pos == "ADJF" and _is_on_duty(words, n))
        if lemma in actors.compounds:
            behind = words[n + 1].norm if n + 1 < len(words) else ""
            if behind in AND_OR and n + 2 < len(words) and is_doing(words[n + 2]):
                continue  # "Организация и | проведение собраний"
            working = words[n - 1].norm in _WORDING.words("working_groups")
            named = working or number == "plur" or behind in actors.compounds[lemma] or _DOING.match(behind) is not None
            named = named or (found == "nomn" and lemma in _RULES_BY and _opens_with_owner(words, n))
            named = named or (found == "ablt" and lemma in _RULES_BY and _does_with_owner(words, n))
            named = named or (lemma in _WHOLE and (_is_whole(words, n, found) or _is_term(words, n)))
            if named or (found == "nomn" and (_is_of_persons(words, n) or _does_here(words, n))):
                return True
    return _is_person(words, n, case) or _is_turn(words, n, case) or (case == "nomn" and _is_each(words, n))


def _is_on_duty(words: Sequence[Word], n: int) -> bool:
    """Whether a word that may be a person is the attribute of the noun behind it: "дежурная | часть", no "| по школе".

    Prepositions and joints have readings of nouns, too.
    """
    if n + 1 >= len(words) or _ON_DUTY.match(words[n].norm) is None or is_in(words[n + 1], LINKS):
        return False
    return words[n + 1].text.islower() and is_attribute_of(words, n)


def _is_turn(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a noun stands for those whose turn it is, by its attribute: "дежурный | класс", "дежурная | смена"."""
    return _ON_DUTY.match(words[n - 1].norm) is not None and is_in(words[n], NOUNS, case) and _takes_turns(words[n])


def _takes_turns(word: Word) -> bool:
    return any(lemma in _WORDING.words("takes_turns") for lemma, pos, *_ in readings(word.norm) if pos in NOUNS)


def _stand_for_others(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a word names those who are left, who are in each of a kind, or an office that is called a part."""
    if _are_the_rest(words, n, case) or (case == "nomn" and _is_each(words, n)):
        return True
    return _is_turn(words, n, case) or _is_office_part(words, n, case)


def _is_office_part(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a noun is an office's by its attribute: "дежурная | часть ведет", not "учебная часть программы"."""
    called = words[n].norm in _WORDING.words("called_part") and _WORDING.pattern("office_part").match(words[n - 1].norm)
    if not called or not is_in(words[n], NOUNS, case):
        return False
    behind = n + 1 < len(words) and is_in(words[n + 1], NOUNS, "gent") and not is_in(words[n + 1], LINKS)
    return not behind or is_party(words, n + 1, "gent")


def _is_each(words: Sequence[Word], n: int) -> bool:
    """Whether a noun stands for those who are in each of its kind: "Каждый | класс | сажает розу"."""
    return words[n - 1].norm in _WORDING.words("each") and words[n].norm in _WORDING.words("of_each")


def _is_coined(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a word is a body's name made of beginnings, in a case: "Казсаду"; "Минсадов" has one form in all."""
    word = words[n]
    if _COINED.match(word.text) is None:
        return False
    cases = {found for _, pos, found, _ in readings(word.norm) if pos in NOUNS}
    opens = case in ("nomn", "datv") and words[n - 1].tag in _OPENS_SUBJECT - {"word"}
    return case in cases or (opens and not cases & {"nomn", "datv"})


def _is_term(words: Sequence[Word], n: int) -> bool:
    """Whether a noun is a text's own name of a body, by its capital inside a sentence: "проводит | Организация"."""
    return words[n].text.istitle() and words[n - 1].tag not in _OPENS_CLAUSE | {"mark"} and n > 1


def _is_of_persons(words: Sequence[Word], n: int) -> bool:
    """Whether what is said of a subject is said of nobody but persons and bodies: "Организация ... вправе"."""
    predicate = next((word for word in words[n + 1 : n + LONGEST] if word.tag in _FINITE), None)
    return predicate is not None and (predicate.tag == "entitled" or predicate.norm.startswith("обязан"))


def _opens_with_owner(words: Sequence[Word], n: int) -> bool:
    """Whether a noun opens its clause, and a genitive stands behind it: "Управление | садовых школ".

    As a doing such a noun has an instrumental behind it: "Управление | садом".
    """
    k = n + 1
    while k < len(words) and is_in(words[k], ADJECTIVES, "gent") and not is_in(words[k], NOUNS, "gent"):
        k += 1
    return words[n - 1].tag in _OPENS_CLAUSE and k < len(words) and is_in(words[k], NOUNS, "gent")


def _does_with_owner(words: Sequence[Word], n: int) -> bool:
    """Whether something is done by a body that a genitive names: "производится областным управлением | садов".

    Or, where he opens its clause, is done behind him: "Управлением | садов города утверждается".
    """
    k = n - 1
    while k > 0 and is_in(words[k], ADJECTIVES, "ablt"):
        k -= 1
    behind = next((word for word in words[n + 1 :] if not is_in(word, ADJECTIVES, "gent")), words[n])
    owned = is_in(behind, NOUNS, "gent") and not is_preposition(words[n + 1])
    opens = words[k].tag in _OPENS_CLAUSE
    return owned and (words[k].tag == "passive" or (opens and any(one.tag == "passive" for one in words[n:])))


def _is_whole(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a noun is of nothing and does something: "организация | в тот же день выплачивает", "организацией".

    As a doing it is of what is done: "Организация | питания зависит от школы".
    """
    if words[n - 1].norm in AND_OR or n + 1 >= len(words):
        return False
    of_something = is_in(words[n + 1], ADJECTIVES, "gent") or is_in(words[n + 1], NOUNS, "gent")
    if of_something and not is_preposition(words[n + 1]):
        return False
    if case != "nomn":
        return case == "ablt" and (words[n - 1].tag == "passive" or words[n - 1].norm.endswith("ся"))
    predicate = next((word for word in words[n + 1 : n + LONGEST] if word.tag in _SAYS), None)
    return predicate is not None and predicate.tag == "present" and not predicate.norm.endswith("ся")


def _does_here(words: Sequence[Word], n: int) -> bool:
    """Whether a body's verb stands right behind a noun, or before it and its attributes: "организация | проводит"."""
    k = n - 1
    while k > 0 and is_in(words[k], ADJECTIVES, "nomn"):
        k -= 1
    behind = words[n + 1].norm if n + 1 < len(words) else ""
    does = _WORDING.words("body_does")
    return behind in does or (k < n - 1 and words[k].norm in does)


def _acts_by_letters(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether an abbreviation that no list has is a body's: "ЦУД направляет ...", "осуществляется ЦУД"."""
    if not (words[n].text.isupper() and is_abbreviation(words[n].text)):
        return False
    if case == "nomn":
        opens = words[n - 1].tag in _OPENS_CLAUSE  # "ЦУД по итогам отбора направляет ..."
        opens = opens or (words[n - 1].norm in _WORDING.words("contrasts") and words[n - 2].tag == "comma")
        told = is_in(words[n - 1], NOUNS) and not is_in(words[n - 1], NOUNS, "nomn")
        if told and not _opens_by_preposition(words, n):
            return False  # "размещение на портале ЦУД | обеспечивает сад"
        does = _WORDING.words("body_does")
        ahead = range(n + 1, min(n + LONGEST, len(words)))
        verb = next((k for k in ahead if words[k].tag in _FINITE or words[k].norm in does or not opens), None)
        if verb is None or _doer_follows(words, verb):
            return False  # "дипломы ЦУД | подписывает директор"
        return words[verb].norm in does or _do_to_something(words, verb)
    done = words[n - 1].tag == "passive" and _WORDING.pattern("given_to").match(words[n - 1].norm) is None
    return case == "ablt" and (words[n - 1].norm in _WORDING.words("done_by") or done)


def _doer_follows(words: Sequence[Word], verb: int) -> bool:
    """Whether somebody who by his form is no object stands right behind a verb: he does it."""
    k = verb + 1
    while k + 1 < len(words) and is_in(words[k], ADJECTIVES, "nomn") and not is_in(words[k], NOUNS):
        k += 1
    return k < len(words) and is_party(words, k, "nomn") and not is_in(words[k], NOUNS | ADJECTIVES, "accs")


def _do_to_something(words: Sequence[Word], verb: int) -> bool:
    """Whether several do, by a verb of bodies, something that stands right behind it: "ЦУД | передают списки".

    Without it the letters may be what is done: "ЭКГ проводят ежегодно", "ЭКГ проводят школы".
    """
    if words[verb].tag != "present" or not any(one[0] in _deeds_of_bodies() for one in _in_plural(words[verb])):
        return False
    k = verb + 1
    while k + 1 < len(words) and is_in(words[k], ADJECTIVES, "accs") and not is_in(words[k], NOUNS, "accs"):
        k += 1
    return k < len(words) and is_in(words[k], NOUNS, "accs") and not is_party(words, k, "nomn")


def _in_plural(word: Word) -> list[tuple[str, str, str, str]]:
    return [one for one in readings(word.norm) if one[1] == "VERB" and one[3] == "plur"]


@cache
def _deeds_of_bodies() -> frozenset[str]:
    """The verbs of what a body does, in the dictionary's form."""
    return frozenset(lemma for form in _WORDING.words("body_does") for lemma, *_ in readings(form))


def _opens_by_preposition(words: Sequence[Word], n: int) -> bool:
    """Whether what stands before a word is phrases of prepositions that open the clause: "После отбора роз | ЦУД".

    "На основании приказа органа в сфере садов до 15 мая | ЦУД".
    """
    k = n - 1
    while k > 0 and (words[k].tag == "number" or is_in(words[k], ADJECTIVES | NOUNS | _PREPOSITIONS)):
        k -= 1
    return words[k].tag in _OPENS_CLAUSE and is_in(words[k + 1], LINKS)


def _is_person(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a word that no list has names a person, and is no name of one; or a body by a name made of beginnings."""
    text = words[n].text
    if _is_coined(words, n, case) or acts_by_name(words, n, case):
        return True
    if _acts_by_itself(words, n, case) or (case == "nomn" and is_those_who(words, n)):
        return True
    common = text[0].islower() or words[n - 1].tag != "word"
    if len(text) <= _TELLING or not common or text.isupper():
        return False
    if is_in(words[n], ADJECTIVES, case) and _leads_to_noun(words, n, case):
        return False  # "красным цветом": no Reds
    numbered = n + 1 < len(words) and words[n + 1].tag == "number" and any(_things(words[n].norm, case))
    if numbered or is_attribute_of(words, n):
        return False  # "как жилой дом", "главами 48 и 49"
    opens = case == "nomn" and all(is_in(word, ADJECTIVES, case) for word in words[1:n]) and n < len(words) - 2
    goes_on = case == "nomn" and words[n - 1].tag == "comma" and _in_plural_alone(words[n])
    return _acts(words[n].norm, case, told=opens or goes_on)


def _are_the_rest(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether an adjective without a noun opens a clause of what they do: "остальные | вносят плату"."""
    told = case == "nomn" and words[n].norm in _WORDING.words("the_rest") and words[n - 1].tag in _OPENS_CLAUSE
    return told and not _leads_to_noun(words, n, case)


def _leads_to_noun(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a noun in the same case stands behind a word, in the instrumental behind more attributes as well."""
    k = n + 1
    while case == "ablt" and k < len(words) and is_in(words[k], ADJECTIVES, case) and not is_in(words[k], NOUNS, case):
        k += 1
    return k < len(words) and is_in(words[k], NOUNS, case)


def _in_plural_alone(word: Word) -> bool:
    """Whether a noun is in the plural by each of its readings: "инвалиды"."""
    return all(number == "plur" for *_, number in readings(word.norm))


def _acts_by_itself(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a participle without a noun names those who do it, before their verb: "Сопровождающие | ведут ...".

    Or by whom something is done: "проверяется | сопровождающим".
    """
    if n + 1 >= len(words) or not ACTIVE.search(words[n].norm) or not is_in(words[n], PARTICIPLES, case):
        return False
    if case == "ablt":
        return words[n - 1].tag == "passive" and words[n + 1].tag in _CLOSES_PART
    k = n + 1
    while k < min(n + 1 + _ADVERBS, len(words) - 1) and (words[k].tag == "not" or is_in(words[k], _ADVERB)):
        k += 1
    return case == "nomn" and words[n - 1].tag in _OPENS_SUBJECT and words[k].tag in _FINITE


_CLOSES_PART = frozenset({"comma", "stop", "semicolon", "open", "close"})
_ADVERB = frozenset({"ADVB"})
_ADVERBS = 3
"""Words between those who do something and their verb: "сопровождающий | тут же не ..."."""
_OPENS_CLAUSE = frozenset({"start", "stop", "semicolon", "colon"})
_OPENS_SUBJECT = _OPENS_CLAUSE | {"word"}
_FINITE = frozenset({"present", "future", "must", "entitled", "may"})
_SAYS = _FINITE | {"stative", "being", "effect", "passive", "past", "will"}


def is_attribute_of(words: Sequence[Word], n: int) -> bool:
    """Whether a word is an adjective by its likeliest reading, and agrees with the noun behind it.

    Before a noun that is no genitive any reading will do: "запасные ключи".
    """
    if n + 1 >= len(words) or not words[n].norm:
        return False
    owned = is_in(words[n + 1], NOUNS, "gent")
    if owned and readings(words[n].norm)[0][1] != "ADJF":
        return False
    own = {(case, number) for _, pos, case, number in readings(words[n].norm) if pos in ADJECTIVES}
    return any((case, number) in own for _, pos, case, number in readings(words[n + 1].norm) if pos in NOUNS)


def names_somebody(norm: str) -> bool:
    """Whether a word is a person or persons by the dictionary, as an item of those who may or must: "инвалиды"."""
    return _acts(norm, "nomn", told=True)


@lru_cache(maxsize=20_000)
def _acts(norm: str, case: str, *, told: bool = False) -> bool:
    """Whether a word is the dictionary's name of a person by what he does, in a case: "оценщик", "дилером".

    What opens a sentence is `told` by its place, too ("Медицинская сестра"), unless it rather names a thing ("график").
    """
    by_form = _PERSON.search(norm) is not None
    if not (told or by_form or case == "ablt"):
        return False
    if told and not by_form and _things(norm, case)[:1] == [True]:
        return False
    return any(
        parse.tag.POS == "NOUN"
        and "anim" in parse.tag
        and parse.tag.case == case
        and "Name" not in parse.tag
        and "Surn" not in parse.tag
        and "Patr" not in parse.tag
        for parse in parses_of(norm)
    )


def _things(norm: str, case: str) -> list[bool]:
    """Which of a word's readings as a noun in a case name a thing, the likeliest first: "график", "сторож"."""
    tags = (parse.tag for parse in parses_of(norm))
    return ["inan" in tag for tag in tags if tag.POS == "NOUN" and tag.case == case]
