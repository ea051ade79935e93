"""Places in marked sentences: where parks, platforms and firms stand, what is part of what, works in lists."""

from __future__ import annotations

import marked
import pytest

REPORT = "2026年辽宁省政府工作报告"
CITY = "绍兴市人工智能产业行动方案（2026—2028年）"
COUNTY = marked.TITLE

LOCATED = [
    (
        "在<Region>郑家镇</Region>规划建设<Park>量子传感产业园</Park>。",
        COUNTY,
        {("量子传感产业园", "郑家镇")},
    ),
    (
        '在<Region name="堂邑镇">堂邑</Region>、<Region>侯营镇</Region>沿河区域，规划建设<Park>稻鱼共生产业园</Park>。',
        COUNTY,
        {("稻鱼共生产业园", "堂邑镇"), ("稻鱼共生产业园", "侯营镇")},
    ),
    (
        "支持矿业集团在我区建设<Park>钛白粉产业园</Park>。<Region>东昌府区</Region>",
        COUNTY,
        {("钛白粉产业园", "东昌府区")},
    ),
    (
        '支持<Region name="铁岭市">铁岭</Region>建设<Platform>寒地水稻种质资源库</Platform>。',
        REPORT,
        {("寒地水稻种质资源库", "铁岭市")},
    ),
    (
        '完善<Park name="聊城绢纺产业园">聊城绢纺产业园（郑家镇）</Park>功能。',
        COUNTY,
        {("聊城绢纺产业园", "郑家镇")},
    ),
    (
        "支持<Institution>中科院电工所绍兴分所</Institution>发展壮大。",
        CITY,
        {("中科院电工所绍兴分所", "绍兴市")},
    ),
    (
        "发挥<Institution>深圳精密仪器研究院绍兴分院</Institution>作用。",
        CITY,
        {("深圳精密仪器研究院绍兴分院", "绍兴市")},
    ),
    (
        '<Platform>鸭绿江触觉传感创新中心</Platform>落户<Region name="沈阳市">沈阳</Region>。',
        REPORT,
        {("鸭绿江触觉传感创新中心", "沈阳市")},
    ),
    (
        "<Enterprise>海棠证券</Enterprise>成功落户。<Region>辽宁省</Region>",
        REPORT,
        {("海棠证券", "辽宁省")},
    ),
    (
        "<Region>诸暨市</Region>铜管产量居全省首位，集聚了<Enterprise>枫桥铜业</Enterprise>、<Enterprise>浣江管件</Enterprise>等企业。",
        CITY,
        {("枫桥铜业", "诸暨市"), ("浣江管件", "诸暨市")},
    ),
    (
        "拥有<Platform>镜湖光谱实验室</Platform>、<Institution>禹陵研究院</Institution>等科研机构。",
        CITY,
        {("镜湖光谱实验室", "绍兴市"), ("禹陵研究院", "绍兴市")},
    ),
    (
        "<Region>新昌县</Region>培育壮大<Enterprise>天凉车业</Enterprise>、<Enterprise>沃剑科技</Enterprise>等企业。",
        CITY,
        {("天凉车业", "新昌县"), ("沃剑科技", "新昌县")},
    ),
    (
        (
            '<Region name="锦州市">锦州</Region>、<Region name="朝阳市">朝阳</Region>、<Region name="葫芦岛市">葫芦岛</Region>'
            "3家高新区排位上升。"
        ),
        REPORT,
        {("锦州高新区", "锦州市"), ("朝阳高新区", "朝阳市"), ("葫芦岛高新区", "葫芦岛市")},
    ),
]


@pytest.mark.parametrize(("sentence", "title", "expected"), LOCATED)
def test_located(sentence: str, title: str, expected: set[tuple[str, str]]) -> None:
    found = marked.read(sentence, title=title)
    assert {(s, o) for s, _, o in found.claims("locatedIn")} == expected


