"""Who can act, as a Kazakh sentence names him: the noun in a case, and all the words that belong to it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.phrases import case_of, is_owned
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse
from kzedu_graph.language.letters import is_abbreviation

LONGEST = 9
"""Words that may stand before the noun of a party."""

_WANTED = frozenset({"need", "must", "planned", "recommend", "obliged", "comma", "conjunction"})
_OPENS_CLAUSE = frozenset({"start", "colon", "semicolon", "stop"})
_PARTS_OFF = frozenset({"open", "close", "postposition", "planned", "colon", "dash", "stop", "start", "mark"})
_WORDING = phrasing("kk")
_EVERY = _WORDING.words("every")
_OPENS_SENTENCE = _WORDING.words("opens_sentence")
_ADJECTIVE = _WORDING.pattern("adjective")
_PLURAL_ACCUSATIVE = _WORDING.pattern("plural_accusative")
_CONVERB = _WORDING.pattern("converb")
_PASSIVE = _WORDING.pattern("passive_participle")
_AGENT = _WORDING.pattern("agent")
_PAST_PARTICIPLE = _WORDING.pattern("past_participle")
_PARTICIPLE = _WORDING.pattern("participle")


def first_party(words: Sequence[Word], begin: int, end: int, case: str) -> Party | None:
    inside = False
    for n in range(begin, end):
        if words[n].tag in ("open", "close"):
            inside = words[n].tag == "open"
        if not inside and is_party(words, n, case) and (case or not _belongs_to_another(words, n, end)):
            return Party(_extent(words, n, begin), n if case else _last_of_list(words, n, end), n)
    return None


def _last_of_list(words: Sequence[Word], n: int, end: int) -> int:
    """The last word of a list that goes on: "органдар, өзге де ұйымдар (келісу бойынша)", "орынбасары С. Ахметова"."""
    while n + 1 < end:
        behind = words[n + 1]
        if behind.tag == "open":
            n = next((k for k in range(n + 1, end) if words[k].tag == "close"), n)
            if words[n].tag != "close":
                return n
        elif n + 3 < end and _is_letter(behind) and behind.text.isupper() and words[n + 2].text == ".":
            n += 2 if not words[n + 3].text[:1].isupper() else 3
        elif behind.tag in ("conjunction", "comma"):
            further = _next_of_list(words, n + 2, end)
            if further is None:
                return n
            n = further
        else:
            return n
    return n


def _next_of_list(words: Sequence[Word], start: int, end: int) -> int | None:
    for k in range(start, min(end, start + LONGEST)):
        if is_party(words, k, "") and not _belongs_to_another(words, k, end):
            return k
        if words[k].tag not in ("word", "conjunction", "number", "title", "future-participle"):
            return None
        if words[k].tag == "word" and case_of(words[k]) not in ("", "genitive", "locative", "dative"):
            return None
    return None


def party_by(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """The party by whom something is done: before "тарапынан", or in the instrumental ("басшымен бекітіледі")."""
    for n in range(begin + 1, end):
        if words[n].norm in _WORDING.words("by") and is_party(words, n - 1, "") and not _is_participle(words, n + 1):
            return Party(_extent(words, n - 1, begin), n - 1, n - 1)
    for n in range(end - 1, begin - 1, -1):
        alone = words[min(n + 1, end)].norm not in _WORDING.words("with_others")
        if alone and _is_office(words[n]) and is_party(words, n, "instrumental"):
            return Party(_extent_of_office(words, n, begin), n, n)
    return None


def _extent_of_office(words: Sequence[Word], n: int, begin: int) -> int:
    """Where an office in the instrumental begins: one noun that it belongs to, and attributes; no subject before it."""
    first = n
    if is_owned(words[n]) and first - 1 >= begin and words[first - 1].tag == "word":
        first -= 1
    while first - 1 >= begin and words[first - 1].tag == "word":
        before = words[first - 1]
        attribute = before.norm in _WORDING.words("office_attributes") or _ADJECTIVE.search(before.norm)
        if not attribute and case_of(before) != "genitive":
            break
        first -= 1
    return first


def _is_office(word: Word) -> bool:
    """Whether a word is an office or a body by whom things are done, not one with whom they are done."""
    stem = analyse(word.text)[0].stem.lower()
    return stem in _WORDING.words("bodies") or stem in _WORDING.words("offices")


def is_party(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a word heads the name of somebody who can act, in a case ("" is the nominative): "ұйымдары", "ДББҰ".

    A bare singular noun is a modifier of the next, unless "әрбір" or a quotation mark stands before it.
    """
    word = words[n]
    if word.tag not in ("word", "past", "passive", "present", "imperative", "state"):
        return False
    reading = analyse(word.text)[0]
    kinds = [ending.kind for ending in reading.endings]
    known = reading.stem.lower() in duty_words("kk").actors.heads or _AGENT.search(word.norm)
    if not known or case_of(word) != case or (reading.stem.lower() == "қызмет" and not _is_service(words, n)):
        return False
    if kinds and kinds[0] in ("plural", "possessive 3"):
        return True
    if (
        not kinds
        and case == ""
        and words[n - 1].tag in _OPENS_CLAUSE
        and n + 1 < len(words)
        and _is_free(words[n + 1], person=_is_person(word))
    ):
        return True
    return (
        case in ("genitive", "instrumental")
        or _holds_office(words, n, case)
        or is_abbreviation(reading.stem)
        or words[n - 1].norm in _EVERY
        or word.norm in _WORDING.words("named_alone")
    )


