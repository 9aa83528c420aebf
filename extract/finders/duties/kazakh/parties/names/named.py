"""Who can act, as a Kazakh sentence names him: the noun in a case, and all the words that belong to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of, is_bare_attribute, is_letter, is_owned, looks_like
from extract.finders.duties.kazakh.parties.names.actors import is_attribute_of_actor, is_body, is_of_giving, is_party
from extract.finders.duties.kazakh.parties.names.answerers import name_end
from extract.finders.duties.kazakh.parties.names.bracketed import (
    acts_behind_brackets,
    next_named,
    owns_behind_brackets,
    rest_of_list,
)
from extract.finders.duties.kazakh.parties.names.extents import extent
from extract.finders.duties.kazakh.parties.names.pairs import stands_beside
from extract.finders.duties.kazakh.parties.names.participles import LONGEST
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.kazakh.singulars import is_person
from extract.finders.duties.kazakh.verbs import is_passive
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_ATTRIBUTES = 3
"""Words from an attribute to its noun."""

_CLAUSE = 40
"""Words before a verb among which its object stands."""

_WORDING = phrasing("kk")
_TELLS = frozenset({"present", "passive", "negative", "semicolon", "stop", "imperative"})
"""Classes of words behind which nobody is named who stands in for another."""
_WANTED = frozenset({"need", "must", "planned", "recommend", "obliged", "comma", "conjunction"})
_EVERY = _WORDING.words("every")
_AGENT = _WORDING.pattern("agent")


def first_party(words: Sequence[Word], begin: int, end: int, case: str) -> Party | None:
    """The first party in a case ("" is the nominative); a bare singular only where no other follows it.

    "Үміткер маманға кадр қызметі ... береді": the first noun belongs to the second.
    """
    found = list(_parties(words, begin, end, case))
    n = next((n for n in found if case or analyse(words[n].text)[0].endings), found[0] if found else None)
    if n is not None and found[0] != n and not _leads_to_dative(words, found[0], n):
        n = found[0]
    if n is None:
        return None
    first = extent(words, n, begin)
    first = next((k + 1 for k in range(n - 1, first, -1) if words[k].norm in _WORDING.words("in_name_of")), first)
    return Party(first, n if case else _last_of_list(words, n, end), n)


def opens_with_name(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """The body that opens an item with the name of who answers there: "Бақ бөлімі (С. Садов) есепті жазсын"."""
    party = first_party(words, begin, end, "") if begin < end else None
    opens = party is not None and party.first == begin and name_end(words, party.head + 1) is not None
    return party if opens else None


def opening_body(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """A body or a person in the bare singular that opens a clause, whatever noun follows: "Кітапхана білім беру ...".

    Asked only where no party is told by its form; what follows is not its own, and no noun in the nominative with an
    ending stands before the verb.
    """
    for n in range(begin, end - 1):
        word, behind = words[n], words[n + 1]
        opens = n == begin or words[n - 1].norm in _WORDING.words("opens_main_clause") or words[n - 1].tag == "comma"
        opens = opens or case_of(words[n - 1]) in ("locative", "ablative")
        opens = opens or (words[n - 1].norm in _WORDING.words("relating") and extent(words, n, begin) == begin)
        before_name = case_of(words[n - 1]) == "accusative" and behind.text[:1].isupper()  # "егуді бағбан Абай бағымен"
        doer = (case_of(behind) == "accusative" or before_name) and is_person(word)
        if not (opens or doer) or word.norm in _WORDING.words("also_attributes") or analyse(word.text)[0].endings:
            continue
        if is_of_giving(words, n):
            continue  # "қашықтан кеңес беруді ұйымдастырады"
        known = word.norm in duty_words("kk").actors.heads or is_person(word)
        free = behind.tag in _FOLLOWS and not is_owned(behind) and not _subject_behind(words, n + 1, end)
        if known and (free or stands_beside(words, n)):
            first = extent(words, n, begin) if opens else phrase_start(words, n, begin)
            return Party(first, n, n) if is_body(words, n, word.norm) else None
    return None


_FOLLOWS = frozenset({"word", "to-do", "past", "title", "future-participle"})


def _subject_behind(words: Sequence[Word], begin: int, end: int) -> bool:
    """Whether a noun with the ending of what is owned stands before the verb without a case, as its subject."""
    before = words[end - 1]
    return end - 1 > begin and before.tag == "word" and is_owned(before) and case_of(before) == ""


def _parties(words: Sequence[Word], begin: int, end: int, case: str) -> Iterator[int]:
    """The nouns of parties in a case, those in brackets and those that belong to another left out."""
    inside = False
    for n in range(begin, end):
        if words[n].tag in ("open", "close"):
            inside = words[n].tag == "open"
        if not inside and is_party(words, n, case) and (case or not _belongs_to_another(words, n, end)):
            yield n


def _leads_to_dative(words: Sequence[Word], n: int, further: int) -> bool:
    """Whether a bare singular is an attribute of a noun in the dative before a further party."""
    behind = next((k for k in range(n + 1, further) if case_of(words[k]) not in ("", "genitive")), None)
    return behind is not None and case_of(words[behind]) == "dative" and behind - n <= _ATTRIBUTES


def _last_of_list(words: Sequence[Word], n: int, end: int) -> int:
    """The last word of a list that goes on: "органдар, өзге де ұйымдар (келісу бойынша)", "орынбасары С. Ахметова"."""
    while n + 1 < end:
        behind = words[n + 1]
        if behind.tag == "open":
            named, noun = _has_name_behind(words, n), n
            n = next((k for k in range(n + 1, end) if words[k].tag == "close"), n)
            if words[n].tag != "close":
                return n
            goes_on = words[n + 1].tag in ("comma", "conjunction") or words[n + 1].norm in _WORDING.words("or")
            if words[noun + 2].norm in _WORDING.words("from_here") and not goes_on:
                return noun  # "кассалары (бұдан әрі – касса)"
            further = _next_of_list(words, n + 1, end) if named else None
            if further is not None and _has_name_behind(words, further):
                n = further  # "басқармасы (А. Садов) облыстық кеңесі (Б. Садов)"
        elif n + 3 < end and is_letter(behind) and behind.text.isupper() and words[n + 2].text == ".":
            named = words[n + 3].text[:1].isupper() and not is_letter(words[n + 3])
            if words[min(n + 3 + named, end)].norm in _WORDING.words("named_after"):
                return n  # "мектептер [М. Омаров атындағы орталықта]"
            n += 3 if named else 2  # "орынбасары С. Ахметова", "директоры Б. Т. Омаров"
        elif behind.tag in ("conjunction", "comma") or behind.norm in _WORDING.words("or"):
            if [word.tag for word in words[n + 2 : n + 5]] == ["open", "conjunction", "close"]:
                n += 3  # "органдар және (немесе) ұйымдар"
            further = _next_of_list(words, n + 2, end) or _stand_in(words, n + 2, end)
            further = further or next_named(words, n + 2, end) or rest_of_list(words, n + 2, end)
            further = further or _far_next_of_list(words, n + 2, end)
            if further is None:
                return n - 3 if words[n].tag == "conjunction" else n
            n = further
        else:
            return n
    return n


def _has_name_behind(words: Sequence[Word], n: int) -> bool:
    """Whether a name in brackets behind a noun tells who answers there: "ұлттық бағы (А.А. Садов)"."""
    named = n + 1 < len(words) and name_end(words, n + 1) is not None
    return named and words[n].tag == "word" and is_owned(words[n]) and case_of(words[n]) == ""


def _next_of_list(words: Sequence[Word], start: int, end: int) -> int | None:
    for k in range(start, min(end, start + LONGEST)):
        if (is_party(words, k, "") and not _belongs_to_another(words, k, end)) or _has_name_behind(words, k):
            return k
        done_to = words[k].tag == "word" and k + 1 < end and words[k + 1].tag == "to-do" and words[k + 1].text.islower()
        if words[k].tag == "to-do" or done_to:
            continue  # "сондай-ақ апатты жою басшысы"
        if is_bare_attribute(words[k]):
            continue  # "заңды өкілдері"
        if words[k].tag not in ("word", "conjunction", "number", "title", "future-participle"):
            return None
        since = case_of(words[k]) == "ablative" and k + 1 < end and is_person(words[k + 1])  # "туғаннан мүгедектер"
        if words[k].tag == "word" and not since and case_of(words[k]) not in ("", "genitive", "locative", "dative"):
            return None
    return None


def _stand_in(words: Sequence[Word], start: int, end: int) -> int | None:
    """Who stands in for the one before: "ректор немесе [оның міндетін атқаратын адам]", "не [оны алмастыратын]"."""
    if words[start].norm not in _WORDING.words("its") | _WORDING.words("it"):
        return None
    for k in range(start + 1, min(end, start + _CLAUSE)):
        if words[k].tag in _TELLS:
            return None
        if is_person(words[k]) and words[k].tag == "word" and words[k - 1].tag == "future-participle":
            return k
    return None


def _far_next_of_list(words: Sequence[Word], start: int, end: int) -> int | None:
    """The next party of a list whose phrase, with a participle's clause in it, reaches back to the comma."""
    begin = start + (words[start].norm in _WORDING.words("also"))
    whoever = (k + 1 for k in range(begin, min(end, begin + _ATTRIBUTES)) if words[k].norm == "қарамастан")
    begin = next(whoever, begin)  # "меншік нысанына қарамастан кәсіпорындардың басшылары"
    for k in range(start, min(end, start + _CLAUSE)):
        named = is_party(words, k, "") and (is_owned(words[k]) or _AGENT.search(words[k].norm) is not None)
        if named and not _belongs_to_another(words, k, end):
            return k if begin in (phrase_start(words, k, begin), extent(words, k, begin)) else None
    return None


