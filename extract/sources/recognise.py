"""Which text is this? Decoding, language, the act's own header, and the settings in `sources/*.yml`.

A document without a yml is read all the same, with what its header says and what can be sniffed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from extract.finders.acts.citations import find_issuer
from extract.inputs.parts import UnusableInput
from extract.inputs.plain import decode_bytes
from extract.inputs.reading import read_input
from extract.language.bilingual.words import LETTER, cyrillic_and_kazakh, language_of
from extract.lexicon.acts import header_words
from extract.readers.front_matter import front_matter_end, read_front_matter
from extract.readers.layout import sniff_layout
from extract.sources.heads.header import PAPER, Header
from extract.sources.heads.headers import read_header
from extract.sources.heads.issuers_told import with_issuer_told
from extract.sources.heads.named_acts import HEAD_CHARACTERS
from extract.sources.heads.titles.houses import house_of
from extract.sources.law_meta import LANGUAGES, OF_REQUISITES, LawMeta, read_law_meta
from extract.sources.status_lines import read_status_line
from extract.values.acts import identify_act
from extract.values.issuers import key_of_issuer, office_of
from kzedu_graph.language.letters import FROM_OLD_FONTS, LOWER, OF_OLD_FONTS, UPPER
from kzedu_graph.model.records import Source
from kzedu_graph.model.register import is_register_number, official_page, plain_number
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.vocabulary.prepared import bytes_of, prepared
from kzedu_graph.vocabulary.supplements import supplements

SOURCES = Path(__file__).parent
_ACTING = re.compile(rf"\s*(?<!\w)(?:{header_words('kk')['acting']})\b\.?")
"""Who signs in the place of a minister; "и.о." stands in front and is known to the finder."""

SHORT = 2000
"""Characters of a text below which a few names are a large part of it."""
_NAME = re.compile(rf"(?<![{UPPER}{LOWER}])[{UPPER}][{LOWER}]+")
_CAPITALS = re.compile(rf"(?<![{UPPER}{LOWER}])[{UPPER}]{{2,}}(?![{LOWER}])")
FEWEST_TO_COUNT = 160
"""Letters of a text that those which are Kazakh alone tell the language of; a shorter one is told by its words."""
FEWEST_LETTERS = 60
"""Small letters that tell a short text's language alone: a letterhead in capitals stands in both."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is peculiar to a document: its columns where the text has no titles, whom it addresses as a whole (a
    registry key), and the counts it should give.
    """

    columns: tuple[str, ...] = ()
    default_bearer: str | None = None
    expect: Mapping[str, int] = field(default_factory=dict)


def decode(path: Path) -> str:
    """The text of a text file; raises UnusableInput where it is missing, empty, binary or of no known encoding."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnusableInput(f"{path}: cannot be read: {error.strerror}.") from error
    return decode_bytes(data, str(path)).text


def sniff_lang(text: str) -> str:
    """`kk` where at least one letter in forty is Kazakh alone, else `ru`; names count only where nothing else stands.

    A text of a sentence or two may have no such letter, and is told by its words.

    A Russian text may speak of Тораңғы all the time; of a Kazakh text's letters one in twelve is Kazakh alone.
    """
    text = text.translate(FROM_OLD_FONTS) if OF_OLD_FONTS.search(text) else text
    letters, kazakh = cyrillic_and_kazakh(text)
    plain = text
    if len(text) < SHORT or 16 * kazakh <= letters:
        plain = _NAME.sub(" ", text)
        small = _CAPITALS.sub(" ", plain)
        plain = small if cyrillic_and_kazakh(small)[0] >= FEWEST_LETTERS else plain
        letters, kazakh = cyrillic_and_kazakh(plain) if LETTER.search(plain) else (letters, kazakh)
    if 40 * kazakh > letters:
        return "kk"
    return (letters < FEWEST_TO_COUNT and language_of(plain)) or "ru"


def recognise(
    stem: str, text: str, registry: Registry | None = None, lang: str | None = None
) -> tuple[Source, Settings]:
    """The source of a text by its own header, completed from the yml that names the same act and language.

    A text that tells of amendments is the edition of the last of them. Where it is another edition than the yml was
    written for, the yml's counts and layout are not expected of it. The issuer is looked up where there is a registry.
    What a law repository says of a text, in front of it, is believed before the text's own header. The language is
    sniffed where none is given.
    """
    words = text[front_matter_end(text) :]
    said = read_front_matter(text)
    lang = lang or LANGUAGES.get(str(said.get("language"))) or sniff_lang(words)
    header = read_header(words, lang)
    meta = read_law_meta(said, header)
    header = with_issuer_told(meta.header if meta else header, words, OF_REQUISITES if meta else lang)
    known = _settings_for(words, lang, header)
    issuer = _issuer_of(header, OF_REQUISITES if meta else lang, registry)
    own = header.amended or header.act_date
    version_date = (meta.version_date if meta else None) or own
    source = Source(
        stem=stem,
        work=_work_of(header, issuer, OF_REQUISITES if meta else lang) or _named_by(meta, stem),
        lang=lang,
        version_date=version_date,
        title=header.title or stem,
        kind=header.kind,
        number=header.number,
        act_date=header.act_date,
        issuer=issuer,
        issuer_text=house_of(header.issuer, lang) or None,
        reader=sniff_layout(words),
        status_told=read_status_line(words, lang),
    )
    source = _with_meta(source, meta, registry) if meta else source
    if source.address is None and not is_register_number(source.work):
        source = replace(source, address=_address_by_name(stem, source))
    if known is None:
        return replace(source, programme=source.work), Settings()
    same = version_date in (None, known["version_date"])
    source = replace(
        source,
        work=known["work"],
        version_date=version_date or known["version_date"],
        title=known.get("title", source.title),
        programme=known.get("programme"),
        kind=known.get("kind", source.kind),
        issuer=known.get("issuer", source.issuer),
        reader=(same and known.get("reader")) or source.reader,
        amends=tuple(known.get("amends", ())),
        repealed_by=known.get("repealed_by", source.repealed_by),
        repealed_on=known.get("repealed_on", source.repealed_on),
        period=f"{known['period'][0]}/{known['period'][1]}" if "period" in known else None,
    )
    expect = known.get("expect", {}) if same else {}
    return source, Settings(tuple(known.get("columns", ())), known.get("default_bearer"), expect)


