"""What a Russian duty's clause says beside its deed: why, for what, on what ground, by which act."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.added import does_to, takes_purpose
from extract.finders.duties.russian.beside.carried_on import carries_on
from extract.finders.duties.russian.beside.closing import closed_off
from extract.finders.duties.russian.beside.leads import (
    inserted_condition,
    is_connective,
    leads,
    opens_lead,
    rest_of_party,
    told_first,
)
from extract.finders.duties.russian.beside.listed import among, doing_at, over_list
from extract.finders.duties.russian.cases import NOUNS, is_case
from extract.finders.duties.russian.governed import (
    AND_OR,
    ATTRIBUTES,
    FINITE_VERBS,
    INFINITIVES,
    agrees,
    behind_governed,
    cases_of,
    is_adverb,
    is_participle,
    opens_participle,
)
from extract.finders.duties.russian.kinds import is_doing, is_preposition
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")


_QUOTES = frozenset('"«“')

_ORDER = 12
"""Words from "в установленном" over who laid it down to "порядке"."""

_ATTRIBUTED = 3
"""Words that open a condition whose noun has an attribute."""


def beside(
    words: Sequence[Word], clause: tuple[int, int], decision: Decision, party: Party | None, dropped: set[int]
) -> set[int]:
    """The places of a clause (its first and last word) that say something beside its deed.

    `dropped` are those of its terms and of who acts: what opens the clause is looked for behind them. Between commas
    that part who acts from his predicate is told who he is; "в обязанности входит" only leads to what is done.
    """
    first, last = clause
    told = decision.first if decision.rule.bearer == "charged" else decision.last
    if told < first:  # the lead-in says how much it binds, the item what is done
        told = next((n for n in range(first, last + 1) if words[n].tag in INFINITIVES), first)
    predicate = max(first, min(told, last))
    led = party is not None and first <= party.first <= party.last < predicate
    before = [words[n] for n in range(first, party.first if led and party is not None else first) if n not in dropped]
    led = led and (not before or is_connective(before))
    opens = party.last + 1 if led and party is not None else first
    event = words[first].norm in _WORDING.words("leads_event")  # "По прибытии | в сад"
    while (
        opens < predicate
        and not (event and opens == first)
        and (
            opens in dropped
            or words[opens].tag == "comma"
            or words[opens].text in _QUOTES
            or words[opens].norm in _WORDING.words("contrasts")
        )
    ):
        opens += 1
    found = asides(words, opens, last, predicate, party.first if party is not None else 0)
    found |= inserted_condition(words, opens, min(decision.first, last), party.first if party is not None else 0)
    if party is not None and party.last + 2 < decision.first:
        marks = words[party.last + 1], words[decision.first - 1]
        found |= set(range(party.last + 1, decision.first)) if all(mark.tag == "comma" for mark in marks) else set()
    if party is not None and first <= party.last:
        found |= rest_of_party(words, party.last + 1, last)
    acts = words[predicate].tag in ("present", "future") and (party is None or not first <= party.first <= last)
    if acts and opens == first and opens_lead(words, first):  # "при замене, ремонте труб, | поливает"
        verb = predicate
        while verb - 1 in dropped or is_adverb(words[verb - 1]):
            verb -= 1
        found |= set(range(first, verb)) if words[verb - 1].tag == "comma" else set()
    found |= told_first(words, first, predicate)
    if words[decision.last].norm in _WORDING.words("falls_to"):
        found |= set(range(first, decision.last + 1))
    if decision.rule.name == _TASKS and words[decision.first - 1].tag == "colon":
        found |= set(range(first, decision.first))
    return found


_TASKS = "task-of-a-plan"
"""The rule of what stands behind "Задачи:" on its line."""


def asides(words: Sequence[Word], first: int, last: int, predicate: int, party: int = 0) -> set[int]:
    """The places of words that say why, for what or by which act: "В целях ...,", "в соответствии с ...".

    Those before the predicate reach to a comma or to the verb; those behind it to a comma or the clause's end. What
    opens the clause reaches up to who acts (`party`, the place of his first word; 0 where nobody is named) or to what
    something is done to.
    """
    opens = leads(words, first, predicate, party)
    found = set(range(first, opens))
    n = first = opens
    depth = 0
    while n <= last:
        depth = max(0, depth + {"open": 1, "close": -1}.get(words[n].tag, 0))
        length = 0 if depth or words[n].tag == "title" else _aside(words, n, first) or _in_case(words, n, predicate)
        if not length or (n > predicate and (words[n - 1].norm in _WORDING.words("only") or _is_whatever(words, n))):
            n += 1
            continue
        length += n + length <= last and words[n + length].tag == "not"  # "в случае не получения"
        alone = length == _ATTRIBUTED and not is_case(words[min(n + length, last)], "gent")  # "в особых случаях"
        end = n + length - 1 if alone else behind_governed(words, n + length, last) - 1
        if behind := _behind_ground_of_participle(words, n, n + length, last, predicate):
            n = behind
            continue
        order = next(
            (k for k in range(n + 2, min(n + _ORDER, last + 1)) if words[k].norm in _WORDING.words("in_order")), None
        )
        end = order if order is not None and length == 2 else end
        own = words[end].norm in _WORDING.words("powers")  # "в пределах своих полномочий | от школы"
        own = own or (end == order and is_participle(words[n + 1]))  # "в установленном законом порядке | заявки"
        while (
            not own and end + 1 <= last and carries_on(words, end + 1, predicate) and not _aside(words, end + 1, first)
        ):
            end = _over_word(words, end + 1, last)
        while (
            end + 2 <= last
            and words[end + 1].tag == "comma"
            and n == first
            and (doing_at(words, end + 2) or (end + 2 < predicate and _is_plain_genitive(words, end + 2)))
        ):
            end = behind_governed(words, end + 2, last) - 1
            while end + 1 <= last and carries_on(words, end + 1, predicate) and not _aside(words, end + 1, first):
                end = _over_word(words, end + 1, last)
        end = _over_inserted(words, end, predicate) if n == first else over_list(words, end, last, n)
        closes = n > predicate and words[n - 1].tag == "comma"
        end = _beyond_brackets(words, n + length, _out_of_brackets(words, n, end, last), last, closes=closes)
        while n > first + 1 and (words[n - 1].norm in _WORDING.words("that_is") or _is_of_that_is(words, n - 1)):
            n -= 1 + (words[n - 2].tag == "comma")  # ", т.е. | согласно плану"
        if n > predicate and n >= first + 4 and among(words, n - 3):
            n -= 3  # ", в том числе для ..."
        if end + 1 <= last and words[end + 1].tag == "comma" and not _lists_on(words, n, end + 1, predicate):
            end += 1
        found |= set(range(n, end + 1))
        n = end + 1
    return found | closed_off(words, max(first, predicate + 1), last)


def _lists_on(words: Sequence[Word], n: int, comma: int, predicate: int) -> bool:
    """Whether a comma behind an aside is of the list that goes on: "внедрение карт согласно плану, | обучение"."""
    if n <= predicate or words[n - 1].tag == "comma" or comma + 1 >= len(words):
        return False
    behind = words[comma + 1]
    return is_doing(behind) and not is_case(behind, "gent") and not is_preposition(behind)


def _behind_ground_of_participle(words: Sequence[Word], n: int, named: int, last: int, predicate: int) -> int:
    """The place behind a ground (`named` is its noun) of a participle that is told by it; else 0.

    The participle goes on behind it ("деятельность, отнесенную | на основании плана | к обязанностям сада"), or tells
    of a subject before its predicate ("Заявка, поданная | в порядке, установленном планом|, подлежит учету"), but not
    "ведет план, принятый | на основании".
    """
    if n < 3 or words[n - 2].tag != "comma" or not opens_participle(words, n - 1):
        return 0
    behind = behind_governed(words, named, last)
    closed = n < predicate and any(word.tag == "comma" for word in words[n:predicate])
    return behind if behind <= last and (closed or is_preposition(words[behind])) else 0


def _over_word(words: Sequence[Word], n: int, last: int) -> int:
    """The end of what goes on with a word of an aside: with a closing bracket, itself."""
    return n if words[n].tag == "close" else max(n, behind_governed(words, n + 1, last) - 1)


def _is_whatever(words: Sequence[Word], n: int) -> bool:
    """Whether what limits nothing opens here: "школы | независимо от подчинения" are all schools."""
    return n + 1 < len(words) and f"{words[n].norm}-{words[n + 1].norm}" in _WORDING.words("whatever")


def _is_of_that_is(words: Sequence[Word], n: int) -> bool:
    """Whether a point is of "т.е."."""
    return words[n].text == "." and words[n - 1].norm in _WORDING.words("that_is")


def _out_of_brackets(words: Sequence[Word], n: int, end: int, last: int) -> int:
    """The end of an aside, behind the brackets that it opens."""
    depth = sum({"open": 1, "close": -1}.get(word.tag, 0) for word in words[n : end + 1])
    return next((k for k in range(end + 1, last + 1) if words[k].tag == "close"), end) if depth > 0 else end


def _beyond_brackets(words: Sequence[Word], start: int, end: int, last: int, *, closes: bool) -> int:
    """The end of an aside that goes on with "и" behind its brackets: "согласно плану (саду) и порядку".

    What its noun, at `start`, shares no case with is the deed's: "к садам согласно плана (школы) и | паркам", and so
    is what could be done to, unless the aside `closes` behind a comma (", при наличии плана (карты) и разрешения").
    """
    k = end + 2
    if k > last or words[end].tag != "close" or words[end + 1].norm not in AND_OR:
        return end
    own, asked = (cases_of(one) or {case for _, _, case, _ in readings(one.norm)} for one in (words[k], words[start]))
    return behind_governed(words, k, last) - 1 if own & asked and (closes or not own & {"nomn", "accs"}) else end


def _over_inserted(words: Sequence[Word], end: int, predicate: int) -> int:
    """The end of a leading aside with a participle's clause inside or a second aside behind a comma.

    Written for "Для вхождения детей, не говорящих на языке, в учебный процесс, ... планируется".
    """
    commas = [k for k in range(end + 1, predicate) if words[k].tag == "comma"]
    if len(commas) < 2 or commas[0] != end + 1:
        return end
    k = commas[0] + 1
    k += words[k].norm in _WORDING.words("contrasts") or words[k].tag == "not"
    inserted = opens_participle(words, k) or (words[k - 1].tag == "not" and is_participle(words[k]))
    inserted = inserted or any(is_participle(word) and is_case(word, "gent") for word in words[k : commas[1]])
    also = words[k].norm in _WORDING.words("also")
    return commas[-1] - 1 if inserted or also else end


def _is_plain_genitive(words: Sequence[Word], n: int) -> bool:
    """Whether a noun that is a genitive alone stands here, behind attributes: "в целях роста, | старых школ"."""
    while n + 1 < len(words) and agrees(words[n], words[n + 1], "gent"):
        n += 1
    return cases_of(words[n]) == {"gent"}


def _aside(words: Sequence[Word], n: int, first: int) -> int:
    """How many words open a purpose, a ground or a reference here; 0 where none does."""
    pair = f"{words[n].norm}-{words[n + 1].norm}" if n + 1 < len(words) else ""
    place = pair in _WORDING.words("within_what") and n > first and not _is_within_ground(words, n + 2)
    if pair in _WORDING.words("opens_aside") and not place:
        third = words[n + 2].norm if n + 2 < len(words) else ""
        return 3 if third in _WORDING.words("with") else 2
    if words[n].norm in _WORDING.words("opens_aside"):
        return 1
    within = pair in _WORDING.words("within")
    powers = within and any(word.norm in _WORDING.words("powers") for word in words[n + 2 : n + 5])
    closes = words[n - 1].tag == "comma" and n > first and pair in _WORDING.words("closing_condition")
    agreed = n > first and pair in _WORDING.words("by_agreement")  # "по согласованию | с садом"
    agreed = agreed and n + 2 < len(words) and words[n + 2].norm in _WORDING.words("with")
    agreed = agreed and not any(word.tag in _PERMITS for word in words[1:n])
    if agreed or closes or powers:
        return 2 + agreed
    leading = n == first or words[n - 1].tag in ("comma", "colon")
    behind_modal = words[n - 1].tag in ("entitled", "must", "may", "need")
    if (n == first or behind_modal) and (length := _condition(words, n, pair)):
        return length
    return int(words[n].norm in _WORDING.words("opens_leading_aside") and _is_purpose(words, n, first, leading=leading))


def _is_purpose(words: Sequence[Word], n: int, first: int, *, leading: bool) -> bool:
    """Whether "для" opens a purpose: at the opening of a clause (`leading`), or before a noun of doing."""
    relative = any(word.tag == "relative" for word in words[n + 1 : n + 3])  # ", для развития которых"
    if relative or _is_of_subject(words, n, first) or _is_of_ban(words, n, first):
        return False
    doing = n + 1 < len(words) and (doing_at(words, n + 1) or does_to(words, n + 1))
    return leading or (not takes_purpose(words, n) and doing)


def _is_within_ground(words: Sequence[Word], n: int) -> bool:
    """Whether a ground stands behind "в рамках", attributes before it: "проекта", no "профессионального обучения"."""
    while n + 1 < len(words) and (
        agrees(words[n], words[n + 1], "gent")
        or (is_case(words[n], "gent", ATTRIBUTES) and not is_case(words[n], "gent", NOUNS))
    ):
        n += 1
    named = words[n:][:1]
    return any(word.tag == "title" or _WORDING.pattern("within_ground").match(word.norm) for word in named)


_PERMITS = frozenset({"allowed", "may", "entitled"})
"""Classes of predicates that permit: by whose leave something may be done limits it, and stays."""


def _is_of_subject(words: Sequence[Word], n: int, first: int) -> bool:
    """Whether "для" tells of a noun that opens its clause: "Темы | для бесед должны быть близки детям"."""
    opening = words[first:n]
    attributes = all(is_case(word, "nomn", ATTRIBUTES) for word in opening[:-1])
    return bool(opening) and attributes and is_case(opening[-1], "nomn", NOUNS)


def _is_of_ban(words: Sequence[Word], n: int, first: int) -> bool:
    """Whether "для" tells for what a doing must not be that opens its clause: "Использование карт | для учета ..."."""
    plain = all(word.tag == "word" and not is_preposition(word) for word in words[first:n])
    opens = plain and is_doing(words[first]) and is_case(words[first], "nomn", NOUNS)
    turns = next((word.tag for word in words[n:] if word.tag in _TURNS and not word.subordinate), "")
    return opens and turns in _LETS


_LETS = frozenset({"forbidden", "allowed"})
_TURNS = FINITE_VERBS | _LETS


def _in_case(words: Sequence[Word], n: int, predicate: int) -> int:
    """How many words open a condition behind a predicate, without a comma: "отказывает | в случае неполноты"."""
    if n <= predicate or n + 1 >= len(words):
        return 0
    return 2 * (f"{words[n].norm}-{words[n + 1].norm}" in _WORDING.words("in_case"))


def _condition(words: Sequence[Word], n: int, pair: str) -> int:
    """How many words open when or by what something is done, at a clause's start; 0 where none do.

    "При разработке планов", "В исключительных случаях", "По решению комиссии".
    """
    if pair in _WORDING.words("opens_condition"):
        return 2
    if n + 2 < len(words) and f"{words[n].norm}-{words[n + 2].norm}" in _WORDING.words("opens_condition"):
        return 3
    return int(words[n].norm in _WORDING.words("while") and n + 1 < len(words) and is_doing(words[n + 1]))
