"""What the finders of plans say of a value that they do not understand, in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extract.document.blocks import Passage
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Source, Span

SUBJECTS: Mapping[str, Mapping[str, str]] = {
    "measure": {"kk": "{number}-іс-шараның", "ru": "мероприятия {number}", "en": "measure {number}"},
    "indicator": {"kk": "{number}-индикатордың", "ru": "индикатора {number}", "en": "indicator {number}"},
    "document": {"kk": "Құжаттың", "ru": "документа", "en": "the document"},
}
"""What a finding is about, as the sentences below need it: in the genitive, and in English as it stands."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A row that is being read: its kind (a key of `SUBJECTS`), its number, and where it stands."""

    kind: str
    number: str
    spans: tuple[Span, ...]


def complaint(
    code: str,
    source: Source,
    subject: Subject,
    words: Passage,
    *,
    severity: str = "warning",
    candidates: tuple[str, ...] = (),
    line: str = "",
) -> Finding:
    """A finding about a row; its place is that of the words, or of the row where there are none.

    `line` is where in the lexicon a word is to be added.
    """
    return Finding(
        code=code,
        severity=severity,
        focus=f"{subject.kind} {subject.number or source.stem}",
        message={
            lang: sentence.format(
                of=SUBJECTS[subject.kind][lang].format(number=subject.number), words=words.text, line=line
            )
            for lang, sentence in COMPLAINTS[code].items()
        },
        source=source.stem,
        spans=words.spans() if words.text else subject.spans,
        words=words.text,
        candidates=candidates,
    )


COMPLAINTS: Mapping[str, Mapping[str, str]] = {
    "row-damaged": {
        "kk": "{of} жолындағы ұяшықтар саны кестедегіден өзгеше.",
        "ru": "В строке {of} не столько ячеек, сколько столбцов в таблице.",
        "en": "The row of {of} does not have a cell for every column.",
    },
    "row-not-understood": {
        "kk": "Жоспар жолы танылмады, оның нөмірі жоқ: {words}.",
        "ru": "Строка плана не распознана, у неё нет номера: {words}.",
        "en": "A row of the plan was not understood, for it has no number: {words}.",
    },
    "name-missing": {
        "kk": "{of} атауы жоқ.",
        "ru": "Нет названия {of}.",
        "en": "There is no name of {of}.",
    },
    "table-not-read": {
        "kk": "Кестеде мерзімдер бар, бірақ ол іс-шаралар жоспары ретінде оқылмады, одан ештеңе алынған жоқ: {words}.",
        "ru": "В таблице есть сроки, но как план она не прочитана, из неё ничего не взято: {words}.",
        "en": "A table holds deadlines but was not read as a plan; nothing was taken from it: {words}.",
    },
    "column-by-content": {
        "kk": "Бағанның атауы белгісіз, мағынасы ұяшықтарынан танылды: «{words}»; оны мына жолға қосыңыз: {line}.",
        "ru": "Заголовок столбца неизвестен, столбец узнан по содержанию: «{words}»; добавьте его в {line}.",
        "en": 'A column\'s title is not known, its contents told what it is: "{words}"; add it to {line}.',
    },
    "no-column-completion-form": {
        "kk": "Жоспарда аяқталу нысанының бағаны жоқ: {words}.",
        "ru": "В плане нет столбца с формой завершения: {words}.",
        "en": "The plan has no column of deliverables: {words}.",
    },
    "no-column-deadline": {
        "kk": "Жоспарда мерзім бағаны жоқ: {words}.",
        "ru": "В плане нет столбца со сроками: {words}.",
        "en": "The plan has no column of deadlines: {words}.",
    },
    "no-column-responsible": {
        "kk": "Жоспарда жауаптылар бағаны жоқ: {words}.",
        "ru": "В плане нет столбца с ответственными: {words}.",
        "en": "The plan has no column of responsible bodies: {words}.",
    },
    "form-missing": {
        "kk": "{of} аяқталу нысаны жоқ.",
        "ru": "Нет формы завершения {of}.",
        "en": "There is no form of completion of {of}.",
    },
    "deadline-missing": {
        "kk": "{of} мерзімі жоқ.",
        "ru": "Нет срока {of}.",
        "en": "There is no deadline of {of}.",
    },
    "deadline-not-understood": {
        "kk": "{of} мерзімі танылмады: {words}.",
        "ru": "Срок {of} не распознан: {words}.",
        "en": "The deadline of {of} was not understood: {words}.",
    },
    "responsible-missing": {
        "kk": "{of} жауапты орындаушысы жоқ.",
        "ru": "Нет ответственных исполнителей {of}.",
        "en": "Nobody is named as responsible for {of}.",
    },
    "unknown-party": {
        "kk": "{of} орындаушысы тізілімде жоқ: {words}.",
        "ru": "Исполнитель {of} не найден в реестре: {words}.",
        "en": "A body responsible for {of} is not in the registry: {words}.",
    },
    "ambiguous-party": {
        "kk": "{of} орындаушысы бірнеше органды білдіруі мүмкін: {words}.",
        "ru": "Исполнитель {of} может означать разные органы: {words}.",
        "en": "A body responsible for {of} may mean several: {words}.",
    },
    "amount-not-understood": {
        "kk": "{of} қаржы сомасы танылмады: {words}.",
        "ru": "Сумма {of} не распознана: {words}.",
        "en": "An amount of {of} was not understood: {words}.",
    },
    "budget-code-not-understood": {
        "kk": "{of} бюджеттік бағдарлама коды танылмады: {words}.",
        "ru": "Код бюджетной программы {of} не распознан: {words}.",
        "en": "A budget code of {of} was not understood: {words}.",
    },
    "targets-not-understood": {
        "kk": "{of} мәндері танылмады: {words}.",
        "ru": "Значения {of} не распознаны: {words}.",
        "en": "The values of {of} were not understood: {words}.",
    },
    "targets-missing": {
        "kk": "{of} бірде-бір жылға мәні жоқ.",
        "ru": "Нет значений {of} ни за один год.",
        "en": "There is no value of {of} in any year.",
    },
    "passport-body-unknown": {
        "kk": "{of} паспортындағы орган тізілімде жоқ: {words}.",
        "ru": "Орган из паспорта {of} не найден в реестре: {words}.",
        "en": "A body in the passport of {of} is not in the registry: {words}.",
    },
}