def _belongs_to_another(words: Sequence[Word], n: int, end: int) -> bool:
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
    if wanted or behind.tag == "postposition" or behind.norm in _WORDING.words("exists"):
        return True  # "жолаушылар тасымалдау жөніндегі дирекция"
    if is_participle(words, n + 1):
        return not is_passive(behind.norm)  # "Үкімет айқындайтын тізбе": who does what is said of another
    if is_participle(words, n + 2) and case_of(behind) == "" and any(is_party(words, k, "") for k in range(n + 3, end)):
        return True  # "орталық болып табылатын басқарма", "орынбасары басшылық ететін штаб"
    if behind.tag == "conjunction":
        goes_on = _list_goes_on_as_subject(words, n + 2, end) or _stand_in(words, n + 2, end) is not None
        return n + 2 < end and not goes_on
    made = n + 3 < end and _is_of_who_did(words, n)
    return made or _did_what_another_does(words, n, end) or _names_whose(words, n, end) or _owns(words, n, end)


def _is_one_told_of(words: Sequence[Word], n: int) -> bool:
    """Whether a bare singular is a person that a clause tells of, no kind: "бақты күтетін мердігер егу жөніндегі"."""
    told = words[n - 1].tag == "future-participle" or is_attribute_of_actor(words, n - 1)
    return told and is_person(words[n]) and not analyse(words[n].text)[0].endings


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
    if is_of_described(words, n, end):
        return True
    able = n + 2 < len(words) and words[n + 2].tag in ("can", "cannot")  # "тұлғалар жүгіне алады"
    office = is_person(words[n]) and [ending.kind for ending in analyse(words[n].text)[0].endings] == ["possessive 3"]
    office = office and case_of(behind) in ("accusative", "dative")  # "сынып жетекшісі себебін анықтайды"
    if apart or able or office or words[n - 1].norm in _EVERY:
        return False
    reading = analyse(behind.text)[0]
    owned = behind.tag in ("word", "imperative") and not is_bare_attribute(behind)
    return owned and any(ending.kind == "possessive 3" for ending in reading.endings[:2])


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
    return analyse(word.text)[0].stem.lower()


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
        if is_party(words, n, "") and not _belongs_to_another(words, n, end):
            return True
        told = is_participle(words, n + 1) and not is_passive(words[n + 1].norm)
        if is_party(words, n, "") and (told or owns_behind_brackets(words, n, end)):
            return False  # "басшы не [бағбан ұсынатын] есептің негізінде кеңес қабылдайды"
    return False
