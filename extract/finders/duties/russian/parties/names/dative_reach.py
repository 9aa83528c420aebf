"""How far the words of a Russian dative reach that a point bids: what it governs, brackets, clauses, others."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import ADJECTIVES, NOUNS, PARTICIPLES, is_case, is_in
from extract.finders.duties.russian.governed import AND_OR, agrees
from extract.finders.duties.russian.kinds import is_preposition
from extract.finders.duties.russian.parties.names.dative_heads import head_of_dative
from extract.finders.duties.russian.parties.names.which import counted_of, numbered, sent_by, stands_where
from extract.finders.duties.russian.times import opens_time
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import is_abbreviation

_WORDING = phrasing("ru")
_ENDS = frozenset(
    {"infinitive", "effect-infinitive", "colon", "semicolon", "stop", "need", "recommend", "dash", "start"}
)


def last_of_dative(words: Sequence[Word], head: int, end: int) -> int:
    """The last word of the addressees: what they govern, brackets, participles, and further ones behind a comma."""
    last = head
    phrase = beside = False
    n = head + 1
    while n < end:
        word = words[n]
        denied = phrase and word.tag == "not"  # "школам, | не имеющим садов"
        if not denied and not _is_of_form(words, n) and (word.tag in _ENDS or opens_time(words, n)):
            break
        if word.tag == "open":
            opened, n = n, next((k for k in range(n, end) if words[k].tag == "close"), n)
            last = n
            if holds_name(words[opened:n]) and words[n + 1].tag == "word" and not _joins(words[n + 1]):
                break  # "Директору сада (Т. Липов) | розы считать ..."
        elif word.tag == "comma":
            beside = beside and _stands_beside(words[n + 1])
            told = phrase and n + 1 < end and is_in(words[n + 1], PARTICIPLES)  # "имеющих сады, | прилегающие к лесу"
            if not (beside or told or _goes_on(words, n + 1, end)):
                break
            phrase = told or _is_phrase(words, n + 1)
        elif word.norm in _WORDING.words("together"):
            beside = True
        elif counted := _told_of(words, n, end):
            n += counted - 1
            last = n  # "руководителям 1–4 классов"
        elif phrase or beside or _is_of_form(words, n) or word.tag in ("title", "number-sign") or _belongs(words, n):
            last = n
        elif any(word.norm in group for group in (AND_OR, _WORDING.words("also"), _WORDING.words("contrasts"))):
            if not _goes_on(words, n + 1, end):
                break
        else:
            break
        n += 1
    return _without_preposition(words, head, last)


def _told_of(words: Sequence[Word], n: int, end: int) -> int:
    """How many words tell which addressees are meant: "1–4 классов", "на местах", "от училища"; 0 where none do."""
    counted = counted_of(words, n, end) or numbered(words, n, end) or stands_where(words, n, end)
    return counted or sent_by(words, n, end) or _regardless(words, n, end)


def _without_preposition(words: Sequence[Word], head: int, last: int) -> int:
    """The last word of addressees without prepositions behind them: "АО «Луч» | о ходе работ представить"."""
    while last > head and words[last].tag == "word" and readings(words[last].norm)[0][1] == "PREP":
        last -= 1
    return last


def holds_name(words: Sequence[Word]) -> bool:
    """Whether brackets hold somebody's name and initials: "(Липов А.А.)"."""
    return any(len(word.text) == 1 and word.text.isupper() for word in words) and len(words) <= _NAME


_NAME = 8
"""Words and points of a name in brackets."""


def _joins(word: Word) -> bool:
    joins = (AND_OR, *map(_WORDING.words, ("also", "contrasts", "together", "with", "joins_fields")))
    return any(word.norm in group for group in joins)


def _stands_beside(word: Word) -> bool:
    """Whether a list of those who act with an addressee goes on: "совместно с министерством, | акиматами городов"."""
    named = word.tag == "word" and word.text[:1].isupper()
    return named or is_case(word, "ablt", NOUNS) or is_case(word, "gent", NOUNS)


