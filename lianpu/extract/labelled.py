"""Acts of a label: “主攻方向：甲、乙”, “招商重点：丙、丁”: what it calls the list behind it stands for the verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lianpu.extract import names, words
from lianpu.extract.acts import Act
from lianpu.extract.clauses import Span, Token

_LABEL = re.compile(
    r"(?P<label>[\u4e00-\u9fff0-9（）]{2,24}?)(?:：|(?P<mainly>主要|重点)?(?:为：|是：|包括：|包括(?!：))|(?<=[业品向点域链道节])(?:主要)?(?:[为是有]|定为|确定为)(?=[\u4e00-\u9fffA-Za-z]{2}))"
)
_PLACES = re.compile(r"(?:[\u4e00-\u9fff]{1,6}(?:镇|乡|街道|苏木|[县区市旗](?![镇乡县区市旗]))[、和与及]?)+")
"""Places alone in front of a colon (甲镇、乙乡：丙、丁), of which what they grow or make is listed."""


def _goods(listed: str) -> bool:
    """Whether a list is one of goods."""
    items = [item.removesuffix("等") for item in listed.split("、")]
    return sum(names.goods(item) for item in items) * 2 > len(items) and all(2 <= len(item) <= _GOODS for item in items)


_GOODS = 10
"""Characters of the name of goods that stand behind a place, at most."""
_LONGEST = 26
"""Characters of a label with its mark, at most."""
_TAIL = "。；！？"
_NO_LIST = re.compile(r"^[（①-⑳0-9]|不|为主|占|[^、]{16,}$")
"""In what stands behind a label and is more than names."""


def acts(text: str, statement: Span, pieces: Sequence[Span], tokens: Sequence[Sequence[Token]]) -> list[Act]:
    """The act of the label that a statement opens with, or that stands before it, where no verb governs the list.

    >>> text = "主攻方向：甲机床、乙轴承。"
    >>> spans = [Span(0, len(text))]
    >>> [(a.status, text[a.objects[0].start : a.objects[0].end]) for a in acts(text, spans[0], spans, [[]])]
    [('planned', '甲机床、乙轴承')]
    """
    if not pieces:
        return []
    begin = max(statement.start - _LONGEST, text.rfind("。", 0, statement.start) + 1, 0)
    before = text[begin : statement.start].endswith("：") if statement.start else False
    match = _LABEL.match(text, begin, statement.start) if before else _LABEL.match(text, statement.start, pieces[0].end)
    if match is None or before and match.end() != statement.start:
        return []
    label = words.ending(match["label"], "label_acts")
    if not label and (inner := _LABEL.match(text, match.end(), pieces[0].end)) is not None and text[match.end() - 1] == "：":
        match, label = inner, words.ending(inner["label"], "label_acts")
    placed = not label and not before and _PLACES.fullmatch(match["label"]) is not None and text[match.end() - 1] == "："
    if not label and not placed and (match["mainly"] != _MAINLY or names.form(match["label"])[0] != "Industry"):
        return []
    kind, status = words.mapping("label_acts")[label] if label else ("develop", "planned")
    objects: list[Span] = []
    for piece, row in zip(pieces, tokens, strict=True):
        start, end = max(piece.start, match.end()), piece.end - (text[piece.end - 1] in _TAIL)
        governed = any(token.start >= start and token.kind != "adverb" for token in row)
        if governed or end - start < 2 or _NO_LIST.search(text[start:end]) is not None:
            break
        objects.append(Span(start, end))
    if not objects or placed and not all(_goods(text[span.start : span.end]) for span in objects):
        return []
    whose = match.end("label") - len(label)
    whose -= text[whose - 1 : whose] == "的"
    verb = Token(kind, _VERBS[status], status, match.start("label"), match.end("label"))  # type: ignore[arg-type]
    subject = Span(match.start("label"), whose) if whose - match.start("label") >= _NAME and not before else None
    return [Act(kind, status, verb, tuple(objects), subject, Span(pieces[0].start, objects[-1].end))]


_MAINLY = "重点"
"""What says of the list behind a sector's name that it is what the sector is to develop (甲产业|重点包括乙、丙)."""
_NAME = 3
"""Characters of the name of whose label it is (甲园主攻方向), at least."""


_VERBS = {
    "planned": "发展",
    "recruit": "引进",
    "breakthrough": "突破",
    "supplement": "补齐",
    "extend": "延伸",
    "existing": "形成了",
}
"""The verb that a label of each kind is weighed as."""
