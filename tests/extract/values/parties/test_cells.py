"""Cells of responsible bodies, with the traps of real ones."""

from __future__ import annotations

import pytest

from extract.lexicon.words import words
from extract.values.parties.cells import parse_parties
from extract.values.parties.remarks import find_remarks

GLOSSARY_RU = dict.fromkeys(["МП", "МИО", "МНЭ", "МЦРИАП", "БНС АСПиР", "НАО"], "")
GLOSSARY_KK = dict.fromkeys(
    ["БҒМ", "ЖАО", "Қаржымині", "Еңбекмині", "ЦДИАӨМ", "СИМ", "ЭМ", "ЭГТРМ", "ДСМ", "ҒЗИ", '"Алау" АҚ'], ""
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("МП, МИО", ["МП", "МИО"]),
        ("МП, акимы районов, г.г. Аягоза, Семея и Курчатова", ["МП", "акимы районов, г.г. Аягоза, Семея и Курчатова"]),
        (
            "областные отделы финансов, труда и связи, МП",
            ["областной отдел финансов", "областной отдел труда и связи", "МП"],
        ),
        ("управление культуры, образования и спорта", ["управление культуры, образования и спорта"]),
        ("отдел образования, школы района", ["отдел образования", "школы района"]),
        ("отдел образования, учреждения культуры", ["отдел образования", "учреждения культуры"]),
        ("отделы образования, по делам спорта", ["отдел образования", "отдел по делам спорта"]),
        ("Районный отдел ЖКХ, ПТ и АД", ["Районный отдел ЖКХ, ПТ и АД"]),
        ("Областное, городские отделы связи", ["Областное, городские отделы связи"]),
        ("областные отделы и управления, МП", ["областные отделы и управления", "МП"]),
        ("Служба аудита совместно с отделом закупок", ["Служба аудита", "отделом закупок"]),
        ("МП, АСПиР (по согласованию), МИО", ["МП", "АСПиР *", "МИО"]),
        ('НАО "Talap", НПП "Атамекен" (по согласованию)', ['НАО "Talap"', 'НПП "Атамекен" *']),
        (
            'МИО, АО "Национальная компания "Қазақстан темір жолы" (по согласованию), МП',
            ["МИО", 'АО "Национальная компания "Қазақстан темір жолы" *', "МП"],
        ),
        ('АО "Центр наук, искусств и ремесел", МП', ['АО "Центр наук, искусств и ремесел"', "МП"]),
        ("АО «Центр «Алау», МП", ["АО «Центр «Алау»", "МП"]),
        ("НАО имени\nЫ. Алтынсарина\n(по согласованию)", ["НАО имени Ы. Алтынсарина *"]),
        ("МИО, ОВПО (по согла сованию)", ["МИО", "ОВПО *"]),
        ("МИО, ОВПО ( по согласованию )", ["МИО", "ОВПО *"]),
        ("МИО, ОВПО (по согласованю", ["МИО", "ОВПО *"]),
        ("МИО, ОВПО по согласованию", ["МИО", "ОВПО *"]),
        ("МИО, ОВПО, (по согласованию)", ["МИО", "ОВПО *"]),
        ("МИО (по областям)", ["МИО (по областям)"]),
        ("Учебный совет (по согласованию с Правлением), МП", ["Учебный совет *", "МП"]),
        ("МП, МЦРИАП МИО", ["МП", "МЦРИАП", "МИО"]),
        ("МП и МИО", ["МП", "МИО"]),
        ("МП, БНС АСПиР (по согласованию)", ["МП", "БНС АСПиР *"]),
        ("отраслевые госорганы, МП", ["отраслевые госорганы", "МП"]),
        ('МП РГУ "Институт детства" (по согласованию)', ["МП", 'РГУ "Институт детства" *']),
        ('НАО "Talap" (по согласованию) МИО', ['НАО "Talap" *', "МИО"]),
        ("МП;\nМИО.", ["МП", "МИО"]),
        ("-", []),
        ("", []),
    ],
)
def test_russian(text: str, expected: list[str]) -> None:
    assert shown(text, "ru", GLOSSARY_RU) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("БҒМ, ЖАО", ["БҒМ", "ЖАО"]),
        ("БҒМ ЖАО", ["БҒМ", "ЖАО"]),
        ("БҒМ, Қаржы мині", ["БҒМ", "Қаржы мині"]),
        ("БҒМ, Қаржы\nмині,\nЕңбек мині", ["БҒМ", "Қаржы мині", "Еңбек мині"]),
        ("ЦДИАӨМСИМ", ["ЦДИАӨМ", "СИМ"]),
        ("ЭГТСМДСМ", ["ЭГТСМ", "ДСМ"]),
        ("ЦДИАӨМ ЭМ, ЖАО", ["ЦДИАӨМ", "ЭМ", "ЖАО"]),
        ('БҒМ "Самал" АҚ (келісу бойынша), ЖАО', ["БҒМ", '"Самал" АҚ *', "ЖАО"]),
        ('"Самал" АҚ (келісу бойынша) "Алау" АҚ (келісу бойынша)', ['"Самал" АҚ *', '"Алау" АҚ *']),
        ('"Самал" холдингі" КеАҚ (келісу бойынша), БҒМ', ['"Самал" холдингі" КеАҚ *', "БҒМ"]),
        ('ЖАО, "Самал"холдингі КеАҚ ( келісу бойынша)', ["ЖАО", '"Самал"холдингі КеАҚ *']),
        (
            '"Шетел ұйымдарының "Алау кеңесі" қауымдастығы (келісу бойынша), ЖАО',
            ['"Шетел ұйымдарының "Алау кеңесі" қауымдастығы *', "ЖАО"],
        ),
        ("БҒМ, ҒЗИ (кeлicу бойынша), ЖАО", ["БҒМ", "ҒЗИ *", "ЖАО"]),
        ("мүдделі МО, ЖАО", ["мүдделі МО", "ЖАО"]),
        ("Аудан, қалалар әкімшілігі, су комитеті", ["Аудан, қалалар әкімшілігі", "су комитеті"]),
        ("жергілікті, қалалық әкімдер, БҒМ", ["жергілікті, қалалық әкімдер", "БҒМ"]),
        ("Су комитеті. Аудандардың, ауылдардың мұрабтары", ["Су комитеті", "Аудандардың, ауылдардың мұрабтары"]),
        ("Қаржы бөлімімен бірлесіп сатып алу бөлімі", ["Қаржы бөлімімен", "сатып алу бөлімі"]),
        ("БҒМ мүдделі органдармен бірлесіп", ["БҒМ", "мүдделі органдармен"]),
        (
            "Бақ комитеті басқа бөлімдермен және оқу орындарымен бірге",
            ["Бақ комитеті", "басқа бөлімдермен", "оқу орындарымен"],
        ),
        ("Бақ бөлімі меңгерушісі мектептермен бірлесіп", ["Бақ бөлімі меңгерушісі", "мектептермен"]),
        ("мұрабтармен бірлесіп", ["мұрабтармен"]),
        ("Аягөз, Семей, Курчатов қалаларының әкімдері, ЖАО", ["Аягөз, Семей, Курчатов қалаларының әкімдері", "ЖАО"]),
        ("Бақмині, Аягөз, Семей қалаларының әкімдері", ["Бақмині", "Аягөз, Семей қалаларының әкімдері"]),
        ("Прокуратура, Аягөз, Семей қалаларының әкімдері", ["Прокуратура", "Аягөз, Семей қалаларының әкімдері"]),
    ],
)
def test_kazakh(text: str, expected: list[str]) -> None:
    assert shown(text, "kk", GLOSSARY_KK) == expected


