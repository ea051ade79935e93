"""Whom a statement is about: headings, points of a paragraph, and the sentence itself."""

from __future__ import annotations

import marked
import pytest

from lianpu.extract import clauses, frames, growing, heads, leads, owners, phrases, subjects
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.document import Source
from lianpu.extract.metadata import document
from lianpu.extract.normalise import paragraphs
from lianpu.extract.owners import Option
from lianpu.extract.rules import areas
from lianpu.extract.sections import outline
from lianpu.extract.whereabouts import whole_place
from lianpu.ontology.regions import regions

START = "丽水市产业发展行动方案（2026—2028年）\n\n"


def context(body: str) -> Context:
    source = Source("t", "t.txt", START + body, "", "utf-8")
    read = outline(source, paragraphs(source))
    return Context(read, document(read), regions())


def of_section(title: str) -> str | None:
    """The owner of a section with this heading over a sentence."""
    ctx = context(f"{title}\n\n大力发展甲乙产品，推进丙丁项目建设，全面提高供给质量，努力扩大有效需求。\n")
    owner = ctx.section_owners[-1]
    return owner.name if owner else None


@pytest.mark.parametrize(
    ("title", "owner"),
    [
        ("一、提升光电装备产业链协同水平", "光电装备产业"),
        ("一、让食用菌产业“火”起来", "食用菌产业"),
        ("一、加快智能低空装备场景拓展", "智能低空装备"),
        ("一、提升智能穿戴终端产品附加值", "智能穿戴终端"),
        ("一、提升伺服电机制造能力", "伺服电机"),
        ("一、推动磁性材料产业集约化、高端化发展", "磁性材料产业"),
        ("一、以轻量化、电动化为方向提升汽车产业特色优势", "汽车产业"),
        ("一、培育壮大光电装备百亿产业集群", "光电装备产业"),
        ("一、数字经济蓬勃发展", "数字经济"),
        ("一、加快浙西南地区全面振兴", "浙西南地区"),
        ("赛道一：空天信息", "空天信息"),
        ("赛道二：“人工智能+”深海科技", "深海科技"),
        ("方向三：具身智能（整机及零部件）", "具身智能"),
        ("一、特色赛道（AI+竹木加工产业）", "竹木加工产业"),
        ("一、特色赛道（AI+制造）", "制造业"),
        ("一、磁性材料产业链", "磁性材料产业"),
        ("一、做强竹木加工产业链群", "竹木加工产业"),
        ("任务一：竹木加工链", "竹木加工链"),
        ("（一）竹木加工链——由原竹向成品", "竹木加工链"),
        ("（一）竹木加工产业链（培育）", "竹木加工产业"),
        ("一、聚力做精竹木加工产业", "竹木加工产业"),
        ("一、实施竹木加工产业提质行动", "竹木加工产业"),
        ("一、补链条，发展竹木加工制造", "竹木加工制造"),
        ("一、推动竹木加工产业做大做强", "竹木加工产业"),
        ("一、做实数字经济", "数字经济"),
        ("一、提速发展数字经济", "数字经济"),
        ("一、集中资源发展竹木加工产业", "竹木加工产业"),
        ("一、“一核”即青瓷智造产业园", "青瓷智造产业园"),
    ],
)
def test_a_heading_names_its_sector_or_area(title: str, owner: str) -> None:
    assert of_section(title) == owner


@pytest.mark.parametrize(
    "title",
    [
        "一、产业基础更加扎实",
        "一、原始创新成果突出",
        "一、算力底座不断夯实",
        "一、更加注重内需主导，深度对接全国大市场",
        "一、推动科技创新和产业创新深度融合",
        "一、强化金融赋能产业发展",
        "一、打通竹木加工全产业链",
        "一、特色赛道（AI+社会治理）",
        "一、完善磁性材料产业链",
        "一、构建全链条产业创新生态",
        "（一）供应链",
        "一、创新发展路径表",
        "一、实施创新能力提升工程",
        "一、人才集聚行动",
        "附件：丽水市低空经济重点项目表",
        "赛道一：特色传统产业",
        "一、主攻产业",
        "一、共建五大协作产业",
        "一、发展势头良好",
        "一、加强统筹协调",
        "一、激活浙西特色板块",
        "一、去向：五年后的高新区",
    ],
)
def test_a_heading_that_tells_how_things_stand_names_nobody(title: str) -> None:
    assert of_section(title) is None


