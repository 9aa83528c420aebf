"""Kazakh lists that one verb is said of: the last item's, or the lead-in's whose items are those who act.

тіркеуді; ... жариялауды қамтамасыз етсін.
Бақты күтуге: 1) мектептер; 2) әкімдіктер қатысады.
Есепті мыналар жүргізеді: 1) мектептер; 2) әкімдіктер.
Ақы төлеуден босатылады: 1) мүгедектер; 2) жетім балалар.
Мектептерге бақты күту; | әкімдіктерге бақты қоршау жүктелсін.
Бақты күтуге: 1) есепте тұрған; 2) бақты бұзған азаматтар жіберілмейді.
Бақта: 1) көшеттердің; 2) құралдардың қозғалысы тіркеледі.
Бақшылар жұмысын: 1) көшет егу; 2) бақты қоршау арқылы жүргізеді.
Бақ апталығы: 1) қалада мамыр айында; 2) ауылда маусым айында өткізілсін.
Бағбан: 1) жоспармен таныса; 2) кеңеске шағым бере алады.
Бағбан: 1) көшетті; 2) құралды тексеруге міндетті.
Бағбан: 1) мыналарды: а) көшеттерді суаруға; б) жолды тазалауға; 2) есеп беруге міндетті.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.document.blocks import Passage, join
from extract.finders.duties.deeds.clauses import VERBS
from extract.finders.duties.grammar.words import read_words
from extract.finders.duties.kazakh.forms import case_of
from extract.finders.duties.kazakh.parties.names.actors import is_known
from extract.finders.duties.moods.kinds import ENACTING, INSTRUCTION
from extract.finders.duties.sentences.unit import Unit
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_TAKES_VERB = ("waits_for_verb", "waits_with_source")
"""Patterns of items that take the verb of the last one."""
_WAITS = (*_TAKES_VERB, "waits_for_right")
"""Patterns of items that have no verb of their own, and wait for one."""
_SHARED = ("when", "able", "of_kind", "by_doing", "genitive", "passive")
"""Items that tell when, what those can do of whom the last one says it, who of them are meant, by what, whose, to what.
"""
_ENDS = " .;,"


def with_last_verb(units: Iterable[Unit]) -> Iterator[Unit]:
    """Kazakh units, the items of a list behind which one verb stands each with that verb."""
    held: list[Unit] = []
    for unit in units:
        if held and not _same_list(held[0], unit):
            yield from held
            held = []
        in_row = unit.mood == ENACTING and _WORDING.pattern("row_laid_on").search(unit.own.text) is not None
        if not unit.is_item and not in_row:
            yield unit
            continue
        if (does := _as_doer(unit)) is not None:
            yield does
            continue
        match = _WORDING.pattern("last_verb").search(unit.own.text)
        kind = next((name for name in _SHARED if held and all(_is_of(name, one) for one in held)), None)
        if kind is not None and (shared := _WORDING.pattern(f"last_{kind}").search(unit.own.text)) is not None:
            tail = unit.own[shared.start("shared") :]
            timed = kind == "when"
            yield from (_timed(one, one.own, tail) if timed else _with_shared(one, tail) for one in held)
            yield _timed(unit, unit.own[: shared.start("shared")], tail) if timed else unit
            held = []
            continue
        acts = _last_doer(unit) if held and match is None and all(_names_doer(one.own.text) for one in held) else None
        if acts is not None:
            yield from (_does(one, one.own, acts) for one in held)
            yield _does(unit, unit.own[: len(unit.own) - len(acts)], acts)
            held = []
            continue
        if match and held:
            bracketed = "(" in unit.own.text[match.end("verb") :]  # "сақтау қажет (кобурада)": of the last item alone
            verb = unit.own[match.start("verb") : match.end("verb") if bracketed else None]
            right = _WORDING.pattern("gives_right").match(match["verb"]) is not None
            deed = _deed_before(unit, match)
            for one in held:
                if not any(_WORDING.pattern(name).search(one.own.text) for name in (_WAITS if right else _TAKES_VERB)):
                    yield one
                    continue
                names_thing = (
                    deed is not None and _WORDING.pattern("closes_with_thing").search(one.own.text) is not None
                )
                yield _with_shared(one, join([deed, verb]) if deed is not None and names_thing else verb)
            held = []
        of_shared = any(_is_of(name, unit) for name in _SHARED)
        of_shared = of_shared and not _has_own_verb(unit.own.text)
        if not match and (_waits(unit.own.text) or of_shared or _waits_for_deed(unit)):
            held.append(unit)
        else:
            yield from held
            held = []
            yield unit
    yield from held


def _deed_before(unit: Unit, match: re.Match[str]) -> Passage | None:
    """The deed before a verb that only binds, done to what the items name: "розаларды | егуге тыйым салынады"."""
    deed = _WORDING.pattern("bound_deed").search(unit.own.text[: match.end("verb")])
    return unit.own[deed.start("deed") : deed.end("deed")] if deed is not None else None


def _is_of(name: str, unit: Unit) -> bool:
    text = unit.own.text
    if _WORDING.pattern(f"waits_{name}").search(text) is None:
        return False
    if name == "when":
        lead = unit.passage[: unit.own_start].text
        return _leads_in_thing(lead) or _closes_with_thing(lead, text)
    return name != "passive" or _names_thing(text)


def _leads_in_thing(lead: str) -> bool:
    """Whether a lead-in closes with a thing in the nominative, what is done: "Бақ апталығы:"; no verb, no doer."""
    words = read_words(lead.rstrip(" :"), "kk")
    last = len(words) - 1
    named = last > 0 and words[last].tag in ("word", "to-do") and case_of(words[last]) == ""
    return named and lead.rstrip().endswith(":") and not is_known(words, last)


def _closes_with_thing(lead: str, item: str) -> bool:
    """Whether a lead-in closes with what somebody does something to, an item by what: "Мүше хатты: | пошта арқылы"."""
    if _WORDING.pattern("by_what").search(item) is None:
        return False
    words = read_words(lead.rstrip(" :"), "kk")
    last = len(words) - 1
    return last > 1 and lead.rstrip().endswith(":") and case_of(words[last]) == "accusative"


def _timed(unit: Unit, own: Passage, tail: Passage) -> Unit:
    """An item of when something is done, as the sentence that it is: "Байқау қалада | мамыр айында | өткізілсін".

    Of what kind the thing is that stands before the dash it is told before it: "каникулдар: күзгі – ...".
    """
    lead, dash = unit.passage[: unit.own_start].strip(" :"), _DASH.search(own.text)
    if dash is None:
        whole = join([lead, own.strip(_ENDS), tail])
        return replace(unit, passage=whole, own=whole)
    label, when = own[: dash.start()].strip(), own[dash.end() :].strip(_ENDS)
    thing = lead.text.rpartition(" ")[0]
    kind = _WORDING.pattern("kind_of_thing").match(label.text) is not None
    told = [lead[: len(thing)], label, lead[len(thing) :].strip()] if kind else [lead, label]
    if not kind and _names_thing(label.text):
        told = [label]  # "Олимпиада: аудандық кезең – мамыр айында"
    whole = join([*(piece for piece in told if piece.text), when, tail])
    return replace(unit, passage=whole, own=whole)


_DASH = re.compile(r"(?<!\d)\s[–—-]\s")
"""What parts where from when; no span of days: "1 – 30 қазан"."""


def _names_thing(text: str) -> bool:
    """Whether words name a thing in the nominative and say nothing else: "жеке куәліктің көшірмесі;"."""
    words = read_words(text.split("(", maxsplit=1)[0].rstrip(_ENDS), "kk")
    told = any(word.tag in _TELLS for word in words)
    return len(words) > 1 and not told and words[-1].tag == "word" and case_of(words[-1]) == ""


def _with_shared(unit: Unit, tail: Passage) -> Unit:
    """An item with what the last of its list says of all."""
    cut = len(unit.own.text.rstrip(_ENDS)) - len(unit.own.text) or None
    return replace(unit, passage=join([unit.passage[:cut], tail]), own=join([unit.own[:cut], tail]))


def _waits(text: str) -> bool:
    """Whether an item closes with what a verb is done to, and with none of its own: "есепті;", not "алмайды;"."""
    return any(_WORDING.pattern(name).search(text) for name in _WAITS) and not _has_own_verb(text)


def _has_own_verb(text: str) -> bool:
    words = [word for word in read_words(text, "kk") if word.tag not in _MARKS]
    return len(words) > 1 and words[-1].tag in _FINITE


_FINITE = frozenset({"present", "negative", "passive", "passive-not"})
_MARKS = frozenset({"semicolon", "comma", "stop"})


def _same_list(one: Unit, other: Unit) -> bool:
    """Whether two items hang on the same lead-in, one of them within a list of its own that waits for the verb, too.

    So do two sentences of one row of what is laid on several.
    """
    if not one.is_item:
        in_row = other.mood == ENACTING and _WORDING.pattern("row_laid_on").search(other.own.text) is not None
        return in_row and not other.is_item
    leads = sorted((unit.passage[: unit.own_start] for unit in (one, other)), key=len)
    shared = len(leads[0])
    if not other.is_item or leads[0].offsets != leads[1].offsets[:shared]:
        return False
    return shared == len(leads[1]) or _WORDING.pattern("waits_below").search(leads[1].text[shared:]) is not None


def _waits_for_deed(unit: Unit) -> bool:
    """Whether an item names who acts, below what is done: "Бақты күтуге: | мектептер;"."""
    lead = unit.passage.text[: unit.own_start]
    return _WORDING.pattern("leads_in_doers").search(lead) is not None and _names_doer(unit.own.text)


def _last_doer(unit: Unit) -> Passage | None:
    """The verb of a list of those who act, behind the last of them: "әкімдіктер | қатысады."; else None."""
    match = _WORDING.pattern("closes_doers").search(unit.own.text)
    named = match is not None and _names_doer(unit.own.text[: match.start()])
    return unit.own[match.start("verb") :] if match is not None and named else None


def _does(unit: Unit, doer: Passage, verb: Passage) -> Unit:
    """An item as the sentence that it is: who acts, what the lead-in says is done, and the verb."""
    lead = unit.passage[: unit.own_start].strip(" :")
    whole = join([doer.strip(_ENDS), lead, verb])
    return replace(unit, passage=whole, own=whole)


def _as_doer(unit: Unit) -> Unit | None:
    """An item that names who does what its lead-in says that these do: "Есепті мыналар жүргізеді: | мектептер;"."""
    if unit.mood not in (ENACTING, INSTRUCTION):
        return None
    lead = unit.passage[: unit.own_start].strip()
    said = _said_of_these(lead) or _said_of_those_below(lead)
    if said is None or not _names_doer(unit.own.text):
        return None
    end = len(unit.own.text.rstrip(_ENDS))
    whole = join([unit.own[:end], said])
    whole = Passage(whole.text + ".", whole.offsets + whole.offsets[-1:])
    return replace(unit, passage=whole, own=whole)


def _said_of_these(lead: Passage) -> Passage | None:
    """What a lead-in says that "these" do, without them: "Есепті [мыналар] жүргізеді:"; else None."""
    match = _WORDING.pattern("done_by_these").search(lead.text)
    if match is None:
        return None
    return join([lead[: match.start("these")].strip(), lead[match.end("these") : match.end("verb")].strip()])


def _said_of_those_below(lead: Passage) -> Passage | None:
    """What a lead-in that names nobody says of those whom its items name: "Ақы төлеуден босатылады:"; else None."""
    match = _WORDING.pattern("done_by_those_below").search(lead.text)
    named = match is None or _names_somebody(lead.text[: match.start("verb")])
    return None if named else lead.strip(" :")


def _names_somebody(lead: str) -> bool:
    """Whether a lead-in has somebody who can act in no case, as its subject is."""
    words = read_words(lead, "kk")
    return any(case_of(word) == "" and is_known(words, n) for n, word in enumerate(words) if word.tag == "word")


def _names_doer(text: str) -> bool:
    """Whether words name somebody who can act and say nothing else: "бақ мектептері (бұдан әрі – ...);"."""
    words = read_words(text.split("(", maxsplit=1)[0].rstrip(_ENDS), "kk")
    told = any(word.tag in _TELLS for word in words)
    return len(words) > 1 and not told and case_of(words[-1]) == "" and is_known(words, len(words) - 1)


_TELLS = VERBS - {"to-do", "past"} | {"colon", "semicolon"}
"""Classes of words that say more than a name does."""
