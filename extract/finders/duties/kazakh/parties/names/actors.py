"""Who can act, in Kazakh: whether a noun heads the name of somebody who does, told by its stem, its form, its place."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import case_of, is_bare_attribute, is_owned, looks_like, stem_of
from extract.finders.duties.kazakh.parties.names.answerers import name_end
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.kazakh.singulars import (
    OPENS_CLAUSE,
    acts_by_letters,
    is_called,
    is_free,
    is_introduced,
    is_of_trade,
    is_person,
    name_start,
)
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse
from kzedu_graph.language.letters import is_abbreviation

_CLAUSE = 40
"""Words before a verb among which its object stands."""

_WORDING = phrasing("kk")
_EVERY = _WORDING.words("every")
_FARM = "шаруашылық"
"""A side of an agreement where it is written with a capital; else a branch, a farm's name or an attribute."""


def is_office(word: Word) -> bool:
    """Whether a word is an office or a body by whom things are done, not one with whom they are done."""
    stem = stem_of(word)
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
    one_of = word.norm in _WORDING.words("one_of") and case == ""
    if acts_by_letters(words, n, case) or (one_of and is_party(words, n - 1, "genitive")):
        return True  # "мүшелерінің бірі"
    if case_of(word) != case or not is_known(words, n) or _is_described(words, n, kinds):
        return False
    if kinds and kinds[0] in ("plural", "possessive 3"):
        return True
    if (
        not kinds
        and case == ""
        and _opens_clause(words, name_start(words, n))
        and n + 1 < len(words)
        and (is_free(words[n + 1], person=is_person(word)) or _before_attribute(words, n))
    ):
        return True
    return (
        case in ("genitive", "instrumental")
        or (case == "" and _opens_list(words, n))
        or (case == "dative" and is_sole(word, person=True) and _opens_main(words, name_start(words, n)))
        or _holds_office(words, n, case)
        or _acts_alone(words, n, case)
        or is_abbreviation(reading.stem)
        or words[n - 1].norm in _EVERY
        or word.norm in _WORDING.words("named_alone")
        or (case == "" and (is_introduced(words, n) or is_called(words, n)))
        or (case == "" and name_end(words, min(n + 1, len(words) - 1)) is not None)
    )


def is_sole(word: Word, *, person: bool = False) -> bool:
    """Whether a noun names a body of which there is but one, so that it stands for itself, or a `person`."""
    return stem_of(word) in _WORDING.words("sole_bodies") or (person and is_person(word))


def _is_described(words: Sequence[Word], n: int, kinds: Sequence[str]) -> bool:
    """Whether a doer's noun with some kinds of endings is an attribute, or what somebody is or gives."""
    described = kinds[-1:] == ["attributive"] or is_attribute_of_actor(words, n) or is_of_giving(words, n)
    return described or (not kinds and words[min(n + 1, len(words) - 1)].tag == "becomes")  # "төраға болады"


def is_denied(words: Sequence[Word], n: int) -> bool:
    """Whether somebody is named who does not act, set against who does: "Оқушылар емес, ата-аналар төлейді"."""
    n += 1 + (words[min(n + 1, len(words) - 1)].norm in _WORDING.words("particles"))
    return n + 1 < len(words) and words[n].norm in _WORDING.words("negates") and words[n + 1].tag == "comma"


def _opens_list(words: Sequence[Word], n: int) -> bool:
    """Whether a person in the singular opens a clause and a list of his: "Өтініш беруші, сондай-ақ оның өкілі"."""
    if analyse(words[n].text)[0].endings or not is_person(words[n]) or n + 3 >= len(words):
        return False
    k = n + 2 if words[n + 1].tag == "comma" else n
    k += words[k].norm in _WORDING.words("also")
    own = words[k].norm in _WORDING.words("its") and is_owned(words[k + 1])
    return k > n and own and _opens_clause(words, name_start(words, n))