SECTORS = ("竹木加工", "智能石材", "水产罐头", "茶叶精制")
HEADS = ("甲乙竹木加工", "要素", "建设选材中心", "领导小组")


@pytest.mark.parametrize(("titles_", "owned"), [(SECTORS, [*SECTORS]), (HEADS, [None] * 4)])
def test_bare_nouns_that_are_numbered_side_by_side_are_the_sectors_of_a_plan(titles_: tuple[str, ...], owned: list[str]) -> None:
    body = "大力发展甲乙产品，推进丙丁项目建设，全面提高供给质量，努力扩大有效需求。"
    ctx = context("三、主攻方向\n" + "".join(f"{at}.{title}。{body}\n" for at, title in enumerate(titles_, 1)))
    found = [owner.name if owner else None for owner in ctx.section_owners]
    assert found[-4:] == owned


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("丽水市制冷产业强链补链三年攻坚方案", "制冷产业"),
        ("丽水市重点产业链建链延链补链强链三年行动计划", None),
        ("丽水市2025年产业链精准招商工作方案", None),
        ("丽水市食用菌全产业链发展实施方案", "食用菌"),
        ("丽水市“一茶一菌”产业提升工作方案", None),
        ("丽水市关于推动镇域经济差异化发展的指导意见", None),
        ("丽水市产业结构优化调整实施方案", None),
    ],
)
def test_what_is_done_with_chains_is_no_industry_of_a_title(title: str, subject: str | None) -> None:
    source = Source("t", "t.txt", f"{title}\n\n为发展制冷产业，制定本方案。\n", "", "utf-8")
    read = outline(source, paragraphs(source))
    found = Context(read, document(read), regions()).subject
    assert (found.name if found else None) == subject


def test_a_zone_with_its_place_in_a_bracket_is_called_without() -> None:
    assert of_section("一、光电智造园（缙云县）") == "光电智造园"
    assert of_section("一、光电智造园（东渡镇）") == "光电智造园"


def test_what_a_plan_needs_is_headed_with_no_sector() -> None:
    body = "落实各项政策，加强协调服务，推动项目落地，全面提高保障水平。"
    ctx = context(f"一、要素保障工程\n\n1.用地。{body}\n\n2.金融。{body}\n")
    assert ctx.section_owners == (None, None, None, None)


def test_a_title_may_join_sectors_that_own_what_is_theirs() -> None:
    body = "赛道一：AI芯片与智能视觉\n\n大力发展甲乙产品，推进丙丁项目建设，全面提高供给质量，努力扩大有效需求。\n"
    ctx = context(body)
    found = owners.inherited(ctx, len(ctx.outline.sections) - 1, None)
    assert [o.owner.name for o in found if o.relation == "part"] == ["AI芯片", "智能视觉"]


def test_a_heading_about_kinds_of_industry_closes_the_sector_above() -> None:
    body = (
        "一、发展现代农业\n\n1.壮大新兴产业和未来产业\n\n"
        "大力发展甲乙产品，推进丙丁项目建设，全面提高供给质量，努力扩大有效需求。\n"
    )
    ctx = context(body)
    found = owners.inherited(ctx, len(ctx.outline.sections) - 1, None)
    assert [(o.owner.name, o.relation) for o in found] == [("丽水市", "home"), ("现代农业", "above")]


def heads_of(text: str) -> list[str | None]:
    """The owner that each sentence is headed with."""
    ctx = context("一、发展重点\n\n" + text)
    body = ctx.outline.paragraphs[-1].text
    found = [heads.head(ctx, body, sentence) for sentence in clauses.sentences(body)]
    return [owner.name if owner else None for owner in found]


