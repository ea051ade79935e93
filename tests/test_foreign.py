"""Text of another place inside a document: found where it fills paragraphs, never where a partner is merely named."""

from __future__ import annotations

from pathlib import Path

import pytest

from lianpu.extract import extract_source, foreign, metadata, normalise, sections
from lianpu.extract import read as files
from lianpu.extract.document import Source
from lianpu.extract.occurrences import Occurrences
from lianpu.model import EntityLine, FactLine
from lianpu.ontology.regions import regions

HOME = [
    "聊城市东昌府区工业发展规划（2021—2025年）",
    "第一章 发展基础",
    "东昌府区区位优越，东昌府区工业门类齐全。",
    "东昌府区坚持工业立区，东昌府企业稳步成长。东昌府区重点发展轴承产业。",
]
ABROAD = [
    "第二章 空间布局",
    "第一节 功能分区",
    "昆山开发区和昆山高新区是两大板块，联动张浦镇、千灯镇。",
    "昆山经济实力雄厚。全区重点发展光电产业。",
    "千灯镇与昆山综合保税区协同，周庄镇重点发展旅游业。",
    "昆山将与各镇共建新城。",
]


def _source(lines: list[str]) -> Source:
    return Source("t", "t.txt", "\n".join(lines) + "\n", "", "utf-8")


def _find(source: Source) -> foreign.Foreign:
    outline = sections.outline(source, normalise.paragraphs(source))
    said = Occurrences("\n".join(p.text for p in outline.paragraphs))
    return foreign.find(outline, metadata.document(outline).region_code, regions(), said)


def test_a_run_about_another_county_is_found_with_its_headingless_neighbours() -> None:
    found = _find(_source(HOME + ABROAD))
    assert set(found.paragraphs.values()) == {"昆山市"}
    assert {6, 7, 8, 9} <= set(found.paragraphs) and not {0, 1, 2, 3} & set(found.paragraphs)


def test_statements_without_owner_go_to_the_other_place_and_are_flagged() -> None:
    lines = extract_source(_source(HOME + ABROAD))
    flags = {(f.s, f.o): f.foreign for f in lines if isinstance(f, FactLine) and f.p == "focusesOn"}
    assert flags[("东昌府区", "轴承产业")] is False
    assert flags[("昆山市", "光电产业")] is True
    assert not any(s == "东昌府区" and o == "光电产业" for s, o in flags)
    entities = {e.name: e.foreign for e in lines if isinstance(e, EntityLine)}
    assert entities["昆山市"] and not entities["东昌府区"]


def test_a_sentence_that_names_both_places_stays_local() -> None:
    both = "强化东昌府区与昆山高新区协作。"
    found = _find(_source([*HOME, *ABROAD[:3], both, *ABROAD[3:]]))
    assert found.paragraphs.get(7) == "昆山市"
    assert found.at(both, 7, 0) is None


@pytest.mark.parametrize(
    "partner",
    [
        ["深化与昆山的产业合作，共建昆山高新区协作园。", "承接昆山电子信息产业转移。", "赴昆山开展招商。", "学习昆山经验。"],
        ["东昌府区与昆山开发区、昆山高新区、千灯镇结对。", "东昌府区学习昆山做法。", "东昌府区赴昆山开展招商。"],
    ],
)
def test_a_partner_that_is_merely_named_is_not_the_subject(partner: list[str]) -> None:
    assert not _find(_source([*HOME, "第二章 开放合作", *partner])).paragraphs


SHARED = Path(__file__).parents[2] / "shared"
DOCUMENTS = sorted(p for folder in ("corpus", "corpus-more", "gold-more") for p in (SHARED / folder).glob("*.txt"))


@pytest.mark.skipif(not DOCUMENTS, reason="the corpus is not beside the repository")
def test_real_documents_hold_foreign_text_only_where_it_is_known() -> None:
    found = {}
    for path in DOCUMENTS:
        places = set(_find(files.read(path, max_size=20 * 1024 * 1024)).paragraphs.values())
        if places:
            found[path.stem] = places
    assert found == {"laiwu-2020": {"吴江区"}}