LOCATED += [
    (
        "<Region>新昌县</Region>推动<Enterprise>枫桥车业</Enterprise>等企业与高校合作。",
        CITY,
        {("枫桥车业", "新昌县")},
    ),
    (
        '<Region name="营口市">营口</Region><Enterprise>望儿科技</Enterprise>攻克高温密封难题。',
        REPORT,
        {("望儿科技", "营口市")},
    ),
    (
        '建设<Region name="锦州市">锦州</Region>、<Region name="丹东市">丹东</Region>等低空装备制造聚集区。',
        REPORT,
        {("锦州低空装备制造聚集区", "锦州市"), ("丹东低空装备制造聚集区", "丹东市")},
    ),
    (
        "推进<Project>沈阳都市圈环线高速</Project>前期工作。<Region>沈阳都市圈</Region>",
        REPORT,
        {("沈阳都市圈环线高速", "沈阳都市圈")},
    ),
    (
        '依托<Region name="新昌县">新昌</Region><Enterprise>望江机械</Enterprise>、<Enterprise>皓月电气</Enterprise>发展泵阀。',
        CITY,
        {("望江机械", "新昌县"), ("皓月电气", "新昌县")},
    ),
    (
        "支持<Platform>玻纤制品检验中心（绍兴）</Platform>扩项。",
        CITY,
        {("玻纤制品检验中心（绍兴）", "绍兴市")},
    ),
    (
        "抓好<Region>堂邑镇</Region>、<Region>侯营镇</Region>的<Park>稻虾轮作基地</Park>建设。",
        COUNTY,
        {("稻虾轮作基地", "堂邑镇"), ("稻虾轮作基地", "侯营镇")},
    ),
    (
        "以<Region>堂邑镇</Region>的甲乙两村为中心，规划建设<Park>核桃深加工产业园</Park>。",
        COUNTY,
        {("核桃深加工产业园", "堂邑镇")},
    ),
    (
        "拥有<Platform>云帆众创</Platform>等国家级平台2家，<Platform>白塔院士工作站</Platform>等省级平台9家。<Region>绍兴市</Region>",
        CITY,
        {("云帆众创", "绍兴市"), ("白塔院士工作站", "绍兴市")},
    ),
]

LOCATED += [
    (
        '支持<Region name="铁岭市">铁岭</Region>、<Region name="锦州市">锦州</Region>建设<Park>寒地电池产业园</Park>。',
        REPORT,
        {("寒地电池产业园", "铁岭市"), ("寒地电池产业园", "锦州市")},
    ),
]

LOCATED += [
    ("在诸暨市<Region>店口镇</Region>建设<Park>铜管产业园</Park>。", CITY, {("铜管产业园", "店口镇")}),
    (
        "总投资3亿元的<Project>宇瀚铜业二期项目</Project>落户诸暨市<Region>店口镇</Region>。",
        CITY,
        {("宇瀚铜业二期项目", "店口镇")},
    ),
    ("位于诸暨市<Region>店口镇</Region>的<Enterprise>宇瀚铜业</Enterprise>主要生产铜管。", CITY, {("宇瀚铜业", "店口镇")}),
]

NOT_LOCATED = [
    ("锦州获批建设国家级物流枢纽。", REPORT),
    ("引导企业落地一批示范项目。", CITY),
    ("在新材料领域建设若干创新平台。", CITY),
    ("推动东北亚合作走深走实。", REPORT),
    ("加快协同创新平台建设。", CITY),
    ("打造全国领先的轴承高地。", COUNTY),
    ("支持鞍山打造精品钢材基地。", REPORT),
    ("新昌县推动中小企业数字化改造。", CITY),
    ("力争国家轻合金检测中心落地。", REPORT),
    ("提升沈阳市级企业技术中心水平。", REPORT),
    ("支持鞍山老工业基地转型。", REPORT),
    ("打造大连全球设计中心城市。", REPORT),
    ("提升新昌主城片区和诸暨新城品质。", CITY),
]


@pytest.mark.parametrize(("sentence", "title"), NOT_LOCATED)
def test_nothing_is_located(sentence: str, title: str) -> None:
    assert marked.bare(sentence, title=title).claims("locatedIn", "partOf") == set()


def test_status_of_what_is_built_and_of_what_stands() -> None:
    built = marked.read("在<Region>郑家镇</Region>规划建设<Park>量子传感产业园</Park>。")
    stands = marked.read('<Platform>鸭绿江触觉传感创新中心</Platform>落户<Region name="沈阳市">沈阳</Region>。', title=REPORT)
    assert [f.status for f in built.facts() if f.p == "locatedIn"] == ["planned"]
    assert [f.status for f in stands.facts() if f.p == "locatedIn"] == ["existing"]


PARTS = [
    (
        "规划区下辖<Region>柳园街道</Region>、<Region>堂邑镇</Region>、<Region>侯营镇</Region>。",
        {("柳园街道", "东昌府区"), ("堂邑镇", "东昌府区"), ("侯营镇", "东昌府区")},
    ),
    (
        (
            "<Region>南部片区</Region>，包括<Park>桑蚕产业园</Park>（<Region>盛泽镇</Region>）、"
            "<Region>震泽镇</Region>、<Region>桃源镇</Region>“一园两镇”。"
        ),
        {
            ("南部片区", "东昌府区"),
            ("桑蚕产业园", "南部片区"),
            ("盛泽镇", "南部片区"),
            ("震泽镇", "南部片区"),
            ("桃源镇", "南部片区"),
        },
    ),
    (
        "下辖<Region>堂邑镇</Region>、<Region>侯营镇</Region>、<Region>沙镇镇</Region>3个镇。",
        {("堂邑镇", "东昌府区"), ("侯营镇", "东昌府区"), ("沙镇镇", "东昌府区")},
    ),
    (
        '对接湖北<Region name="荆门市">荆门</Region>、广东<Region name="东莞市">东莞</Region>，考察湖南长沙机场。',
        {("荆门市", "湖北省"), ("东莞市", "广东省")},
    ),
    (
        "项目选址<Region>聊城市</Region><Region>东昌府区</Region>境内。",
        {("东昌府区", "聊城市")},
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), PARTS)
def test_parts(sentence: str, expected: set[tuple[str, str]]) -> None:
    found = marked.read(sentence)
    assert {(s, o) for s, _, o in found.claims("partOf")} == expected


