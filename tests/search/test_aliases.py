from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import EntityType
from reader.search.aliases import ArticleNames, joined_names
from reader.search.shortforms import Rule, short_forms

PER, LOC, ORG = EntityType.PERSON, EntityType.PLACE, EntityType.ORGANISATION


def joined(kind: EntityType, *articles: str) -> dict[str, tuple[str, int]]:
    """The joins of articles of which each is its names, parted by blanks."""
    names = [ArticleNames(at, [(name, kind) for name in names.split()]) for at, names in enumerate(articles)]
    joins = joined_names(names)
    assert all(key[1] is join.full[1] is kind for key, join in joins.items())
    return {short: (join.full[0], join.articles) for (short, _kind), join in joins.items()}


@pytest.mark.parametrize(
    ("kind", "full", "short", "rule"),
    [
        (ORG, "太原理工大学", "太原理工", Rule.END),
        (ORG, "华为公司", "华为", Rule.END),
        (ORG, "山西焦煤集团有限责任公司", "山西焦煤集团", Rule.END),
        (ORG, "山西焦煤集团有限责任公司", "山西焦煤", Rule.END),
        (ORG, "山西建设投资（集团）有限公司", "山西建设投资", Rule.END),
        (ORG, "太原市人民政府", "太原市政府", Rule.DESIGNATION),
        (ORG, "太原市小店区人民法院", "太原市小店区法院", Rule.DESIGNATION),
        (ORG, "山西省发展和改革委员会", "山西省发改委", Rule.INITIALS),
        (ORG, "太原市卫生健康委员会", "太原市卫健委", Rule.INITIALS),
        (ORG, "山西省工业和信息化厅", "山西省工信厅", Rule.INITIALS),
        (ORG, "山西省人力资源和社会保障厅", "山西省人社厅", Rule.INITIALS),
        (ORG, "太原市规划和自然资源局", "太原市规自局", Rule.INITIALS),
        (ORG, "太原市住房和城乡建设局", "太原市住建局", Rule.INITIALS),
        (ORG, "北京大学", "北大", Rule.INITIALS),
        (ORG, "中国科学院", "中科院", Rule.INITIALS),
        (ORG, "山西省发展和改革委员会", "省发改委", Rule.LEVEL),
        (ORG, "山西省发改委", "省发改委", Rule.LEVEL),
        (ORG, "祁县人民医院", "县人民医院", Rule.LEVEL),
        (LOC, "太原市", "太原", Rule.PLACE),
        (LOC, "杏花岭区", "杏花岭", Rule.PLACE),
        (LOC, "广西壮族自治区", "广西", Rule.PLACE),
        (PER, "弗拉基米尔·普京", "普京", Rule.LAST),
        (PER, "弗拉基米尔・普京", "普京", Rule.LAST),
    ],
)
def test_what_a_rule_makes_is_joined_when_named_after_the_full_form(
    kind: EntityType, full: str, short: str, rule: Rule
) -> None:
    assert short_forms(full, kind)[short] is rule
    assert joined(kind, f"{full} {short}", f"{full} {short}", short) == {short: (full, 2)}
    assert joined(kind, f"{short} {full}", f"{short} {full} {short}", full, short) == {}


@pytest.mark.parametrize(
    ("kind", "full", "short"),
    [
        (PER, "王伟明", "王伟"),
        (PER, "王伟·明", "明"),
        (ORG, "太原理工大学附属中学", "太原理工"),
        (ORG, "太原理工大学附属中学", "太原理工大学"),
        (ORG, "山西医科大学第一医院", "山大一院"),
        (ORG, "中国银行股份有限公司太原分行", "中国银行"),
        (ORG, "太原公司", "太原"),
        (ORG, "太原市公司", "太原市"),
        (ORG, "太原市教育体育局", "太原市体育局"),
        (ORG, "太原市交通运输局", "太原市交通局"),
        (ORG, "太原市教育局", "太原市教局"),
        (ORG, "太原市住房和城乡建设局", "太原市城建局"),
        (ORG, "城市建设局", "市建设局"),
        (ORG, "太原市公司", "市公司"),
        (ORG, "山西省人民医院", "山西省人民"),
        (ORG, "山西建设投资（集团）有限公司", "山西建设投资（集团）有限"),
        (LOC, "太原市区", "太原市"),
        (LOC, "开发区", "开发"),
        (LOC, "雄安新区", "雄安新"),
        (LOC, "祁县", "祁"),
        (LOC, "太原南站", "太原"),
    ],
)
def test_what_no_rule_makes_is_never_joined(kind: EntityType, full: str, short: str) -> None:
    assert joined(kind, f"{full} {short}", f"{full} {short}") == {}


