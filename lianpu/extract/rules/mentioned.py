"""Names that a document mentions without saying more: places, economic areas, issuing bodies, cited plans, works."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import words
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading

_AREA = re.compile(r"(?<![\u4e00-\u9fff])?[\u4e00-\u9fff]{2,8}?(?:经济圈|城市群|都市圈|都市区|经济带|经济区|大湾区|城镇群|文化旅游带|科创走廊|一体化示范区|先行启动区)")
_WORK = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,8}(?:至|—|-)?[\u4e00-\u9fff]{0,6}(?:高铁|城际铁路|高速公路|铁路|机场|水利枢纽|抽水蓄能电站|抽水蓄能|核电站|核电|引水工程|调水工程|特高压|大桥|航道|运河)(?:[一二三四]期)?(?:工程|项目)?)"
)


@cache
def _areas() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words.longest_first("areas"))))


def document(ctx: Context, out: Reading) -> None:
    """Issuers as agencies and cited documents as policies, at the first place where the text has them."""
    for kind, found in (("Agency", ctx.document.issuer), ("Policy", ctx.document.cites)):
        for name in found:
            place = _first(ctx, name)
            if place is not None:
                out.name(Owner(kind, name), *place, "document")  # type: ignore[arg-type]


def _first(ctx: Context, name: str) -> tuple[int, int, int] | None:
    for index, paragraph in enumerate(ctx.outline.paragraphs):
        at = paragraph.text.find(name)
        if at >= 0:
            return index, at, at + len(name)
    return None


def paragraph(ctx: Context, index: int, out: Reading) -> None:
    """Places and areas of one paragraph."""
    text = ctx.outline.paragraphs[index].text
    for match in _areas().finditer(text):
        out.name(Owner("Region", match.group()), index, *match.span(), "area")
    for match in ctx.place_pattern.finditer(text):
        after = text[match.end() : match.end() + 1]
        if match.group() == ctx.places[match.group()] or after in "、，。；等和与及至" or not after:
            out.name(Owner("Region", ctx.places[match.group()]), index, *match.span(), "place")