def test_a_point_is_about_what_its_verb_works_on() -> None:
    text = "二是攻坚仿生机器人核心部件。聚焦甲乙等部件，加大投入。推广仿生机器人应用，仿生机器人产值逐年提高。\n"
    assert heads_of(text)[0] == "仿生机器人"
    assert heads_of("二是完善体制机制。聚焦甲乙等部件，加大投入，久久为功。\n")[0] is None


def test_a_park_that_a_sentence_builds_owns_what_follows_at_the_head_of_a_paragraph_only() -> None:
    assert heads_of("建设青溪智造园。开发一批智能产品，拓展多领域应用场景。")[0] == "青溪智造园"
    assert heads_of("培育新业态，扩大新消费。建设青溪智造园。开发一批智能产品，拓展多领域应用场景。")[1] is None
    assert heads_of("培育新业态，扩大新消费。二是建设青溪智造园。开发一批智能产品。")[1] == "青溪智造园"


def test_most_things_of_a_list_tell_the_owner_of_all() -> None:
    first, second = Option(Owner("Industry", "航天产业"), "carried"), Option(Owner("Region", "丽水市"), "home")
    assert owners.agreed([first, second, first]) == first
    assert owners.agreed([first, second]) is None


def test_the_next_point_ends_the_head_of_the_one_before() -> None:
    text = "①光电产业。支持企业做大。②加强队伍建设。开展培训。"
    spans = clauses.sentences(text)
    assert [heads.is_point(text, s) for s in spans] == [True, False, True, False]


def options(relation: str, text: str) -> list[str]:
    ctx = context("一、发展重点\n\n" + text)
    frame = frames.parse(text, Span(0, len(text)))
    found = [*leads.topics(text, frame), *leads.relied(ctx, text, frame)]
    return [o.owner.name for o in found if o.relation == relation]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("优化磁性材料产业链空间布局，发展永磁体、软磁体", "磁性材料产业"),
        ("培育磁性材料产业，提高铁氧体、钕铁硼等加工水平，做大永磁体规模", "磁性材料产业"),
        ("提升专业服务发展能级，大力发展法律、财会等服务", "专业服务"),
        ("加快碧湖光电产业园建设，引进光学镜片、光学仪器", "碧湖光电产业园"),
    ],
)
def test_a_first_clause_may_say_whom_the_rest_is_about(text: str, owner: str) -> None:
    assert options("topic", text) == [owner]


def test_a_place_that_carries_the_weight_may_own() -> None:
    assert options("lead", "以松阳为重点，布局智能网联设施") == ["松阳县"]
    assert options("relied", "依托松阳，布局智能网联设施") == ["松阳县"]


def test_nothing_is_said_of_itself() -> None:
    whole, city = Option(Owner("Industry", "光电产业"), "section0"), Option(Owner("Region", "丽水市"), "home")
    assert owners.possible("光电", [whole, city]) == (city,)
    assert owners.possible("光电", [whole]) == (whole,)


def test_verbs_in_front_of_a_name_are_measured() -> None:
    assert phrases.verb_length("做强光电产业") == 2
    assert phrases.verb_length("光电产业") == 0


@pytest.mark.parametrize(
    ("title", "owner"),
    [
        ("一、聚力做旺文旅产业", "文旅产业"),
        ("一、做实数字经济", "数字经济"),
        ("一、聚力做强工业", None),
        ("一、重点举措", None),
        ("一、守牢安全底线", None),
    ],
)
def test_verbs_of_reports_are_no_part_of_a_sector(title: str, owner: str | None) -> None:
    assert of_section(title) == owner


def test_a_heading_names_a_sector_where_most_of_its_series_do() -> None:
    text = "全力推进丙丁项目建设，全面提高供给质量。\n\n"
    ctx = context(f"一、任务\n\n1.做强光电产业\n\n{text}2.做精超硬材料\n\n{text}3.做优茶产业\n\n{text}4.建强园区平台\n\n{text}")
    assert [owner.name if owner else None for owner in ctx.section_owners[2:]] == ["光电产业", "超硬材料", "茶产业", None]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("装备工业以甲厂、乙厂为链主，做强重型机械", ["装备工业"]),
        ("低空经济推广通航飞机，培育试飞基地", ["低空经济"]),
        ("规上工业突出稳产增产，发展新型材料", []),
        ("县域经济突出特色，发展新型材料", []),
    ],
)
def test_a_statement_may_open_with_a_sector_by_its_ending(text: str, owner: list[str]) -> None:
    ctx = context("一、发展重点\n\n" + text)
    home = Owner("Region", "丽水市")
    assert [o.owner.name for o in leads.own(ctx, text, frames.parse(text, Span(0, len(text))), home)] == owner


