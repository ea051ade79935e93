"""Tracks of a plan: whatever a heading calls one and however it is numbered, its part is about the sector that it names."""

from __future__ import annotations

import pytest
from reader_fixture import source

from lianpu.extract import tracks
from lianpu.extract.context import Context
from lianpu.extract.marks import mark
from lianpu.extract.metadata import document
from lianpu.extract.normalise import paragraphs
from lianpu.extract.sections import outline
from lianpu.ontology.regions import regions

BODY = "\n1.强化技术攻关。重点发展乙产品，加快突破丙部件，全面提高供给质量。\n2.完善产业生态。引进企业十家，努力扩大有效需求。\n"


def owners(*titles: str, chapter: str = "特色赛道") -> dict[str, str | None]:
    """The owner of each section below a chapter with these headings."""
    text = f"丽水市人工智能产业发展行动方案\n一、{chapter}\n" + "".join(title + BODY for title in titles)
    found = source(text)
    read = outline(found, paragraphs(found))
    ctx = Context(read, document(read), regions())
    return {s.title: owner.name if owner else None for s, owner in zip(read.sections, ctx.section_owners, strict=True)}


@pytest.mark.parametrize(
    ("title", "sector"),
    [
        ("赛道一：智能石材", "智能石材"),
        ("特色赛道一：智能石材", "智能石材"),
        ("先行赛道2：AI+竹木加工", "竹木加工"),
        ("方向/赛道一 AI+竹木加工", "竹木加工"),
        ("赛道（一）：智能石材", "智能石材"),
        ("赛道之一：智能石材", "智能石材"),
        ("赛道一（AI+竹木加工）", "竹木加工"),
        ("赛道一：“AI+竹木加工”", "竹木加工"),
        ("赛道一：“人工智能+竹木加工”创新应用", "竹木加工"),
        ("赛道一：AI赋能竹木加工", "竹木加工"),
        ("赛道一：打造AI+竹木加工产业高地", "竹木加工产业"),
        ("赛道一：聚焦“AI+竹木加工”，打造应用标杆", "竹木加工"),
        ("（一）赛道一：智能石材", "智能石材"),
        ("1.赛道一：智能石材", "智能石材"),
        ("——赛道一：智能石材", "智能石材"),
        ("领域一：智能石材", "智能石材"),
        ("（一）智能石材", "智能石材"),
        ("（一）“AI+”竹木加工赛道", "竹木加工"),
        ("（一）做强智能石材赛道", "智能石材"),
    ],
)
def test_a_track_is_about_its_sector(title: str, sector: str) -> None:
    assert sector in owners(title, title.replace("一", "二").replace("智能石材", "水产罐头")).values()


@pytest.mark.parametrize(
    "title", ["（一）先行赛道", "（二）未来产业赛道", "赛道一：AI+社会治理", "赛道一：特色传统产业", "（一）强化统筹协调"]
)
def test_a_heading_that_only_sorts_tracks_or_names_work_is_about_no_sector(title: str) -> None:
    assert set(owners(title).values()) == {None}


def test_points_inside_a_track_are_about_the_track() -> None:
    found = owners("——赛道一：智能石材", "——赛道二：水产罐头")
    assert found["强化技术攻关"] is None and found["完善产业生态"] is None


@pytest.mark.parametrize("line", ["方向一致，步调统一。", "领域一体化发展加快推进。", "赛道上的企业越来越多。"])
def test_words_that_only_look_like_a_track_open_none(line: str) -> None:
    assert mark(line) is None or not tracks.numbered(line[: mark(line).end])  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("title", "heads"),
    [("特色赛道", True), ("布局重点产业赛道", True), ("重点领域建设", False), ("场景应用", False), ("方向", False)],
)
def test_a_chapter_of_tracks_is_told_by_its_title(title: str, heads: bool) -> None:
    assert tracks.chapter(title) is heads
