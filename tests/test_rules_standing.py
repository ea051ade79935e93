"""focusesOn, existing: advantages, shares of output and firsts of their kind."""

from __future__ import annotations

import marked
import pytest

from lianpu.extract.rules import standing

SECTION = "第一节 工作回顾"


def _stands(sentence: str) -> set[str]:
    facts = marked.bare(sentence, section=SECTION).facts()
    return {f.o for f in facts if f.p == "focusesOn" and f.status == "existing" and f.s == "东昌府区"}


@pytest.mark.parametrize(
    ("sentence", "things"),
    [
        ("推动甲线缆、乙轮胎等传统优势企业转型。", {"甲线缆", "乙轮胎"}),
        ("围绕线缆、轮胎制造等主导产业开展对接。", {"轮胎制造"}),
        ("发挥轮胎产业优势，改善服务。", {"轮胎"}),
        ("依托轮胎制造、电子信息等产业基础，招引企业。", {"轮胎制造", "电子信息"}),
        ("铜杆、漆包线产量居全国前列。", {"铜杆", "漆包线"}),
        ("全国首台线缆绞合机成功下线。", {"线缆绞合机"}),
        ("全区主导产业为轮胎制造、节能环保、线缆加工。", {"轮胎制造", "节能环保", "线缆加工"}),
        ("基本形成轮胎制造、电子信息、线缆加工三大产业集群。", {"轮胎制造", "电子信息", "线缆加工"}),
        ("经济以煤炭开采、轮胎制造为主体。", {"煤炭开采", "轮胎制造"}),
        ("铜杆、漆包线、轮毂等6种产品产量居全省首位。", {"铜杆", "漆包线", "轮毂"}),
        ("樱桃、圆铃枣种植面积和产量保持全省第一。", {"樱桃", "圆铃枣"}),
        ("线缆产业综合竞争力居全国第9位。", {"线缆产业"}),
        ("国内首款双头绞线机面市。", {"双头绞线机"}),
        ("全国首列复合轨检车、全球首创线缆检测仪成功下线。", {"复合轨检车", "线缆检测仪"}),
        ("首台全自动绕线机面市，低噪轮胎填补国内空白。", {"全自动绕线机", "低噪轮胎"}),
        ("线缆设计软件、轮胎硫化机等一批技术和产品打破国际垄断。", {"线缆设计软件", "轮胎硫化机"}),
        ("电子信息、轮胎制造、线缆加工产业规模突破五百亿元。", {"电子信息", "轮胎制造", "线缆加工"}),
        ("电子信息、线缆加工产业产值分别增长9%、12%。", {"电子信息"}),
    ],
)
def test_what_a_place_has_to_show_is_existing_focus(sentence: str, things: set[str]) -> None:
    assert things <= _stands(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "力争形成轮胎制造、线缆加工等产业集群。",
        "打造以轮胎制造、线缆加工为主导的体系。",
        "力争铜杆、漆包线产量居全国前列。",
        "铜杆产量稳定在八十万吨。",
        "发挥（甲）铜杆港产业优势。",
        "力争电子信息、线缆加工产业规模突破五百亿元。",
        "推动线缆检测仪打破国外垄断。",
        "线缆加工产业产值增长9%。",
    ],
)
def test_aims_single_yields_and_broken_names_are_none(sentence: str) -> None:
    rules = {f.rule for f in marked.bare(sentence, section=SECTION).facts()}
    assert "standing" not in rules


def test_a_place_that_opens_the_clause_has_what_it_lists() -> None:
    facts = marked.bare("临清市以轮胎制造、线缆加工为主导产业。", section=SECTION).facts()
    assert {(f.s, f.o) for f in facts if f.rule == "standing"} == {("临清市", "轮胎制造"), ("临清市", "线缆加工")}


def test_what_a_sector_is_made_of_is_no_focus_of_the_place() -> None:
    assert "线缆加工" not in _stands_in("一、橡胶产业", "已形成轮胎制造、胶管制造、线缆加工三大产业板块。")


