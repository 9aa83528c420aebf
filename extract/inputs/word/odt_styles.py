"""What the styles of an OpenDocument text say of a paragraph or a run: bold, centred, hidden, raised, its list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_BOLD = ("bold", "600", "700", "800", "900")
_TITLE = "title"


@dataclass(frozen=True, slots=True)
class Look:
    """What a style and those that it is based on say; `bold` and `hidden` are None where none of them says it."""

    bold: bool | None = None
    hidden: bool | None = None
    raised: bool = False
    centred: bool = False
    is_title: bool = False
    list_style: str = ""


@dataclass(slots=True)
class Styles:
    """The styles of a file by family and name, each looked up once."""

    known: dict[tuple[str, str], _Element]
    looks: dict[tuple[str, str], Look] = field(default_factory=dict)

    def look(self, family: str, name: str | None) -> Look:
        """The look of a "paragraph", a "text" or a "section" of a style."""
        key = (family, name or "")
        if key not in self.looks:
            self.looks[key] = _look(list(self._chain(*key)))
        return self.looks[key]

    def _chain(self, family: str, name: str) -> Iterator[_Element]:
        seen: set[str] = set()
        while name not in seen and (style := self.known.get((family, name))) is not None:
            seen.add(name)
            yield style
            name = style.get(f"{STYLE}parent-style-name") or ""


def read_styles(roots: Iterable[_Element]) -> Styles:
    """The styles of the parts of a file; a later part does not replace what an earlier one names."""
    known: dict[tuple[str, str], _Element] = {}
    for root in roots:
        for style in root.iter(f"{STYLE}style"):
            known.setdefault((style.get(f"{STYLE}family") or "", style.get(f"{STYLE}name") or ""), style)
    return Styles(known)


def _look(chain: list[_Element]) -> Look:
    weight = _said(chain, "text", f"{_FO}font-weight")
    display = _said(chain, "text", f"{TEXT}display") or _said(chain, "section", f"{TEXT}display")
    raised = _said(chain, "text", f"{STYLE}text-position") or ""
    lists = (style.get(f"{STYLE}list-style-name") for style in chain)
    names = {(style.get(f"{STYLE}display-name") or style.get(f"{STYLE}name") or "").casefold() for style in chain}
    return Look(
        bold=None if weight is None else weight in _BOLD,
        hidden=None if display is None else display == "none",
        raised=raised.startswith("super") or (raised[:1].isdigit() and not raised.startswith("0")),
        centred=_said(chain, "paragraph", f"{_FO}text-align") == "center",
        is_title=_TITLE in names,
        list_style=next((name for name in lists if name), ""),
    )


def _said(chain: list[_Element], kind: str, attribute: str) -> str | None:
    """The nearest word of a chain of styles on one property."""
    for style in chain:
        for properties in style.iterfind(f"{STYLE}{kind}-properties"):
            said = properties.get(attribute)
            if said is not None:
                return str(said)
    return None