def test_zones_inside_the_zone_that_the_paragraph_lays_out_first() -> None:
    found = marked.read(
        "在<Region>郑家镇</Region>规划建设<Park>芦笋加工产业园</Park>，占地300亩。划分为<Park>鲜品分拣区</Park>（冷链区）、<Park>冻干加工区</Park>。",
        section="第一节 水城芦笋示范区",
    )
    assert {(s, o) for s, _, o in found.claims("partOf")} == {
        ("芦笋加工产业园", "水城芦笋示范区"),
        ("鲜品分拣区", "芦笋加工产业园"),
        ("冻干加工区", "芦笋加工产业园"),
    }


def test_praise_is_no_zone_of_a_park() -> None:
    found = marked.bare("打造为世界级制造基地，建设四大功能组团。", section="第一节 水城芦笋示范区")
    assert found.claims("partOf") == set()


def test_zones_of_a_park_are_its_parts() -> None:
    found = marked.read(
        "功能区（<Park>孵化办公区</Park>、<Park>中试车间区</Park>、<Park>人才公寓区</Park>）同步启动。",
        section="第一节 水城光电产业园",
    )
    whole = "水城光电产业园"
    assert {(s, o) for s, _, o in found.claims("partOf")} == {(p, whole) for p in ("孵化办公区", "中试车间区", "人才公寓区")}


WORKS = [
    (
        "开工建设<Project>桓仁至宽甸铁路</Project>、<Project>三道沟水库</Project>。",
        set(),
    ),
    (
        '加快<Project name="沈白高铁">沈白</Project>、<Project>朝凌高铁</Project>建设。',
        set(),
    ),
    (
        (
            '推进<Project name="抚顺杉松电气储能电池项目">抚顺杉松电气储能电池</Project>、'
            '<Project name="盘锦蓬莱生物酶制剂项目">盘锦蓬莱生物酶制剂</Project>等项目建设。'
        ),
        {("杉松电气储能电池项目", "抚顺市"), ("蓬莱生物酶制剂项目", "盘锦市"), ("杉松电气", "抚顺市"), ("蓬莱生物", "盘锦市")},
    ),
    (
        "<Project>朝阳机场二期</Project>竣工投用。",
        {("朝阳机场二期", "朝阳市")},
    ),
    (
        (
            '<Project name="清原抽水蓄能项目">清原</Project>、<Project name="桓仁抽水蓄能项目">桓仁</Project>'
            "等2个抽水蓄能项目核准建设。"
        ),
        {("清原抽水蓄能项目", "清原满族自治县"), ("桓仁抽水蓄能项目", "桓仁满族自治县")},
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), WORKS)
def test_works_in_lists(sentence: str, expected: set[tuple[str, str]]) -> None:
    found = marked.read(sentence, title=REPORT)
    assert {(s, o) for s, _, o in found.claims("locatedIn")} == expected


NO_WORKS = [
    "推进城市轨道交通和重大水利工程建设。",
    "新建改建农村公路3000公里，开工7条高速公路。",
    "实施“育苗扶壮”工程，推进技术改造。",
    "布局集成电路、新能源汽车等重大项目。",
]


@pytest.mark.parametrize("sentence", NO_WORKS)
def test_kinds_of_works_are_no_projects(sentence: str) -> None:
    found = marked.bare(sentence, title=REPORT)
    assert "Project" not in found.entities().values()


AREAS = [
    "主动融入<Region>沈阳都市圈</Region>和<Region>辽中南城市群</Region>。",
    "深度对接<Region>京津冀</Region>、<Region>长三角</Region>。",
]


def test_laboratories_by_their_own_name() -> None:
    found = marked.read(
        "加快<Platform>凤凰山实验室</Platform>建设，支持<Platform>国家轻合金铸造创新中心</Platform>发展。", title=REPORT
    )
    others = marked.bare("布局一批重点实验室和场景实验室，争创国家轻合金铸造创新中心。", title=REPORT)
    assert "凤凰山实验室" in found.entities()
    assert "Platform" not in others.entities().values()


