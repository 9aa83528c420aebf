"""The duties of one sentence, told apart: several bodies, several moods, and clauses of a deed each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from extract.finders.duties.deeds.clauses import SEPARATES, Clause, Duty, is_one_of_list
from extract.finders.duties.deeds.item_says import of_kazakh_item
from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of, is_adverb, is_conditional, is_converb, is_owned
from extract.finders.duties.kazakh.parties.speakers import says_of_oneself
from extract.finders.duties.russian.deeds.apart import (
    has_own_deed,
    must_be_next,
    opens_with_thing,
    own_subject,
    tells_of_deed,
)
from extract.finders.duties.russian.deeds.denied_behind import own_of_denied
from extract.finders.duties.russian.next_steps import begin_of_next, is_done_next
from extract.finders.duties.russian.parties.positions.next_doer import is_done_by_others
from extract.finders.duties.sentences.unit import Unit
from extract.finders.duties.times.deadline import Deadline
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse


def of_each_clause(unit: Unit, words: Sequence[Word], duties: Iterable[Duty], lang: str) -> Iterator[Duty]:
    """The duties of a unit, those of one modality and one bearer as one unless each has a clause of its own.

    What nobody named does beside somebody named is left out, but in a Kazakh clause before that of somebody named.
    """
    latest: dict[tuple[str, str | None], Duty] = {}
    named: dict[str, list[Duty]] = {}
    of_item = _of_item(unit, words, duties) if lang == "ru" else of_kazakh_item(unit, words, duties)
    for duty in sorted(_of_their_own(words, of_item, lang), key=lambda duty: duty.party is None):
        party = party_text(unit.passage.text, words, duty.party)
        modality = duty.decision.rule.reads
        others = named.get(modality, ())
        apart = lang == "kk" and (_before_all(duty, others) or _is_contrast(words, duty) or _is_joined(words, duty))
        apart = apart or (lang == "kk" and _has_own_subject(words, duty, others))
        apart = apart or (lang == "ru" and (_behind_semicolon(words, duty, others) or _above_all(words, duty, others)))
        apart = apart or (lang == "ru" and _before_semicolon(words, duty, others))
        apart = apart or (lang == "ru" and tells_of_deed(words, duty.decision.last))
        apart = apart or (lang == "ru" and begin_of_next(words, duty.decision.first) is not None)
        apart = apart or (lang == "ru" and is_done_next(words, duty.decision.last))
        apart = apart or (lang == "ru" and is_done_by_others(words, duty.decision.last))
        apart = apart or (lang == "ru" and _behind_all(words, duty, named.get(modality, ())))
        apart = apart or (lang == "ru" and must_be_next(words, duty.decision))
        apart = apart or (lang == "ru" and _before_denied(words, duty, named.get(modality, ())))
        if party is None and modality in named and not apart:
            continue
        before = latest.get((modality, party))
        latest[modality, party] = duty
        if party is not None:
            named.setdefault(modality, []).append(duty)
        if before is None:
            yield duty
        elif stands_apart(words, before, duty, lang):
            yield replace(duty, carried=duty.carried or (lang == "ru" and not duty.elided))


def _of_item(unit: Unit, words: Sequence[Word], duties: Iterable[Duty]) -> list[Duty]:
    """The duties without that of a lead-in whose item says itself what its bearer does: "выполняет: 1) ведет учет"."""
    held = list(duties)
    says = [duty for duty in held if words[duty.decision.first].start >= unit.own_start and not duty.elided]
    own = {(duty.decision.rule.reads, duty.party) for duty in says}
    named = {
        duty.decision.rule.reads for duty in says if duty.party and words[duty.party.first].start >= unit.own_start
    }
    return [
        duty
        for duty in held
        if words[duty.decision.last].end > unit.own_start
        or ((duty.decision.rule.reads, duty.party) not in own and duty.decision.rule.reads not in named)
    ]


def without_asides(words: Sequence[Word], duties: Iterable[Duty]) -> list[Duty]:
    """Kazakh duties without what brackets only tell beside what is required: "алаң құру (тегін беріледі) қажет"."""
    held = list(duties)
    inside = list(accumulate((word.tag == "open") - (word.tag == "close") for word in words))
    outside = [duty for duty in held if inside[duty.decision.first] <= 0]
    binds = any(duty.decision.rule.name == "required" for duty in outside)
    return outside if binds and all(duty.party is None for duty in held) else held


_THINGS = frozenset({"word", "to-do", "its-doing", "title", "past"})
"""Classes of words that may name a thing in Kazakh; an accusative may look like a verb of the past."""


def _is_contrast(words: Sequence[Word], duty: Duty) -> bool:
    """Whether a duty's clause is set against the one before it, or has a condition of its own right before it.

    "маман тіркейді, ал кешіккен өтініш қайтарылады", "маман тіркейді, үміткер келмесе, өтініш қайтарылады".
    """
    comma = next((n for n in range(duty.decision.first - 1, 0, -1) if words[n].tag == "comma"), None)
    return comma is not None and (
        words[comma + 1].norm in phrasing("kk").words("contrasts") or is_conditional(words[comma - 1])
    )


def _has_own_subject(words: Sequence[Word], duty: Duty, named: Iterable[Duty]) -> bool:
    """Whether a rule tells right behind what somebody does what is done to something: "..., журнал тігіледі"."""
    verb = duty.decision.first
    joint = next((n for n in range(verb - 1, 1, -1) if words[n].tag in ("conjunction", "comma")), None)
    closed = {one.decision.last for one in named}
    if joint is None or duty.decision.rule.name not in _DONE:
        return False
    if _is_done_with_it(words, max((last for last in closed if last < verb), default=0), verb):
        return True
    if joint - 1 not in closed:
        return False
    things = words[joint + 1 : verb]
    return any(word.tag in ("word", "to-do") and case_of(word) == "" and not is_adverb(word) for word in things)


def _is_done_with_it(words: Sequence[Word], does: int, verb: int) -> bool:
    """Whether a passive goes on with what somebody does something to: "тізімді маман жасайды және | келісіледі"."""
    joined = words[does].tag == "present" and words[does + 1].tag in ("conjunction", "comma")
    thing = joined and any(case_of(word) == "accusative" for word in words[1:does])
    return thing and any(case_of(word) in _WITH_WHOM for word in words[does + 2 : verb])


_DONE = frozenset({"done-as-a-norm", "kept-as-a-norm"})
"""Rules of what is done, nobody being named."""
_WITH_WHOM = frozenset({"instrumental", "locative", "dative"})
"""Cases of with whom, where, or to whom something is done."""


def _is_joined(words: Sequence[Word], duty: Duty) -> bool:
    """Whether a duty's clause opens with a pronoun for what the one before it is about: "... және ол тіркеледі"."""
    verb, he = duty.decision.first, phrasing("kk").words("he")
    joints = (n for n in range(verb - 1, 1, -1) if words[n].tag in ("conjunction", "comma"))
    joint = next((n for n in joints if words[n].tag == "comma" or words[n + 1].norm in he), None)
    return joint is not None and _is_of_it(words, joint + 1, verb)


