"""Two languages in one file are two texts of one edition, each with its records, whose places are those of the file."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest
from carriers import FONTS, as_docx, as_html, as_pdf
from effort import steps
from generated_plans import CARRIERS, Plan, draw

from extract.document.blocks import Block, Cell, Document, Heading, Paragraph, Passage, Row, Table
from extract.flow import extract_file
from extract.language.bilingual.cells import passage_in
from extract.language.bilingual.documents import are_two, in_language
from extract.language.bilingual.words import halves_of, language_of, may_be_two
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

STAMPS = {
    "kk": "Бекітемін. № 7 мектеп директоры Г. Омарова 2031 жылғы 15 қаңтар",
    "ru": "Утверждаю. Директор школы № 7 Г. Омарова 15 января 2031 года",
}
ROWS = (
    ("1", {"kk": "Бақ туралы стендті жаңарту", "ru": "Обновить стенд о саде"}, {"kk": "2031 жылғы наурыз", "ru": "март 2031 года"}, ("2031-03",), {"kk": "Завхоз", "ru": "Завхоз"}),
    ("2", {"kk": "Мектеп жанына аллея отырғызу", "ru": "Посадить аллею у школы"}, {"kk": "тоқсан сайын", "ru": "ежеквартально"}, (), {"kk": "Әдіскер", "ru": "Методист"}),
    ("3", {"kk": "Жылыжайды жөндеуді аяқтау", "ru": "Закончить ремонт теплицы"}, {"kk": "2031 жылғы IV тоқсан", "ru": "IV квартал 2031 года"}, ("2031-Q4",), {"kk": "Мектеп директоры", "ru": "Директор школы"}),
)  # fmt: skip
TITLES = (
    {"kk": "Іс-шаралар", "ru": "Мероприятия"},
    {"kk": "Орындау мерзімі", "ru": "Срок исполнения"},
    {"kk": "Жауаптылар", "ru": "Ответственные"},
)
NAMES = {
    "kk": "Бақ күтімінің 2031 жылға арналған іс-шаралар жоспары",
    "ru": "План мероприятий по уходу за садом на 2031 год",
}


def passage(text: str) -> Passage:
    return Passage(text, array("I", range(len(text))))


def row(*cells: str) -> Row:
    return Row(tuple(Cell(tuple(passage(text) for text in cell.split("\n") if text)) for cell in cells))


def one_behind_the_other(first: str = "kk") -> list[Block]:
    blocks: list[Block] = []
    for lang in (first, "ru" if first == "kk" else "kk"):
        rows = [row(number, name[lang], when[lang], who[lang]) for number, name, when, _, who in ROWS]
        titles = row("№", *(title[lang] for title in TITLES))
        blocks += [Paragraph(passage(STAMPS[lang])), Heading(passage(NAMES[lang])), Table((titles, *rows))]
    return blocks


def in_one_cell(between: str, behind: str = "") -> list[Block]:
    def both(words: dict[str, str]) -> str:
        return f"{words['kk']}{between}{words['ru']}{behind}" if words["kk"] != words["ru"] else words["kk"]

    rows = [row(number, both(name), both(when), both(who)) for number, name, when, _, who in ROWS]
    return [Heading(passage(f"{NAMES['kk']} / {NAMES['ru']}")), Table((row("№", *map(both, TITLES)), *rows))]


def side_by_side() -> list[Block]:
    rows = [
        row(number, name["kk"], name["ru"], when["kk"], when["ru"], who["kk"], who["ru"])
        for number, name, when, _, who in ROWS
    ]
    titles = row("№", *(title[lang] for title in TITLES for lang in ("kk", "ru")))
    return [Heading(passage(NAMES["kk"])), Heading(passage(NAMES["ru"])), Table((titles, *rows))]


LAYOUTS = {
    "kk-then-ru": one_behind_the_other(),
    "ru-then-kk": one_behind_the_other("ru"),
    "slash": in_one_cell(" / "),
    "lines": in_one_cell("\n"),
    "strokes": in_one_cell(" /\n"),
    "brackets": in_one_cell(" (", ")"),
    "columns": side_by_side(),
}


def as_markdown(document: Document) -> bytes:
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, Table):
            for n, one in enumerate(block.rows):
                cells = [" <br> ".join(p.text for p in cell.paragraphs) for cell in one.cells]
                lines.append("| " + " | ".join(cells) + " |")
                lines += ["|" + " --- |" * len(cells)] if n == 0 else []
            lines.append("")
        else:
            lines += [f"# {block.passage.text}" if isinstance(block, Heading) else block.passage.text, ""]
    return "\n".join(lines).encode()


def as_tabs(document: Document) -> bytes:
    pieces: list[str] = []
    for block in document.blocks:
        if isinstance(block, Table):
            pieces += [
                "".join(f"\t{'; '.join(p.text for p in cell.paragraphs)}\n" for cell in r.cells) + "\n"
                for r in block.rows
            ]
        else:
            pieces.append(block.passage.text + "\n\n")
    return "".join(pieces).encode()  # fmt: skip


MAKERS = {"docx": as_docx, "html": as_html, "pdf": as_pdf, "md": as_markdown, "txt": as_tabs}


def read(blocks: list[Block], ending: str, folder: Path) -> Extraction:
    if ending == "pdf" and not all(font.is_file() for font in FONTS):
        pytest.skip("the DejaVu fonts (fonts-dejavu-core) are not installed")
    path = folder / f"garden.{ending}"
    path.write_bytes(MAKERS[ending](Document("garden", "kk", "", tuple(blocks))))
    return extract_file(path, Registry.load())


@pytest.mark.parametrize("ending", MAKERS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_language_has_its_records(layout: str, ending: str, tmp_path: Path) -> None:
    if layout in ("lines", "strokes") and ending == "txt":
        pytest.skip("a cell of a plain text has one line")
    first = read(LAYOUTS[layout], ending, tmp_path)
    texts = (first, *first.others)
    assert [text.source.lang for text in texts] == ["kk", "ru"]
    assert len({(text.source.work, text.source.version_date) for text in texts}) == 1
    for text in texts:
        lang = text.source.lang
        got = [
            (m.number, m.name, m.period.due if m.period else (), tuple(p.text for p in m.responsible))
            for m in text.measures
        ]
        assert got == [(number, name[lang], due, (who[lang],)) for number, name, _, due, who in ROWS]
        for measure in text.measures:
            assert measure.period is not None
            span = measure.period.spans[0]
            assert " ".join(text.text[span.start : span.end].split()) == measure.period.text
        assert text.text == first.text


def both_in(row: tuple[str, ...], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in row) + "</tr>\n"


def test_a_table_of_html_with_a_row_on_a_line_is_of_both_languages(tmp_path: Path) -> None:
    titles = ("№", *(title[lang] for title in TITLES for lang in ("kk", "ru")))
    rows = [
        (n, *(words[lang] for words in (name, when, who) for lang in ("kk", "ru"))) for n, name, when, _, who in ROWS
    ]
    table = "<table>\n" + both_in(titles, "th") + "".join(both_in(row, "td") for row in rows) + "</table>\n"
    path = tmp_path / "plan.md"
    path.write_text(f"# {NAMES['kk']}\n\n# {NAMES['ru']}\n\n{table}", "utf-8")
    first = extract_file(path, Registry.load())
    for text in (first, *first.others):
        assert [one.name for one in text.measures] == [name[text.source.lang] for _, name, _, _, _ in ROWS]


ACT = """# О поливе садов