def _stands_in(section: str, sentence: str) -> set[str]:
    facts = marked.bare(sentence, section=section).facts()
    return {f.o for f in facts if f.rule == "standing"}


def test_a_place_in_front_of_a_list_goes_with_all_of_it() -> None:
    facts = marked.bare("依托临清市轮胎制造、线缆加工等产业优势，招引企业。", section=SECTION).facts()
    assert {(f.s, f.o) for f in facts if f.rule == "standing"} == {("临清市", "轮胎制造"), ("临清市", "线缆加工")}


def test_what_is_joined_to_a_foundation_is_no_sector() -> None:
    facts = marked.bare("依托区位条件与产业基础，招引企业。", section=SECTION).facts()
    assert "standing" not in {f.rule for f in facts}


def test_firms_that_a_zone_has_in_the_main_are_no_sectors() -> None:
    found = marked.bare("光学片区以晋瓷科技、恒锦光电为主体，提升制造功能。").claims("focusesOn")
    assert not {o for _, _, o in found} & {"晋瓷科技", "恒锦光电"}


@pytest.mark.parametrize(
    ("sentence", "things"),
    [
        ("轮胎制造、线缆加工、电子信息三大主导产业产值占规上工业的六成。", {"轮胎制造", "线缆加工", "电子信息"}),
        ("做强轮胎制造、线缆加工两大支柱产业。", {"轮胎制造", "线缆加工"}),
        ("形成轮胎制造、线缆加工两个百亿级产业集群，获评国家基地。", {"轮胎制造", "线缆加工"}),
        ("轮胎制造、线缆加工、电子信息3个集群规模持续扩大。", {"轮胎制造", "线缆加工", "电子信息"}),
        ("轮胎制造、线缆加工已成为我区支柱产业。", {"轮胎制造", "线缆加工"}),
        ("以轮胎制造为首位产业，线缆加工、电子信息为主导产业的格局成形。", {"线缆加工", "电子信息"}),
        ("轮胎制造、家居用品、线缆加工产量居全省前列。", {"轮胎制造", "家居用品", "线缆加工"}),
    ],
)
def test_industries_that_are_counted_or_called_main_ones(sentence: str, things: set[str]) -> None:
    assert things <= _stands(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "培育轮胎制造、线缆加工两大新兴产业。",
        "打造轮胎制造、线缆加工三个产业集群。",
        "引进轮胎制造、线缆加工两大产业项目。",
        "轮胎、线缆、电子三大商圈客流增长。",
    ],
)
def test_counted_industries_that_are_to_come_are_not_there(sentence: str) -> None:
    assert "standing" not in {f.rule for f in marked.bare(sentence, section=SECTION).facts()}


def test_a_counted_list_that_is_none_takes_no_time() -> None:
    clause = "围绕两个" + "各类经营主体共同参与的全过程服务保障工作" * 3
    assert standing._COUNTED.search(clause) is None


@pytest.mark.parametrize(
    ("sentence", "things"),
    [
        ("线缆接头、轮胎钢丝等部件实现本地配套。", {"线缆接头", "轮胎钢丝"}),
        ("铜杆、漆包线已具备本地生产能力。", {"铜杆", "漆包线"}),
        ("山药、金刺梨、麻鸡成为响亮的东昌府名片。", {"山药", "金刺梨", "麻鸡"}),
        ("漆包线产量约占全国四成。", {"漆包线"}),
        ("漆包线总产量稳居全国第一。", {"漆包线"}),
    ],
)
def test_goods_that_are_had_in_the_place_or_make_its_name(sentence: str, things: set[str]) -> None:
    assert _stands(sentence) == things


def test_counted_industries_may_be_called_as_firms_are() -> None:
    assert _stands("生态铝、锰系新材料、石化、林业四大支柱产业产值突破百亿元。") == {"生态铝", "锰系新材料", "石化", "林业"}