def _behind_semicolon(words: Sequence[Word], duty: Duty, named: Iterable[Duty]) -> bool:
    """Whether a mark parts what is done from what somebody named does: "сад ведет учет; | сведения обновляются"."""
    last = max((one.decision.last for one in named), default=0)
    return any(word.tag == "semicolon" for word in words[last : duty.decision.first])


def _before_semicolon(words: Sequence[Word], duty: Duty, named: Iterable[Duty]) -> bool:
    """Whether a mark parts what is bidden from what somebody named does behind it: "Подать план; | мастер отвечает"."""
    first = min((one.decision.first for one in named), default=0)
    return any(word.tag == "semicolon" for word in words[duty.decision.last : first])


def _above_all(words: Sequence[Word], duty: Duty, named: Iterable[Duty]) -> bool:
    """Whether a Russian passive has but clauses below it behind it: "ведется протокол, | который подписывается"."""
    last = duty.decision.last
    undergoes = words[last].norm in phrasing("ru").words("subject_to")
    if (words[last].tag != "passive" and not undergoes) or words[last].subordinate:
        return False
    if all(one.decision.rule.bearer == "charged" and one.decision.last < last for one in named):
        return True  # "учет возлагается на сад и | оплата производится из бюджета"
    return all(
        last < one.decision.first
        and (
            words[one.decision.last].subordinate
            or own_subject(words, duty.decision, one.decision) is not None
            or opens_with_thing(words, last, one.decision.last)
        )
        for one in named
    )  # "занятия проводятся утром, план утверждается директором"


def _behind_all(words: Sequence[Word], duty: Duty, named: Sequence[Duty]) -> bool:
    """Whether a Russian passive has its own subject behind what somebody does: "сад ..., и | плата взимается"."""
    latest = max((one.decision for one in named), key=lambda one: one.last, default=None)
    if latest is None or latest.last >= duty.decision.first or words[duty.decision.last].tag != "passive":
        return False
    return not words[duty.decision.last].subordinate and own_subject(words, latest, duty.decision) is not None


def _before_denied(words: Sequence[Word], duty: Duty, named: Iterable[Duty]) -> bool:
    """Whether a Russian ban's clause closes before another's: "Цена не может быть изменена, | платить ... не может"."""
    begins = [own_of_denied(words, one.decision, 1) for one in named]
    return bool(begins) and all(begin > duty.decision.last + 1 for begin in begins)


