from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.archive.memory import archive_of
from reader.archive.names import Name, NamedPage, NamesSegment, pack_names
from reader.archive.sections import Sections
from reader.model import Entity, EntityType
from reader.search.concordance import Concordance
from reader.search.mentions import Mentions, page_offset
from reader.search.nameindex import NameIndex
from reader.search.nameplaces import NamePlaces
from reader.search.roster import Roster, ShortForm, roster
from reader.search.rosterview import NameOrder, RosterLists, RosterView
from reader.search.soundorder import sound_key
from tests.named import NAMES, ORGANISATION, PERSON, PLACE, digest_of, named_archive, named_corpus

CORPUS = named_corpus()
PAGES = tuple(CORPUS.pages)
TEXTS = ["王强", "李明", "赵晓红", "小店区", "晋源区"]
FEW = st.lists(
    st.tuples(
        st.integers(0, 2), st.integers(0, 1), st.integers(0, 3), st.sampled_from(TEXTS), st.sampled_from(EntityType)
    ),
    max_size=30,
)


def made(known: int | None = None) -> Roster:
    archive = named_archive(known)
    return roster(NameIndex(archive.snapshot, archive.names))


def place_of(found: Roster, text: str) -> int:
    place = found.place(Name(text, NAMES[text]))
    assert place is not None
    return place


def texts(found: Roster, *places: int) -> list[str]:
    return [found.names[place].name.text for place in places]


def test_names_are_counted_in_the_order_of_their_articles() -> None:
    assert [(name.name.text, name.mentions, name.articles) for name in made().names] == [
        ("太原理工大学", 6, 2),
        ("太原", 3, 2),
        ("小店区", 2, 2),
        ("王强", 2, 2),
        ("赵晓红", 2, 1),
        ("市工信局", 1, 1),
    ]


def test_a_short_form_that_articles_show_counts_as_the_full_name() -> None:
    found = made()
    place = place_of(found, "太原理工大学")
    assert found.names[place].also == (ShortForm("太原理工", 2),)
    assert place_of(found, "太原理工") == place
    assert found.place(Name("太原理工", PERSON)) is None


def test_a_short_form_that_no_article_shows_is_a_name_of_its_own() -> None:
    archive = archive_of(CORPUS)
    page = PAGES[0]
    at = page.text.index("太原理工校长")
    names = [Entity(at, at + 4, "太原理工", ORGANISATION), Entity(at + 8, at + 10, "太原理工大学", ORGANISATION)]
    packed = pack_names([NamedPage(digest_of(archive, page), page, names)])
    found = roster(NameIndex(archive.snapshot, [NamesSegment(Sections(packed))]))
    assert sorted((name.name.text, name.also) for name in found.names) == [("太原理工", ()), ("太原理工大学", ())]


def test_days_are_those_of_the_first_and_the_last_issue() -> None:
    found = made()
    name = found.names[place_of(found, "太原理工大学")]
    assert (name.first, name.last) == (dt.date(2019, 3, 1), dt.date(2023, 9, 4))
    years = found.years(place_of(found, "太原理工大学"))
    assert years.counted == ((2019, 1), (2020, 0), (2021, 0), (2022, 0), (2023, 1))
    assert years.undated == 0


def test_beside_a_name_stand_those_of_its_articles() -> None:
    found = made()
    beside = found.beside(place_of(found, "太原理工大学"))
    assert [(*texts(found, one.place), one.articles) for one in beside] == [("小店区", 2), ("王强", 1)]
    assert len(found.beside(place_of(found, "王强"), 2)) == 2


def test_what_is_not_known_is_not_counted() -> None:
    found = made(0)
    assert (found.pages, list(found.names)) == (0, [])
    assert made(2).pages == 2


@pytest.mark.parametrize(
    ("view", "wanted"),
    [
        (RosterView(type=PLACE), ["太原", "小店区"]),
        (RosterView(typed="ty"), ["太原理工大学", "太原"]),
        (RosterView(typed="xh"), ["赵晓红"]),
        (RosterView(typed="理工"), ["太原理工大学"]),
        (RosterView(typed="ty", type=PLACE), ["太原"]),
        (RosterView(typed="qq"), []),
        # 区 stands in the one, and 强 is read with q: neither begins with it.
        (RosterView(typed="q"), ["小店区", "王强"]),
        (RosterView(order=NameOrder.MENTIONS), ["太原理工大学", "太原", "小店区", "王强", "赵晓红", "市工信局"]),
        (RosterView(order=NameOrder.SOUND), ["市工信局", "太原", "太原理工大学", "王强", "小店区", "赵晓红"]),
        (RosterView(order=NameOrder.NEWEST), ["太原理工大学", "太原", "小店区", "王强", "市工信局", "赵晓红"]),
    ],
)
def test_a_roster_is_narrowed_and_ordered(view: RosterView, wanted: list[str]) -> None:
    found = made()
    assert texts(found, *RosterLists(found).places(view)) == wanted