def test_without_a_glossary_words_stay_together() -> None:
    assert shown("БҒМ ЖАО", "kk", {}) == ["БҒМ ЖАО"]
    assert shown("ЦДИАӨМСИМ", "kk", {}) == ["ЦДИАӨМСИМ"]


def test_a_known_body_does_what_the_glossary_does() -> None:
    found = parse_parties("МП МИО", "ru", {}, {"МП", "МИО"}.__contains__)
    assert [party.text for party in found] == ["МП", "МИО"]


def test_offsets_give_the_words() -> None:
    text = "МП,\n НАО имени  Ы. Алтынсарина (по согласованию)"
    for party in parse_parties(text, "ru"):
        assert " ".join(text[party.start : party.end].split()) == party.text


def test_remarks_stand_where_they_stand() -> None:
    text = "ОВПО (по согласованию), НПП"
    assert [text[a:b] for a, b in find_remarks(text, "ru")] == ["(по согласованию)"]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("филиал «Сад» (по согл.), МП", "ru", [("филиал «Сад»", True), ("МП", False)]),
        ("филиал «Сад» (по соглашению сторон)", "ru", [("филиал «Сад» (по соглашению сторон)", False)]),
        ("«Бақ» ЖШС (келіс. б.), бағбан", "kk", [("«Бақ» ЖШС", True), ("бағбан", False)]),
    ],
)
def test_a_shortened_remark_leaves_the_name(text: str, lang: str, expected: list[tuple[str, bool]]) -> None:
    assert [(party.text, party.by_agreement) for party in parse_parties(text, lang)] == expected


