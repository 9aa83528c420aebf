"""Rich text: what its words mean, tables, lists, notes and changes, and the blocks they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawing import drawn
from effort import steps

from extract.inputs.canonical import Canonical, write_canonical
from extract.inputs.parts import UnusableInput
from extract.inputs.reading import read_input
from extract.inputs.word.rtf import DEEPEST, read_rtf

HEAD = (
    r"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\froman\fcharset204 Times New Roman{\*\falt Tms Rmn};}"
    r"{\f1\fcharset2 Symbol;}{\f2\fcharset161 Arial Greek;}{\f3\fcharset128 MS Mincho;}{\f4\fcharset0 Arial;}}"
    r"{\colortbl;\red0\green0\blue255;}{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s2\outlinelevel1 Part;}{\s3 Title;}"
    r"{\*\cs10 Default Paragraph Font;}}{\*\generator Any 1.0;}{\info{\title Plan}{\author Any}}"
)


def read(words: str, head: str = HEAD) -> Canonical:
    return write_canonical(read_rtf(f"{head}{words}}}".encode("latin-1"), "plan.rtf"))


def body(words: str, head: str = HEAD) -> list[object]:
    return drawn(read(words, head).blocks)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (r"\'cf\'eb\'e0\'ed.", "P План."),
        ("\xcf\xeb\xe0\xed.", "P План."),
        (r"{\f2 \'e1\'e2}.", "P αβ."),
        (r"{\f3 \'93\'fa\'96\'7b}.", "P 日本."),
        (r"{\f4 \'cf\'eb\'e0\'ed}.", "P План."),
        (r"\u1078?\u1086?\u1089?.", "P жос."),
        (r"\u1078\'e6\u1086\'ee.", "P жо."),
        (r"\u-10179?\u-8704?.", "P 😀."),
        (r"\uc0 \u55357\uc1 \u56832\'3f.", "P 😀."),
        (r"{\uc0 \u1078 \u1086 }{\uc2\u1089??}.", "P жос."),
        (r"\u1078{9}.", "P ж9."),
        (r"\u8209\_\u8226\bullet x.", "P ‑•x."),
        (r"a\~b\_c\-d \{e\}\\ \emdash\ldblquote f\rdblquote .", "P a b-cd {e}\\ —“f”."),
        (r"one\tab two" + "\r\n" + "three.", "P one twothree."),
        (r"{\upr{old}{\*\ud{\u1078?}}}.", "P ж."),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}.", "P link."),
        (r"{\v secret}{\deleted gone}{\pict\wmetafile8 0a0b0c}{\pict\bin5 }}}}}}seen.", "P seen."),
        (r"{\header top\par}{\footerf end\par}{\*\unknown x{\b y}}{\*\annotation z}seen.", "P seen."),
        (r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}}{\shprslt old}}seen.", "P seen."),
    ],
)
def test_letters(words: str, expected: str) -> None:
    assert body(rf"\pard {words}\par") == [expected]


@pytest.mark.parametrize(
    ("head", "word"),
    [
        (r"{\rtf1\ansi ", r"\'e9"),
        (r"{\rtf1\mac ", r"\'8e"),
        (r"{\rtf1\pc ", r"\'82"),
        (r"{\rtf1\ansi\ansicpg9999 ", r"\'e9"),
    ],
)
def test_code_pages_of_a_file(head: str, word: str) -> None:
    assert body(rf"\pard {word}t\'2e\par", head) == ["P ét."]


def test_paragraphs_lines_and_titles() -> None:
    words = (
        r"\pard\s1 Chapter\par\pard\s2 Part\par\pard\s3 Plan.\par\pard\plain{\b Bold title}\par\pard\qc In the middle\par"
        r"\pard{\b A bold sentence.}\par\pard{\b Bold} in part\par one\line two.\par\pard\outlinelevel2 Third\par"
        "\\pard first.\\\nsecond."
    )
    assert body(words) == [
        *("H1 Chapter", "H2 Part", "H1 Plan.", "H1 Bold title", "H1 In the middle", "P A bold sentence."),
        *("P Bold in part", "P one", "P two.", "H3 Third", "P first.", "P second."),
    ]


def row(*cells: str, edges: str = "") -> str:
    """A row whose cells are a thousand wide; `edges` writes them out otherwise."""
    edges = edges or "".join(rf"\cellx{1000 * n}" for n in range(1, len(cells) + 1))
    inside = "".join(rf"{cell}\cell " for cell in cells)
    return rf"\trowd\trgaph108{edges}\pard\intbl {inside}\row "


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([row("Heading", edges=r"\cellx3000"), row("1.", "name", r"act\par report")],
         [["Heading"], ["1.", "name", "act / report"]]),
        ([row("Heading", "", "", edges=r"\clmgf\cellx1000\clmrg\cellx2000\clmrg\cellx3000"), row("1.", "name", "act")],
         [["Heading"], ["1.", "name", "act"]]),
        ([row("No", "Money", "Who", edges=r"\clvmgf\cellx1000\cellx3000\clvmgf\cellx4000"),
          row("", "2031", "2032", "", edges=r"\clvmrg\cellx1000\cellx2010\cellx2990\clvmrg\cellx4005"),
          row("1.", "5", "6", "M")],
         [["No", "Money", "Who"], ["", "2031", "2032", ""], ["1.", "5", "6", "M"]]),
        ([row("1.", "name", "act", edges=r"\clvmgf\cellx1000\clvmgf\cellx2000\cellx3000"),
          row("", "", "report", edges=r"\clvmrg\cellx1000\clvmrg\cellx2000\cellx3000")],
         [["1.", "name", "act / report"]]),
        ([row("1.", "a"), row("b", edges=r"\trleft1000\cellx2000")], [["1.", "a"], ["", "b"]]),
        ([row("1.", "a", "b", edges=r"\cellx1000")], [["1.", "a", "b"]]),
        ([row("1.", r"a{\itap2 \par x\nestcell y\nestcell{\*\nesttableprops\trowd\cellx1\nestrow}}\par b")],
         [["1.", "a / x / y / b"]]),
        ([r"\pard\intbl 1.\cell a\cell\trowd\cellx1000\cellx2000\row "], [["1.", "a"]]),
        ([r"\trowd\cellx1000\cellx2000\pard\intbl 1.\cell a"], [["1.", "a"]]),
    ],
    ids=["across", "joined", "titles in two rows", "beneath a number", "set in", "more cells than edges", "a table in a cell",
         "defined behind", "never ended"],
)  # fmt: skip
def test_cells(rows: list[str], expected: list[list[str]]) -> None:
    assert body("".join(rows)) == [expected]


def test_a_paragraph_ends_a_table() -> None:
    words = row("a", "b") + r"\pard\par" + row("c") + r"\pard behind.\par"
    assert body(words) == [[["a", "b"]], [["c"]], "P behind."]


def test_printed_numbers_of_lists() -> None:
    words = (
        r"\pard\ls1{\listtext\pard\plain\f0 1)\tab}one;\par{\listtext\f1\'b7\tab}point;\par{\pntext\f0 o\tab}{\*\pn\pnlvlblt}ring;\par"
        r"\pard{\listtext\f0\'e0)\tab}\'e1.\par" + row(r"{\listtext 1.\tab}", "name")
    )
    assert body(words) == ["L 1) one;", "L – point;", "L – ring;", "L а) б.", [["1.", "name"]]]


def test_notes_stand_behind_the_body() -> None:
    words = r"\pard words{\super\chftn{\footnote\pard\plain{\super\chftn} said\par there.}}\par more{\deleted{\footnote gone}}.\par"
    assert body(words) == ["P words", "P more.", "L 1) said there."]


@pytest.mark.parametrize(
    ("words", "expected"), [(r"word{\super 1}", "P word"), (r"hall of 20 m{\super 2}", "P hall of 20 m2")]
)
def test_a_raised_mark_of_a_note_is_none_of_the_words(words: str, expected: str) -> None:
    assert body(rf"\pard {words}\par") == [expected]


def test_boxes_stand_behind_their_paragraph() -> None:
    words = r"\pard with a box{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt\pard in\par the box.\par}}}.\par behind.\par"
    assert body(words) == ["P with a box.", "P in", "P the box.", "P behind."]


def test_bookmarks_stand_before_their_paragraph() -> None:
    words = r"\pard{\*\bkmkstart z12}{\*\bkmkend z12}{\*\bkmkstart _Toc1}words.\par"
    assert read(words).text == "[bookmark: z12]\nwords.\n\n"


REFUSED = {
    "groups without end": ("{\\rtf1 " + "{" * 10 * DEEPEST, "groups lie more than"),
    "a cut file": (HEAD + r"\pard words", "ends before its last group does"),
    "a picture without end": (HEAD + r"{\pict\bin2147483647 0000}}", "ends before its last group does"),
    "no words": (HEAD + "}", "holds no words"),
    "only a mark": ("{\\rtf", "ends before its last group does"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_refused_in_one_sentence(tmp_path: Path, kind: str) -> None:
    words, sentence = REFUSED[kind]
    path = tmp_path / "plan.rtf"
    path.write_text(words, "latin-1")
    with pytest.raises(UnusableInput, match=sentence) as refused:
        read_input(path)
    assert str(refused.value).startswith(str(path))


def test_words_called_rtf_are_damaged(tmp_path: Path) -> None:
    path = tmp_path / "plan.rtf"
    path.write_text("words", "utf-8")
    with pytest.raises(UnusableInput, match="its first bytes are not those"):
        read_input(path)


@pytest.mark.parametrize("name", ["plan.doc", "plan.txt", "plan.docx", "plan.rtf"])
def test_it_is_known_by_its_bytes(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("\n" + HEAD + r"\pard words.\par}" + "\0\0", "latin-1")
    assert (read_input(path).form, read_input(path).text) == ("rtf", "words.\n\n")


STRANGE = (
    *(r"\cell ", r"\row ", r"\cellx1 ", r"\trowd\cellx-5\clmrg\cellx99 ", r"{\footnote a}", r"{\footnote\shptxt a}"),
    *(
        r"{\super 1}a",
        r"\u55357 ",
        r"{\*}",
        r"{\shptxt a}",
        r"{\listtext 1.}",
        r"\bin-5 ",
        r"\uc99999 \u1 ",
        "\\",
        "\\'zz",
    ),
)


@pytest.mark.parametrize("piece", STRANGE)
def test_strange_orders_are_a_document_in_effort_that_grows_as_they_do(piece: str) -> None:
    def work(size: int) -> None:
        write_canonical(read_rtf(f"{HEAD}a {piece * size} z}}".encode("latin-1"), "plan.rtf"))

    assert steps(work, 400) < 12 * steps(work, 50)
