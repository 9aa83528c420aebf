"""Which Kazakh nouns of parties belong to another or are its attributes, so that they name nobody who acts."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import (
    case_of,
    is_bare_attribute,
    is_converb,
    is_owned,
    looks_like,
    names_actor,
    stem_of,
)
from extract.finders.duties.kazakh.parties.names.actors import is_attribute_of_actor, is_party
from extract.finders.duties.kazakh.parties.names.bracketed import acts_behind_brackets, owns_behind_brackets
from extract.finders.duties.kazakh.parties.names.pairs import stand_in
from extract.finders.duties.kazakh.parties.names.participles import LONGEST
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.kazakh.singulars import is_person
from extract.finders.duties.kazakh.verbs import is_passive
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse
from kzedu_graph.language.letters import is_abbreviation

_ATTRIBUTES = 3
"""Words from an attribute to its noun."""
_WORDING = phrasing("kk")
_WANTED = frozenset({"need", "must", "planned", "recommend", "obliged", "comma", "conjunction"})
_EVERY = _WORDING.words("every")
_BESIDE = _WORDING.words("together")


def belongs_to_another(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether the noun behind it is its own, with a possessive ("мектептер арасында", "мұғалімдер қауымдастығы")."""
    behind = words[n + 1] if n + 1 < len(words) else None
    if behind is None or behind.tag in ("comma", "dash", "open", "title", "mark", "number"):
        listed = behind is not None and behind.tag == "comma" and _is_listed_elsewhere(words, n, end)
        told = listed or (behind is not None and (behind.tag == "dash" or acts_behind_brackets(words, n, end)))
        return told or owns_behind_brackets(words, n, end)
    field = (
        behind.tag == "to-do" and case_of(behind) == "" and words[min(n + 2, end)].norm in _WORDING.words("relating")
    )
    wanted = (field or _is_wanted(words, n + 1)) and not _is_one_told_of(words, n)
    wanted = wanted or _are_called(words, n, end)
    if wanted or behind.tag == "postposition" or behind.norm in _WORDING.words("exists"):
        return True  # "жолаушылар тасымалдау жөніндегі дирекция"
    if is_participle(words, n + 1):
        return not is_passive(behind.norm)  # "Үкімет айқындайтын тізбе": who does what is said of another
    if is_participle(words, n + 2) and case_of(behind) == "" and any(is_party(words, k, "") for k in range(n + 3, end)):
        return True  # "орталық болып табылатын басқарма", "орынбасары басшылық ететін штаб"
    if behind.tag == "conjunction":
        goes_on = _list_goes_on_as_subject(words, n + 2, end) or stand_in(words, n + 2, end) is not None
        return n + 2 < end and not goes_on
    made = n + 3 < end and _is_of_who_did(words, n)
    made = made or _is_of_body_in_place(words, n, end)
    return made or _did_what_another_does(words, n, end) or _names_whose(words, n, end) or _owns(words, n, end)


