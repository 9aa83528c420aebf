"""What a text says of itself at its head: the act's kind, date, number, issuer and title, and its last amendment.

О мерах ...                                          О мерах ...
Постановление Правительства ... от 5 мая 2031 года № 77.
Приказ / от 5 мая 2031 года № 77                     a letterhead, its parts on lines of their own
Утверждены приказом ... от 5 мая 2031 года № 77      rules, plans: what approves them
... 2031 жылғы 5 мамырдағы № 77 бұйрығына 2-қосымша  an annex
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.language.written_days import with_day_in_figures
from extract.lexicon.acts import ANY, header_words
from extract.sources.heads.amendment_notes import last_amendment
from extract.sources.heads.approvals.stamps import read_stamps
from extract.sources.heads.approvals.unfilled_stamps import Unfilled, find_unfilled
from extract.sources.heads.contracts import read_contract
from extract.sources.heads.header import PAPER, Header, is_of_government
from extract.sources.heads.headers_of_acts import header_of_act
from extract.sources.heads.headers_of_papers import header_of_paper
from extract.sources.heads.letterheads.number_and_day import find_alone
from extract.sources.heads.letterheads.unnumbered import find_unnumbered
from extract.sources.heads.lines.columns import in_one_column
from extract.sources.heads.lines.kinds import is_paper, kind_enacted
from extract.sources.heads.lines.labels import without_labels
from extract.sources.heads.lines.line import Line, lines_of, without_marks
from extract.sources.heads.lines.side_by_side import with_one_day, without_the_other_language
from extract.sources.heads.mastheads import read_masthead
from extract.sources.heads.minutes import read_minutes
from extract.sources.heads.named_acts import HEAD_CHARACTERS, MINUTES, first_act, first_stamp
from extract.sources.heads.titles.houses import is_of_house, split_house
from extract.sources.heads.titles.marks_above import without_annex_mark, without_draft_mark, without_publication
from extract.sources.heads.titles.places import title_below
from extract.sources.heads.titles.wording import kind_by_title

_TITLE = re.compile(r"^# (?=\S)", re.MULTILINE)
_CONTENTS = re.compile(header_words(ANY)["contents"], re.IGNORECASE)


def read_header(text: str, lang: str) -> Header:
    """The header of a text: the first place of its head that names an act the way headers do, else its first stamp.

    An act that the text only cites is never taken for its own: below the words that enact, a stamp alone tells.
    """
    text = text[_contents_end(text) :]
    head = without_the_other_language(text[:HEAD_CHARACTERS], lang)
    told = without_publication(without_draft_mark(list(lines_of(in_one_column(head, lang)))))
    lines = without_annex_mark(told, lang)
    lines = [replace(line, text=with_one_day(with_day_in_figures(line.text), lang)) for line in lines]
    lines = without_labels(lines, lang)
    amended = last_amendment(text, lines, lang)
    stamp, below, house = read_stamps(lines, lang)
    minutes = read_minutes([*house, *below], lang)
    if minutes:
        return Header(minutes.title, MINUTES, MINUTES, minutes.number, minutes.day, minutes.issuer, amended)
    if paper := read_masthead(lines, lang) or read_contract([*house, *below], lang):
        return Header(paper.title, "act", PAPER, paper.number, paper.day, paper.issuer, amended)
    lines = [_unbracketed(line, lang) for line in lines]
    name, titled = ("", lines) if stamp else split_house(lines, lang)
    if name:
        lines, below = titled, titled
    found = None if stamp else first_act(lines, lang) or first_stamp(text, lang)
    header = header_of_act(found, lang, amended) if found else header_of_paper(stamp, below, house, lang, amended)
    annexed = found is not None and found.of_annex
    letterhead = _letterhead(text, lines, name, lang) if (found is None or annexed) and not stamp else None
    if letterhead and (found is None or _is_one_act(letterhead, header)):
        return replace(letterhead, amended=amended)
    header = replace(header, issuer=name) if name and is_of_house(header.issuer, name, lang) else header
    return replace(header, kind=kind_enacted(lines) or "act") if header.kind == "act" else header


def _is_one_act(letterhead: Header, header: Header) -> bool:
    """Whether the stamp of an annex below an act names the act whose letterhead stands above it."""
    return letterhead.number is not None and (letterhead.number, letterhead.act_date) == (
        header.number,
        header.act_date,
    )


def _letterhead(text: str, lines: Sequence[Line], house: str, lang: str) -> Header | None:
    """The header of a letterhead whose parts stand alone, or are to be filled in; None where there is none."""
    if alone := find_alone(lines, lang):
        issuer = alone.issuer or ("" if is_paper(lines[0].text) else house)  # a memo has whom it is for above it
        return Header(alone.title, alone.kind, alone.act, alone.number, alone.act_date, issuer)
    if bare := find_unnumbered(text, lines, lang):
        government = is_of_government(bare.kind, bare.issuer, lang)
        told = (bare.title, bare.kind, bare.kind, bare.number, bare.act_date, bare.issuer)
        return Header(*told, by_government=government)
    unfilled = find_unfilled(lines, lang)
    return _draft(unfilled, lines, lang) if unfilled else None


def _contents_end(text: str) -> int:
    """Where the words of a text begin behind contents that stand above its title, which is a heading of Markdown."""
    titled = _TITLE.search(text)
    above = [line for line in text[: titled.start()].splitlines() if line.strip()] if titled else []
    contents = len(above) > 1 and all(_CONTENTS.match(without_marks(line)) for line in above)  # one is a stamp
    return titled.start() if titled and contents else 0


def _draft(unfilled: Unfilled, lines: Sequence[Line], lang: str) -> Header:
    """The header of a text below a stamp whose day is to be filled in."""
    title = title_below(lines[unfilled.behind :], lang)
    return Header(
        title=title or lines[0].text,
        kind=kind_by_title(title, lang) or unfilled.act,
        act=unfilled.act,
        issuer=unfilled.issuer,
        by_government=is_of_government(unfilled.act, unfilled.issuer, lang),
    )


def _unbracketed(line: Line, lang: str) -> Line:
    """A stamp without the brackets around it: "(Кеңестің 2031 жылғы 5 мамырдағы № 5 хаттамасымен мақұлданған)"."""
    inside = line.text[1:-1]
    whole = line.text.startswith("(") and line.text.endswith(")") and "(" not in inside
    told = whole and re.search(header_words(lang)["approved"], inside, re.IGNORECASE)
    return replace(line, text=inside) if told else line