def _is_person(word: Word) -> bool:
    return word.norm in _WORDING.words("persons") or _AGENT.search(word.norm) is not None


def _is_service(words: Sequence[Word], n: int) -> bool:
    """Whether "қызметі" names a body, not an activity: "кадр қызметі"."""
    return words[n - 1].norm in _WORDING.words("service_of")


def _holds_office(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a bare singular is who acts by his office: "тікелей басшы ... жүргізеді", "ұйым әзірлейді"."""
    if case or analyse(words[n].text)[0].endings or n + 1 >= len(words):
        return False
    if not _is_free(words[n + 1], person=_is_person(words[n])):
        return False
    before = words[n - 1]
    return before.norm in _WORDING.words("office_attributes") and words[n + 1].tag != "open"


def _is_free(behind: Word, *, person: bool = False) -> bool:
    """Whether a word is no noun that the one before it belongs to: "Комиссия мынадай ...", not "комиссия мүшелері"."""
    if behind.tag in ("number", "future-participle", "to-do", "towards-doing", "postposition", "open", "present"):
        return behind.tag != "postposition"
    if behind.tag not in ("word", "past"):
        return False
    if person:
        return not is_owned(behind) or case_of(behind) not in ("", "genitive")
    endings = [ending.kind for ending in analyse(behind.text)[0].endings]
    return "possessive 3" not in endings and (
        bool(endings) or bool(_ADJECTIVE.search(behind.norm)) or behind.norm in _WORDING.words("determiners")
    )


def _belongs_to_another(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether the noun behind it is its own, with a possessive ("мектептер арасында", "мұғалімдер қауымдастығы")."""
    behind = words[n + 1] if n + 1 < len(words) else None
    if behind is None or behind.tag in ("comma", "dash", "open", "title", "mark", "number"):
        listed = behind is not None and behind.tag == "comma" and _is_listed_elsewhere(words, n, end)
        return listed or (behind is not None and behind.tag == "dash")
    if behind.tag == "postposition" or behind.norm in _WORDING.words("exists") or _is_wanted(words, n + 1):
        return True
    if _is_participle(words, n + 1):
        return not is_passive(behind.norm)  # "Үкімет айқындайтын тізбе": who does what is said of another
    if words[n - 1].norm in _EVERY or behind.norm in _WORDING.words("adverbs"):
        return False  # "әрбір мектеп есебін жариялауы керек": the report is its own
    if behind.tag == "conjunction":
        return n + 2 < end and not _list_goes_on_as_subject(words, n + 2, end)
    reading = analyse(behind.text)[0]
    return behind.tag in ("word", "imperative") and any(ending.kind == "possessive 3" for ending in reading.endings[:2])


def _is_listed_elsewhere(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether a list that goes on behind a noun ends in what is not the predicate's: a relation, or what there is.

    Written for "оқушылар, мектептер және жүйе деңгейінде", "базасы, мұғалімдері, жоспарлары бар, сондай-ақ ...".
    """
    owned, member = is_owned(words[n]), n + 1
    for k in range(n + 1, end):
        if words[k].norm in _WORDING.words("relates"):
            return not any(is_party(words, one, "") for one in range(member, k - 1))
        if words[k].norm in _WORDING.words("exists"):
            return owned and words[k + 1].tag == "comma"
        if words[k].tag in ("comma", "conjunction"):
            member = k + 1
        elif words[k].tag not in ("word", "title", "to-do") or not _may_be_listed(words[k]):
            return False
    return False


def _may_be_listed(word: Word) -> bool:
    """Whether a word may stand in a list of nouns: no complement of a verb."""
    return case_of(word) in ("", "genitive", "locative")


def _is_wanted(words: Sequence[Word], n: int) -> bool:
    """Whether a verbal noun is what is wanted, the noun before it its object: "шағын орталықтар ашу көзделеді"."""
    ends_in_case = _WORDING.pattern("accusative_of_doing").search(words[n].norm)
    return words[n].tag == "to-do" and not ends_in_case and n + 1 < len(words) and words[n + 1].tag in _WANTED


def _is_participle(words: Sequence[Word], n: int) -> bool:
    """Whether a word is a participle that belongs to a noun behind it ("айқындайтын тізбе"), no predicate."""
    return n + 1 < len(words) and words[n].tag == "future-participle" and words[n + 1].tag in ("word", "to-do")


def _list_goes_on_as_subject(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a later party of the same list, up to the predicate, is a subject: "ұйымдар және мектептер"."""
    return any(
        is_party(words, n, "") and not _belongs_to_another(words, n, end) for n in range(start, min(end, start + 6))
    )


def _extent(words: Sequence[Word], head: int, begin: int) -> int:
    """Where a party begins: the modifiers before its noun, back to a word with a case ending or to a postposition."""
    first = head
    owned = is_owned(words[head])
    while first - 1 >= begin and head - first < LONGEST:
        if words[first - 1].tag == "dash" and words[first - 2].tag == "number":
            first -= 2  # "5-8, 10-сынып"
            continue
        if not _modifies(words[first - 1], owned):
            break
        first -= 1
        owned = owned or is_owned(words[first])
        if words[first].norm in _EVERY and not _is_genitive(words[first - 1]):
            break
        if _PAST_PARTICIPLE.search(words[first].norm) and words[first].tag == "word":
            first = _clause_of_participle(words, first, begin)
            break
        if words[first].tag == "future-participle":
            if first == head - 2 and is_passive(words[first].norm) and _AGENT.search(words[head].norm):
                break  # "көрсетілетін қызметті алушылар"
            first = _clause_of_participle(words, first, begin)
            break
        if words[first].norm in _WORDING.words("of_a_time") and first - 1 >= begin:
            first -= 1  # "мектепке дейінгі ұйымдар"
    first = _with_complement(words, first, head, begin)
    if first - 2 >= begin and words[first - 1].text == "." and _is_letter(words[first - 2]):
        first -= 2  # an initial: "Ы. Алтынсарин атындағы академия"
    while first < head and (
        words[first].tag in ("conjunction", "comma", "mark") or words[first].norm in _WORDING.words("this")
    ):
        first += 1
    return first


def _with_complement(words: Sequence[Word], first: int, head: int, begin: int) -> int:
    """Where a name begins whose first word needs one before it: "қызметті алушылар", "Жүйелерге ... жүргізу орталығы".

    The accusative before an agent's noun comes with its participle; the dative before a verbal noun only where it
    opens the sentence.
    """
    before = words[first - 1] if first - 1 >= begin else None
    if before is None or before.tag not in ("word", "future-participle"):
        return first
    case = case_of(before)
    if _AGENT.search(words[head].norm) and first == head and case == "accusative":
        first -= 1
        while first - 1 >= begin and words[first - 1].tag == "future-participle":
            first -= 1
    elif any(word.tag == "to-do" for word in words[first:head]) and case == "dative" and first - 1 == begin:
        first -= 1
    return first


def _is_genitive(word: Word) -> bool:
    return word.tag == "word" and case_of(word) == "genitive"


def _is_letter(word: Word) -> bool:
    return word.text.isalpha() and len(word.text) == 1


def _clause_of_participle(words: Sequence[Word], participle: int, begin: int) -> int:
    """Where the words before a participle begin that say what is done and where: "сапасын бағалайтын ұйымдар".

    A participle of which none are left, or which is one of several, is no part of the party.
    """
    first = participle
    if words[participle + 1].tag == "comma" or not _stands_in_clause(words[participle - 1]):
        return participle + 1
    while first - 1 >= begin and participle - first < LONGEST and _stands_in_clause(words[first - 1]):
        first -= 1
    return first


def _stands_in_clause(word: Word) -> bool:
    """Whether a word may stand before a participle in its clause."""
    return (
        (word.tag not in _PARTS_OFF or word.norm in _WORDING.words("inside_clause"))
        and word.tag not in ("comma", "future-participle")
        and not _CONVERB.search(word.norm)
        and word.norm not in _OPENS_SENTENCE
    )


def _modifies(word: Word, owned: bool) -> bool:
    """Whether a word may belong to a party's noun; the name of an action only where the noun is `owned` by it."""
    if _CONVERB.search(word.norm) or word.norm in _OPENS_SENTENCE or word.tag in _PARTS_OFF:
        return False
    if word.tag == "to-do" and not (owned and _WORDING.pattern("doing").search(word.norm)):
        return False
    if word.norm in _WORDING.words("this"):
        return False
    if word.tag in ("conjunction", "number", "title", "comma", "future-participle") or word.norm in _EVERY:
        return True
    if _ADJECTIVE.search(word.norm) and not _PLURAL_ACCUSATIVE.search(word.norm):
        return True
    kinds = [ending.kind for ending in analyse(word.text)[0].endings]
    return not kinds or kinds[-1] in ("genitive", "plural", "possessive 3")


def present_of(norm: str) -> str:
    """The finite form that goes with a future participle: "дамитын" -> "дамиды"."""
    return _PARTICIPLE.sub(r"д\g<vowel>", norm)


def is_passive(norm: str) -> bool:
    """Whether a future participle tells what is done, not who does it: "құрылатын", but "пайдаланатын"."""
    return bool(_PASSIVE.search(norm)) and duty_words("kk").classes.get(present_of(norm)) != "present"