def shown(text: str, lang: str, glossary: dict[str, str]) -> list[str]:
    return [party.text + " *" * party.by_agreement for party in parse_parties(text, lang, glossary)]


def test_a_short_form_behind_a_body_in_small_letters_says_whose_it_is() -> None:
    def known(name: str) -> bool:
        return name in ("методический кабинет", "УО", "МП")

    found = parse_parties("методический кабинет УО, МП УО", "ru", {"УО": "", "МП": ""}, known)
    assert [party.text for party in found] == ["методический кабинет УО", "МП", "УО"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("методический кабинет отдела садов", ["методический кабинет отдела садов"]),
        ("отдел садов акимата района", ["отдел садов акимата района"]),
        ("отдел садов акимат района", ["отдел садов", "акимат района"]),
    ],
)
def test_a_name_in_the_genitive_is_whose_the_body_before_it_is(text: str, names: list[str]) -> None:
    bodies = {"методический кабинет", "отдел садов", "отдела садов", "акимат района", "акимата района"}
    assert [party.text for party in parse_parties(text, "ru", {}, bodies.__contains__)] == names


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_a_time_is_nobody(lang: str) -> None:
    assert len(words(lang).occasions) > 1
    for example in words(lang).occasions.values():
        assert parse_parties(example.capitalize(), lang) == ()
        assert [party.text for party in parse_parties(f"МП, {example}", lang)] == ["МП"]


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_a_note_in_brackets_is_no_part_of_a_name(lang: str) -> None:
    for example in words(lang).party_notes.values():
        found = parse_parties(f"МП ({example}, бақ), МФ", lang) if lang == "ru" else parse_parties(f"МП ({example}), МФ", lang)  # fmt: skip
        assert [(party.text, party.by_agreement) for party in found] == [("МП", False), ("МФ", False)]


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_a_class_by_its_places_is_one_party(lang: str) -> None:
    for example in words(lang).one_class.values():
        assert [party.text for party in parse_parties(f"МФ, {example}; МП", lang)] == ["МФ", example, "МП"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "МИД, акиматы областей, гг. Садовска, Бахчи и Рощи, МСХ",
            ["МИД", "акиматы областей, гг. Садовска, Бахчи и Рощи", "МСХ"],
        ),
        ("акиматы гг. Садовска, Бахчи и областей", ["акиматы гг. Садовска, Бахчи и областей"]),
        ("акимы областей, городов Садовска и Бахчи, МСХ", ["акимы областей, городов Садовска и Бахчи", "МСХ"]),
    ],
)
def test_cities_behind_an_abbreviation_are_of_the_class(text: str, names: list[str]) -> None:
    assert [party.text for party in parse_parties(text, "ru", None)] == names


@pytest.mark.parametrize(
    ("text", "lang", "names"),
    [
        ("завуч Омарова Г.К. / психолог", "ru", ["завуч Омарова Г.К.", "психолог"]),
        ("завуч Омарова Г.К./садовник", "ru", ["завуч Омарова Г.К.", "садовник"]),
        ("әдіскер Омарова Г.Қ./бағбан", "kk", ["әдіскер Омарова Г.Қ.", "бағбан"]),
        ("ДИТ/ Служба аудита", "ru", ["ДИТ", "Служба аудита"]),
        ("ДИТ/и/или", "ru", ["ДИТ/и/или"]),
        ("психолог Оспан Д.", "ru", ["психолог Оспан Д."]),
    ],
)
def test_a_slash_behind_a_person_or_letters(text: str, lang: str, names: list[str]) -> None:
    assert [party.text for party in parse_parties(text, lang)] == names


def test_a_committee_of_a_ministry_is_one_body() -> None:
    known = {"КЛ", "МСХ РК", "МП", "МЗ РК"}.__contains__
    assert [party.text for party in parse_parties("КЛ МСХ РК, МП МЗ РК", "ru", known=known)] == [
        "КЛ МСХ РК",
        "МП",
        "МЗ РК",
    ]
