"""The missing-link report as a paper: its order, its words, and that nothing in it is empty, untold or in the wrong language."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import get_args

import msgspec
import pytest
from gap_graphs import Plan, graph
from test_gaps import ALL, EAST, JINING

from lianpu.errors import QueryError
from lianpu.messages import Language
from lianpu.model import DocumentLine
from lianpu.ontology.chains import chains
from lianpu.papers.draft import Draft, chinese
from lianpu.papers.gap_report import gap_report
from lianpu.papers.phrases import Phrases
from lianpu.papers.words import words
from lianpu.queries.gaps import gaps
from lianpu.queries.records import Basis
from lianpu.viz.paper import Block, Flow, Heading, Items, Line, Paper, Paragraph, Sources, Table

DOCUMENTS = (
    DocumentLine(id="plan0", title="济宁市规划0", number="济发〔2020〕1号", issuer=("济宁市人民政府",), date="2020-08-15"),
    DocumentLine(id="plan1", title="济宁市规划1", date="2021-12"),
)


def paper(region: str = "济宁市", chain: str | None = "工程机械", language: Language = "zh", records: object = ALL) -> Paper:
    report = gaps(records, region, chain)  # type: ignore[arg-type]
    return gap_report(report, DOCUMENTS, chains(), language).paper


def headings(found: Paper, level: int = 1) -> list[str]:
    return [block.text for block in found.blocks if isinstance(block, Heading) and block.level == level]


def lines(block: Block) -> Iterator[Line]:
    match block:
        case Paragraph(lines=given) | Items(lines=given):
            yield from given
        case Table(rows=rows):
            yield from (line for row in rows for cell in row for line in cell)


def text(found: Paper) -> str:
    parts = [found.title, found.subtitle, *(line.text for line in found.summary)]
    for block in found.blocks:
        match block:
            case Heading(text=heading):
                parts.append(heading)
            case Table(caption=caption, columns=columns):
                parts += [caption, *columns]
            case Flow():
                parts += [block.caption, block.heading, *(name for _, name in block.states)]
                parts += [part for stage in block.stages for part in (stage.position, stage.name)]
        parts += [line.text for line in lines(block)]
    return "\n".join(parts)


def test_the_order_is_the_officers() -> None:
    expected = [
        "链条现状",
        "招引与补链",
        "技术攻关",
        "延链方向",
        "待核实",
        "跨地区供应线索",
        "规划发展环节",
        "已有环节",
        "依据文件",
        "资料来源",
        "阅读说明",
    ]
    found = headings(paper())
    assert [re.sub("^.+?、", "", heading) for heading in found] == expected
    assert [heading.partition("、")[0] for heading in found] == [*"一二三四五六七八九十", "十一"]


def test_the_summary_says_what_is_missing_who_could_fill_it_and_which_policy() -> None:
    summary = "".join(line.text for line in paper().summary)
    assert "《济宁市规划0》写明，山东省济宁市工程机械产业链" in summary
    assert all(name in summary for name in ("发动机", "桥箱", "智能控制算法", "农业服务", "《甲意见》", "任城园"))
    assert "不作缺口" in summary and len(paper().summary) <= 4


def test_a_candidate_to_be_verified_is_never_called_a_maker() -> None:
    found = paper("东昌府区", "轴承")
    summary = "".join(line.text for line in found.summary)
    assert "泰厂（济南市莱芜区、乙类、需核实）可对应" in summary
    assert "先核实泰厂是否生产钢板" in text(found)


def test_every_declared_row_has_its_sentence_and_every_number_its_source() -> None:
    found = paper()
    (table,) = (b for b in found.blocks if isinstance(b, Table) and "招引与补链环节" in b.caption)
    where = table.columns.index("文件依据")
    assert len(table.rows) == 3 and all(row[where][0].sources for row in table.rows)
    used = {number for block in found.blocks for line in lines(block) for number in line.sources}
    assert used == set(found.sources) and sorted(used) == list(range(1, len(used) + 1))


def test_the_chain_is_drawn_with_gaps_in_their_places() -> None:
    (flow,) = (block for block in paper().blocks if isinstance(block, Flow))
    drawn = {box.label: (stage.position, box.state) for stage in flow.stages for box in stage.boxes}
    assert drawn["发动机"] == ("上游", "declared") and drawn["驾驶室"] == ("上游", "planned")
    assert [stage.position for stage in flow.stages] == sorted(
        (stage.position for stage in flow.stages), key=["上游", "中游", "下游", "其他"].index
    )


@pytest.mark.parametrize(("region", "chain"), [("济宁市", "工程机械"), ("济宁市", None), ("东昌府区", "轴承"), ("莱芜区", None)])
def test_a_chinese_report_has_no_english_and_no_empty_part(region: str, chain: str | None) -> None:
    found = paper(region, chain)
    assert not re.search("[A-Za-z]{2,}", text(found))
    for block in found.blocks:
        assert not isinstance(block, Sources) or block.items
        assert not isinstance(block, Table) or block.rows and all(cell for row in block.rows for cell in row)
    for one, after in zip(found.blocks, [*found.blocks[1:], None], strict=True):
        assert not isinstance(one, Heading) or after is not None and not (isinstance(after, Heading) and after.level <= one.level)


def test_an_english_report_has_no_chinese_but_names_and_quotes() -> None:
    (flow,) = (b for b in paper(language="en").blocks if isinstance(b, Flow))
    assert {stage.position for stage in flow.stages} <= {"upstream", "midstream", "downstream", "other"}
    assert headings(paper(language="en"))[:2] == ["1. The chain", "2. To recruit and supplement"]
    assert "发动机 (Engine)" in [box.label for stage in flow.stages for box in stage.boxes]
    assert not re.search("招引|待核实|来源|本地|文件", text(paper(language="en")).replace("某文写明", ""))


def test_all_chains_of_a_region_are_in_one_overview() -> None:
    found = paper(chain=None)
    assert found.title == "山东省济宁市产业链缺链补链报告"
    (overview,) = (b for b in found.blocks if isinstance(b, Table) and "各链" in b.caption)
    assert {"工程机械产业链", "农机装备产业链"} <= {row[0][0].text for row in overview.rows}


def test_what_is_unknown_is_not_called_missing() -> None:
    for region, chain in (("济宁市", "轴承"), ("淄博市", None)):
        found = paper(region, chain, records=graph(JINING) if region == "济宁市" else ALL)
        assert found.blocks == () and "不能视为缺失" in found.summary[0].text
        assert "缺口" not in text(found)


def test_nothing_declared_is_said_so() -> None:
    found = paper(records=graph(Plan("济宁市", "甲厂 anchors 工程机械\n工程机械 focusesOn 挖掘机")))
    assert "没有写明" in found.summary[0].text
    assert not any("招引" in heading for heading in headings(found))


def test_dates_and_numbers_of_documents_are_as_precise_as_they_are_known() -> None:
    found = paper()
    (table,) = (b for b in found.blocks if isinstance(b, Table) and "依据文件" in b.caption)
    assert [row[-1][0].text for row in table.rows] == ["2020年8月15日", "2021年12月"]
    assert found.subtitle == "（依据文件2份，最近一份成文于2021年12月）"
    assert words("en").date("2021-12-28") == "2021-12-28" and words().date("2021") == "2021年" and words().date(None) == ""
    assert words().date("2021年底") == "2021年底"


def test_sheets_have_a_row_for_every_statement_cover_and_candidate() -> None:
    report = gaps(ALL, "东昌府区", "轴承")
    sheets = {sheet.name: sheet for sheet in gap_report(report, DOCUMENTS, chains()).sheets()}
    chain = report.chains[0]
    assert len(sheets["招引与补链"].rows) == sum(len(row.declared) for row in chain.table("recruit"))
    assert len(sheets["候选企业"].rows) == sum(len(row.candidates) for row in chain.links)
    assert len(sheets["已有环节"].rows) == sum(len(row.covers) for row in chain.links)
    for sheet in sheets.values():
        assert all(len(row) == len(sheet.columns) for row in sheet.rows)
        assert not re.search("[A-Za-z]{2,}", "".join(sheet.columns))
    assert "技术攻关" not in sheets


def test_an_unknown_chain_has_a_sheet_that_says_so() -> None:
    (sheet,) = gap_report(gaps(graph(EAST), "济宁市", "轴承"), (), chains()).sheets()
    assert "不能视为缺失" in str(sheet.rows[0])


def test_headings_count_and_start_again() -> None:
    draft = Draft(words())
    for level, name in ((1, "甲"), (2, "乙"), (2, "丙"), (1, "丁"), (2, "戊"), (3, "己")):
        draft.heading(level, name)
    found = [block.text for block in draft.blocks if isinstance(block, Heading)]
    assert found == ["一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊", "1. 己"]
    assert len({block.anchor for block in draft.blocks if isinstance(block, Heading)}) == len(found)
    assert [chinese(n) for n in (1, 10, 11, 20, 35)] == ["一", "十", "十一", "二十", "三十五"]


def test_helpers_that_are_the_same_for_all_are_named_once() -> None:
    more = Plan("济宁市", JINING.statements + "工程机械 seeks 甲算法 breakthrough\n")
    found = paper(records=graph(more))
    (table,) = (b for b in found.blocks if isinstance(b, Table) and "攻关技术" in b.caption)
    assert len(table.rows) == 2 and "可依托的平台与机构" not in table.columns
    (said,) = (b for b in found.blocks if isinstance(b, Paragraph) and b.lead == "可依托的平台与机构。")
    assert said.lines[0].text == "甲实验室。"


def test_links_without_candidates_are_named_not_tabled() -> None:
    found = paper(records=graph(JINING))
    assert not any(isinstance(b, Table) and "待核实环节" in b.caption and "铸件" in str(b.rows) for b in found.blocks)
    assert re.search("个环节在图谱中没有候选企业：.*钢板", text(found))


def test_rows_that_differ_only_in_their_name_are_one() -> None:
    statements = "工程机械 seeks 甲方向 extend\n工程机械 seeks 乙方向 extend\n甲厂 anchors 工程机械"
    records = graph(Plan("济宁市", statements))
    same = tuple(msgspec.structs.replace(c, text="拓展甲乙两个方向。") for c in records.claims)
    found = paper(records=dataclasses.replace(records, claims=same))
    (table,) = (b for b in found.blocks if isinstance(b, Table) and "延链方向" in b.caption)
    assert [[line.text for line in row[0]] for row in table.rows] == [["乙方向", "甲方向"]]


def test_a_firm_that_only_carries_a_gap_is_to_be_asked_whether_it_makes_it() -> None:
    statements = JINING.statements + "工程机械 focusesOn 柴油发动机\n农机装备 focusesOn 发动机\n丁厂 produces 液压件\n"
    said = text(paper(records=graph(Plan("济宁市", statements + "工程机械 seeks 液压件 recruit\n"))))
    assert "先核实本地丙厂是否已自产发动机" in said and "先与本地丁厂核对扩产" in said


def test_columns_without_text_and_tables_without_rows_are_left_out() -> None:
    draft = Draft(words())
    draft.table("空", {"甲": 1}, [])
    draft.table("表", {"甲": 1, "乙": 1, "丙": 1}, [("一", "", "三"), ("一", "", "")])
    (table,) = draft.blocks
    assert isinstance(table, Table) and table.columns == ("甲", "丙") and table.caption == "表1　表"
    assert table.rows[1][1] == (Line("—"),)


def test_a_table_is_no_document() -> None:
    assert words().source("甲表.csv") == "表格 甲表.csv" and words().source("甲规划") == "《甲规划》"


def test_a_sentence_has_the_marks_of_the_language() -> None:
    said = gaps(ALL, "济宁市", "工程机械").chains[0].in_state("declared")[0].declared[0].evidence[0]
    assert words("zh").sentence(said, section=True) == f"“{said.text}”（《{said.title}》·{said.section}）"
    assert words("en").sentence(said) == f"“{said.text}” (《{said.title}》)"


def test_every_ground_of_a_candidate_has_its_words() -> None:
    assert all(words()(f"grounds_{basis}") and words().labels["basis"][basis] for basis in get_args(Basis))


@pytest.mark.parametrize(
    ("name", "called"),
    [("工程机械", "工程机械产业链"), ("轴承产业", "轴承产业链"), ("高端装备集群", "高端装备集群"), ("某产业链", "某产业链")],
)
def test_a_chain_is_called_as_one_would(name: str, called: str) -> None:
    assert Phrases(Draft(words()), {}).chain(name) == called


def test_a_form_that_does_not_exist_is_refused() -> None:
    with pytest.raises(QueryError, match="docx"):
        gap_report(gaps(ALL, "济宁市", "工程机械"), DOCUMENTS, chains()).data("pdf")


def test_no_text_is_written_twice() -> None:
    lines = files("lianpu.messages").joinpath("papers.yaml").read_text("utf-8").splitlines()
    keys = [line.partition(":")[0] for line in lines if line and not line.startswith("#")]
    assert sorted(set(keys)) == sorted(keys)


def test_every_text_is_there_in_both_languages() -> None:
    chinese_texts, english = (words(language)._texts for language in ("zh", "en"))
    fields = re.compile(r"{(\w+)")
    for key, one in chinese_texts.items():
        assert one and (english[key] or key.startswith("unit_")), key
        assert not re.search("[\u4e00-\u9fff]", english[key]), key
        if not key.startswith("unit_") and key not in ("both", "and_more"):
            assert set(fields.findall(one)) == set(fields.findall(english[key])), key