def _before_all(duty: Duty, named: Iterable[Duty]) -> bool:
    """Whether a duty's verb stands before whoever else is named: "Шешім қабылданады және оны төраға жариялайды"."""
    return all(one.party is not None and duty.decision.last < one.party.first for one in named)


def _of_their_own(words: Sequence[Word], duties: Iterable[Duty], lang: str) -> Iterator[Duty]:
    """The duties without those that only tell what comes of the one of their modality before them."""
    before: Duty | None = None
    for duty in sorted(duties, key=lambda duty: duty.decision.first):
        alike = before is not None and before.decision.rule.reads == duty.decision.rule.reads
        another = before is not None and duty.party is not None and duty.party.first > before.decision.last
        if before is None or not alike or another or not takes_up(words, before, duty, lang):
            yield duty
        before = duty


def stands_apart(words: Sequence[Word], one: Duty, other: Duty, lang: str) -> bool:
    """Whether a second duty of one kind and one bearer has a clause of its own: "..., сондай-ақ орталықтар құрылады".

    Kazakh verbs close their clauses: what stands between them is the second's alone, with a thing of its own, or of
    what one body does ("есепті жазады және оны басшыға ұсынады") with any complement. A clause that takes up the first
    with a pronoun ("олар ...") is none.
    """
    if lang == "ru":
        return other.elided or has_own_deed(words, one.decision, other.decision)
    opens_list = is_one_of_list(words, other) and not is_one_of_list(words, one)
    not_needed = other.decision.rule.name == _NOT_NEEDED != one.decision.rule.name
    if one.bound_behind is not None or one.elided or opens_list or not_needed:
        return True  # "бақты көре аласыз, рұқсат сұраудың | керегі жоқ"
    first, last = _own_words(words, one, other, lang)
    if other.elided or first >= last or takes_up(words, one, other, lang):
        return False
    own = [word for word in words[first:last] if word.tag in _THINGS and not is_adverb(word)]
    if other.party is not None:
        heavy = phrasing(lang).words("heavy_words")
        if own and all(_is_post(word) for word in own):
            return False
        return any(word.norm not in heavy and not is_converb(word) for word in own)
    norm = other.decision.rule.name == "done-as-a-norm"  # "журнал тігіледі | және мөрмен бекітіледі"
    return any(case_of(word) in ("", "accusative") or (norm and case_of(word) in _BY_WHAT) for word in own)


_NOT_NEEDED = "not-obligatory"
_BY_WHAT = frozenset({"instrumental", "dative"})
"""Cases of by what, or to where, a thing is handled in a further step: "мөрмен бекітіледі", "журналға тіркеледі"."""


def _is_post(word: Word) -> bool:
    """Whether a word is the post that somebody is let go from: "хатшыны сайлайды және қызметтен босатады"."""
    return case_of(word) == "ablative" and analyse(word.text)[0].stem.lower() in phrasing("kk").words("posts")


def takes_up(words: Sequence[Word], one: Duty, other: Duty, lang: str) -> bool:
    """Whether a duty's clause takes up the one before it, and tells what comes of it: "олар ...", "онда ...".

    What the same body goes on to do to a thing that it names so is a deed of its own ("... жазады және оны ұсынады").
    """
    first, last = _own_words(words, one, other, lang)
    if lang != "kk" or first >= last or one.bound_behind is not None:
        return False
    wording = phrasing(lang)
    about = words[first + 1].norm in wording.words("about_it")  # "бұл туралы басшыға хабарлайды"
    goes_on = other.party is not None and other.party.last < one.decision.first
    goes_on = goes_on or says_of_oneself(words, other.decision)
    done_to = goes_on and words[first].norm in wording.words("takes_up_object")
    does = goes_on and words[first].norm in wording.words("he") and words[last].tag == "present"
    does = does and any(case_of(word) == "accusative" for word in words[first + 1 : last])  # ", ол есепті тексереді"
    done = words[last - 2] if words[last - 1].norm in wording.words("heavy_words") else words[last - 1]
    own = (
        words[last].tag == "passive"
        and done.tag in ("to-do", "its-doing")
        and words[first].norm in wording.words("its")
    )
    outcome = words[last].tag == "passive" and words[first].norm in wording.words("its") and is_owned(words[first + 1])
    outcome = outcome and case_of(words[first + 1]) == "" and case_of(done) == "dative"  # ", оның көшірмесі иесіне"
    given = words[last].tag == "passive" and words[first].norm in wording.words("to_whom") and case_of(done) == ""
    of_it = words[last].tag == "passive" and case_of(done) == "" and _is_done_by_it(words, first, last)
    of_act = goes_on and words[first].norm in wording.words("points_at_act") and case_of(words[first + 1]) == "genitive"
    done_by_noun = words[last].tag == words[one.decision.last].tag == "to-do" and words[first].norm in wording.words(
        "its"
    )
    about = about or (done_by_noun and any(case_of(word) == "accusative" for word in words[first + 1 : last]))
    named = about or done_to or does or own or outcome or given or of_it or of_act or _is_of_it(words, first, last)
    return words[first].norm in wording.words("takes_up") and not named