def test_each_clause_may_open_with_its_own_sector() -> None:
    text = "食品工业加快升级，乳品产业依托甲县发展奶酪，各地依托乙县开发玉米，种苗产业依托丙县开发大豆"
    ctx = context("一、发展重点\n\n" + text)
    acts = frames.parse(text, Span(0, len(text))).acts
    found = [subjects.clause_sector(ctx, text, act) for act in acts if act.verb.word in ("发展", "开发")]
    assert [owner.name if owner else None for owner in found] == ["乳品产业", None, "种苗产业"]


def test_the_main_sectors_of_a_place_are_sectors() -> None:
    ctx = context("一、现状\n\n形成以甲航空为首位产业，特色食品、新型建材为主导产业的格局。石化、纺织两大支柱产业稳中有进。\n")
    assert all(map(ctx.known_sector, ("特色食品", "新型建材", "石化", "纺织")))


def test_an_autonomous_county_goes_without_its_peoples_too() -> None:
    assert context("一、发展重点\n\n景宁县聚焦智能家电。\n").places.get("景宁县") == "景宁畲族自治县"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("路径举措2：攻关减速器。", "攻关减速器。"),
        ("*标志性成果：建成甲中心。", "建成甲中心。"),
        ("重点区域：甲区。", "重点区域：甲区。"),
        ("目标是做强产业：甲。", "目标是做强产业：甲。"),
    ],
)
def test_a_label_is_no_part_of_a_sentence(text: str, rest: str) -> None:
    (span,) = clauses.sentences(text)
    assert text[span.start : span.end] == rest


def test_a_field_that_takes_up_what_the_document_is_about_owns_its_point() -> None:
    text = "人工智能+医疗：研发智能影像设备。"
    assert heads.head(context("一、任务\n\n" + text + "\n"), text, Span(0, len(text))) == Owner("Industry", "医疗")


@pytest.mark.parametrize(
    ("clause", "field"),
    [
        ("推动特色金融创新发展", "特色金融"),
        ("推动智能家电提质增效", "智能家电"),
        ("促进区域协调发展", None),
        ("推动产业高质量发展", None),
        ("推动企业转型升级", None),
    ],
)
def test_a_field_that_is_to_grow_may_own_what_the_sentence_goes_on_with(clause: str, field: str | None) -> None:
    assert growing.raised(clause) == (Owner("Industry", field) if field else None)
    text = clause + "，大力发展甲乙服务。"
    frame = frames.parse(text, Span(0, len(text)))
    assert [o.owner.name for o in leads.topics(text, frame) if o.relation == "raised"] == ([field] if field else [])


def test_a_head_in_front_of_a_governing_word_is_no_part_of_the_statement() -> None:
    text = "可信数据底座建设：聚焦医疗健康，搭建数据平台。"
    rest = heads.behind_head(text, Span(0, len(text)))
    assert text[rest.start : rest.end] == "聚焦医疗健康，搭建数据平台。"
    for text in ("轴承产业：共有企业三百家。", "工业机器人：攻关减速器。"):
        assert heads.behind_head(text, Span(0, len(text))) == Span(0, len(text))


def test_bare_headings_under_kinds_of_industry_are_sectors() -> None:
    body = "发展甲乙产品，推进丙丁项目建设，全面提高供给质量，努力扩大有效需求。"
    ctx = context(f"一、做大做强主导产业\n\n（一）竹木家居\n\n{body}\n\n（二）石材加工\n\n{body}\n")
    assert [o.name if o else None for o in ctx.section_owners] == [None, None, "竹木家居", "石材加工"]


