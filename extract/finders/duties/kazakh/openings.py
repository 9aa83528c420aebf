"""What opens a Kazakh clause: the noun that is its subject or its object."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import (
    case_of,
    has_doer,
    has_no_object,
    is_adverb,
    is_agent,
    is_converb,
    is_owned,
    is_participle,
    is_verbal,
    looks_like,
    names_actor,
)
from extract.finders.duties.kazakh.nouns import NOUNS, is_noun
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse
from kzedu_graph.language.letters import is_abbreviation

_WORDING = phrasing("kk")


def subject_that_opens(words: Sequence[Word], verb: int) -> int | None:
    """The noun that opens a clause, told from what follows it by an ending of its own or by an attribute behind it.

    Written for "Вариативтік компонент орта білім деңгейлері бойынша ұлғайтылады".
    """
    connected = verb > 2 and f"{words[1].norm}-{words[2].norm}" in _WORDING.words("opens_in_two")
    for n in range(3 if connected else 1, verb - 1):
        word, behind = words[n], words[n + 1]
        if word.tag == "to-do" and case_of(word) == "" and _is_deed(words, n):
            return n
        if case_of(word) == "accusative" and (deed := _deed_on(words, n, verb)) is not None:
            return deed
        further = [one for one in words[n + 1 : n + 5] if not is_adverb(one)][:2]
        done_to = case_of(word) == "accusative" and any(one.tag == "to-do" for one in further)
        if (case_of(word) not in ("", "genitive") and not done_to) or word.tag in ("comma", "open"):
            return None
        related = behind.tag == "postposition" or behind.norm in _WORDING.words("closes_time")
        if not is_noun(word) or word.tag != "word" or case_of(word) or related or _is_attribute(word):
            continue
        short = is_abbreviation(word.text) and not is_abbreviation(behind.text)  # but "ҚР ІІМ келісімімен"
        ended = bool(analyse(word.text)[0].endings) or short
        ended = ended or words[n - 1].norm in _WORDING.words("every")
        own = behind.norm in _WORDING.words("own")  # "Педагогтер [өздерінің ...]"
        parts = behind.tag not in ("comma", "conjunction") and (own or not is_owned(behind))
        attribute = _WORDING.pattern("opens_attribute").search(word.norm) is not None  # "Академиялық адалдық"
        attribute = attribute and not is_participle(words[n - 1])  # "Жоғалған куәлік"
        opens = _WORDING.pattern("opens_attribute").search(behind.norm) is not None and not attribute
        if parts and (ended or opens):
            return _of_field(words, n, verb) or n
    return None


def _is_attribute(word: Word) -> bool:
    """Whether a word only tells of the noun behind it: "жоғалған", "арасындағы"."""
    endings = analyse(word.text)[0].endings
    return is_participle(word) or (bool(endings) and endings[-1].kind == "attributive")


def _of_field(words: Sequence[Word], n: int, verb: int) -> int | None:
    """The noun of a field that an abbreviation only opens: "ЖМБ [бақ саласындағы міндеттері]"; None elsewhere."""
    if not is_abbreviation(words[n].text):
        return None
    field = next((k for k in range(n + 1, verb - 1) if words[k].norm in _WORDING.words("relating")), None)
    own = field is not None and is_owned(words[field + 1]) and case_of(words[field + 1]) == ""
    return field + 1 if field is not None and own else None


def bare_subject(words: Sequence[Word], verb: int) -> int | None:
    """The bare noun that is the subject of what is done, told by a noun in a case behind it that is not its own.

    Written for "Үйге құрал қоймадан беріледі" and "Көшеттерді бақшаға егу жоспардың негізінде жүргізіледі".
    """
    for n in range(1, verb):
        word, behind = words[n], words[n + 1 + (words[n + 1].norm in _WORDING.numbers and n + 1 < verb)]
        if word.tag in ("comma", "open", "gap") or (word.tag == "postposition" and n > 1):
            continue
        if behind.norm in _WORDING.words("while_doing"):
            continue  # "тарта отырып"
        bare = is_noun(word) and case_of(word) == "" and not analyse(word.text)[0].endings
        attribute = looks_like(word.norm, "opens_attribute", "past_participle")
        if not bare or attribute or (word.tag == "to-do" and behind.tag == "postposition"):
            continue
        owner = is_agent(behind)  # "білім алушылардың"
        told = words[n + 1].norm in _WORDING.numbers or words[n + 1].norm in _WORDING.words("determiners")
        if n == 1 and told and not is_adverb(word) and words[n + 1].tag == "word":
            return n  # "Ротация [бір бақта] жүргізіледі"
        apart = words[n + 1].norm in _WORDING.words("he")  # "Шешім [ол қабылданған күннен бастап] жарияланады"
        apart = apart or _does_elsewhere(words, n + 1, verb)  # "Ақы [орган айқындайтын тәртіппен] алынады"
        if word.tag == "word" and (apart or _is_given_to(words, n + 1, verb)):
            return n  # "Басты рөл [ұйымдардың ұжымына] беріледі"
        if n == 1 and is_abbreviation(behind.text) and not is_abbreviation(word.text):
            return n  # "Рейтинг [ЖОО қызметі бойынша] жасалады"
        if behind.tag in NOUNS and case_of(behind) and not (is_owned(behind) or is_verbal(behind) or owner):
            return n
    return None


def _does_elsewhere(words: Sequence[Word], first: int, verb: int) -> bool:
    """Whether who lays down how something is done stands from a place on: "уәкілетті орган айқындайтын тәртіппен"."""
    done = next((k for k in range(first, min(first + _LONGEST_NAME, verb)) if has_doer(words[k])), None)
    if done is None or case_of(words[min(done + 1, verb)]) != "instrumental":
        return False
    named = words[first:done]
    doer = bool(named) and case_of(named[-1]) == "" and names_actor(named[-1])
    return doer and not has_no_object(words, done) and all(case_of(word) in ("", "genitive") for word in named)


_LONGEST_NAME = 10
"""Words that the name of a doer in an attribute may have, and its participle."""


def _is_given_to(words: Sequence[Word], first: int, verb: int) -> bool:
    """Whether whoever something is given to stands from a place on to the verb that gives it, told by his owner."""
    given = _WORDING.pattern("hands_on").match(words[verb].norm) is not None
    receiver = case_of(words[verb - 1]) == "dative" and is_owned(words[verb - 1])
    owned = any(case_of(word) == "genitive" for word in words[first + 1 : verb])
    return given and receiver and owned and phrase_start(words, verb - 1, first) == first


def listed_subject(words: Sequence[Word], verb: int) -> int | None:
    """The last noun of a list that opens a clause: "Тәрбие, гүлді күту тәсілдері үйірмелер арқылы жетілдіріледі"."""
    timed = {n + 1 for n in range(1, verb) if words[n].norm in _WORDING.words("closes_time")}
    for n in range(1, verb - 1):
        word, behind = words[n], words[n + 1]
        attribute = looks_like(word.norm, "opens_attribute", "past_participle")
        if not is_noun(word) or attribute or case_of(word) or n + 1 in timed - {1}:
            continue
        if phrase_start(words, n, 1) not in timed | {1} or behind.norm in _WORDING.words("closes_time"):
            continue
        apart = n + 3 < verb and f"{words[n + 2].norm}-{words[n + 3].norm}" in _WORDING.words("set_apart")
        if behind.tag == "comma" and apart:
            return n
        deed = word.tag == "to-do" and _is_deed(words, n)
        alone = behind.norm in _WORDING.words("how")  # "мінездеме жеке ісінде"
        behind = words[n + 2] if alone else behind
        told = word.tag == "word" and bool(case_of(behind)) and behind.tag in NOUNS
        told = told and not is_agent(behind)  # "өтініш берушіге"
        if deed or (told and (alone or not is_owned(behind)) and not is_verbal(behind)):
            return n
    return None


def opening_deed(words: Sequence[Word], noun: int, verb: int) -> int | None:
    """The name of an action that is the whole of a clause's subject, where a noun only opens its phrase.

    Written for "Көшелерден қарды шығару арнайы алаңдарда жүргізіледі" and "Жасыл екпелерді қайта отырғызу күзде ...".
    """
    doing = (n for n in range(noun + 1, verb - 1) if words[n].tag == "to-do" and case_of(words[n]) == "")
    deed = next((n for n in doing if is_verbal(words[n])), None)
    whole = deed is not None and _is_deed(words, deed) and phrase_start(words, deed, 1) <= noun
    return deed if whole and any(case_of(word) == "accusative" for word in words[noun:deed]) else None


def _deed_on(words: Sequence[Word], n: int, verb: int) -> int | None:
    """The name of an action that is the whole of a subject, its object opening it: "Бағаларды жүйеге ауыстыру ..."."""
    deed = next((k for k in range(n + 2, verb - 1) if words[k].tag == "to-do" and case_of(words[k]) == ""), None)
    whole = deed is not None and _is_deed(words, deed) and phrase_start(words, deed, 1) <= n
    return deed if whole else None


def _is_deed(words: Sequence[Word], n: int) -> bool:
    """Whether the name of an action is the whole of its phrase: "Мамандарды даярлау еңбек нарығының ...".

    No noun that it belongs to stands behind it ("оқыту сапасы"), and it is none of several, nor before a light verb.
    """
    behind = words[n + 1]
    return behind.tag in ("word", "past", "title", "number") and not is_owned(behind) and not is_converb(behind)


def accusative_that_opens(words: Sequence[Word], verb: int, begin: int | None = None) -> int | None:
    """The accusative that opens a clause, where what stands behind it has taken it in: "ісін шет тілінде оқытуды"."""
    if begin is None:
        begin = next((n + 1 for n in range(verb - 1, 0, -1) if words[n].tag in ("postposition", "gap")), 1)
    for n in range(begin, verb - 1):
        listed = words[n + 1].tag == "conjunction" and n + 3 < verb
        listed = listed and case_of(words[n]) == case_of(words[n + 2]) == "accusative"
        if case_of(words[n]) == "accusative" and not listed:  # "иттерді және мысықтарды ..." is one
            behind = words[n + 1]
            agent = is_agent(behind) and case_of(behind) != ""  # "қызметті берушінің", no "тіркеуші органнан"
            return None if behind.tag in ("comma", "conjunction") or is_verbal(behind) or agent else n
        if listed or words[n].tag == "conjunction":
            continue
        if words[n].tag in ("comma", "open") or case_of(words[n]) not in ("", "genitive"):
            return None
    return None


def thing_without_verb(words: Sequence[Word], n: int, end: int) -> int | None:
    """What is done to where its verb stands behind a second deed: "Құжаттар мұрағатта, кітаптар сөреде сақталады"."""
    placed = n == end and words[n].tag == "word" and case_of(words[n]) in ("instrumental", "locative", "ablative")
    return subject_that_opens(words, n + 1) if placed else None


def opening_noun(words: Sequence[Word], end: int) -> int | None:
    """The bare noun that opens a clause before one of time: "Куәлік қызметкерге ауысқан кезде беріледі"."""
    for n in range(1, end):
        if not is_noun(words[n]) or case_of(words[n]):
            return None
        if case_of(words[n + 1]) not in ("", "genitive"):
            return n
    return None