def _is_of_it(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a Kazakh clause tells what else is done to what was named: "алаң ашады және | ол тізімге енгізіледі".

    Behind a comma alone a paper is handed on to somebody, or drawn up so: "жауапты дайындайды, | ол иесіне жіберіледі".
    """
    joined = words[first - 1].norm in phrasing("kk").words("joins")
    times = phrasing("kk").words("closes_time")
    within = any(word.norm in times for word in words[first:last])
    by_act = any(word.tag == "postposition" and word.norm not in times for word in words[first:last])
    handed = words[first - 1].tag == "comma" and not by_act and _is_paper_handed_on(words, first, last)
    it = words[first].norm in phrasing("kk").words("he") and (joined or handed)
    cases = ("locative", "dative") if joined else ("locative", "dative", "instrumental")
    placed = any((case_of(word) or _case_of_title(word)) in cases for word in words[first + 1 : last])
    placed = placed or (handed and within)
    return it and placed and words[last].tag == "passive" and words[first - 2].tag == "present"


def _is_paper_handed_on(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the verb before a comma makes or fills in a paper, and another behind it tells what is done with that."""
    thing = first - 3 - (words[first - 3].norm in phrasing("kk").words("heavy_words"))
    if thing <= 0:
        return False
    drawn_up = words[first - 2].norm in phrasing("kk").words("draws_up") and case_of(words[thing]) == "accusative"
    made = drawn_up or phrasing("kk").pattern("paper_made").match(words[thing].norm) is not None
    return made and phrasing("kk").pattern("done_with_paper").match(words[last].norm) is not None


def _case_of_title(word: Word) -> str:
    """The case of the word that closes a name in quotation marks: "«жеке кабинетіне»"."""
    endings = analyse(word.text)[0].endings if word.tag == "title" else ()
    return endings[-1].kind if endings else ""


def _is_done_by_it(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a Kazakh clause tells what is done by what the one before it gave: "оның нәтижелері бойынша ..."."""
    by = (n for n in range(first + 2, last - 1) if words[n].norm in phrasing("kk").words("on_what"))
    return words[first].norm in phrasing("kk").words("its") and next(by, None) is not None


def _own_words(words: Sequence[Word], one: Duty, other: Duty, lang: str) -> tuple[int, int]:
    """The place of the first word between two verbs that is the second's, and of the second; alike where none is."""
    first, last = one.decision.last + 1, other.decision.first
    wording = phrasing(lang)
    joins = wording.words("joins_deeds") | wording.words("joins_verbs") if lang == "kk" else frozenset[str]()
    if first >= last or not (words[first].tag in SEPARATES or words[first].norm in joins):
        return last, last
    while first < last and (words[first].tag in SEPARATES or words[first].norm in joins):
        first += 1
    return first, last


def party_text(text: str, words: Sequence[Word], party: Party | None) -> str | None:
    """A party's words as printed, white space folded."""
    if party is None:
        return None
    return " ".join(text[words[party.first].start : end_of_name(words, party.last)].split())


def end_of_name(words: Sequence[Word], last: int) -> int:
    """Where a name ends in the text that closes with a word: behind the point of an initial."""
    initial = len(words[last].text) == 1 and words[last].text.isupper() and last + 1 < len(words)
    return words[last + 1].end if initial and words[last + 1].text == "." else words[last].end


def is_of(deadline: Deadline, words: Sequence[Word], duty: Duty, clause: Clause) -> bool:
    """Whether a deadline stands in the clause of a duty, behind where it could be of all: "готовит и до мая вносит"."""
    start, end = words[clause.first].start, words[clause.last].end
    leads = clause.first <= 1 and deadline.end <= words[duty.decision.first].start
    return start <= deadline.start < end and not leads


def gets_only(words: Sequence[Word], duty: Duty) -> bool:
    """Whether a party is whoever wants what is promised: he is no bearer, and a complement of the deed."""
    if duty.party is None or duty.decision.rule.bearer != "beneficiary":
        return False
    said = words[duty.party.first : duty.party.last + 1]
    return any(word.norm in phrasing("ru").words("whoever") for word in said)
