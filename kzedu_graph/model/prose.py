"""What prose holds, as records: duties, headings, acts and names, each pointing at the words it was found in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kzedu_graph.model.records import Party, Span


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a text: `kind` is annex, section, chapter, direction, paragraph, goal or heading.

    `position` counts the text's headings from 1; `part_of` is the position of the heading that holds it; `amended_by`
    the acts that, by the note below it, changed what stands under it.
    """

    source: str
    kind: str
    number: str | None
    name: str
    position: int
    evidence: tuple[Span, ...]
    part_of: int | None = None
    amended_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A document's own abbreviation: the short form, the full one, and where they stand together."""

    source: str
    abbreviation: str
    full: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Provision:
    """What a sentence lays on somebody, recommends, permits or forbids.

    `bearers` is everyone whom the words name, in their order; `bearer` the registry key of the first that has one, else
    None; `bearer_text` their words together as written, `bearer_name` the same as a register lists them: in the
    nominative, several parted by "; ". `default_bearer` is whom the whole document addresses, where they name
    nobody, `recipient` whom it is done for; `deed` the verb with its complements, `object` what that is done to;
    `within` a term ("P3M") from an event.
    `suspended`, `begins` and `lost` are what the text tells of the part of the act that the provision stands in.
    `legal_basis` is the grounds as written, `rests_on` the identifiers of the acts that they are.
    """

    source: str
    number: str
    modality: str
    action: str
    sentence: str
    evidence: tuple[Span, ...]
    bearer: str | None = None
    bearer_text: str | None = None
    bearer_name: str | None = None
    deadline_text: str | None = None
    due: tuple[str, ...] = ()
    legal_basis: tuple[str, ...] = ()
    default_bearer: str | None = None
    object: str | None = None
    recipient: str | None = None
    rule: str | None = None
    deed: str | None = None
    recurrence: str | None = None
    within: str | None = None
    within_unit: str | None = None
    within_from: str | None = None
    rests_on: tuple[str, ...] = ()
    bearers: tuple[Party, ...] = ()
    suspended: tuple[date | None, date | None] | None = None
    begins: date | None = None
    lost: bool = False


@dataclass(frozen=True, slots=True)
class ReportingLine:
    """Who reports what to whom and by when, as an act's own point or a provision lays it down.

    `reporter` and `recipient` are registry keys, None where the body is not known; `provision` is the number of the
    provision that holds it.
    """

    source: str
    provision: str
    reporter: str | None
    reporter_text: str | None
    recipient: str | None
    recipient_text: str | None
    subject: str
    evidence: tuple[Span, ...]
    deadline_text: str | None = None
    due: tuple[str, ...] = ()
    recurrence: str | None = None


@dataclass(frozen=True, slots=True)
class ActRole:
    """A body's part in an act: `role` is `controller` (its execution) or `approver` (who enacts it)."""

    source: str
    role: str
    agency: str | None
    text: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Amendment:
    """One instruction of an amending act. `action` is replace, insert, remove, retitle, restate, repeal or suspend,
    `path` leads to its place, outermost part first; `target` names what is changed there; `order` counts from 1; `act`
    is the act changed, `words` the new wording without its quotation marks.
    """

    source: str
    order: int
    action: str
    path: tuple[str, ...]
    target: str
    instruction: str
    evidence: tuple[Span, ...]
    act: str | None = None
    words: str | None = None

    @property
    def ends_act(self) -> bool:
        """Whether the act as a whole is repealed, and no part of it."""
        return self.action == "repeal" and not self.path


@dataclass(frozen=True, slots=True)
class Commencement:
    """When an act or a part of it works, as its own text says: `part` leads to the part, outermost first, and is empty
    for the whole act; `begins` is the day, None where it follows from a publication, `when` its words; `applies_from`
    the day since when relations come under it; `suspended` from when and until when it does not work; `lost` tells that
    a part was taken out or has no force any more.
    """

    source: str
    order: int
    part: tuple[str, ...]
    begins: date | None
    when: str
    evidence: tuple[Span, ...]
    applies_from: date | None = None
    suspended: tuple[date | None, date | None] | None = None
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A place that names an act: `kind` is law, code, order or another key; `issuer` a registry key.

    `work` is the act's identifier where number, date and issuer give it ("P1900000988"), else its registry key.
    """

    source: str
    kind: str
    evidence: tuple[Span, ...]
    number: str | None = None
    date: date | None = None
    issuer: str | None = None
    title: str | None = None
    work: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place outside the cells of responsible bodies that names a body; `agency` is its key in the registry.

    `linked_by` says by what it was found: name, inflected (a name in another form), abbreviation, or glossary, where
    the document itself says whom the words mean.
    """

    source: str
    agency: str
    text: str
    evidence: tuple[Span, ...]
    linked_by: str = "name"


@dataclass(frozen=True, slots=True)
class SystemMention:
    """A place that names an information system; `system` is its key in the registry."""

    source: str
    system: str
    text: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class InitiativeMention:
    """A place that names a project, contest, survey or international framework; `initiative` is its registry key."""

    source: str
    initiative: str
    text: str
    evidence: tuple[Span, ...]