@pytest.mark.parametrize(
    ("title", "owner"),
    [
        ("襄阳市先进制造业发展规划（2025—2030年）", "襄阳市"),
        ("襄阳市人民政府关于加快建设全国汽车产业基地的意见", "汽车产业"),
        ("襄阳市场景驱动机器人产业行动方案（2025—2027年）", "机器人产业"),
        ("汉江流域一体化发展规划", "襄阳市"),
        ("襄阳市推进鄂豫毗邻地区产业协作方案", "襄阳市"),
        ("襄阳市人工智能赋能机器人产业行动方案", "机器人产业"),
        ("襄阳市低空经济行动方案（2025—2027年）", "低空经济"),
        ("襄阳高新技术产业开发区发展规划（2025—2030年）", "襄阳高新技术产业开发区"),
        ("襄阳经济开发区机器人产业发展规划（2025—2030年）", "机器人产业"),
        ("襄阳市融入汉江先进制造走廊建设行动计划（2025—2030年）", "襄阳市"),
        ("襄阳市推进鄂豫毗邻地区产业协作实施方案", "襄阳市"),
        ("襄阳市建设智能制造强市行动方案（2025—2027年）", "襄阳市"),
        ("襄阳市“十五五”工业和制造业发展规划", "襄阳市"),
        ("襄阳台商投资区先进制造业发展规划（2025—2030年）", "襄阳台商投资区"),
    ],
)
def test_the_industry_of_a_title_owns_what_nobody_else_does(title: str, owner: str) -> None:
    text = "襄阳市：以下事项由襄阳市低空经济产业联盟负责。\n一、任务\n重点发展轴承、曲轴、连杆。"
    assert {s for s, _, _ in marked.bare(text, title=title).claims("focusesOn")} == {owner}


def test_the_park_that_carries_the_weight_owns_before_the_industry_of_the_title() -> None:
    text = "以滨湖智造产业园为主要承载地，推广柔性排产、智能锁具。"
    found = marked.bare(text, title="襄阳市机器人产业行动方案（2025—2027年）")
    assert {s for s, _, o in found.claims("focusesOn") if o in ("柔性排产", "智能锁具")} == {"滨湖智造产业园"}


def test_a_park_that_heads_a_paragraph_with_its_town_in_a_bracket_owns_it() -> None:
    text = "东风智算园（东渡街道）。占地80亩，重点发展智能锁具、柔性排产。"
    found = marked.bare(text, title="襄阳高新技术产业开发区机器人产业行动方案", section="二、空间布局")
    assert {s for s, _, _ in found.claims("focusesOn")} == {"东风智算园"}
    assert ("襄阳高新技术产业开发区", "locatedIn", "襄阳市") in found.claims("locatedIn")


@pytest.mark.parametrize("opening", ["在培育壮大尼龙纤维产业链方面，", "尼龙纤维集群方面，"])
def test_the_sector_that_a_sentence_is_said_to_be_about_owns_it(opening: str) -> None:
    found = marked.bare(f"{opening}大力发展芳纶、切片、工业丝。", title="襄阳市产业链行动方案（2025—2027年）")
    assert {s for s, _, _ in found.claims("focusesOn")} == {"尼龙纤维"}


def test_what_is_no_sector_in_such_an_opening_owns_nothing() -> None:
    found = marked.bare("在完善政策方面，大力发展芳纶、切片、工业丝。", title="襄阳市产业链行动方案（2025—2027年）")
    assert {s for s, _, _ in found.claims("focusesOn")} == {"襄阳市"}


PLACED = "襄阳市先进制造业发展规划（2025—2030年）"


