"""``lianpu chains``: listing, showing and checking reference chains; and what the shipped chains promise."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lianpu.cli import main
from lianpu.errors import UnknownNameError
from lianpu.ontology.chains import Chain, chains, find
from lianpu.pictures import reference_picture
from lianpu.queries.matching import Matcher
from lianpu.queries.scope import link_term

NAMED = frozenset(
    {
        "工程机械",
        "矿山装备",
        "农机装备",
        "汽车及零部件",
        "专用汽车",
        "新能源汽车",
        "动力电池",
        "储能",
        "光伏",
        "风电",
        "氢能",
        "船舶",
        "轨道交通",
        "航空航天",
        "数控机床",
        "工业机器人",
        "人形机器人",
        "轴承",
        "钢管",
        "不锈钢",
        "铝加工",
        "铜加工",
        "稀土",
        "石墨烯与碳材料",
        "碳纤维",
        "煤化工",
        "精细化工",
        "涂料",
        "造纸",
        "纺织服装",
        "第三代半导体",
        "集成电路",
        "印制电路板",
        "智能终端",
        "光通信",
        "人工智能",
        "大数据与云",
        "生物医药",
        "医疗器械",
        "中医药",
        "食品加工",
        "现代物流",
    }
)

OWN = """\
name: {zh: 甲链, en: Chain A}
industries: [甲产业]
stages:
  - name: {zh: 原料, en: Inputs}
    position: upstream
    order: 1
    products:
      - name: {zh: 甲料, en: Material A}
        feeds: [甲机]
      - name: {zh: 轴承, en: Bearings}
        same_as: 轴承/轴承
        feeds: [甲机]
  - name: {zh: 整机, en: Machines}
    position: midstream
    order: 2
    products:
      - name: {zh: 甲机, en: Machine A}
