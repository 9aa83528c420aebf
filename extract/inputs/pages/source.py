"""The source of a page in a text file: HTML without a head, JSX, templates.

    <section className="py-4">            <section>
      <td rowSpan={2}>{"Полить сад"}</td>    ->  <td rowspan="2">Полить сад</td>
      {/* rows */}

Code before the first tag and behind the last one is left out; so are expressions that hold no words.
"""

from __future__ import annotations

import re

FEWEST_BLOCKS = 3
"""Closing tags of blocks in the source of a page."""

_CLOSED = re.compile(r"</(?:p|div|section|table|tr|td|th|li|h[1-6]|TableRow|TableCell)\s*>")
_CELLS = re.compile(r"<(?:td|th|TableCell)\b", re.IGNORECASE)
_TAG = re.compile(r"</?(?:[A-Za-z][\w.]*(?:\s[^<>]*)?/?)?>|<!--")
_OPENING = re.compile(r"<(?:[A-Za-z][\w.]*(?=[\s/>])|>|!--)")
_LETTER = re.compile(r"[а-яёәғқңөұүһі]{2}", re.IGNORECASE)
_UNSAID = re.compile(
    r"/\*.*?\*/|\{%.*?%\}|<\?.*?\?>|(?<!:)//[^\n]*|\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`|^\s*@[^\n]*", re.DOTALL | re.MULTILINE
)
"""Strings and remarks of code, in which words may stand."""
_OF_MARKDOWN = re.compile(r"^(?:#{1,6} |\*\*\S|\|.*\|\s*$|[-*] )", re.MULTILINE)
_OF_SCRIPT = re.compile(r"className=|=\{|\{/\*|\{[\"'`]|\{\{|\{%|<>|<Table(?:Row|Cell)\b")
_INSIDE = r"(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*"
_REMARK = re.compile(r"\{/\*.*?\*/\}|\{%.*?%\}|<\?php.*?\?>", re.DOTALL)
_ATTRIBUTE = re.compile(rf"(?P<name>\s[:@]?[\w.-]+)=\{{(?P<value>{_INSIDE})\}}")
_PLAIN_VALUE = re.compile(r"\s*[\"'`]?(?P<value>[\w %#.-]*)[\"'`]?\s*")
_EXPRESSION = re.compile(rf"\{{(?P<inside>{_INSIDE})\}}")
_STRING = re.compile(r"\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)'|`(?P<tick>[^`]*)`")
_ESCAPED = re.compile(r"\\u(?P<code>[0-9A-Fa-f]{4})|\\(?P<sign>[nrt\"'\\])")
_COMPONENT = re.compile(r"(?P<open></?)Table(?P<part>Row|Cell|Head|Body|Footer|Container)\b")
_PARTS = {"Row": "tr", "Cell": "td", "Head": "thead", "Body": "tbody", "Footer": "tfoot", "Container": "div"}
_DOUBLE_BREAK = re.compile(r"<br\s*/?>\s*</br\s*>", re.IGNORECASE)
_FRAGMENT = re.compile(r"</?>")


def page_in(text: str, *, marked: bool) -> str | None:
    """The page that a text is the source of; None for a text of words, in which a table may stand as HTML.

    A text that is `marked` as Markdown, whose tables may be HTML, is a page only where it is one of a script, without
    marks of Markdown.
    """
    first = _OPENING.search(text)
    if first is None or len(_CLOSED.findall(text)) < FEWEST_BLOCKS:
        return None
    if marked and (not _OF_SCRIPT.search(text) or not _CELLS.search(text) or _OF_MARKDOWN.search(text)):
        return None
    start, end = first.start(), max(match.end() for match in _TAG.finditer(text))
    if any(_LETTER.search(_UNSAID.sub(" ", outside)) for outside in (text[:start], text[end:])):
        return None  # words stand outside of all tags
    page = text[start:end]
    return _plain(page) if _OF_SCRIPT.search(page) else page


def _plain(page: str) -> str:
    """A page without what only a script or a template understands."""
    page = _ATTRIBUTE.sub(_attribute, _REMARK.sub("", page))
    page = _EXPRESSION.sub(lambda match: _said(match["inside"]), page)
    page = _COMPONENT.sub(lambda match: f"{match['open']}{_PARTS[match['part']]}", page)
    return _FRAGMENT.sub("", _DOUBLE_BREAK.sub("<br>", page))


def _attribute(match: re.Match[str]) -> str:
    """An attribute whose value is a number or a word in braces; "" for one that holds code."""
    value = _PLAIN_VALUE.fullmatch(match["value"])
    return f'{match["name"]}="{value["value"]}"' if value else ""


def _said(inside: str) -> str:
    """What an expression in braces shows: its first string, a blank for one of blanks, nothing where it has none."""
    string = _STRING.search(inside)
    if string is None:
        return inside if _LETTER.search(inside) else ""
    return _ESCAPED.sub(_letter, next(words for words in string.groups() if words is not None))


def _letter(match: re.Match[str]) -> str:
    if match["code"]:
        return chr(int(match["code"], 16))
    return match["sign"] if match["sign"] in "\"'\\" else " "
