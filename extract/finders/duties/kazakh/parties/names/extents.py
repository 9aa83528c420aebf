"""Where the name of a Kazakh party begins: the words before its noun that belong to it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import (
    case_of,
    closes_condition,
    has_no_object,
    is_adjective,
    is_adverb,
    is_conditional,
    is_letter,
    is_owned,
    is_verbal,
    names_actor,
)
from extract.finders.duties.kazakh.governed import CLOSES, governed_start, has_thing_behind, right_to, takes_deed
from extract.finders.duties.kazakh.phrases import LONGEST_TITLE, phrase_start
from extract.finders.duties.kazakh.verbs import is_passive
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

LONGEST = 9
"""Words that may stand before the noun of a party."""
_LONGEST_LIST = 24
"""Words before the noun of a party among which those that share it are listed."""
_ATTRIBUTES = 3
"""Words from an attribute to its noun."""

_RELATIVE = frozenset({"future-participle"})
_WORDING = phrasing("kk")
_PARTS_OFF = frozenset({"open", "close", "postposition", "planned", "colon", "dash", "stop", "start", "mark"})
_LISTED = frozenset({"conjunction", "number", "title", "comma", "future-participle"})
_EVERY = _WORDING.words("every")
_OPENS_SENTENCE = _WORDING.words("opens_sentence")
_ADJECTIVE = _WORDING.pattern("adjective")
_PLURAL_ACCUSATIVE = _WORDING.pattern("plural_accusative")
_CONVERB = _WORDING.pattern("converb")
_AGENT = _WORDING.pattern("agent")
_PAST_PARTICIPLE = _WORDING.pattern("past_participle")


def extent(words: Sequence[Word], head: int, begin: int) -> int:
    """Where a party begins: the modifiers before its noun, back to a word with a case ending or to a postposition."""
    begin = next((n + 1 for n in range(head - 1, begin, -1) if closes_condition(words, n)), begin)
    first = head - (head - 1 >= begin and _goes_with_agent(words, head - 1))
    owned = is_owned(words[head])
    while first - 1 >= begin and head - first < _LONGEST_LIST:
        if (inside := _over_inset(words, first - 1, begin)) is not None:
            first = inside
            continue
        if _has_complement(words, first - 1):
            return phrase_start(words, head, _behind_thing(words, first - 1, begin, head))
        if not _modifies(words[first - 1], owned) or _is_done_to(words, first - 1, head):
            break
        first -= 1
        owned = owned or is_owned(words[first])
        if words[first].norm in _EVERY and not _is_genitive(words[first - 1]):
            break
        of_name = first > begin and words[first].text[:1].isupper()  # "Бақты, Тастықорған аудандарының әкімдері"
        if _PAST_PARTICIPLE.search(words[first].norm) and words[first].tag in ("word", "state") and not of_name:
            first = _clause_of_participle(words, first, head, begin)
            break
        if words[first].tag == "future-participle":
            if first == head - 2 and is_passive(words[first].norm) and _AGENT.search(words[head].norm):
                break  # "көрсетілетін қызметті алушылар"
            first = _clause_of_participle(words, first, head, begin)
            break
        if words[first].norm in _WORDING.words("of_a_time") and first - 1 >= begin:
            first -= 1  # "мектепке дейінгі ұйымдар"
    first = _with_complement(words, first, head, begin)
    first = _with_name(words, first, begin)
    first -= first - 1 >= begin and words[first - 1].norm in _WORDING.words("at_least")
    if words[first].norm in _WORDING.words("more_than") and first - 1 >= begin:
        first -= 1 + (first - 2 >= begin and words[first - 2].tag == "number")  # "2 мыңнан астам мұғалім"
    while first - 2 >= begin and words[first - 1].text == "." and is_letter(words[first - 2]):
        first -= 2  # an initial: "Ы. Алтынсарин атындағы академия"
    while first < head and (
        words[first].tag in ("conjunction", "comma", "mark")
        or (words[first].norm in _WORDING.words("this") and not _tells_which(words, first, head))
    ):
        first += 1
    return first


def _goes_with_agent(words: Sequence[Word], n: int) -> bool:
    """Whether a converb is of who does something right behind it: "еріп жүрушілер"."""
    return _AGENT.search(words[n + 1].norm) is not None and words[n].tag == "word" and _is_converb(words[n])


def _with_name(words: Sequence[Word], first: int, begin: int) -> int:
    """Where a name begins with the republic and the deed before it: "Қазақстан Республикасы Еңбек министрлігі"."""
    if first - 1 >= begin and words[first].norm == "республикасы" and words[first - 1].text[:1].isupper():
        first -= 1
    if first - 2 >= begin and words[first - 1].norm == "республикасы" and words[first - 2].text[:1].isupper():
        first -= 2
    while first - 1 >= begin and f"{words[first - 1].norm}-{words[first].norm}" in _WORDING.words("doing_in_names"):
        first -= 1  # "жұмыспен қамтуды үйлестіру және бағдарламалар органдары"
    return first


def _over_inset(words: Sequence[Word], n: int, begin: int) -> int | None:
    """Where a span of numbers, brackets or a nested title begins that ends at a place; None where none does."""
    if words[n].tag == "dash" and words[n - 1].tag == "number":
        return n - 1  # "5-8, 10-сынып"
    if words[n].tag == "close":
        return _opening(words, n, begin)  # "біліктілік (аттестаттау) комиссиясы"
    return _nested_title(words, n, begin)  # "«Бақ» ғылыми орталығы» қоғамы"


def _tells_which(words: Sequence[Word], n: int, head: int) -> bool:
    """Whether "осы" points at what somebody is told by: "осы тармақта көрсетілген адам", "осы ісі бар ұйымдар"."""
    if n + 1 >= head:
        return False
    placed = [ending.kind for ending in analyse(words[n + 1].text)[0].endings][-1:] == ["attributive"]
    inner = words[n].norm in _WORDING.words("points_within") and (placed or case_of(words[n + 1]) != "")
    return inner or words[n + 1].norm in _WORDING.words("parts_of_acts")


def _nested_title(words: Sequence[Word], close: int, begin: int) -> int | None:
    """Where a title opens that holds another and closes at a place; None where no such title does."""
    if words[close].tag != "mark" or words[close].text not in _CLOSING_QUOTES:
        return None
    places = range(close - 1, max(begin, close - LONGEST_TITLE) - 1, -1)
    inner = next((n for n in places if words[n].tag == "title"), None)
    if inner is None:
        return None
    first = inner
    while first - 1 >= begin and (words[first - 1].tag == "title" or words[first - 1].text in _OPENING_QUOTES):
        first -= 1
    return first


_OPENING_QUOTES, _CLOSING_QUOTES = frozenset('"«“'), frozenset('"»”')


def _opening(words: Sequence[Word], close: int, begin: int) -> int | None:
    """Where brackets open that stand inside a name, a noun before them; None where they close something else."""
    opening = next((n for n in range(close, begin, -1) if words[n].tag == "open"), None)
    if opening is not None and close - opening == 2 and words[close - 1].tag == words[opening - 1].tag == "conjunction":
        return opening - 1  # "бастауыш және (немесе) орта мектеп"
    if opening is None or close - opening > _ATTRIBUTES or words[opening - 1].tag != "word":
        return None
    return opening if case_of(words[opening - 1]) in ("", "genitive") else None  # "бақта (саябақта) қызмет"


def _with_complement(words: Sequence[Word], first: int, head: int, begin: int) -> int:
    """Where a name begins whose first word needs one before it: "қызметті алушылар", "Жүйелерге ... жүргізу орталығы".

    The accusative before an agent's noun comes with its participle; the dative before a verbal noun only where it
    opens the sentence.
    """
    if first < head and _AGENT.search(words[first].norm) and first - 2 >= begin and _is_converb(words[first - 1]):
        first -= 1  # "қаруды сатып алушы азаматтар"
        while first - 1 >= begin and (case_of(words[first - 1]) == "accusative" or words[first - 1].tag in _RELATIVE):
            first -= 1
        return first
    start = _of_carried_out(words, first, begin) or governed_start(words, first, head, begin)
    if start is not None:
        return start
    before = words[first - 1] if first - 1 >= begin else None
    agent = _AGENT.search(words[head].norm) is not None and first == head
    if before is not None and agent and before.tag == "towards-doing" and takes_deed(words, first - 1, begin):
        right = right_to(words, first - 2)
        return first - 1 if right is None else phrase_start(words, right, begin)  # "оқуға түсуші"
    if before is None or not (before.tag in ("word", "future-participle") or (agent and before.tag == "to-do")):
        return first
    case = case_of(before)
    if _AGENT.search(words[head].norm) and first == head and case == "accusative":
        if before.tag == "to-do":
            return phrase_start(words, first - 1, begin)  # "сатып алуды ұйымдастырушы"
        first -= 1
        while first - 1 >= begin and words[first - 1].tag == "future-participle":
            first -= 1
    elif any(word.tag == "to-do" for word in words[first:head]) and case == "dative" and first - 1 == begin:
        first -= 1
    elif case in ("ablative", "dative") and first == head and _is_doer(words, head):
        first -= 1  # "тағылымдамадан өтуші"
    elif case == "accusative" and is_owned(words[head]) and is_verbal(words[first]) and words[first].text.islower():
        done = words[begin : first - 1]
        named = before.text[:1].isupper() and first - 1 > begin
        owned = is_owned(before) and (
            first - 2 < begin or not _is_genitive(words[first - 2]) or has_thing_behind(words, head)
        )
        if named or owned or any(case_of(word) == "accusative" for word in done):
            first = extent(words, first - 1, begin)  # "Сараптама қызметін ұйымдастыру департаменті"
    return first


def _of_carried_out(words: Sequence[Word], first: int, begin: int) -> int | None:
    """Where what somebody carries out begins: "[бақылауды жүзеге] асырушы орган"; None where nothing is."""
    heavy = first - 1
    carries = heavy - 1 >= begin and words[heavy].norm in _WORDING.words("heavy_words")
    carries = carries and _AGENT.search(words[first].norm) is not None
    return phrase_start(words, heavy - 1, begin) if carries and case_of(words[heavy - 1]) == "accusative" else None


def _has_complement(words: Sequence[Word], n: int) -> bool:
    """Whether an attribute has a noun of its own before it: "есепті жүргізуге жауапты", "құқықтары жөніндегі"."""
    if words[n].norm in _WORDING.words("relating"):
        return True
    if right_to(words, n) is not None:
        return True
    return words[n].norm in _WORDING.words("answerable") and case_of(words[n - 1]) == "dative"


def _behind_thing(words: Sequence[Word], n: int, begin: int, head: int) -> int:
    """The place behind an accusative with no verb of its own before a place: what is done, no part of a name.

    Where a further one stands behind it that has a verb, and none behind the name, it is what is done, too:
    "бақты күтуді | көшет егуге жауапты ұйымдар жүргізеді".
    """
    things = [k for k in range(begin, n) if case_of(words[k]) == "accusative"]
    if not things:
        return begin
    if not any(is_verbal(word) for word in words[things[-1] : n + 1]):
        return things[-1] + 1
    if _closes_without_thing(words, head) and not is_verbal(words[things[-1] + 1]):
        return things[-1] + 1  # "көмекті | барлық гүлмен қамту жөніндегі органдар көрсетеді"
    apart = (k for k in things[:-1] if words[k + 1].tag not in ("comma", "conjunction"))
    heavy = _WORDING.words("heavy_words")
    before = [k for k in apart if is_verbal(words[k]) or not is_verbal(words[k + 1 + (words[k + 1].norm in heavy)])]
    return before[-1] + 1 if before and not has_thing_behind(words, n) else begin


def _closes_without_thing(words: Sequence[Word], head: int) -> bool:
    """Whether the verb of a clause stands right behind who acts, so that what is done can only stand before him."""
    verb = next((k for k in range(head + 1, len(words)) if words[k].tag in CLOSES), None)
    if verb is None or has_thing_behind(words, head):
        return False
    return words[verb].tag == "present" and (
        verb == head + 1 or (is_owned(words[verb - 1]) and names_actor(words[verb - 1]))
    )


def _behind_done(words: Sequence[Word], participle: int, head: int, begin: int) -> int:
    """The place behind what a party does something to, its participle having a thing of its own in the bare form.

    "Көшет егуді | жоба жасаған ұйым жүргізеді"; so is what one signs: "Хаттамаға | жиынды өткізген адам қол қояды".
    """
    before, closing = words[participle - 1], next((k for k in range(head, len(words)) if words[k].tag in CLOSES), head)
    bare = (
        before.tag == "word"
        and not analyse(before.text)[0].endings
        and not is_adverb(before)
        and not is_adjective(before)
    )
    bare = bare and before.norm not in _WORDING.words("heavy_words") | duty_words("kk").actors.heads
    signs = words[closing - 1].norm == "қол" and not any(case_of(word) == "dative" for word in words[head:closing])
    if signs and case_of(words[begin]) == "dative":
        return begin + 1
    things = [n for n in range(begin, participle - 1) if bare and case_of(words[n]) == "accusative"]
    return things[-1] + 1 if things and not has_thing_behind(words, head) else begin


def _has_thing(words: Sequence[Word], participle: int) -> bool:
    """Whether what a participle does something to stands right before it: "күтуді жүзеге асыратын"."""
    n = participle - 1
    while words[n].norm in _WORDING.words("heavy_words"):
        n -= 1
    return case_of(words[n]) == "accusative"


def _is_doer(words: Sequence[Word], n: int) -> bool:
    """Whether a noun names who does something, and the word before it is a noun that its verb asks for."""
    return _AGENT.search(words[n].norm) is not None and words[n - 1].tag == "word"


def _is_genitive(word: Word) -> bool:
    return word.tag == "word" and case_of(word) == "genitive"


def _is_done_to(words: Sequence[Word], n: int, head: int) -> bool:
    """Whether a word that may be an attribute is what a party does something to: "ақпаратты объект әкімшілігі ілінеді".

    Nothing else in the accusative stands before the verb that closes the clause.
    """
    if case_of(words[n]) != "accusative" or _AGENT.search(words[n + 1].norm):
        return False
    closed = any(word.tag in CLOSES for word in words[head + 1 :])
    return closed and not has_thing_behind(words, head)


def _clause_of_participle(words: Sequence[Word], participle: int, head: int, begin: int) -> int:
    """Where the words before a participle begin that say what is done and where: "сапасын бағалайтын ұйымдар".

    A participle of which none are left, or which is one of several, is no part of the party.
    """
    first = participle
    before = words[participle - 1 - (words[participle - 1].norm in _WORDING.words("becoming"))]  # "болып табылатын"
    alone = not _stands_in_clause(before) and before.tag not in ("start", "postposition")
    if words[participle + 1].tag == "comma" or alone:
        return participle + 1
    phrase = max(phrase_start(words, head, begin), _behind_done(words, participle, head, begin))
    things = any(case_of(word) == "accusative" for word in words[phrase:participle])
    opens = phrase == begin and (not things or has_thing_behind(words, head) or _has_thing(words, participle))
    if phrase < participle and (opens or (begin < phrase and words[phrase - 1].tag != "comma")):
        return phrase
    alone = has_no_object(words, participle)
    while first - 1 >= begin and participle - first < LONGEST and _stands_in_clause(words[first - 1]):
        if alone and case_of(words[first - 1]) == "accusative" and not is_verbal(words[first - 1]):
            break  # "оның міндетін бекітілген тізімдегі орынбасары атқарады"
        first -= 1
    return first


def _is_converb(word: Word) -> bool:
    """Whether a word has the form of a verb that another follows, and is no name: "жазып", not "Абай"."""
    return _CONVERB.search(word.norm) is not None and not word.text[:1].isupper()


def _stands_in_clause(word: Word) -> bool:
    """Whether a word may stand before a participle in its clause."""
    return (
        (word.tag not in _PARTS_OFF or word.norm in _WORDING.words("inside_clause"))
        and word.tag not in ("comma", "future-participle")
        and not _is_converb(word)
        and not _WORDING.pattern("conditional").search(word.norm)
        and word.norm not in _OPENS_SENTENCE
    )


def _modifies(word: Word, owned: bool) -> bool:
    """Whether a word may belong to a party's noun; the name of an action only where the noun is `owned` by it."""
    if _is_converb(word) or word.norm in _OPENS_SENTENCE or word.tag in _PARTS_OFF:
        return False
    if word.tag == "to-do" and not (owned and _WORDING.pattern("doing").search(word.norm)):
        return False
    if word.norm in _WORDING.words("this") or word.norm in _WORDING.words("ends_time") or is_conditional(word):
        return False
    if word.norm in _EVERY | _WORDING.words("at_least") | _WORDING.words("other") or word.tag in _LISTED:
        return True
    if _ADJECTIVE.search(word.norm) and not _PLURAL_ACCUSATIVE.search(word.norm):
        return True
    kinds = [ending.kind for ending in analyse(word.text)[0].endings]
    return not kinds or kinds[-1] in ("genitive", "plural", "possessive 3")