def _are_called(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether a plural has names behind it, the last in the dative: "оқушылар [А. Садов пен Б. Ивановқа] мұғалім"."""
    k = n + 1
    while k < end and (
        words[k].text[:1].isupper() or words[k].tag in ("conjunction", "comma") or words[k].text in (".", "-")
    ):
        k += 1
    named = k > n + 1 and words[n + 1].text[:1].isupper() and not is_party(words, n + 1, "")
    plural = [ending.kind for ending in analyse(words[n].text)[0].endings][:1] == ["plural"]
    _, mark, ending = words[k - 1].norm.rpartition("-")
    dative = (mark and ending in _WORDING.words("case_endings")) or case_of(words[k - 1]) == "dative"
    return named and plural and dative and any(is_party(words, one, "") for one in range(k, end))


def _is_one_told_of(words: Sequence[Word], n: int) -> bool:
    """Whether a bare singular is a person that a clause tells of, no kind: "бақты күтетін мердігер егу жөніндегі"."""
    told = words[n - 1].tag == "future-participle" or is_attribute_of_actor(words, n - 1)
    return told and is_person(words[n]) and not analyse(words[n].text)[0].endings


def _is_of_body_in_place(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether letters only tell whose bodies another does something in: "ІІМ ұйымдарында егуді бөлім жүргізеді"."""
    if not is_abbreviation(words[n].text):
        return False
    k = next((k for k in range(n + 1, min(n + 2 + _ATTRIBUTES, end)) if case_of(words[k])), n)
    placed = case_of(words[k]) == "locative" and is_owned(words[k]) and names_actor(words[k])
    return placed and any(is_party(words, one, "") for one in range(k + 1, end))


def _is_of_who_did(words: Sequence[Word], n: int) -> bool:
    """Whether a noun only tells by whom those behind it were made what they are: "әкім уәкілдік берген тұлғалар"."""
    done, behind = words[n + 2], words[n + 1]
    acted = _WORDING.pattern("past_participle").search(done.norm) is not None
    acted = acted and _WORDING.pattern("done_participle").search(done.norm) is None
    if not acted or behind.tag != "word" or case_of(behind) or is_owned(behind):
        return False
    k = n + 3
    while k < len(words) - 1 and (
        words[k].norm in _WORDING.words("other") or words[k].norm in _WORDING.words("particles")
    ):
        k += 1
    return is_party(words, k, "")


def _owns(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether the noun behind one belongs to it: "мектептер арасында", but "әрбір мектеп есебін жариялауы керек"."""
    behind = words[n + 1]
    apart = any(behind.norm in _WORDING.words(name) for name in ("adverbs", "in_a_time", "determiners", "own", "it"))
    if _carries_own(words, n, end):
        return False
    if is_of_described(words, n, end):
        return True
    able = n + 2 < len(words) and words[n + 2].tag in ("can", "cannot")  # "тұлғалар жүгіне алады"
    office = is_person(words[n]) and [ending.kind for ending in analyse(words[n].text)[0].endings] == ["possessive 3"]
    office = office and case_of(behind) in ("accusative", "dative")  # "сынып жетекшісі себебін анықтайды"
    beside = is_person(words[n]) and case_of(behind) == "instrumental" and words[min(n + 2, end)].norm in _BESIDE
    if apart or able or office or beside or words[n - 1].norm in _EVERY:
        return False  # "Мастер көмекшісімен бірге суарады"
    reading = analyse(behind.text)[0]
    owned = behind.tag in ("word", "imperative") and not is_bare_attribute(behind)
    return owned and any(ending.kind == "possessive 3" for ending in reading.endings[:2])


def _carries_own(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether persons who open a sentence do something with what they carry: "Оқушылар ұялы телефондарын өшіреді".

    What others take or look at is theirs, who do nothing: "Оқушылар телефондарын тексереді".
    """
    if not is_person(words[n]) or any(word.tag == "colon" for word in words[:n]):
        return False
    if phrase_start(words, n, 1) != 1 and words[1].norm not in _WORDING.words("opens_sentence"):
        return False
    k = n + 1 + (words[n + 1].norm in _WORDING.words("beside_what_is_carried"))
    carried = k < end and case_of(words[k]) == "accusative" and _stem(words[k]) in _WORDING.words("carried_by_persons")
    return carried and not any(looks_like(word.norm, "done_by_others") for word in words[k + 1 : end + 1])


def is_of_described(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether a noun behind an attribute belongs to one: "депутаттар жалпы санының", "мәслихат тұрақты комиссиясының".

    What somebody else heads, who acts himself, or how many: "кеңес жаңа мүшелерінің тізімін бекітеді" is none.
    """
    told = is_bare_attribute(words[n + 1]) or looks_like(words[n + 1].norm, "opens_attribute")
    kinds = (k for k in range(n + 2, min(n + 2 + _ATTRIBUTES, end)) if is_owned(words[k]) or case_of(words[k]))
    noun = words[next(kinds, min(n + 2, len(words) - 1))]  # "министрлігі жоғары оқу орындарының бастықтары"
    if not told or not is_owned(noun) or case_of(noun) != "genitive":
        return False
    return _stem(noun) in _WORDING.words("counted") or any(is_party(words, k, "") for k in range(n + 3, end))


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


def _did_what_another_does(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether a noun only tells who did what is done now by another: "Мектептер ұсынған есептерді бөлім жинақтайды"."""
    if n + 2 >= end or not _WORDING.pattern("past_participle").search(words[n + 1].norm):
        return False
    done = _WORDING.pattern("done_participle").search(words[n + 1].norm) is not None
    set_by = looks_like(words[n + 1].norm, "set_by_act") and words[min(n + 3, end)].tag == "postposition"
    if not done and (set_by or case_of(words[n + 2]) == "instrumental"):
        return True  # "уәкілетті орган белгілеген тәртіппен", "орган бекіткен тізімге сәйкес"
    if done or case_of(words[n + 2]) != "accusative":
        return False
    return any(is_party(words, k, "") for k in range(n + 3, end))


def _names_whose(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether a body's name goes on with a capital behind another's, whose part it is: "министрлігі Сауда комитеті"."""
    if n + 2 >= end or _stem(words[n]) not in _WORDING.words("has_parts") or not words[n + 1].text[:1].isupper():
        return False
    for k in range(n + 2, min(n + 2 + LONGEST, end)):
        if is_owned(words[k]) and _stem(words[k]) in _WORDING.words("parts_of_bodies"):
            return case_of(words[k]) in ("", "genitive")
        if words[k].tag not in ("word", "to-do", "conjunction") or case_of(words[k]) not in ("", "accusative"):
            return False
    return False


def _stem(word: Word) -> str:
    return stem_of(word)


def _may_be_listed(word: Word) -> bool:
    """Whether a word may stand in a list of nouns: no complement of a verb."""
    return case_of(word) in ("", "genitive", "locative")


def _is_wanted(words: Sequence[Word], n: int) -> bool:
    """Whether a verbal noun is what is wanted, the noun before it its object: "шағын орталықтар ашу көзделеді"."""
    ends_in_case = _WORDING.pattern("accusative_of_doing").search(words[n].norm)
    if any(word.norm in _WORDING.words("closes_time") for word in words[n + 1 : n + 1 + _ATTRIBUTES]):
        return False  # "иесі оқтау немесе тазалау кезінде ..."
    return words[n].tag == "to-do" and not ends_in_case and n + 1 < len(words) and words[n + 1].tag in _WANTED


def is_participle(words: Sequence[Word], n: int) -> bool:
    """Whether a word is a participle that belongs to a noun behind it ("айқындайтын тізбе"), no predicate."""
    return n + 1 < len(words) and words[n].tag == "future-participle" and words[n + 1].tag in ("word", "to-do")


def _list_goes_on_as_subject(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a later party of the same list, up to the predicate, is a subject: "ұйымдар және мектептер"."""
    for n in range(start, min(end, start + LONGEST)):
        timed = words[n].norm in _WORDING.words("times")
        if (
            timed
            or is_party(words, n, "accusative")
            or (case_of(words[n]) == "accusative" and not words[min(n + 1, end)].text.islower())
        ):
            return False
        if is_party(words, n, "") and not belongs_to_another(words, n, end):
            return True
        if is_person(words[n]) and case_of(words[n]) == "" and is_converb(words[n + 1]) and words[n + 1].tag == "word":
            return True  # "әжесі немесе басқа адам | алып кетеді"
        told = is_participle(words, n + 1) and not is_passive(words[n + 1].norm)
        if is_party(words, n, "") and (told or owns_behind_brackets(words, n, end)):
            return False  # "басшы не [бағбан ұсынатын] есептің негізінде кеңес қабылдайды"
    return False