def _before_attribute(words: Sequence[Word], n: int) -> bool:
    """Whether an attribute of another noun stands behind a body that is none itself: "комитет қоғамдық көлікте"."""
    told = _WORDING.pattern("opens_attribute").search(words[n + 1].norm) is not None
    return told and words[n].norm not in _WORDING.words("also_attributes")


def is_known(words: Sequence[Word], n: int) -> bool:
    """Whether a noun is known to name who can act, by its stem or as a doer: "комиссиясы", "тексеруші"."""
    stem = stem_of(words[n])
    known = stem in duty_words("kk").actors.heads or looks_like(words[n].norm, "agent") or is_of_trade(stem)
    return known and is_body(words, n, stem)


def tells_which_of_many(words: Sequence[Word], n: int) -> bool:
    """Whether a word tells which of many acts that act as one: "кезекші | сынып", but not "кезекші | қабат сайын"."""
    behind = words[n + 1 : n + 3]
    if len(behind) < _GROUP_AND_VERB or words[n].norm not in _WORDING.words("one_of_many"):
        return False
    group, further = behind
    acts = case_of(group) == "" and stem_of(group) in _WORDING.words("acts_as_one") and not is_owned(group)
    goes_on = is_owned(further) or further.tag == "postposition" or further.norm in _WORDING.words("closes_time")
    return acts and not goes_on


_GROUP_AND_VERB = 2


def is_attribute_of_actor(words: Sequence[Word], n: int) -> bool:
    """Whether a doer's noun only tells what kind of actor is meant: "кезекші мұғалім", "атқарушы орган"."""
    word, behind = words[n], words[min(n + 1, len(words) - 1)]
    ails = word.norm in _WORDING.words("ails")  # "науқас баланы"
    ails = ails and (stem_of(behind) in _WORDING.words("children") or is_person(behind))
    of_organ = (
        ails
        or tells_which_of_many(words, n)
        or (word.norm in _WORDING.words("also_attributes") and _is_of_organ(words, n + 1))
    )
    if of_organ or word.norm in _WORDING.words("kinds_of_things"):
        return of_organ or case_of(behind) != "accusative"
    acts_on = case_of(words[n - 1]) == "accusative"  # "егуді жүргізуші мердігер"
    of_somebody = acts_on and looks_like(word.norm, "agent") and _is_of_somebody(words, n + 1)
    if (
        is_person(word)
        and not of_somebody
        and stem_of(behind) in _WORDING.words("kinds_of_workers")
        and not analyse(word.text)[0].endings
    ):
        return case_of(behind) == "" and not is_owned(behind)
    agent = looks_like(word.norm, "agent") or is_of_trade(word.norm)
    if not agent or analyse(word.text)[0].endings:
        return False
    of_thing = of_somebody or word.norm in _WORDING.words("attributes_of_things")
    if of_thing or analyse(behind.text)[0].stem in _WORDING.words("organ"):
        return True  # "атқарушы органдармен", "оны алмастырушы адаммен"
    listed = word.norm in duty_words("kk").actors.heads or word.norm in _WORDING.words("persons")
    if listed and not acts_on and behind.norm not in _WORDING.words("organ"):
        return False
    return behind.tag == "word" and case_of(behind) == "" and is_known(words, n + 1) and not is_owned(behind)


def _is_of_somebody(words: Sequence[Word], n: int) -> bool:
    """Whether a person or a body stands at a place, or behind an attribute there, as an owner or with whom."""
    n += words[n].norm in _WORDING.words("of_organs")
    noun = words[min(n, len(words) - 1)]
    known = is_person(noun) or stem_of(noun) in _WORDING.words("bodies")
    return known and case_of(noun) in ("genitive", "instrumental", "dative")


def _is_of_organ(words: Sequence[Word], n: int) -> bool:
    """Whether an organ is named from an attribute on: "орталық [уәкілетті орган]", "орталық [емтихан комиссиясы]"."""
    organ = words[min(n + 1, len(words) - 1)]
    if is_owned(organ) and case_of(organ) == "" and case_of(words[n]) == "" and not is_owned(words[n]):
        return stem_of(organ) in _WORDING.words("parts_of_bodies")
    return words[n].norm in _WORDING.words("of_organs") and stem_of(organ) in _WORDING.words("organ")