"""


def run(*arguments: str | Path, code: int = 0) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == code, result.output
    return result


def test_the_chains_that_plans_name_most_are_there() -> None:
    assert set(chains()) >= NAMED


@pytest.mark.parametrize("chain", chains().values(), ids=lambda chain: str(chain.name))
def test_a_shipped_chain_has_all_positions_and_its_share_of_links(chain: Chain) -> None:
    assert {stage.position for stage in chain.stages} == {"upstream", "midstream", "downstream"}
    assert [stage.order for stage in chain.stages] == list(range(1, len(chain.stages) + 1))
    assert 10 <= len(chain.links) <= 35
    inside = {target for link in chain.links for target in link.feeds} | {link.key for link in chain.links if link.feeds}
    joined = [link for link in chain.links if not link.generic and link.key in inside]
    assert len(joined) >= 0.8 * len([link for link in chain.links if not link.generic])


@pytest.mark.parametrize(
    ("chain", "mention", "link"),
    [
        ("工程机械", "高性能多路阀", "液压件"),
        ("工程机械", "液压油缸", "液压件"),
        ("印制电路板", "高频覆铜板", "覆铜板"),
        ("印制电路板", "锂电铜箔", "铜箔"),
        ("动力电池", "磷酸铁锂", "正极材料"),
        ("工业机器人", "RV减速器", "减速器"),
        ("光伏", "异质结电池", "光伏电池片"),
        ("风电", "风电主轴轴承", "风电轴承"),
        ("船舶", "大型LNG船", "船舶"),
        ("集成电路", "存储芯片", "芯片"),
    ],
)
def test_a_kind_falls_under_its_link(chain: str, mention: str, link: str) -> None:
    found = Matcher(link_term(one) for one in chains()[chain].links).match(mention)
    assert link in found
    assert not found[link].possible


def test_bearings_are_one_thing_in_every_chain() -> None:
    owners = {chain.name for chain in chains().values() for link in chain.links if link.concept == ("轴承", "轴承")}
    assert {"轴承", "工程机械", "农机装备", "轨道交通", "数控机床"} <= owners


def test_list_names_every_chain_once() -> None:
    rows = list(csv.DictReader(io.StringIO(run("chains", "list", "-f", "csv").stdout)))
    assert [row["name"] for row in rows] == list(chains())
    assert "印制电路板" in run("chains", "list").stdout


def test_show_takes_the_name_of_the_industry_and_gives_every_link() -> None:
    rows = json.loads(run("chains", "show", "pcb", "-f", "json").stdout)
    assert [row["link"] for row in rows] == [link.name for link in chains()["印制电路板"].links]
    foil = next(row for row in rows if row["link"] == "铜箔")
    assert (foil["same_as"], foil["feeds"]) == ("铜加工/铜箔", ["覆铜板"])
    assert "上游" in run("chains", "show", "印制电路板").stdout


def test_a_typo_gets_near_names() -> None:
    with pytest.raises(UnknownNameError) as caught:
        find("印刷电路版", chains())
    assert "印制电路板" in caught.value.near
    assert "轴承" in run("chains", "show", "轴乘", code=1).stderr


def test_check_counts_and_adds_a_directory_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(OWN, "utf-8")
    (before,) = json.loads(run("chains", "check", "-f", "json").stdout)
    (after,) = json.loads(run("chains", "check", tmp_path, "-f", "json").stdout)
    assert (after["chains"], after["links"]) == (before["chains"] + 1, before["links"] + 3)
    assert after["concepts"] == before["concepts"] + 2
    assert "甲机" in run("chains", "show", "甲产业", "--chains", tmp_path).stdout


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("feeds: [甲机]", "feeds: [乙机]", 8),
        ("{zh: 甲料,", "{zh: 覆铜板,", 8),
        ("feeds: [甲机]", "feed: [甲机]", 8),
        ("甲产业", "工程机械产业", 1),
    ],
)
def test_check_refuses_a_bad_file_with_its_line(tmp_path: Path, old: str, new: str, line: int) -> None:
    (tmp_path / "zz-own.yaml").write_text(OWN.replace(old, new, 1), "utf-8")
    assert f"zz-own.yaml:{line}: " in run("chains", "check", tmp_path, code=1).stderr


def test_a_cycle_across_chains_is_refused(tmp_path: Path) -> None:
    back = OWN.replace("{zh: 甲机, en: Machine A}", "{zh: 甲机, en: Machine A}\n        feeds: [轴承/套圈]")
    (tmp_path / "own.yaml").write_text(back, "utf-8")
    assert "成环" in run("chains", "check", tmp_path, code=1).stderr


def test_a_directory_without_chains_is_an_error(tmp_path: Path) -> None:
    assert "没有 .yaml 文件" in run("chains", "check", tmp_path, code=1).stderr


# -- pictures -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(chains()))
def test_every_chain_can_be_drawn(name: str) -> None:
    known = chains()
    picture = reference_picture(known[name], known)
    drawn = {node.label: node for node in picture.nodes if node.kind == "Product"}
    assert set(drawn) == {link.name for link in known[name].links}
    ids = {node.id for node in picture.nodes}
    assert all(edge.kind == "reference" and {edge.source, edge.target} <= ids and edge.quotes for edge in picture.edges)
    columns = {node.column for node in picture.nodes}
    assert set(picture.columns) == columns
    inside = [link for link in known[name].links for owner, _ in link.feeds if owner == name]
    assert len(picture.edges) >= len({(link.name, fed) for link in inside for owner, fed in link.feeds if owner == name})


def test_a_link_that_two_chains_share_feeds_from_its_own_place(tmp_path: Path) -> None:
    picture = reference_picture(chains()["轴承"], chains())
    labels = {node.id: node.label for node in picture.nodes}
    fed = {(labels[edge.source], labels[edge.target]) for edge in picture.edges}
    assert ("钢板", "保持器") in fed and ("轴承钢", "套圈") in fed


def test_a_picture_of_a_chain_is_one_page(tmp_path: Path) -> None:
    page = tmp_path / "chain.html"
    assert run("chains", "show", "轴承", "--picture", page).stdout == f"{page}\n"
    text = page.read_text("utf-8")
    assert "轴承（参考链）" in text and "不是文件所述" in text
    (tmp_path / "file").write_text("", "utf-8")
    failed = run("chains", "show", "轴承", "--picture", tmp_path / "file" / "chain.html", code=1)
    assert "不能写入" in failed.stderr and len(failed.stderr.splitlines()) == 1
