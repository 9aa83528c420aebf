"""The words of a deed's clause that only say how much it binds: "необходимо", "имеют возможность", "тиіс"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.deeds.clauses import VERBS, Duty, gets_only
from extract.finders.duties.grammar.words import Word, read_words
from extract.finders.duties.kazakh import remarks as kazakh_remarks
from extract.finders.duties.kazakh.deeds import extents as kazakh_extents
from extract.finders.duties.russian import marks
from extract.lexicon.phrasing import phrasing

_MODAL = frozenset(
    {"need", "needed", "important", "must", "recommend", "may", "entitled", "allowed", "forbidden", "planned"}
    | {"obliged", "stays", "bids", "can", "can-be", "cannot", "pledges", "charges", "needed-ahead", "able"}
)
"""Classes of words that say how much a deed binds, not what is done."""

_NEED = frozenset({"need", "must", "obliged"})
"""Classes of modal words that "болады" may stand behind: "етуге тиіс болады"."""

_DENIED = frozenset({"must", "allowed", "entitled", "may", "need", "needed-ahead", "recommend"})
"""Classes of modal words that are lifted out together with what denies them: the kind of the duty tells it."""


def without_modal(verb: str) -> str:
    """A Kazakh lead-in's verb without what binds behind it: "енгізу қажет" is "енгізу"; a modal word alone stays."""
    said = read_words(verb, "kk")[1:]
    while len(said) > 1 and said[-1].tag in _MODAL:
        said.pop()
    return verb[: said[-1].end]


def modals_among(words: Sequence[Word], core: Sequence[int], duty: Duty, lang: str) -> set[int]:
    """The places of a deed's words that only say how much it binds, and of what stands with them."""
    return _in_russian(words, core, duty) if lang == "ru" else _in_kazakh(words, core, duty)


def _in_russian(words: Sequence[Word], core: Sequence[int], duty: Duty) -> set[int]:
    chance = _chance(words, core, duty)
    rest = [n for n in core if n not in chance]
    verb = duty.decision.last
    modal = {n for n in rest if 1 <= n <= verb and _is_modal(words, n, "ru") and not _is_last_verb(words, rest, n)}
    # "садам, которым нужна помощь, выдается ..."
    modal = {n for n in modal if words[n].subordinate <= words[verb].subordinate}
    modal |= {n - 1 for n in modal if words[n - 1].norm in phrasing("ru").words("stresses")}
    nots = {n - 1 for n in modal if words[n].tag in _DENIED}
    modal |= {n for n in nots if words[n].tag == "not"} | {n - 1 for n in modal if words[n - 1].tag == "comma"}
    return modal.union(chance)


def _in_kazakh(words: Sequence[Word], core: Sequence[int], duty: Duty) -> set[int]:
    said = range(duty.decision.first, duty.decision.last + 1)
    modal = {n for n in core if n in said and _is_modal(words, n, "kk") and not _is_last_verb(words, core, n)}
    modal -= kazakh_extents.given_out(words, modal, duty.decision.rule.reads)
    return modal | {n for n in core if words[n].tag == "becomes" and words[n - 1].tag in _NEED and n - 1 in modal}


def _is_modal(words: Sequence[Word], n: int, lang: str) -> bool:
    """Whether a word says how much a deed binds, not what is done."""
    if lang == "kk" and kazakh_remarks.goes_on_doing(words, n):
        return False
    if lang == "ru" and marks.tells_itself(words, n):
        return False
    if lang == "ru" and n == 1 and words[n].norm in phrasing(lang).words("permits"):
        return any(word.tag in VERBS for word in words[n + 1 :])
    if lang == "kk" and words[n].norm in phrasing(lang).words("plans") and words[n - 1].tag != "to-do":
        return False  # "шығыстарды жоспарлайды"
    return words[n].tag in _MODAL or (lang == "kk" and kazakh_extents.binds_by_itself(words, n))


_AND_OR = phrasing("ru").words("and_or")
_NO_VOTE = "has-no-vote"
"""The Russian rule of who has no vote: "не имеет права голоса"."""


def _chance(words: Sequence[Word], core: Sequence[int], duty: Duty) -> range:
    """The words before an infinitive that only say that one may: "имеют возможность", "будет предоставлено право".

    And what a clause before one of a vote tells.
    """
    first, last = duty.decision.first, duty.decision.last
    own = {word.tag for word in words[first : last + 1]}
    if duty.decision.rule.name == _NO_VOTE:  # "не входит в него | и не имеет права голоса"
        return range(core[0] if core else first, first) if words[first - 1].norm in _AND_OR else range(0)
    if duty.decision.rule.name == "should-not" and not own & _DENIED and not duty.elided:
        return range(first, first + 2)  # "не стоит | рвать розы"
    if duty.decision.rule.reads == "prohibition" and "have" in own:
        verb = next(
            (n for n in range(first, last + 1) if words[n].tag in ("infinitive", "effect-infinitive")), last + 1
        )
        return range(first, verb)  # "не имеет права | закрывать"
    if duty.decision.rule.reads != "permission" or not own & {"right", "possibility"} or gets_only(words, duty):
        return range(0)
    done = any(not first <= n <= last and words[n].tag in ("infinitive", "effect-infinitive") for n in core)
    return range(first, last + 1) if done else range(0)


def _is_last_verb(words: Sequence[Word], core: Sequence[int], place: int) -> bool:
    """Whether a modal word is all there is to say what is done: "ответы предлагаются"."""
    return not any(words[n].tag in VERBS or words[n].tag == "word" for n in core if n != place)