def must_do(words: Sequence[Word], begin: int, first: int, last: int) -> bool:
    """Whether somebody must do something himself, who opens the clause: "сақтауы тиіс", not "қайтарылуы тиіс".

    What opens it is no attribute of somebody: "Кезекші мұғалім ...".
    """
    doing = words[first].tag in ("its-doing", "towards-doing") and words[last].tag == "must"
    doing = doing or (words[first].tag == "its-doing" and words[last].tag in ("need", "may"))
    done = looks_like(words[first].norm, "done_doing") or words[first].norm in _WORDING.words("being")
    return doing and not done and not is_attribute_of_actor(words, begin)


def is_of_giving(words: Sequence[Word], n: int) -> bool:
    """Whether a noun is what a verb right behind it gives: "кеңес беруді", "көмек көрсетеді"."""
    part = words[n].norm in _WORDING.words("part_of_verb")
    return part and _WORDING.pattern("gives").match(words[min(n + 1, len(words) - 1)].norm) is not None


def _opens_clause(words: Sequence[Word], n: int) -> bool:
    """Whether a word opens a clause, or closes the name that does: "Баға саясаты жөніндегі комитет"."""
    if words[n - 1].norm in _WORDING.words("relating"):
        n = phrase_start(words, n, 1)
    contrasted = words[n - 1].norm in _WORDING.words("contrasts") and words[n - 2].tag == "comma"
    return contrasted or words[n - 1].tag in OPENS_CLAUSE or words[n - 1].norm in _WORDING.words("if")


def _opens_main(words: Sequence[Word], n: int) -> bool:
    """Whether a word opens its clause, or the main one behind a ground or a time: "... кейін | жүргізушіге"."""
    return words[n - 1].tag in OPENS_CLAUSE or words[n - 1].norm in _WORDING.words("opens_main_clause")


def is_body(words: Sequence[Word], n: int, stem: str) -> bool:
    """Whether a noun of two meanings names a body: "кадр қызметі" is no activity, "оқу орны" no place."""
    if stem == _FARM:
        return words[n].text.istitle() and not is_owned(words[n])
    named_by = {"қызмет": "service_of", "орын": "place_of"}.get(stem)
    if named_by == "service_of" and words[n - 1].tag == "to-do" and words[n - 1].norm.endswith("у"):
        return _does_as_body(words, n)
    return named_by is None or words[n - 1].norm in _WORDING.words(named_by)


def _does_as_body(words: Sequence[Word], n: int) -> bool:
    """Whether what a noun is the subject of is what bodies do: "аулау қызметі ... тіркейді", no "оқыту қызметі"."""
    verb = next((word for word in words[n + 1 :] if word.tag in ("present", "passive", "semicolon", "stop")), None)
    return is_owned(words[n]) and verb is not None and verb.norm in _WORDING.words("body_does")


