"""Named repairs of damaged text. Each takes a `Passage` and returns one whose characters still know their place."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from extract.document.blocks import Passage, concatenate, join
from kzedu_graph.language.late_patterns import late
from kzedu_graph.language.letters import FROM_OLD_FONTS, HAS_LATIN, LATIN_TO_CYRILLIC, MAY_BE_FOLDED, OF_OLD_FONTS

_BOOKMARK = late(r"\[bookmark: [^\]\n]*\]\s?")
_OLD_CODE = late(
    r"(?:\(\s*[A-Za-z]\d{6,10}_\s*\)|(?<![\w~])(?:~[A-Z]\d{6,10}_?|[A-Za-z]\d{6,10}_|см\.\s?[A-Z]\d{6,10}_?)(?!\w))\s?"
)
_NOTE_MARK = late(r"\s*(?:<\*{1,4}>\s*)+\Z")
_SPACES = late(r"[ \t\n\r\f\v\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+")
_UNEVEN = late(r"[\t\n\r\f\v\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]")
"""White space that is no plain space."""
_TWO_APART = late(r"[ \u00a0][^\W\d_][ \u00a0]{1,2}[^\W\d_][ \u00a0]")
"""Two letters apart in the middle of others: what every word of letters apart has, and few lines do."""
_APART = late(r"(?<!\S)(?:(?:[^\W\d_][ \u00a0]){5,}|(?:[^\W\d_][ \u00a0]{2}){5,})[^\W\d_](?![^\s:.,])")
_APART_BESIDE = late(r"(?<!\S)(?:(?:[А-ЯЁ][ \u00a0])+|(?:[А-ЯЁ][ \u00a0]{2})+)[А-ЯЁ](?![^\s:.,])")
_APART_ALONE = late(r"\s*(?:[А-ЯЁӘҒҚҢӨҰҮҺІ][ \u00a0]{1,2}){3,4}[А-ЯЁӘҒҚҢӨҰҮҺІ]\s*")
_WORD = late(r"[^\W\d_]+")
_SCRIPTS_MEET = late(r"[A-Za-zƏə][А-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]|[А-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі][A-Za-zƏə]")


def drop_bookmarks(passage: Passage) -> Passage:
    """Without the marks that a word processor's export leaves: "[bookmark: z12]"."""
    return passage.replace(_BOOKMARK, "") if "[bookmark" in passage.text else passage


def drop_old_codes(passage: Passage) -> Passage:
    """Without the codes that the bank of acts once put behind a number: "N 129 V980478_ "О садах"", "см.Z070319"."""
    return passage.replace(_OLD_CODE, "") if any(sign in passage.text for sign in ("_", "~", "см.")) else passage


def is_old_code(line: str) -> bool:
    """Whether a line holds such a code alone."""
    return bool(_OLD_CODE.fullmatch(line.strip()))


def drop_note_mark(passage: Passage) -> Passage:
    """Without the mark behind its words that sends to a note of the register: "учет роз; <*>"."""
    return passage.replace(_NOTE_MARK, "") if "<*" in passage.text else passage


def fold_spaces(passage: Passage) -> Passage:
    """Any run of white space, no-break ones included, as one plain space; none at the ends."""
    uneven = "  " in passage.text or _UNEVEN.search(passage.text)
    return (passage.replace(_SPACES, " ") if uneven else passage).strip(" ")


def undo_homoglyphs(passage: Passage) -> Passage:
    """Latin letters inside a Cyrillic word as the Cyrillic letters they look like ("cредний" with a Latin c), and the
    letters of old Kazakh fonts as those they stand for.

    A word is left alone where one of its Latin letters has no Cyrillic twin ("STEM-білім", "IT-маман").
    """
    if not MAY_BE_FOLDED.search(passage.text):
        return passage
    if OF_OLD_FONTS.search(passage.text):
        passage = Passage(passage.text.translate(FROM_OLD_FONTS), passage.offsets)
    if not HAS_LATIN.search(passage.text) or not _SCRIPTS_MEET.search(passage.text):
        return passage
    return Passage(_WORD.sub(lambda m: _as_cyrillic(m.group()), passage.text), passage.offsets)


def _as_cyrillic(word: str) -> str:
    """A word in which the scripts meet in Cyrillic, where it can be; any other as it stands."""
    if not _SCRIPTS_MEET.search(word):
        return word
    twin = word.translate(LATIN_TO_CYRILLIC)
    return word if HAS_LATIN.search(twin) else twin


def clean(passage: Passage) -> Passage:
    """The repairs that hold for every layout: bookmarks, old codes of acts and marks of notes dropped, letters set
    apart closed up, white space folded, homoglyphs undone.
    """
    return undo_homoglyphs(fold_spaces(close_up_words(drop_note_mark(drop_old_codes(drop_bookmarks(passage))))))