В целях улучшения полива садов аким района РЕШИЛ:

1. Утвердить график перевода садов на капельный полив согласно приложению.

2. Контроль за исполнением данного решения возложить на заместителя акима района.

# Бақтарды тамшылатып суаруға көшіру КЕСТЕСІ

# ГРАФИК перевода садов на капельный полив

"""
GARDENS = (
    ("Раушан бағы бөлімшесі", "Отделение розового сада"),
    ("Жөке аллеясы шаруашылығы", "Хозяйство липовой аллеи"),
    ("Үйеңкі орман питомнигі", "Лесной питомник клёна"),
)


@pytest.mark.parametrize(
    ("between", "behind", "name"),
    [
        (" (", ")", "Раушан бағы бөлімшесі (Отделение розового сада)"),
        (" / ", "", "Отделение розового сада"),
        ("<br>", "", "Отделение розового сада"),
        ("</td><td>", "", "Отделение розового сада"),
    ],
)
def test_a_grid_in_both_languages_below_sentences_in_one_is_read_once(
    between: str, behind: str, name: str, tmp_path: Path
) -> None:
    told = [f"{kk}{between}{ru}{behind}" for kk, ru in (("Бөлімшелердің атауы", "Наименование отделений"), *GARDENS)]
    marks = (("2031ж.", "2032ж.", "2033ж."), ("+", "", ""), ("", "+", ""), ("", "", "+"))
    rows = [
        both_in((n, words, *cells), "td") for n, words, cells in zip(("№", "1", "2", "3"), told, marks, strict=True)
    ]
    path = tmp_path / "act.md"
    path.write_text(f"{ACT}<table>\n{''.join(rows)}</table>\n", "utf-8")
    found = extract_file(path, Registry.load())
    assert (found.others, found.source.lang) == ((), "ru")
    assert [one.period.due for one in found.measures if one.period] == [("2031",), ("2032",), ("2033",)]
    assert found.measures[0].name == name


def test_a_text_of_each_language_stays_two_where_both_have_sentences(tmp_path: Path) -> None:
    path = tmp_path / "act.md"
    rows = "".join(both_in((f"{kk} / {ru}", "+", ""), "td") for kk, ru in GARDENS)
    kazakh = "1. Бақтарды тамшылатып суаруға көшіру кестесі қосымшаға сәйкес бекітілсін.\n\n"
    path.write_text(f"{kazakh}{kazakh}{ACT}<table>\n{rows}</table>\n", "utf-8")
    assert len(extract_file(path, Registry.load()).others) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Бағбан саябақты күзетсін.",
        "1. Бағбан саябақты күзетсін",
        "Бағбандар саябақты түнде күзетуге міндетті",
    ],
)
def test_one_short_sentence_in_the_other_language_makes_a_text_of_it(words: str, tmp_path: Path) -> None:
    path = tmp_path / "act.md"
    rows = "".join(both_in((f"{kk} / {ru}", "+", ""), "td") for kk, ru in GARDENS)
    path.write_text(f"{ACT}<table>\n{rows}</table>\n\n{words}\n", "utf-8")
    assert len(extract_file(path, Registry.load()).others) == 1


def test_titles_in_both_languages_make_no_text_of_the_other(tmp_path: Path) -> None:
    path = tmp_path / "act.md"
    rows = "".join(both_in((f"{kk} / {ru}", "+", ""), "td") for kk, ru in GARDENS)
    annex = "Аудан әкімінің № 5 шешіміне қосымша\n\nПриложение к решению акима района № 5"
    path.write_text(f"{ACT}{annex}\n\n<table>\n{rows}</table>\n", "utf-8")
    assert extract_file(path, Registry.load()).others == ()


def test_what_one_language_says_of_the_act_holds_for_the_other(tmp_path: Path) -> None:
    first = read(one_behind_the_other(), "docx", tmp_path)
    assert {str(text.source.version_date) for text in (first, *first.others)} == {"2031-01-15"}


def test_each_language_has_its_own_title_where_both_stand_in_the_columns_of_one_table(tmp_path: Path) -> None:
    lines = (
        ("Мектеп бақтарын дамыту туралы", "О развитии школьных садов"),
        (
            "Қазақстан Республикасы Үкіметінің 2031 жылғы 17 қаңтардағы № 12 қаулысы",
            "Постановление Правительства Республики Казахстан от 17 января 2031 года № 12",
        ),
        (
            "1. Мектептер бақтарды жыл сайын баптасын және көшеттерді күзде отырғызсын.",
            "1. Школам ежегодно ухаживать за садами и высаживать саженцы осенью.",
        ),
    )
    rows = tuple(Row(tuple(Cell((passage(words),)) for words in pair)) for pair in lines)
    first = read([Table(rows)], "docx", tmp_path)
    assert [(text.source.lang, text.source.title) for text in (first, *first.others)] == [
        ("kk", lines[0][0]),
        ("ru", lines[0][1]),
    ]
    assert {text.source.issuer_text for text in (first, *first.others)} == {
        "Қазақстан Республикасы Үкіметінің",
        "Правительства Республики Казахстан",
    }


@pytest.mark.parametrize(
    ("written", "kk", "ru"),
    [
        ("Ауылдағы кітапханалар / Сельские библиотеки (по согласованию)", (0, 21), (24, 61)),
        ("Терезелерді жуу (Мытье окон)", (0, 15), (17, 27)),
        ("сәуір (апрель)", (0, 5), (7, 13)),
        ("тоқсан сайын (ежеквартально)", (0, 12), (14, 27)),
    ],
)
def test_brackets_hold_the_other_language_or_end_its_half(
    written: str, kk: tuple[int, int], ru: tuple[int, int]
) -> None:
    assert halves_of(written) == {"kk": kk, "ru": ru}


@pytest.mark.parametrize(
    "written",
    [
        "«Көктем» ЖШС (по согласованию)",
        "Управление (келісім бойынша)",
        "Терезелерді жуу (еженедельно)",
        "Вымыть окна (апта сайын)",
        "Жөндеу / Ремонт «Ұя» (весна)",
        "Үйірме жетекшісі (Соколова О.И.)",
        "Үйірме жетекшісі (Ольга Соколова)",
        "Кітапхана (отдел чтения)",
        "Кітапхана (читатели)",
    ],
)
def test_a_remark_in_brackets_is_not_the_other_language(written: str) -> None:
    assert halves_of(written) is None


def test_a_long_line_without_capitals_is_not_asked_at_each_blank() -> None:
    def work(size: int) -> None:
        halves_of.__wrapped__("көше 5 улица " * size)

    work(1)
    assert steps(work, 400) < 1.5 * steps(work, 200)


def test_a_name_with_an_initial_is_not_where_the_other_language_begins() -> None:
    written = "Утвержден протоколом совета лицея имени Ә. Бағбанұлы от 27 января 2031 года № 6"
    assert halves_of(written) is None
    assert halves_of("Бақ отырғызу Посадить сад") == {"kk": (0, 12), "ru": (13, 25)}


@pytest.mark.parametrize(
    ("written", "kk", "ru"),
    [
        ("2031-2033 жж. / гг.", "2031-2033 жж.", "2031-2033 гг."),
        ("2031 г./ж.", "2031 ж.", "2031 г."),
        ("2031 (базалық / базовый)", "2031 (базалық)", "2031 (базовый)"),
        ("2031-2033 жж. / 2031-2033 гг.", "2031-2033 жж.", "2031-2033 гг."),
        ("12 (5 / 6)", "12 (5 / 6)", "12 (5 / 6)"),
    ],
)
def test_what_both_languages_share_is_of_each(written: str, kk: str, ru: str) -> None:
    for lang, said in (("kk", kk), ("ru", ru)):
        [table] = in_language(Document("two", lang, "", (Table((Row((Cell((passage(written),)),)),)),)), lang).blocks
        assert isinstance(table, Table)
        assert table.rows[0].cells[0].text == said


def test_years_in_each_language_one_beneath_the_other() -> None:
    cell = Cell((passage("2031-2033 жж."), passage("2031-2033 гг.")))
    for lang, said in (("kk", "2031-2033 жж."), ("ru", "2031-2033 гг.")):
        [table] = in_language(Document("two", lang, "", (Table((Row((cell,)),)),)), lang).blocks
        assert isinstance(table, Table)
        assert table.rows[0].cells[0].text == said


@pytest.mark.parametrize("lang", ["kk", "ru"])
@pytest.mark.parametrize("carrier", ["tags", "word", "tabs"])
def test_a_text_in_one_language_is_one(lang: str, carrier: str, tmp_path: Path) -> None:
    plan: Plan = draw(5, lang)
    ending, write = CARRIERS[carrier]
    path = tmp_path / f"plan.{ending}"
    path.write_bytes(write(plan))
    assert extract_file(path, Registry.load()).others == ()


def test_a_quotation_in_the_other_language_makes_no_second_text() -> None:
    russian = "Школа проводит урок о саде и читает вслух стихи о зимней яблоне, которую посадили ученики. " * 4
    quoted = "Алма ағашы қыста ұйықтайды, көктемде гүлдейді."
    document = Document("d", "ru", russian + quoted, (Paragraph(passage(russian)), Paragraph(passage(quoted))))
    assert may_be_two(russian) is False
    assert not are_two(document)


def test_nouns_that_both_languages_have_make_no_russian_text() -> None:
    kazakh = ("Бақ отырғызу мен гүл егу шараларын өткізу", "Саябақтардағы арықтарды тазалау, ағаштарды ақтау")
    shared = ("протокол, сертификат, журнал", "директор, агроном, редактор", "акт, паспорт, фото, бухгалтер")
    spoken = ("Провести форум садов, посаженных в парках", "для отчёта о посадке цветов и деревьев")
    for russian, two in ((shared, False), (spoken, True)):
        blocks = tuple(Paragraph(passage(words)) for words in (*kazakh, *russian))
        document = Document("d", "kk", " ".join((*kazakh, *russian)), blocks)
        assert may_be_two(document.text)
        assert are_two(document) is two


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        ("Посадить сад у школы Қарлығаш", "ru"),
        ("Мектеп бағын күту", "kk"),
        ("Срок", "ru"),
        ("Мерзімі", "kk"),
        ("2031", None),
        ("№ 5", None),
    ],
)
def test_the_language_of_some_words(words: str, lang: str | None) -> None:
    assert language_of(words) == lang


def test_what_is_in_neither_language_is_told_and_is_of_both(tmp_path: Path) -> None:
    words = "This garden is looked after by the pupils of the school, who also keep the greenhouse and its library."
    found = read([*one_behind_the_other(), Paragraph(passage(words))], "docx", tmp_path)
    told = [finding for finding in found.findings if finding.code == "of-neither-language"]
    assert [finding.words for finding in told] == [words]
    assert found.text[told[0].spans[0].start : told[0].spans[0].end] == words


@pytest.mark.parametrize(
    ("words", "kk", "ru"),
    [
        ("2030 (базалық / базовый)", "2030 (базалық)", "2030 (базовый)"),
        ("Ағаштар (көктем) / Деревья (весна)", "Ағаштар (көктем)", "Деревья (весна)"),
        ("5 (бес) ағаш / 5 (пять) деревьев", "5 (бес) ағаш", "5 (пять) деревьев"),
    ],
)
def test_a_year_before_brackets_that_hold_both_is_of_both(words: str, kk: str, ru: str) -> None:
    whole = passage(words)
    document = Document("garden", "kk", words, (Heading(whole),))
    told = {}
    for lang in ("kk", "ru"):
        (block,) = in_language(document, lang).blocks
        assert isinstance(block, Heading)
        assert "".join(words[at] for at in block.passage.offsets[: len(block.passage)]) == block.passage.text
        told[lang] = block.passage.text
    assert told == {"kk": kk, "ru": ru}


@pytest.mark.parametrize(
    ("words", "kk"),
    [
        ("Педагог-психолог / педагог-психолог", "Педагог-психолог"),
        ("  Агроном/ Агроном ", "Агроном"),
        ("Бак / Сад", "Бак / Сад"),
        ("5 / 5", "5 / 5"),
        ("сад / сад / сад", "сад / сад / сад"),
    ],
)
def test_what_is_called_the_same_in_both_languages_is_said_once(words: str, kk: str) -> None:
    assert passage_in(passage(words), "kk").text == kk


def test_a_time_in_both_languages_without_a_mark_between_them() -> None:
    words = "2031 жылғы мамыр май 2031 года"
    halves = halves_of(words)
    assert halves is not None
    assert [words[slice(*halves[lang])] for lang in ("kk", "ru")] == ["2031 жылғы мамыр", "май 2031 года"]
    assert halves_of("2031 жылғы мамыр айы") is None


@pytest.mark.parametrize("piece", ["абв / ", "сад / ", "БАҚ / ", "сад Бақ – ", "абв   "])
def test_many_strokes_cost_no_more_than_their_length(piece: str) -> None:
    def work(size: int) -> None:
        text = piece * size
        halves_of.__wrapped__(text)
        passage_in(passage(f"{text}/ {text}"), "kk")

    work(1)
    assert steps(work, 800) < 2.5 * steps(work, 400)