def test_names_that_begin_with_what_is_typed_stand_first() -> None:
    found = made()
    # 学 is read with x as well, and the university is mentioned most.
    assert texts(found, *RosterLists(found).places(RosterView(typed="x")))[:2] == ["小店区", "太原理工大学"]


def test_the_mentions_of_a_name_are_where_they_are_printed() -> None:
    found = made()
    places = NamePlaces(found, place_of(found, "太原理工大学"))
    forms = ["太原理工大学", "太原理工大学", "太原理工"]
    assert [mention.text for mention in places] == forms * 2
    assert [mention.article.title for mention in places][::3] == ["太原理工大学新建实验楼", "太原理工大学招收新生"]
    assert (places[2].before[-3:], places[2].after[:4]) == ("开工。", "校长王强")
    for mention, printed in zip(places, found.mentions(place_of(found, "太原理工大学")), strict=True):
        page = next(page for page in PAGES if page.source == mention.article.source)
        assert page_offset(page.articles[mention.article.place], page, mention.at) == printed.offset


def test_mentions_of_a_name_are_none_of_a_longer_one() -> None:
    found = made()
    snapshot = found.index.snapshot
    assert len(NamePlaces(found, place_of(found, "太原"))) == 3
    assert len(Mentions(snapshot, "太原")) > 3


def test_a_concordance_is_by_day_either_way() -> None:
    found = made()
    snapshot, places = found.index.snapshot, NamePlaces(found, place_of(found, "太原理工大学"))
    newest, oldest = (Concordance(snapshot, places, oldest_first=first) for first in (False, True))
    assert [str(one.page.date.value) for one in newest] == ["2023-09-04"] * 3 + ["2019-03-01"] * 3
    assert [str(one.page.date.value) for one in oldest] == ["2019-03-01"] * 3 + ["2023-09-04"] * 3
    assert [one.text for one in oldest[:3]] == ["太原理工大学", "太原理工大学", "太原理工"]
    assert (newest.articles, newest.first, newest.last) == (2, dt.date(2019, 3, 1), dt.date(2023, 9, 4))


@given(FEW)
def test_a_roster_is_what_one_counts_by_hand(few: list[tuple[int, int, int, str, EntityType]]) -> None:
    archive = archive_of(CORPUS)
    names: defaultdict[int, list[Entity]] = defaultdict(list)
    mentions: Counter[Name] = Counter()
    articles: defaultdict[Name, set[tuple[int, int]]] = defaultdict(set)
    for number, article, offset, text, type_ in few:
        page = PAGES[number]
        article = min(article, len(page.articles) - 1)
        at = min(page.articles[article].spans).start + offset
        name = Name(text, type_)
        names[number].append(Entity(at, at + 1, text, name.type))
        mentions[name] += 1
        articles[name].add((number, article))
    packed = pack_names(
        NamedPage(digest_of(archive, PAGES[number]), PAGES[number], found) for number, found in names.items()
    )
    found = roster(NameIndex(archive.snapshot, [NamesSegment(Sections(packed))]))
    assert {one.name: one.mentions for one in found.names} == mentions
    assert {one.name: one.articles for one in found.names} == {name: len(of) for name, of in articles.items()}
    for place, one in enumerate(found.names):
        assert found.place(one.name) == place
        together = {other: len(articles[one.name] & of) for other, of in articles.items() if other != one.name}
        beside = {found.names[other.place].name: other.articles for other in found.beside(place)}
        assert beside == {other: count for other, count in together.items() if count}


def test_names_are_sorted_by_sound() -> None:
    names = ["张学良", "闫妮", "钟楼", "行唐", "白云", "晏殊", "镇江", "阿里", "严家", "张伟", "ABB"]
    # 闫 and 晏 are no common characters, and stand behind 严.
    wanted = ["ABB", "阿里", "白云", "行唐", "严家", "闫妮", "晏殊", "张伟", "张学良", "镇江", "钟楼"]
    assert sorted(names, key=sound_key) == wanted