def _holds_office(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a bare singular is who acts by his office: "тікелей басшы ... жүргізеді", "ұйым әзірлейді"."""
    if case or analyse(words[n].text)[0].endings or n + 1 >= len(words):
        return False
    if not is_free(words[n + 1], person=is_person(words[n])):
        return False
    before = words[n - 1]
    return before.norm in _WORDING.words("office_attributes") and words[n + 1].tag != "open"


def _acts_alone(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether a bare singular is who acts by its place: before its verb with an object before it, behind an attribute
    that tells who is meant, or behind a ground or a time ("мәселелерді комиссия шешеді", "арыз берген азамат ...").
    """
    bare = not case and not analyse(words[n].text)[0].endings and n + 1 < len(words)
    if not bare or words[n].norm in _WORDING.words("also_attributes"):
        return False
    start = name_start(words, n)
    before = words[start - 1]
    counted = before.tag == "number" or before.norm in _WORDING.numbers  # "кемінде екі куә"
    counted = counted or before.norm in _WORDING.words("more_than")
    if _closes_clause(words, n + 1) and not (counted and is_person(words[n])):
        done_to = _has_done_to(words, n)
        if not done_to or words[n].norm not in _WORDING.words("part_of_verb"):
            return done_to
    acts_on = case_of(before) == "accusative"
    if (acts_on and _opens_time(words, n + 1)) or not _stands_free(words, n):
        return acts_on and _opens_time(words, n + 1)
    pointed = before.norm in _WORDING.words("points_within")  # "... жағдайда осы бағбан"
    opens = words[start - 2] if before.tag == "comma" or (pointed and is_person(words[n])) else before
    main = opens.norm in _WORDING.words("opens_main_clause") or _WORDING.pattern("when_done").search(opens.norm)
    listed = before.tag == "conjunction" and start > 2 and is_party(words, start - 2, "")
    told = before.tag == "future-participle" and words[phrase_start(words, n, 1) - 1].tag in OPENS_CLAUSE
    if main or listed or _opens_described(words, start) or (told and is_office(words[n])):
        return True  # "орталық болып табылатын басқарма жоспарды бекітеді"
    if acts_on and is_office(words[n]):
        return not any(case_of(word) == "accusative" for word in words[n + 1 : _clause_end(words, n)])
    attribute = before.tag == "future-participle" or before.norm in _WORDING.words("exists") or counted
    attribute = attribute or _WORDING.pattern("past_participle").search(before.norm) is not None
    attribute = attribute or before.norm in _WORDING.words("answerable") or is_attribute_of_actor(words, n - 1)
    return is_person(words[n]) and (attribute or acts_on or words[n].norm in _WORDING.words("light_agents"))


def _opens_described(words: Sequence[Word], start: int) -> bool:
    """Whether an attribute of what it is like opens the clause before a noun: "Конкурстық комиссия өтінімдерді ..."."""
    before = words[start - 1]
    described = is_bare_attribute(before) or _WORDING.pattern("opens_attribute").search(before.norm) is not None
    return described and words[start - 2].tag in OPENS_CLAUSE


def _clause_end(words: Sequence[Word], n: int) -> int:
    """The place of the verb that closes the clause of a word, or of the last word."""
    closing = (k for k in range(n + 1, len(words)) if words[k].tag in ("present", "passive", "can", "semicolon"))
    return next(closing, len(words) - 1)


def _has_done_to(words: Sequence[Word], n: int) -> bool:
    """Whether what is done stands before a party in its clause, no purpose between them."""
    for k in range(n - 1, max(0, n - _CLAUSE), -1):
        if words[k].norm in _WORDING.words("closes_purpose"):
            return False
        if case_of(words[k]) == "accusative":
            return True
    return False


def _stands_free(words: Sequence[Word], n: int) -> bool:
    """Whether no noun behind a party's belongs to it, and no party follows it."""
    if is_party(words, n + 1, "") or words[n + 1].tag == "open":
        return False
    return is_free(words[n + 1], person=is_person(words[n])) or _opens_frame(words, n + 1)


def _opens_time(words: Sequence[Word], n: int) -> bool:
    """Whether a time is told from a place on by what was done then: "түскен сәттен бастап"."""
    done = _WORDING.pattern("past_participle").search(words[n].norm) is not None
    return done and words[min(n + 1, len(words) - 1)].norm in _WORDING.words("since")


def _opens_frame(words: Sequence[Word], n: int) -> bool:
    """Whether it is told from a place on by what means something is done: "дауыс беру жолымен"."""
    means = words[min(n + 2, len(words) - 1)].norm in _WORDING.words("closes_frame")
    return means and words[n + 1].tag == "to-do"


def _closes_clause(words: Sequence[Word], n: int) -> bool:
    """Whether a clause's verb stands at a place, or behind the word there that says what it does: "жүзеге асырады"."""
    heavy = words[n].norm in _WORDING.words("heavy_words") and n + 1 < len(words)
    return words[n + heavy].tag in ("present", "can")