def _goes_on(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether addressees go on behind a comma or an "и": with another dative, a participle, a place, "в том числе"."""
    if n >= end:
        return False
    if words[n].norm in _WORDING.words("contrasts") and n + 1 < end and words[n + 1].norm in _WORDING.words("also"):
        n += 2
    word = words[n]
    return (
        head_of_dative(words, n, end) is not None
        or _is_phrase(words, n)
        or word.tag in ("title", "relative")
        or word.norm in _WORDING.words("also")
        or _regardless(words, n, end) > 0
        or is_case(word, "gent")
        or (word.text[:1].isupper() and word.tag == "word")
    )


def _regardless(words: Sequence[Word], n: int, end: int) -> int:
    """How many words say that a kind of addressee does not matter: "независимо от форм собственности"; 0 for none."""
    if words[n].norm not in _WORDING.words("whatever"):
        return 0
    k = n + 2
    while k < end and is_case(words[k], "gent") and words[k].tag == "word":
        k += 1
    return k - n if k > n + 2 else 0


def _is_phrase(words: Sequence[Word], n: int) -> bool:
    """Whether an attribute with words of its own opens: "ответственным за ...", "непосредственно подчиненным ..."."""
    behind_comma = words[n - 1].tag == "comma"
    reach = n + 3 if behind_comma else n + 1
    relative = next((k for k in range(n, min(reach, len(words))) if words[k].tag == "relative"), None)
    if relative is not None and all(one.tag == "word" for one in words[n:relative]):
        return True  # "руководителям школ, | на территории которых ..."
    n += words[n].tag == "not"
    if words[n].norm in _WORDING.words("adverbs_of_attributes"):
        return True
    word, behind = words[n], words[n + 1] if n + 1 < len(words) else words[n]
    if is_case(word, "datv", PARTICIPLES):
        return not is_case(behind, "datv", NOUNS)
    if is_case(word, "gent", PARTICIPLES) and behind_comma:
        return not agrees(word, behind, "gent")  # "руководителям школ, | имеющих сады"
    return is_case(word, "datv", ADJECTIVES) and any(pos == "PREP" for _, pos, _, _ in readings(behind.norm))


def _belongs(words: Sequence[Word], n: int) -> bool:
    """Whether a word goes with the noun before it: a genitive, a name, a further dative, "по ..." and what follows."""
    word, before = words[n], words[n - 1]
    behind = words[n + 1] if n + 1 < len(words) else None
    names = _WORDING.words("governs_in_names")
    limits = word.norm in _WORDING.words("with") and behind is not None and is_case(behind, "ablt", ADJECTIVES)
    if limits or word.norm in names:  # "с ограниченной ответственностью"
        by_way = behind is None or behind.norm in _WORDING.words("by_way")  # "по согласованию с ..."
        return limits or (not by_way and behind is not None and _governs_here(words, n, behind))
    match word.tag:
        case "dash":  # inside a word: "органам-держателям"
            return behind is not None and behind.tag == "word" and before.end == word.start
        case "number" | "mark":
            numbered = before.norm == "№" if word.tag == "number" else word.norm == "№"
            cut = len(before.text) == 1 or any(
                before.norm in _WORDING.words(name) for name in ("places_cut", "posts_cut")
            )
            return numbered or (word.text == "." and cut)
        case "title":
            return before.norm in names
        case "word":
            inside = before.tag == "dash" and before.start == words[n - 2].end
            return inside or before.norm in names or _is_governed(words, n)
    return False


def _is_of_form(words: Sequence[Word], n: int) -> bool:
    """Whether a word is of the legal form of a body: "на праве хозяйственного ведения «Сад»"."""
    start = next((k for k in range(n, max(n - _FORM, 0), -1) if words[k].norm in _WORDING.words("laid_on")), None)
    if start is None or start + 1 >= len(words) or not _WORDING.pattern("legal_form").match(words[start + 1].norm):
        return False
    return all(word.tag == "title" or is_case(word, "gent") for word in words[start + 2 : n + 1])


_FORM = 12
"""Words from "на праве" to the end of a body's name."""


def _governs_here(words: Sequence[Word], n: int, behind: Word) -> bool:
    """Whether a preposition stands inside a name; "при" and "за" do before a name or behind "надзору"."""
    if opens_time(words, n) or behind.tag not in ("word", "title"):
        return False
    bound = behind.text[:1].isupper() or words[n - 1].norm in _WORDING.words("governs_instrumental")
    bound = bound or words[n - 1].norm in _WORDING.words("watches")
    return bound or words[n].norm not in _WORDING.words("beside")


def _is_governed(words: Sequence[Word], n: int) -> bool:
    """Whether a word is a name, a genitive, a further dative, or what "управление" governs."""
    word = words[n]
    named = is_abbreviation(word.text) or word.text[0].isupper()
    managed = is_case(word, "ablt") and _is_managed(words, n)
    return named or managed or is_case(word, "gent") or is_case(word, "datv")


def _is_managed(words: Sequence[Word], n: int) -> bool:
    """Whether an instrumental stands behind "управление" or "надзор за": "по управлению подведомственными школами"."""
    k = n - 1
    governs = _WORDING.words("governs_instrumental")
    while k > 0 and is_case(words[k], "ablt") and words[k].norm not in governs and not is_preposition(words[k]):
        k -= 1
    return any(words[k].norm in _WORDING.words(name) for name in ("governs_instrumental", "beside", "with"))