@pytest.mark.parametrize(
    "text",
    [
        "枣阳市发展轴承、曲轴，老河口市、谷城县发展变速器、减速器",
        "支持枣阳发展轴承、曲轴，老河口、谷城两县市重点发展变速器、减速器",
        "枣阳重点布局轴承、曲轴，老河口、谷城做强汽车产业，发展变速器、减速器",
    ],
)
def test_each_of_several_places_owns_what_its_own_clause_says(text: str) -> None:
    found = {(s, o) for s, _, o in marked.bare(text + "。", title=PLACED).claims("focusesOn")}
    places = {
        "轴承": {"枣阳市"},
        "曲轴": {"枣阳市"},
        "汽车产业": {"老河口市", "谷城县"},
        "变速器": {"老河口市", "谷城县"},
        "减速器": {"老河口市", "谷城县"},
    }
    assert {s for s, _ in found} == {"枣阳市", "老河口市", "谷城县"}
    assert all(s in places[o] for s, o in found)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("支持老河口做强汽车产业，加快发展轴承、曲轴", "老河口市"),
        ("枣阳发展连杆、活塞，老河口依托汉江布局轴承、曲轴", "老河口市"),
    ],
)
def test_a_place_that_is_backed_or_relies_on_something_owns_the_rest(text: str, place: str) -> None:
    found = {(s, o) for s, _, o in marked.bare(text + "。", title=PLACED).claims("focusesOn")}
    assert {s for s, o in found if o in ("轴承", "曲轴")} == {place}


def test_a_place_in_a_firms_name_leads_nothing() -> None:
    found = marked.bare("支持枣阳瑞科减震器有限公司研发轴承、曲轴。", title=PLACED)
    assert "枣阳市" not in {s for s, _, _ in found.claims("focusesOn", "seeks")}


def test_a_place_that_no_governing_word_follows_leads_no_clause() -> None:
    ctx = context("缙云机床产业加快发展，松阳重点发展茶叶。\n")
    for text, end in (("松阳重点发展茶叶", 2), ("松阳、缙云两县发展茶叶", 7), ("机床产业发展", 0)):
        assert areas.leading(ctx, text, Span(0, len(text))) == end
    text = "缙云机床产业加快发展"
    assert frames.parse(text, Span(0, len(text)), lambda span: span.start + 2).acts == frames.parse(text, Span(0, len(text))).acts


def test_an_axis_owns_what_is_said_behind_the_places_that_it_connects() -> None:
    found = marked.bare("汉江产业带串联襄州区、宜城市，重点发展轴承、曲轴。", title=PLACED).claims("focusesOn")
    assert {s for s, _, _ in found} == {"汉江产业带"}


def test_a_place_may_be_named_through_the_one_around_it() -> None:
    ctx = context("浙江丽水市缙云县发展机床。\n")
    assert whole_place(ctx, "丽水缙云") == Owner("Region", "缙云县")
    assert whole_place(ctx, "缙云丽水") is None
    assert whole_place(ctx, "缙云机床") is None


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("②再生铝材，向轮毂、型材延伸", "再生铝材"),
        ("招商方向：①再生铝材，主攻轮毂、型材", "再生铝材"),
        ("大豆链：甲粮油、乙食品发展磷脂、植物肉", "大豆链"),
        ("光电装备产业要补上镀膜、检测等短板", "光电装备产业"),
    ],
)
def test_parts_of_a_sentence_have_heads_of_their_own(sentence: str, owner: str) -> None:
    ctx = context(f"一、光电装备产业\n\n{sentence}。再生铝材、大豆链都要做强。\n")
    frame = frames.parse(sentence, Span(0, len(sentence)))
    assert [o.owner.name for o in leads.own(ctx, sentence, frame, Owner("Industry", "铝业"))][:1] == [owner]


def of_series(*titles: str) -> list[str | None]:
    """The owners of the sections under these headings, each over a sentence."""
    body = "大力发展甲乙产品，推进丙丁项目建设，全面提高供给质量，努力扩大有效需求。"
    owners_ = context("\n\n".join(f"{title}\n\n{body}" for title in titles)).section_owners
    return [owner.name if owner else None for owner in owners_[-len(titles) :]]