def close_up_words(passage: Passage) -> Passage:
    """Words whose letters are all set apart closed up: "п о с т а н о в л я е т:"; short ones may be signs in a row.

    A short one is closed up beside a long one ("П О Р Я Д О К   У Ч Е Т А"), or in capitals on its own ("У С Т А В").
    """
    if not _TWO_APART.search(passage.text):
        return passage
    runs = list(_APART.finditer(passage.text))
    if runs:
        runs += _APART_BESIDE.finditer(passage.text)
    elif alone := _APART_ALONE.fullmatch(passage.text):
        runs = [alone] if _is_word(passage.text.split()) else []
    if not runs:
        return passage
    gaps = {at for run in runs for at in range(*run.span()) if passage.text[at] in " \u00a0"}
    kept = [at for at in range(len(passage)) if at not in gaps]
    return Passage("".join(passage.text[at] for at in kept), array("I", (passage.offsets[at] for at in kept)))


def _is_word(letters: Sequence[str]) -> bool:
    """Whether letters may spell a word: signs in a row stand in the order of the alphabet, or come again."""
    return letters != sorted(letters) and len(set(letters)) == len(letters)


def close_up_letters(passage: Passage, known: Known) -> Passage:
    """Letter-spaced words closed up: "ж а н ы н а н  " is "жанынан", "ж ә н е  о қ у  " is "және оқу".

    A line that was stretched to its column's width parts its words by two spaces and their letters by one; some
    letters keep together ("т і з іл ім ін  "), and one letter may stand off alone ("б ілім беру").
    """
    text = passage.text
    if (
        not (_ONE_LETTER.search(text) and _SPACED_LETTERS.search(text))
        and not (text.endswith("  ") and " " in text.strip())
        and not _STRAY.search(text)
    ):
        return passage
    dropped: set[int] = set()
    stretched = text.endswith("  ") or bool(_LETTER_RUN.search(text))
    for segment in (_SEGMENT if stretched else _WHOLE).finditer(text):
        dropped.update(segment.start() + gap for gap in _gaps_to_close(segment.group(), stretched, known))
    kept = [at for at in range(len(text)) if at not in dropped]
    return Passage("".join(text[at] for at in kept), array("I", (passage.offsets[at] for at in kept)))


def _gaps_to_close(segment: str, stretched: bool, known: Known) -> Iterator[int]:
    """Which spaces of a segment stand inside a word."""
    if stretched and _ONE_WORD.fullmatch(segment):
        pieces = segment.split(" ")
        if not all(known(piece) for piece in pieces) or known(segment.replace(" ", "")):
            yield from (at for at, letter in enumerate(segment) if letter == " ")
            return
    run = {at for match in _LETTER_RUN.finditer(segment) for at in range(*match.span()) if segment[at] == " "}
    yield from run
    for match in _STRAY.finditer(segment):
        gap = match.end(1)
        if gap not in run and known(match[1] + match[2]):
            yield gap


def join_lines(lines: Sequence[Passage], known: Known) -> Passage:
    """The lines of a paragraph or a cell as one text, torn words mended ("индикатор" + "ы", "PISA-" + "2029").

    A line that ends in a space goes on with a new word; the others may have been torn where they ended.
    """
    parts: list[Passage] = []
    broken_at_space = False
    for line in lines:
        words = fold_spaces(line.strip(" "))
        if not words.text:
            continue
        if parts and not _is_torn(parts[-1].text, words.text, known, broken_at_space=broken_at_space):
            parts.append(Passage(" ", parts[-1].offsets[-1:]))
        parts.append(words)
        broken_at_space = line.text[-1] in " \u00a0"
    return concatenate(parts)


def _is_torn(before: str, behind: str, known: Known, *, broken_at_space: bool) -> bool:
    """Whether no space belongs between two lines."""
    if _CLOSING.match(behind) or (before.endswith(_OPENS) and _OPENING.search(before)):
        return True
    if broken_at_space:
        return False
    if (before.endswith("-") and _HYPHENED.search(before)) or (_DASHED.match(behind) and before[-1].isalnum()):
        return True
    if is_one_word(before, behind, known):
        return True
    head, tail = _words_at(before, behind)
    if not head or not tail:
        return False
    return not known(tail[0]) and not known(head[0]) and len(head[0]) >= LONG_WORD


def is_one_word(before: str, behind: str, known: Known) -> bool:
    """Whether the last word of a line and the first of the next are a known word, and one of them alone is none."""
    head, tail = _words_at(before, behind)
    if not head or not tail:
        return False
    whole = head[0].rpartition("-")[2] + tail[0].partition("-")[0]
    return known(whole) and not (known(head[0]) and known(tail[0]))


