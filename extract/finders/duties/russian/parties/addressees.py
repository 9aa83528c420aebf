"""Whom a point of a Russian act bids do something: the dative that opens it, with all that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.cases import ADJECTIVES, NOUNS, PARTICIPLES, is_case, is_in
from extract.finders.duties.russian.governed import INFINITIVES, agrees, behind_governed, is_adverb
from extract.finders.duties.russian.kinds import is_preposition
from extract.finders.duties.russian.parties.circumstances import behind_time
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.russian.parties.names.reach import extent_of
from extract.finders.duties.russian.parties.names.which import counted_of, numbered, sent_by, stands_where
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import is_abbreviation

_WORDING = phrasing("ru")
_AND_OR = _WORDING.words("and_or")
_ENDS = frozenset(
    {"infinitive", "effect-infinitive", "colon", "semicolon", "stop", "need", "recommend", "dash", "start"}
)


def find_addressee(words: Sequence[Word], begin: int, verb: int) -> Party | None:
    """The dative that opens a point before its infinitive: "Министерству финансов (Липов А.А.), Комитету ...".

    It may stand behind a ground that a comma closes; words of time and the infinitive end it.
    """
    begin = behind_time(words, begin, verb)
    for n in range(begin, verb):
        opens = n == begin or words[n - 1].tag in ("comma", "colon") or words[n - 1].tag == "infinitive"
        if opens and (head := _head(words, n, verb)) is not None:
            return Party(n, _last(words, head, verb), head)
    return _named_in_brackets(words, begin, verb)


def doing_addressee(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """Who is told by what they do, at the head of a clause: "Проживающим | запрещено", "Работающим с ядом | нельзя".

    One alone stands right before what is said to him: "Поступающему | разрешается", "Часовому | надлежит".
    """
    doing = [number for _, pos, case, number in readings(words[begin].norm) if pos == "PRTF" and case == "datv"]
    kinds = {pos for _, pos, case, number in readings(words[begin].norm) if (case, number) == ("datv", "sing")}
    if words[begin].tag == "word" and begin + 1 == first and (kinds == {"PRTF"} or {"ADJF", "NOUN"} <= kinds):
        return Party(begin, begin, begin)
    if words[begin].tag != "word" or "plur" not in doing:
        return None
    n = begin + 1
    if n < first and is_preposition(words[n]):
        n = behind_governed(words, n + 1, first - 1, alone=True)
    told = n < first and words[n].tag == "word" and not is_adverb(words[n]) and words[n].norm not in _AND_OR
    of_noun = told and (is_case(words[n], "datv") or is_case(words[n], "ablt"))
    return None if of_noun else Party(begin, n - 1, begin)


def _named_in_brackets(words: Sequence[Word], begin: int, verb: int) -> Party | None:
    """The dative right before somebody's name in brackets: "До мая 2031 года | Водоканалу (Липов А.А.) | открыть"."""
    for n in range(begin + 1, verb):
        close = next((k for k in range(n, verb) if words[k].tag == "close"), 0) if words[n].tag == "open" else 0
        if not close or not _holds_name(words[n:close]):
            continue
        head = n - 1
        while head > begin and not is_case(words[head], "datv") and is_case(words[head], "gent"):
            head -= 1
        if not is_case(words[head], "datv", NOUNS) or words[head].tag != "word":
            continue
        first = head
        while first - 1 >= begin and is_case(words[first - 1], "datv", ADJECTIVES):
            first -= 1
        return None if is_preposition(words[first - 1]) else Party(first, _last(words, head, verb), head)
    return None


def _head(words: Sequence[Word], n: int, end: int) -> int | None:
    """The noun of a dative phrase that begins at a word: "местным исполнительным органам"; None for other words."""
    start = n
    if (named := _named_at(words, n, end)) is not None:
        return named
    while n < end:
        word = words[n]
        if word.tag == "word" and readings(word.norm)[0][1] == "PREP":
            if n != start + 1 or opens_time(words, n):
                return None
            n = behind_governed(words, n + 1, end - 1)  # "Ответственным за исполнение плана | органам"
            continue
        if len(word.text) > 1 and word.tag == "word" and is_abbreviation(word.text) and not _known_elsewhere(word):
            return n
        if word.norm not in _AND_OR and is_case(word, "datv", NOUNS):
            return None if is_case(word, "accs", NOUNS) and not is_party(words, n, "datv") else n
        attribute = is_case(word, "datv", ADJECTIVES) or word.tag == "short-adjective"
        joins = word.tag == "comma" or word.norm in _AND_OR or word.norm in _WORDING.words("adverbs_of_attributes")
        if not attribute and not joins:
            return None
        n += 1
    return n - 1 if n > start and all(_is_somebody(word) for word in words[start:n]) else None