def test_names_of_different_types_are_not_joined() -> None:
    assert joined_names([ArticleNames(1, [("太原市", LOC), ("太原", ORG)])]) == {}


def test_an_organisation_that_begins_with_the_short_form_stands_against_it() -> None:
    together, alone = "太原理工大学 太原理工", "太原理工大学附属中学 太原理工"
    assert joined(ORG, together, "太原理工大学附属中学") == {"太原理工": ("太原理工大学", 1)}
    assert joined(ORG, together, alone) == {}
    assert joined(ORG, together, "太原理工大学附属中学 太原理工大学 太原理工") == {"太原理工": ("太原理工大学", 1)}
    assert joined(ORG, "太原理工大学附属中学 太原理工大学 太原理工") == {}


def test_two_full_forms_stand_against_each_other() -> None:
    assert joined(ORG, "晋能公司 晋能", "晋能集团 晋能") == {}
    assert joined(ORG, "晋能公司 晋能", "晋能公司 晋能集团 晋能") == {}
    assert joined(ORG, "晋能公司 晋能", "晋能集团") == {"晋能": ("晋能公司", 1)}


@pytest.mark.parametrize(
    ("kind", "full", "other", "short"),
    [
        (LOC, "太原市", "太原县", "太原"),
        (LOC, "吉林省", "吉林市", "吉林"),
        (ORG, "山西大学", "山东大学", "山大"),
        (ORG, "山西省发展和改革委员会", "河南省发展和改革委员会", "省发改委"),
        (ORG, "太原市人民政府", "大同市政府", "市政府"),
        (PER, "迈克尔·乔丹", "迈克·乔丹", "乔丹"),
    ],
)
def test_another_name_of_the_same_form_anywhere_stands_against_it(
    kind: EntityType, full: str, other: str, short: str
) -> None:
    assert joined(kind, f"{full} {short}") == {short: (full, 1)}
    assert joined(kind, f"{full} {short}", other) == {}


def test_a_chain_ends_at_one_name() -> None:
    long, middle = "山西省发展和改革委员会", "山西省发改委"
    assert joined(ORG, f"{long} {middle} 省发改委", f"{middle} 省发改委") == {middle: (long, 1), "省发改委": (long, 2)}
    assert joined(ORG, f"{middle} 省发改委", long) == {"省发改委": (middle, 1)}
    assert joined(ORG, f"{middle} 省发改委", f"{long} 省发改委") == {}


def named(kind: EntityType, names: str) -> list[tuple[str, EntityType]]:
    return [(name, kind) for name in names.split()]


NAMES = st.sampled_from(
    named(ORG, "太原理工大学附属中学 太原理工大学 太原理工 山西省发展和改革委员会 山西省发改委 省发改委 河南省发改委")
    + named(ORG, "山西大学 山东大学 山大 晋能控股集团有限公司 晋能控股集团 晋能集团 晋能 太原")
    + named(LOC, "太原市 太原县 太原 小店区 小店 广西壮族自治区 广西")
    + named(PER, "弗拉基米尔·普京 普京 王伟明 王伟")
)
ARTICLES = st.lists(st.lists(NAMES, max_size=7), max_size=8).map(
    lambda articles: [ArticleNames(at, names) for at, names in enumerate(articles)]
)


@given(ARTICLES)
def test_no_full_name_is_joined_and_each_join_has_its_evidence(articles: list[ArticleNames]) -> None:
    joins = joined_names(articles)
    for (text, kind), join in joins.items():
        assert join.full not in joins
        assert join.full[1] is kind
        evidence = {
            article.article
            for article in articles
            if (text, kind) in article.names
            for full in article.names[: article.names.index((text, kind))]
            if full[1] is kind and text in short_forms(*full)
            if full == join.full or joins.get(full, (None,))[0] == join.full
        }
        assert 1 <= join.articles <= len(evidence)


@given(ARTICLES)
def test_the_order_of_the_articles_does_not_matter(articles: list[ArticleNames]) -> None:
    joins = joined_names(articles)
    assert joined_names(reversed(articles)) == joins
    assert joined_names([*articles, *articles]) == joins


@given(
    st.text(alphabet="太原理工大学省市县区发展和改革委员会局·（集团）有限公司", max_size=14),
    st.sampled_from(EntityType),
)
def test_short_forms_are_shorter_and_keep_the_order_of_the_characters(text: str, kind: EntityType) -> None:
    for form in short_forms(text, kind):
        left = iter(text)
        assert 0 < len(form) < len(text)
        assert all(sign in left for sign in form)
