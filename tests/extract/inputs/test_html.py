"""Pages of HTML as a register serves acts: the page above, the blocks below."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawing import drawn

from extract.flow import extract_file
from extract.inputs.canonical import write_canonical
from extract.inputs.html import read_html
from extract.inputs.reading import read_input
from kzedu_graph.registry.resolving import Registry


def body(html: str) -> list[object]:
    return drawn(write_canonical(read_html(f"<html><body>{html}</body></html>", "page.html")).blocks)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1>О плане</h1><p>Слова.</p>", ["H1 О плане", "P Слова."]),
        ("<p>1) пункт;</p>", ["L 1) пункт;"]),
        ("<p><b>Глава 1. Общие положения</b></p>", ["H1 Глава 1. Общие положения"]),
        ("<p style='text-align: center'>План</p>", ["H1 План"]),
        ("<div>до<p>внутри.</p>после.</div>", ["P до", "P внутри.", "P после."]),
        ("<p>одна<br>другая.</p>", ["P одна", "P другая."]),
        ("<ol start=3><li>три;</li><li>четыре.</li></ol>", ["P 3. три;", "P 4. четыре."]),
        ("<ol start=3><li><p>три;</p><p>дальше;</p></li><li><p>четыре.</p></li></ol>", ["P 3. три;", "P дальше;", "P 4. четыре."]),
        ("<ol><li>сад:<ol><li>полить;</li></ol></li></ol>", ["P 1. сад:", "L 1) полить;"]),
        ("<p>до 5 мая<br>полить сад;<br>сдать отчёт.</p>", ["P до 5 мая полить сад;", "P сдать отчёт."]),
        ("<p><span style='mso-list:Ignore'>1)<span>&nbsp;&nbsp;</span></span>полить сад;</p>", ["L 1) полить сад;"]),
        ("<p><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span></span>сад;</p>", ["L – сад;"]),
        ("<p><span style='font-family:Wingdings'>§</span> сад;</p>", ["L – сад;"]),
        ("<p>сад;</p><div title=footer><p>3</p></div>", ["P сад;"]),
        ("<p>до <del>5</del><ins>7</ins> мая.</p>", ["P до 7 мая."]),
        ("<p class=note><font color=red>Сноска. Пункт 2 изменен.</font></p>", ["P Сноска. Пункт 2 изменен."]),
        ("<p hidden>нет</p><p style='display:none'>нет</p><script>нет</script><nav>нет</nav><p>да.</p>", ["P да."]),
        ("<p>&laquo;A&raquo; &amp; B&nbsp;C.</p>", ["P «A» & B C."]),
        ("<table><tr><td><table><tr><td>a<td>b</table><td>c.</table>", [[["a", "b"]], "P c."]),
        ("menu<article><h2>Plan</h2><p>Words.</p></article>menu", ["H2 Plan", "P Words."]),
        ("<div><h1>О плане</h1><p>Постановление.</p></div><article><p>Words.</p></article>", ["H1 О плане", "P Постановление.", "P Words."]),
    ],
)  # fmt: skip
def test_blocks_of_a_page(html: str, expected: list[object]) -> None:
    assert body(html) == expected


def test_spans_of_cells() -> None:
    html = (
        "<table><tr><th rowspan=2>№</th><th colspan=2>Сумма</th></tr><tr><th>2031</th><th>2032</th></tr>"
        "<tr><td rowspan=2>1.</td><td>акт</td><td>июнь</td></tr><tr><td>отчет</td><td>июль</td></tr></table>"
    )
    assert body(html) == [[["№", "Сумма"], ["", "2031", "2032"], ["1.", "акт / отчет", "июнь / июль"]]]


@pytest.mark.parametrize("span", ["0", "-3", "x", "999999999"])
def test_a_span_that_is_no_number_does_no_harm(span: str) -> None:
    assert body(f"<table><tr><td colspan={span} rowspan={span}>a</td><td>b</td></tr></table>") == [[["a", "b"]]]


def test_anchors_are_kept_in_the_text() -> None:
    canonical = write_canonical(read_html("<p id=z5><a name=z6></a>Слова.</p>", "page.html"))
    assert canonical.text == "[bookmark: z5]\n[bookmark: z6]\nСлова.\n\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251"])
@pytest.mark.parametrize("meta", ["", "<meta charset='{}'>"])
def test_a_page_in_another_encoding(tmp_path: Path, encoding: str, meta: str) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(
        f"<html><head>{meta.format(encoding)}</head><body><p>Открыть читальные залы.</p></body></html>".encode(encoding)
    )
    read = read_input(path)
    assert (read.text.strip(), read.encoding) == ("Открыть читальные залы.", encoding)


def test_a_page_without_its_ending_is_known(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("<!doctype html><p>Слова.</p>", "utf-8")
    assert read_input(path).form == "html"


def test_very_deep_pages_are_read_to_a_depth() -> None:
    assert body("<div>" * 5000 + "x" + "</div>" * 5000) in ([], ["P x"])


PLAN_IN_A_FRAME = """<table><tr><td><table><tr><th rowspan=2>№</th><th rowspan=2>Мероприятие</th>
<th rowspan=2>Исполнители</th><th colspan=3>Стоимость, млн. тенге</th></tr><tr><th>2031</th><th>2032</th><th>Всего</th></tr>
<tr><td colspan=6>Направление 1. Залы</td></tr>
<tr><td>1</td><td>Открыть залы<sup>1</sup> по 20 м<sup>2</sup></td><td><ul><li>МП</li><li>МИО (по согласованию)</li></ul></td>
<td>10,5</td><td>20</td><td>30,5</td></tr>
<tr><td>2</td><td>Купить книги</td><td><table><tr><td>МП</td></tr><tr><td>МИО</td></tr></table></td><td colspan=3>не требуется</td></tr>
<tr><td colspan=3>Итого по направлению 1</td><td>10,5</td><td>20</td><td>30,5</td></tr>
<tr><td colspan=3>Всего</td><td>10,5</td><td>20</td><td>30,5</td></tr></table></td></tr></table>"""


def test_a_plan_in_a_frame_with_tables_in_its_cells(tmp_path: Path) -> None:
    path = tmp_path / "frame.html"
    path.write_text(f"<html><head><meta charset='utf-8'></head><body>{PLAN_IN_A_FRAME}</body></html>", "utf-8")
    found = extract_file(path, Registry.load())
    assert [(m.number, m.name) for m in found.measures] == [("1", "Открыть залы по 20 м2"), ("2", "Купить книги")]
    bodies = [[(party.text, party.by_agreement) for party in m.responsible] for m in found.measures]
    assert bodies == [[("МП", False), ("МИО", True)], [("МП", False), ("МИО", False)]]
    assert [(one.year, one.amount) for one in found.measures[0].funding or ()] == [
        (2031, 10.5),
        (2032, 20),
        (None, 30.5),
    ]
    assert found.measures[1].funding_note == "не требуется"
    (total,) = found.totals
    assert [(one.year, one.amount) for one in total.funding] == [(2031, 10.5), (2032, 20), (None, 30.5)]
    assert not [one for one in found.findings if one.code == "row-not-understood"], "a sum of a heading is no row"


SHEET = (
    "<table><tr><td colspan=4>Об утверждении Плана по садам</td></tr>"
    "<tr><td colspan=4>Постановление акимата Алматинской области от 5 мая 2030 года № 77.</td></tr>"
    "<tr><td></td><td>Приложение<br>к постановлению</td><td></td><td></td></tr>"
    "<tr><td colspan=4>План мероприятий по садам</td></tr>"
    "<tr><td>№</td><td>Мероприятие</td><td>Срок исполнения</td><td>Ответственные</td></tr>"
    "<tr><td>1</td><td>Высадить сады</td><td>2031 год</td><td>Управление образования</td></tr></table>"
)


def test_lines_above_the_titles_of_a_sheet_are_no_rows() -> None:
    assert body(SHEET) == [
        "H1 Об утверждении Плана по садам",
        "P Постановление акимата Алматинской области от 5 мая 2030 года № 77.",
        "P Приложение",
        "P к постановлению",
        "H1 План мероприятий по садам",
        [
            ["№", "Мероприятие", "Срок исполнения", "Ответственные"],
            ["1", "Высадить сады", "2031 год", "Управление образования"],
        ],
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ["<td colspan=3>II. Сады", "<td>1<td>Высадить<td>2031 год"],  # torn from the table before
        ["<td colspan=2>Сады", "<td>Высадить<td>2031 год"],  # too narrow for a plan
        ["<td colspan=3>Сады"],  # nothing below
    ],
)
def test_other_rows_set_across_stay(rows: list[str]) -> None:
    (table,) = body(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
    assert len(table) == len(rows)


def test_a_plan_below_the_lines_of_its_act_is_read(tmp_path: Path) -> None:
    path = tmp_path / "sheet.html"
    path.write_text(f"<!doctype html><body>{SHEET}</body>", "utf-8")
    found = extract_file(path, Registry.load())
    assert [measure.name for measure in found.measures] == ["Высадить сады"]