def test_platforms_of_a_parks_paragraph_stand_in_it() -> None:
    found = marked.read(
        "建设<Platform>芦笋脱毒检测中心</Platform>、<Platform>芦笋育种实验室</Platform>。", section="第一节 水城芦笋产业园"
    )
    assert {(s, o) for s, _, o in found.claims("locatedIn")} == {
        ("芦笋脱毒检测中心", "水城芦笋产业园"),
        ("芦笋育种实验室", "水城芦笋产业园"),
    }


@pytest.mark.parametrize("sentence", AREAS)
def test_economic_areas_are_regions(sentence: str) -> None:
    assert marked.read(sentence, title=REPORT).marks


def test_firms_stand_in_a_park_in_its_own_paragraph_only() -> None:
    own = marked.read(
        "<Park>水城光电产业园</Park>，依托<Enterprise>皓月电气</Enterprise>、<Enterprise>望江机械</Enterprise>等企业发展灯具。"
    )
    section = marked.bare("支持皓月电气、望江机械等企业做大做强。", section="第一节 水城光电产业园")
    assert {(s, o) for s, _, o in own.claims("locatedIn")} == {("皓月电气", "水城光电产业园"), ("望江机械", "水城光电产业园")}
    assert section.claims("locatedIn") == set()


def test_a_title_in_front_of_a_zone_is_no_part_of_its_name() -> None:
    found = marked.read(
        "建设国家级高新区<Park>绍兴高新技术产业开发区</Park>、“山水一体”的<Park>绍兴镜湖科学城</Park>。", title=CITY
    )
    assert {s for s, _, _ in found.claims("locatedIn")} == {"绍兴高新技术产业开发区", "绍兴镜湖科学城"}


def test_bare_kinds_of_zones_are_no_parks() -> None:
    found = marked.bare("布局综合保税区、三大片区和“双创”产业园，建设复合创新社区。").entities()
    assert "Park" not in found.values()


def test_a_former_name_of_a_zone_is_an_alias() -> None:
    found = marked.read('依托<Park name="绍兴光电先导区">绍兴光电先导区（原镜湖工业园）</Park>布局。', title=CITY)
    assert found.entities()["镜湖工业园"] == "Park"
    assert ("绍兴光电先导区", "locatedIn", "绍兴市") in found.claims("locatedIn")


def test_a_zone_with_country_and_place_in_its_name_stands_in_the_place() -> None:
    found = marked.bare("中国（聊城）轴承谷加快建设。", title="聊城市产业发展方案")
    assert ("中国（聊城）轴承谷", "locatedIn", "聊城市") in found.claims("locatedIn")


def test_towns_of_counties_that_a_document_of_no_region_writes_of() -> None:
    found = marked.bare("青浦区推进金泽镇、练塘镇建设，青浦区做强轴承产业。", title="生态绿色一体化示范区产业规划")
    assert {"金泽镇", "练塘镇"} <= found.entities().keys()


def test_the_sentences_own_words_are_no_part_of_an_area() -> None:
    text = "制定一体化示范区规划。一体化示范区做强轴承产业。一体化示范区和周边联动。一体化示范区发展物流。一体化示范区发展旅游。"
    regions = {name for name, kind in marked.bare(text, title="甲规划").entities().items() if kind == "Region"}
    assert "一体化示范区" in regions and "制定一体化示范区" not in regions


def test_a_word_that_goes_on_is_no_far_county() -> None:
    text = "东海实验室建设。" + "东海海域养殖。" * 4 + "面向东海区域发展渔业。"
    assert marked.bare(text, title="舟山市海洋产业规划").claims("locatedIn") == set()


@pytest.mark.parametrize("name", ["聊城国家农高区", "聊城技术交易所", "聊城物流枢纽中心", "聊城临空云谷"])
def test_a_city_in_front_of_a_zone_or_body_is_where_it_stands(name: str) -> None:
    found = marked.bare(f"高质量建设{name}。", title="聊城市产业发展方案")
    assert (name, "locatedIn", "聊城市") in found.claims("locatedIn")


def test_a_firm_by_its_coined_name_and_trade_lies_where_it_is_said_to() -> None:
    found = marked.bare("宇瀚铝业位于钢城经济开发区，主要生产铝箔坯料、电池外壳。")
    assert ("宇瀚铝业", "locatedIn", "钢城经济开发区") in found.claims("locatedIn")
    assert {o for s, _, o in found.claims("produces") if s == "宇瀚铝业"} == {"铝箔坯料", "电池外壳"}


def test_a_heading_that_is_only_a_kind_of_park_names_none() -> None:
    assert "Park" not in marked.bare("发展轴承产业。", section="第三节 园区").entities().values()
