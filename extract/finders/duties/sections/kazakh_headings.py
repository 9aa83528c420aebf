"""Kazakh sentences that name nobody as items of what the heading above them says: its tasks, its ban, when it is done.

Тыйым салынады | құралдарды үйге апаруға.      Жұмыс алдында | қолғап кию.      Бақ кеңесінің міндеттері | көшет өсіру;
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from extract.document.blocks import Passage, join
from extract.finders.duties.grammar.words import read_words
from extract.finders.duties.kazakh.forms import case_of, is_owned
from extract.finders.duties.kazakh.parties.names.actors import is_known
from extract.finders.duties.kazakh.past_lists import is_of_past
from extract.finders.duties.kazakh.singulars import is_person
from extract.finders.duties.moods.kinds import INSTRUCTION, PLAN
from extract.finders.duties.sentences.unit import Unit
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def below_heading(unit: Unit, heading: Passage | None, body: Passage | None) -> Unit | None:
    """A sentence of rules as an item of the tasks, the ban or the time that its heading, or its label, tells of.

    `body` is whom the text is of; None for other sentences.
    """
    task = _task_below(unit, heading, body) if heading is not None else None
    task = task or _task_of_label(unit, body)
    if task is not None or heading is None:
        return task
    return _below_ban(unit, heading, body) or _below_when(unit, heading, body)


def item_below_heading(unit: Unit, heading: Passage | None, plan: bool) -> Unit:
    """An item, or a sentence of no rules, as its heading goes on with it; any other as it is."""
    if heading is None:
        return unit
    return _of_plan(unit, heading, plan) or _below_lead_of_ban(unit, heading)


def below_binding(unit: Unit, heading: Passage | None, bids_nobody: Callable[[Unit], bool]) -> Unit | None:
    """A point that completes what its heading binds somebody to, as an item of it: "Бағбан құқылы | көшет алуға".

    One that says itself what is needed is of whom the heading names, where it names nobody.
    """
    match = _WORDING.pattern("heading_binds").search(heading.text) if heading is not None else None
    if heading is None or match is None or ":" in unit.own.text or _opens_with_subject(unit.own):
        return None
    whole = _WORDING.pattern("completes_heading").search(unit.own.text) is not None
    if whole and match["told"] and _WORDING.pattern("told_in_dative").search(match["whom"]):
        own = join([unit.own.strip(_ENDS), heading[match.start("told") : match.end("told")]])
        whom = heading[match.start("whom") : match.end("whom")]
        return replace(unit, passage=join([whom, own], ": "), own=own, is_item=True)
    lead = heading[match.start("lead" if whole else "whom") : match.end("lead" if whole else "whom")]
    if not whole and _WORDING.pattern("speaks_to_reader").search(unit.own.text):
        return None
    below = replace(unit, passage=join([lead, unit.own], ": "), is_item=True)
    return below if whole or (bids_nobody(unit) and not bids_nobody(below)) else None


def _opens_with_subject(own: Passage) -> bool:
    """Whether a line says who does what it tells: "Директор | көшет беруге", not "директор шақыруға"."""
    words = read_words(own.text, "kk")
    named = next((n for n in range(1, min(4, len(words) - 2)) if is_known(words, n) or is_person(words[n])), None)
    if named is None or case_of(words[named]) != "" or any(case_of(word) != "" for word in words[1:named]):
        return False
    named += is_known(words, named + 1) and is_owned(words[named + 1])  # "Мектеп директоры | көшет беруге"
    behind = words[named + 1]
    return case_of(words[named]) == "" and behind.tag == "word" and not is_owned(behind)


def _below_ban(unit: Unit, heading: Passage, body: Passage | None) -> Unit | None:
    """A point that names what its heading forbids, of whom the text is: "Тыйым салынады | құралдарды үйге апаруға"."""
    match = _WORDING.pattern("heading_forbids").search(heading.text)
    doing = _WORDING.pattern("closes_with_doing").search(unit.own.text) is not None
    if match is None or not doing:
        return None
    own = join([unit.own.strip(_ENDS), heading[match.start("told") : match.end("told")]])
    return replace(unit, passage=join([body, own], ": ") if body is not None else own, own=own, is_item=True)


_LABELLED = re.compile(r":(?!\d)|\s[-–—]\s")


def _of_plan(unit: Unit, heading: Passage, plan: bool) -> Unit | None:
    """A noun of doing below the heading of a programme's tasks, as an item of it: "Міндеттері | көшет өсіру;".

    So is an item of such a deed: "Бақ картасын құру: | жерді өлшеу;".
    Whose tasks they are the heading may say: "Бақ кеңесінің міндеттері | көшет өсіру;". Ways of doing something are
    tasks in what its title calls a `plan` alone.
    """
    if unit.mood != PLAN or not unit.own.text.rstrip().endswith((";", ".")):
        return None
    above = unit.passage.text[: unit.own_start].rstrip(" :")
    if unit.is_item and _WORDING.pattern("closes_with_bare_doing").search(above) is None:
        return None
    owned = _WORDING.pattern("heading_of_tasks").search(heading.text)
    if owned is not None and not (owned["owner"] and _acts(owned["owner"])):
        owned = None
    match = _WORDING.pattern("heading_of_plan").match(heading.text) or owned
    if match is None or _LABELLED.search(unit.own.text) or is_of_past(heading.text):
        return None
    if match["noun"].lower() in _WORDING.words("ways") and not plan:
        return None
    doings = ("closes_with_bare_doing", "closes_with_way")
    if not any(_WORDING.pattern(name).search(unit.own.text) for name in doings):
        return None
    lead = heading[match.start("noun") : match.end("noun")]
    if owned is not None:
        lead = heading[owned.start("owner") : owned.end("noun")]
    return replace(unit, passage=join([lead, unit.own], ": "), is_item=True)


def _below_lead_of_ban(unit: Unit, heading: Passage) -> Unit:
    """An item that only names what the heading above its lead-in forbids, with its words: "Бақта: | от жағуға"."""
    match = _WORDING.pattern("heading_forbids").search(heading.text)
    if match is None or unit.mood != INSTRUCTION:
        return unit
    if _WORDING.pattern("closes_with_dative_of_doing").search(unit.own.text) is None:
        return unit
    told = heading[match.start("told") : match.end("told")]
    end = len(unit.own.text.rstrip(_ENDS)) - len(unit.own.text) or None
    return replace(unit, passage=join([unit.passage[:end], told]), own=join([unit.own[:end], told]))


def _below_when(unit: Unit, heading: Passage, body: Passage | None) -> Unit | None:
    """A noun of doing below a heading that says when it is done, as an item of it: "Жұмыс алдында | қолғап кию".

    In the instruction of a post it is of that post.
    """
    match = _WORDING.pattern("heading_tells_when").search(heading.text)
    doing = _WORDING.pattern("closes_with_bare_doing").search(unit.own.text) is not None
    if match is None or not doing or ": " in unit.own.text:
        return None
    when = heading[match.start("when") : match.end("when")]
    leads = [when] if body is None else [body, when]
    return replace(unit, passage=join([*leads, unit.own], ": "), is_item=True)


def _acts(owner: str) -> bool:
    """Whether an owner is somebody who can act, by the noun that closes his name."""
    words = read_words(owner, "kk")
    return is_known(words, len(words) - 1) or is_person(words[-1])


_ENDS = " .;,"


def _task_below(unit: Unit, heading: Passage, body: Passage | None) -> Unit | None:
    """A noun of doing below a heading over somebody's tasks or rights, as an item of it; None for other sentences."""
    match = _WORDING.pattern("heading_of_tasks").search(heading.text)
    if (
        match is None
        or ":" in unit.own.text
        or _WORDING.pattern("closes_with_happening").search(unit.own.text)
        or not _WORDING.pattern("closes_with_doing").search(unit.own.text)
    ):
        return None
    noun = heading[match.start("noun") : match.end("noun")]
    owner = heading[match.start("owner") : match.end("owner")] if match["owner"] else body
    if owner is not body and owner is not None and not _acts(owner.text):
        return None  # "Көрменің міндеттері"
    if owner is None:
        return None
    return replace(unit, passage=join([join([owner, noun]), unit.own], ": "), is_item=True)


def _task_of_label(unit: Unit, body: Passage | None) -> Unit | None:
    """A noun of doing behind what only says that it is a task or a right of the body that a statute is of.

    "Міндеттері: | бақты күтуді қамтамасыз ету."
    """
    match = _WORDING.pattern("label_of_own").match(unit.own.text) if body is not None else None
    if body is None or match is None or _WORDING.pattern("closes_with_bare_doing").search(unit.own.text) is None:
        return None
    noun, own = unit.own[match.start("noun") : match.end("noun")], unit.own[match.end() :]
    return replace(unit, passage=join([join([body, noun]), own], ": "), own=own, is_item=True)