def of_one_edition(sources: Sequence[Source]) -> list[Source]:
    """The texts of one file as languages of one edition: what one of them says of the act holds for the others."""
    told = max(sources, key=lambda source: (source.number is not None, source.version_date is not None))
    return [
        replace(
            source,
            work=told.work,
            programme=told.programme,
            version_date=told.version_date,
            kind=told.kind,
            number=told.number,
            act_date=told.act_date,
            issuer=told.issuer,
        )
        for source in sources
    ]


def _with_meta(source: Source, meta: LawMeta, registry: Registry | None) -> Source:
    """A source with what the meta data of a law repository say beyond a header."""

    def work(header: Header | None) -> str | None:
        return _work_of(header, _issuer_of(header, OF_REQUISITES, registry), OF_REQUISITES) if header else None

    return replace(
        source,
        address=meta.address,
        amended_by=tuple(filter(None, [work(meta.caused_by)])),
        repealed_on=meta.repealed_on,
        repealed_by=work(meta.repealed_by),
        replaces=tuple(filter(None, map(work, meta.replaces))),
    )


def _named_by(meta: LawMeta | None, stem: str) -> str:
    """The identifier of an act that says no number: by its code in the bank of acts, else by the name of its file,
    which may be a number of the register.
    """
    if meta and meta.code:
        return f"law-{meta.code}"
    return plain_number(stem) if is_register_number(stem) else _slug(stem)


def _address_by_name(stem: str, source: Source) -> str | None:
    """The official page of a file that is named by a number of the register; None where the act is of another year: an
    order is registered in its own year or in the next.
    """
    if not is_register_number(stem) or source.act_date is None:
        return None
    registered_in = int(stem[1:3])
    fits = registered_in in (source.act_date.year % 100, (source.act_date.year + 1) % 100)
    return official_page(plain_number(stem), source.lang) if fits else None


def recognise_file(path: Path) -> Source:
    """What one file is; raises UnusableInput, in one sentence, where it cannot be read."""
    given = read_input(path)
    source, _ = recognise(path.stem, given.text, Registry.load())
    return replace(source, reader=given.form or source.reader)


def _issuer_of(header: Header, lang: str, registry: Registry | None) -> str | None:
    """The registry key of the body that issued an act: of the Government and the President by the header's own words,
    of others where there is a registry to look in.
    """
    if header.by_government:
        return "kz-government"
    if header.act == "decree":
        return "kz-president"
    issuer = _ACTING.sub("", office_of(header.issuer, lang))
    return find_issuer(issuer, lang, header.act_date, registry, alone=True) if registry else None


def _work_of(header: Header, issuer: str | None, lang: str) -> str | None:
    """The identifier of the act, or of the numbered annex of an act that the text is."""
    if header.act == PAPER:
        return None
    by = issuer or key_of_issuer(office_of(header.issuer, lang), lang, alone=True)
    act = identify_act(header.act, header.number, header.act_date, by)
    return f"{act}-annex-{header.annex}" if act and header.annex else act


def _slug(stem: str) -> str:
    """A name of a file as an identifier: "plan-2031"; letters that an identifier has not stand in a digest behind it,
    so that two names in Cyrillic letters are two documents.
    """
    plain = re.sub(r"[^a-z0-9]+", "-", stem.casefold()).strip("-")
    if stem.isascii() and plain:
        return plain
    return f"{plain or 'document'}-{sha256(stem.encode()).hexdigest()[:8]}"


def _settings_for(text: str, lang: str, header: Header) -> dict[str, Any] | None:
    head = " ".join(text[:HEAD_CHARACTERS].casefold().split())
    for known in _all_settings(SOURCES, *supplements("sources")):
        wanted = known["recognise"]
        if wanted["lang"] != lang:
            continue
        if "title" in wanted:
            if wanted["title"].casefold() in head:
                return known
        elif not header.annex and (wanted["number"], wanted["date"]) == (header.number, header.act_date):
            return known
    return None


@cache
def _all_settings(*folders: Path) -> tuple[dict[str, Any], ...]:
    """Every yml of the folders; raises ValueError naming the file and the key that is missing."""
    files = [path for folder in folders for path in sorted(folder.glob("*.yml"))]
    return prepared("sources", tuple, partial(_read_settings, files), *bytes_of(files))


def _read_settings(files: Iterable[Path]) -> tuple[dict[str, Any], ...]:
    import yaml  # noqa: PLC0415  (what they say is kept)

    found = []
    for path in files:
        settings = yaml.safe_load(path.read_text("utf-8"))
        for key in ("recognise", "work", "version_date"):
            if key not in settings:
                raise ValueError(f"{path.name}: the key {key!r} is missing")
        found.append(settings)
    return tuple(found)