@pytest.mark.parametrize(
    ("titles_", "fields"),
    [
        ("（一）加快发展工业机器人 （二）大力发展绿色建材 （三）前瞻布局氢能与储能", "工业机器人 绿色建材 氢能与储能"),
        ("1.发展壮大新能源汽车 2.推动工业母机提质升级 3.巩固提升酿酒产业优势", "新能源汽车 工业母机 酿酒产业"),
        (
            "（一）打造千亿级光伏产业集群 （二）打造国内一流的锂电池产业基地 （三）培育千亿级食品产业集群",
            "光伏产业 锂电池产业 食品产业",
        ),
        ("1.聚焦半导体材料补链强链 2.围绕新能源汽车强链延链 3.聚焦智能家电建链", "半导体材料 新能源汽车 智能家电"),
        (
            "1.精细化工（牵头单位：市应急局） 2.集成电路（牵头单位：市发改委） 3.现代家居（牵头单位：市商务局）",
            "精细化工 集成电路 现代家居",
        ),
        (
            "（一）推动石化化工向精细化延伸 （二）推动轻工纺织向品牌化发展 （三）推动冶金建材向绿色化转型",
            "石化化工 轻工纺织 冶金建材",
        ),
        ("重点产业链一：人工智能 重点产业链二：新型显示 重点产业链三：生物医药", "人工智能 新型显示 生物医药"),
        ("（一）高端装备领域 （二）新材料领域 （三）绿色食品领域", "高端装备 新材料 绿色食品"),
        ("（一）工业机器人提质行动 （二）现代中药升级行动 （三）智能终端产业专班", "工业机器人 现代中药 智能终端产业"),
        ("（一）强化金融支持 （二）加强人才保障 （三）优化营商环境", "- - -"),
        ("（一）推进数字化转型 （二）加快绿色化改造 （三）加强质量提升", "- - -"),
        ("（一）推动工业机器人提质升级 （二）强化金融支持 （三）加强人才保障", "- - -"),
    ],
)
def test_headings_of_a_series_name_fields_whatever_is_done_with_them(titles_: str, fields: str) -> None:
    assert of_series(*titles_.split()) == [None if name == "-" else name for name in fields.split()]


def test_the_growth_of_a_field_that_a_heading_backs_and_a_step_of_a_chain_own() -> None:
    under = "一、做强生物医药产业\n\n支持企业发展，推进项目建设，全面提高供给质量，努力扩大有效需求。\n\n"
    for title, field in (("（一）支持高端医疗器械产业化", "高端医疗器械"), ("（一）制剂环节", "制剂"), ("（一）薄弱环节", None)):
        owner = context(f"{under}{title}\n\n大力发展甲乙产品，推进丙丁项目建设，努力扩大有效需求。\n").section_owners[-1]
        assert (owner.name if owner else None) == field


@pytest.mark.parametrize(
    ("sentence", "sector"),
    [
        ("围绕工业机器人产业链，重点发展伺服电机、减速器。", "工业机器人产业"),
        ("工业机器人方面，重点发展伺服电机、减速器。", "工业机器人"),
        ("在工业机器人领域，重点发展伺服电机、减速器。", "工业机器人"),
        ("——工业机器人。重点发展伺服电机、减速器。", "工业机器人"),
    ],
)
def test_what_is_said_of_a_sector_is_kept_where_no_rule_has_noted_it(sentence: str, sector: str) -> None:
    found = marked.bare(sentence).claims("focusesOn")
    assert {(s, o) for s, _, o in found} == {(sector, "伺服电机"), (sector, "减速器")}


@pytest.mark.parametrize("head", ["培育先进制造业集群。", "推动制造业提质升级。", "实施先进制造业集群培育工程。"])
def test_a_sum_of_sectors_leaves_what_follows_to_the_place(head: str) -> None:
    found = marked.bare(f"{head}打造轮胎制造、线缆加工两个百亿级产业。", section="二、重点任务", title="2025年聊城市政府工作报告")
    owners_ = {s for s, _, o in found.claims("focusesOn") if o in ("轮胎制造", "线缆加工")}
    assert owners_ == {"聊城市"}


def test_sectors_that_clauses_are_deeds_about_stand_side_by_side() -> None:
    sentence = "培育壮大轮胎制造产业集群，加快发展线缆加工产业集群，积极建设预制菜产业集群。"
    found = marked.bare(sentence, section="二、重点任务", title="2025年聊城市政府工作报告")
    assert {s for s, _, _ in found.claims("focusesOn")} == {"聊城市"}


def test_where_industry_moves_from_is_no_sector() -> None:
    assert growing.lifted("积极承接沿海产业转移") is None
    assert growing.lifted("增强线缆产业创新能力") == Owner("Industry", "线缆产业")
