"""Metadata of a document from its first and last lines: title, number, issuers, date, region, years, cited policies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lianpu.extract import dates, homes, words
from lianpu.extract.document import Outline, Paragraph
from lianpu.extract.marks import mark
from lianpu.model import DocumentLine
from lianpu.ontology.regions import Region, RegionTable, regions

_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,10}[〔\[（【﹝]\s*(?:20|19)\d{2}\s*[〕\]）】﹞]\s*(?:第)?\d{1,4}号")
_ABOUT = re.compile(r"(?:印发|转发|发布|公布|下发)(?:关于)?《(?P<title>.+?)》(?:的?通知|的?公告|$)")
_SENT = re.compile(r"^.*?(?:关于)?(?:印发|转发|发布|公布|下发)(?!《)(?P<title>.{6,}?)的?通知$")
_DRAFT = re.compile(r"[（(][^（）()]*(?:修改|初稿|待完善|讨论稿|节选)[^（）()]*[）)]$")
_CITED = re.compile(r"《(?P<title>[^《》]*(?:〈[^〈〉]*〉[^《》]*)*)》")
_NO_TITLE = re.compile(r"(?:附件|附)\d*：?$|.{2,20}文件$|现将|为")
_HEAD = 40


def document(outline: Outline, table: RegionTable | None = None) -> DocumentLine:
    """The document line: what is not stated stays empty; ``title`` falls back to the first line, then to the file name."""
    table = table or regions()
    top = _top(outline.paragraphs)
    title = _title(top) or (top[0].rstrip("。：") if top and len(top[0]) <= dates.LINE else outline.source.id)
    text = [paragraph.text for paragraph in outline.paragraphs]
    region = homes.region(title, text, table)
    issuer = _issuers(top, text, title, region)
    numbers = (_NUMBER.search(line) for line in top if len(line) <= dates.LINE and "《" not in line)
    number = next((match.group() for match in numbers if match), None)
    return DocumentLine(
        title=title,
        number=_bare(number) if number else None,
        issuer=issuer,
        date=dates.issued(outline, top, text),
        region=region.name if region else homes.area(title) or next((r.name for r in homes.namesakes(title, table)), None),
        horizon=dates.horizon(outline, title, text),
        cites=_cites(outline, text, title),
        id=outline.source.id,
        file=outline.source.file,
        sha256=outline.source.sha256,
        length=len(outline.source.text),
        region_code=region.code if region else None,
    )


def _bare(number: str) -> str:
    return re.sub(r"^(?:发文字号|文号|字号)", "", number)


def _top(paragraphs: Sequence[Paragraph]) -> list[str]:
    """Lines of the title page and covering letter."""
    out = []
    for paragraph in paragraphs[:_HEAD]:
        found = mark(paragraph.text)
        if paragraph.kind == "row" or (found and found.style not in ("annex", "dash")):
            break
        out.append(paragraph.text)
    return out


# -- title --------------------------------------------------------------------------------------------------------------


def _title(top: Sequence[str]) -> str | None:
    """The title: of a covering letter, the title of what it sends; else the first title-like lines, joined."""
    joined = "".join(line for line in top if len(line) <= dates.LINE)
    about = _ABOUT.search(joined)
    if about:
        return about.group("title")
    kinds = words.longest_first("document_kinds")
    for start, line in enumerate(top):
        for count in (1, 2, 3, 4):
            lines = top[start : start + count]
            if len(lines) < count or any(len(one) > dates.LINE or re.search(r"[。：]$|^(?:为|现将).*，", one) for one in lines):
                break
            candidate = "".join(lines)
            if _NUMBER.search(candidate) or any(dates.dated(one) for one in lines) or _NO_TITLE.match(line):
                break
            sent = _SENT.match(candidate)
            if sent is not None and _core(sent["title"]).endswith(kinds):
                return sent["title"]
            if _core(candidate).endswith(kinds) and len(candidate) >= 6:
                return _with_issuer(top, start, _with_draft(candidate, top[start + count : start + count + 2]))
    return None


def _core(title: str) -> str:
    return re.sub(r"[（(][^（）()]*[）)]", "", title)


def _with_draft(title: str, below: Sequence[str]) -> str:
    """Years and （征求意见稿） on lines of their own belong to the title; working marks do not."""
    for line in below:
        if re.fullmatch(r"[（(](?:20\d\d.*年|.*征求意见稿|.*送审稿|试行)[）)]", line):
            title += line
    return title if title.endswith("政府工作报告（节选）") else _DRAFT.sub("", title)


def _with_issuer(top: Sequence[str], start: int, title: str) -> str:
    """关于… on the line below its issuer: the title is both."""
    above = top[start - 1] if start and title.startswith("关于") else ""
    return above + title if len(above) <= 40 and above.endswith(words.longest_first("issuer_ends")) else title


# -- issuer, date -------------------------------------------------------------------------------------------------------


def _issuers(top: Sequence[str], text: Sequence[str], title: str, region: Region | None) -> tuple[str, ...]:
    if "政府工作报告" in title and region is not None:
        return (region.name + "人民政府",)
    signed = _signed(top) or _signed(text[-8:])
    if signed:
        return tuple(signed)
    heading = re.match(r"(?P<who>.+?)关于", title)
    if heading:
        return tuple(_split(heading.group("who")))
    alone = [line for line in top if len(line) <= 40 and line.endswith(words.longest_first("issuer_ends")) and "关于" not in line]
    return tuple(name for line in alone[:1] for name in _split(line))


def _signed(lines: Sequence[str]) -> list[str]:
    """Names above a date that stands alone."""
    ends = words.longest_first("issuer_ends")
    for index, line in enumerate(lines):
        if len(line) > 14 or not (dates.DIGIT_DATE.fullmatch(line) or dates.CN_DATE.fullmatch(line)):
            continue
        block: list[str] = []
        for above in reversed(lines[max(0, index - 5) : index]):
            if len(above) > 60 or re.search(r"[。；：，《]|\d|稿）$", above) or mark(above):
                break
            block.insert(0, above)
            if sum(map(len, block)) and not above.endswith(ends) and len(block) > 1 and not _open_name(above):
                block.pop(0)
                break
        names = _split("".join(block)) if block and re.sub(r"（代章）$", "", block[-1]).endswith(ends) else []
        if names:
            return names
    return []


def _open_name(line: str) -> bool:
    """A line that is the first half of a name, as （…领导小组） is."""
    return line.endswith(("）", "领导小组"))


def _split(names: str) -> list[str]:
    """Several issuers written one after the other: each begins again with the name of the place."""
    names = re.sub(r"[（(]代章[）)]|文件$", "", names)
    party = re.fullmatch(r"(中共.{2,12}?委员会|中共.{2,8}?委)(.+)", names)
    if party:
        return [party.group(1), *_split(party.group(2))]
    ends = "|".join(map(re.escape, words.longest_first("issuer_ends")))
    place = re.match(r".{2,5}?[省市区县]", names)
    if place is None:
        return [names] if names else []
    parts = re.split(rf"(?<=[厅局委会府室])(?={re.escape(place.group())})", names)
    return [part for part in parts if re.search(rf"(?:{ends})$", part)]


def _cites(outline: Outline, text: Sequence[str], title: str) -> tuple[str, ...]:
    """Titles in 《》 that end as plans, laws and opinions do, without the document's own, in order of first mention."""
    kinds = words.longest_first("document_kinds")
    own = _plain(title)
    cited = [match.group("title").strip() for line in text for match in _CITED.finditer(line)]
    cited += _basis(outline)
    return tuple(
        dict.fromkeys(
            name for name in cited if _core(name).endswith(kinds) and _plain(name) not in own and own not in _plain(name)
        )
    )


def _basis(outline: Outline) -> Iterator[str]:
    """Items under a heading like 规划依据, where titles stand without 《》."""
    for paragraph in outline.paragraphs:
        found = mark(paragraph.text)
        if found and "其他" not in paragraph.text and outline.sections[_above(outline, paragraph.section)].title.endswith("依据"):
            yield paragraph.text[found.end :].rstrip("；。 ")


def _above(outline: Outline, section: int) -> int:
    """The section itself if its title says that it lists a basis, else the one around it."""
    own = outline.sections[section]
    return section if own.title.endswith("依据") else own.parent


def _plain(title: str) -> str:
    return re.sub(r"[^\u4e00-\u9fff]|的", "", _core(title))