def _words_at(before: str, behind: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The last word of a line, looked for behind its last space alone, and the first of the next."""
    return _LAST_WORD.search(before, before.rfind(" ") + 1), _FIRST_WORD.match(behind)


LONG_WORD = 13
"""Letters from which a word may be too long for a column, so that it is torn where the column ends."""

Known = Callable[[str], bool]
"""Whether a word, in any case, stands whole somewhere in the text."""


def vocabulary(lines: Iterable[str]) -> Known:
    """The words that stand whole in the lines of a text: anywhere but at the edge where a line may be torn."""
    whole: set[str] = set()
    last: Counter[str] = Counter()
    torn_before = False
    for line in lines:
        found = _WHOLE_WORDS.findall(line.casefold())
        torn_behind = not line.endswith((" ", "\u00a0", "."))
        whole.update(found[torn_before : len(found) - torn_behind])
        last.update(word for word in found[len(found) - torn_behind :] if "-" not in word)
        torn_before = torn_behind
    whole.update(word for word, often in last.items() if often > 1)
    words = whole | {part for word in whole for part in word.split("-") if len(part) >= SHORTEST_PART}
    return lambda word: word.casefold() in words


SHORTEST_PART = 4
"""Letters from which a part of a hyphenated word is taken for a word: "-ын" is an ending."""

_WHOLE_WORDS = late(r"(?<![\w-])[^\W\d_]{2,}(?:-[^\W\d_]+)*")
_LETTER_RUN = late(r"(?<!\S)\S(?: \S)+(?!\S)")
_ONE_LETTER = late(r" \S ")
"""What letters set apart have between two of them."""
_SPACED_LETTERS = late(r"(?<!\S)\S(?: \S){2,}(?!\S)|(?<!\S)\S \S  ")
_STRAY = late(r"(?<![\w-])([^\W\d_авикосуяАВИКОСУЯ]) ([^\W\d_]{2,})(?![\w-])")
_SEGMENT = late(r"\S+(?: \S+)*")
_WHOLE = late(r".+", re.DOTALL)
_ONE_WORD = late(r"\(?\"?[^\W\d_]+(?: [a-zа-яёәғқңөұүһі]+)+[.,;:)\"]*")
_CLOSING = late(r"[,;:.)!?](?:\s|$)|[,;:.)!?][^\w\s]|\"(?:[\s,;:.)]|$)")
_OPENS = ("(", '"', "«", "/")
"""What all of these end with."""
_OPENING = late(r"(?:^|\s)[(\"«]+$|\(\"$|[(/]$")
_HYPHENED = late(r"\w-$")
_DASHED = late(r"-[^\W\d_]")
_LAST_WORD = late(r"[^\W\d_]+(?:-[^\W\d_]+)*$")
_FIRST_WORD = late(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def put_back_links(passage: Passage) -> Passage:
    """A link's words, printed behind the line that they were taken from, back in the gap that they left there.

    The gap is a space too many, or stands before a mark: "№ 941  күші жойылды деп танылсын.қаулысының",
    "халқына ;Жолдауы". A line with other than one gap and one tail of such words is left as it is.
    """
    tail = _LINK_TAIL.search(passage.text) if _MAY_LINK.search(passage.text) else None
    gaps = list(_LINK_GAP.finditer(passage.text, 0, tail.start())) if tail else []
    if tail is None or len(gaps) != 1:
        return passage
    gap = gaps[0]
    rest = passage[gap.end() : tail.start()]
    parts = [passage[: gap.start()], passage[tail.start() :]]
    return concatenate([join(parts), rest] if rest.text[0] in _MARKS else [join([*parts, rest])])


def put_back_opening(passage: Passage) -> Passage:
    """The opening words of a sentence, printed at the end of the line that they opened, back at its front.

    They are known by their capital, where the line opens with a small letter: "бағалау жүреді, ТжКБ деңгейінде".
    """
    tail = _OPENING_WORDS.search(passage.text)
    if tail is None or not passage.text.lstrip()[:1].islower():
        return passage
    return join([passage[tail.start("words") :].strip(), passage[: tail.start("words")].strip()])


_OPENING_WORDS = late(r"\s(?P<words>[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\S*(?: [a-zа-яёәғқңөұүһі-]+)*)\s*$")
_LINK_GAP = late(r"(?<=\S)(?:  (?=\S)| (?=[;,]))|^(?:\s(?=\S)|(?=[;,]))")
_MAY_LINK = late(r"[.;,][^\W\d_]|№")
"""What such a tail has, and few lines do."""
_LINK_TAIL = late(r"(?:(?<=[.;,])|(?<=\d)(?=№)|(?<=; )(?=№))(?:№ \d+|[^\W\d_]+(?: [^\W\d_]+)*)$")
_MARKS = ";,"