def _is_somebody(word: Word) -> bool:
    """Whether an attribute without a noun is whom a point bids: "Управляющему | вызвать", "Проживающим | сдать".

    "Ответственным | назначить мастера" is what he becomes, by the same form.
    """
    doing = is_case(word, "datv", PARTICIPLES) and _WORDING.pattern("active_participle").search(word.norm) is not None
    return word.tag == "word" and is_case(word, "datv", ADJECTIVES) and (doing or not is_case(word, "ablt"))


def _named_at(words: Sequence[Word], n: int, end: int) -> int | None:
    """The head of a surname with its initial, or of a post cut short: "зам. директора", "кл. | руководителям"."""
    heads = words[n].norm in _HEADS_OF and n + 1 < end and is_case(words[n + 1], "ablt", NOUNS)
    if heads or _is_named(words, n, end):
        return n  # "Заведующим | отделениями"
    if words[n].norm not in _WORDING.words("posts_cut") or n + 2 >= end or words[n + 1].text != ".":
        return None
    return n + 2 if is_case(words[n + 2], "datv", NOUNS) else n


def _is_named(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether a surname with its initial is of whom a point bids: "Кленовой Ж.Б. открыть сад".

    One in the accusative is of whom something is done to: "Кленова А.Б. назначить мастером".
    """
    word = words[n]
    if word.tag != "word" or not word.text.istitle() or len(word.text) < _SURNAME or n + 2 >= end:
        return False
    initial = len(words[n + 1].text) == 1 and words[n + 1].text.isupper() and words[n + 2].text == "."
    if not initial or word.norm.endswith(("а", "я")):
        return False
    verb = next((word for word in words[end:] if word.tag in INFINITIVES), None)
    done_to = verb is not None and _WORDING.pattern("done_to_person").match(verb.norm) is not None
    return not done_to


_HEADS_OF = frozenset({"заведующему", "заведующей", "заведующим", "управляющему", "управляющей", "управляющим"})
_SURNAME = 3
"""Letters of the shortest surname."""


def _known_elsewhere(word: Word) -> bool:
    """Whether an abbreviation is a form of a word in another case than the dative."""
    return any(
        pos == "NOUN" and case not in ("datv", "") and len(word.text) > 4 for _, pos, case, _ in readings(word.norm)
    )


def _last(words: Sequence[Word], head: int, end: int) -> int:
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
            if _holds_name(words[opened:n]) and words[n + 1].tag == "word" and not _joins(words[n + 1]):
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
        elif any(word.norm in group for group in (_AND_OR, _WORDING.words("also"), _WORDING.words("contrasts"))):
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


def _holds_name(words: Sequence[Word]) -> bool:
    """Whether brackets hold somebody's name and initials: "(Липов А.А.)"."""
    return any(len(word.text) == 1 and word.text.isupper() for word in words) and len(words) <= _NAME


_NAME = 8
"""Words and points of a name in brackets."""


def _joins(word: Word) -> bool:
    joins = (_AND_OR, *map(_WORDING.words, ("also", "contrasts", "together", "with", "joins_fields")))
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
        _head(words, n, end) is not None
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


def opens_time(words: Sequence[Word], n: int) -> bool:
    """Whether a phrase of time or manner begins here: "до 1 мая", "в срок", "ежегодно", "в течение ..."."""
    word = words[n]
    behind = words[n + 1].norm if n + 1 < len(words) else ""
    if word.norm in _WORDING.words("opens_time"):
        return True
    if word.norm in _WORDING.words("opens_time_before_number"):
        return n + 1 < len(words) and words[n + 1].tag == "number"
    return word.norm in _WORDING.words("sent_to") and bool(_WORDING.pattern("behind_in").match(behind))


def further_bidden(words: Sequence[Word], last: int) -> list[tuple[int, Party]]:
    """Whom a point bids further, each with his verb: "Отделу садов купить розы, | отделу дорог вывезти снег"."""
    found: list[tuple[int, Party]] = []
    for n in range(last + 1, len(words) - 2):
        verb = next((k for k in range(n + 1, len(words)) if words[k].tag in INFINITIVES), 0)
        if words[n].tag not in ("comma", "semicolon") or not verb:
            continue
        head = next((k for k in range(n + 1, verb) if is_party(words, k, "datv")), 0)
        if not head or any(not is_in(word, ADJECTIVES, "datv") for word in words[n + 1 : head]):
            continue
        party = extent_of(words, head, "datv", n + 1, verb)
        if all(is_adverb(word) for word in words[party.last + 1 : verb]):
            found.append((verb, party))
    return found
