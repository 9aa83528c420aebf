"""What stands below a typed table and is none of its rows: points of an order, a paragraph, who signs.

2. Полить сады              июнь          Аким района

3. Учителя обязаны сдать журналы до 25 мая.          words over the columns, none beside them
Директор                                  Липов А.Б.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from extract.readers.typed.heads import BESIDE, CAPITAL, Head, Piece, number_of, pieces_of
from extract.readers.typed.lines import Line
from extract.values.parties.staff import is_person_alone, is_staff

MOST_SIGNED = 4
"""Lines of those who sign."""
LONGEST_NAME = 60
"""Characters of a person's name."""
ENDS = (".", ";", ":")


def runs_over(pieces: Sequence[Piece], start: int) -> bool:
    """Whether the words of a line begin before a column and run on where it begins, nothing beside them."""
    return len(pieces) == 1 and pieces[0].start < start - BESIDE and pieces[0].end > start + BESIDE


def are_prose(lines: Sequence[Sequence[Piece]], head: Head, *, apart: bool) -> bool:
    """Whether lines that may be a row are none: no other column has words, and they run over the next one or end as
    sentences do; both where no blank line sets them `apart` from the rows.
    """
    filled = [pieces for pieces in lines if pieces]
    second = head.starts[int(head.numbered) + 1]
    if not filled or any(len(pieces) > 1 or pieces[0].start >= second - BESIDE for pieces in filled):
        return False
    over = any(runs_over(pieces, second) for pieces in filled)
    ends = filled[-1][0].text.endswith(ENDS)
    return over or ends if apart else over and ends


def is_signed(lines: Sequence[Line], at: int, lang: str, *, sure: bool) -> bool:
    """Whether the lines up to a blank one are those of who signs: a post, a person's name far behind it at the end.

    Where it is not `sure` that no row can look so, the post must be known.
    """
    if not CAPITAL.match(lines[at].text.lstrip()):
        return False
    block = list(takewhile(lambda line: line.text.strip(), lines[at : at + MOST_SIGNED + 1]))
    if len(block) > MOST_SIGNED or any(number_of(line.text) for line in block):
        return False
    parted = [pieces_of(line, 0) for line in block]
    last = parted[-1]
    if len(last) != FEWEST or len(last[-1].text) > LONGEST_NAME or not is_person_alone(last[-1].text):
        return False
    alone = all(len(pieces) == 1 or is_person_alone(pieces[-1].text[:LONGEST_NAME]) for pieces in parted)
    return alone and (sure or is_staff(" ".join(pieces[0].text for pieces in parted), lang))


FEWEST = 2
"""The post and the name."""
