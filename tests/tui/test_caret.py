"""Whatever the text, the caret stands on a character of it, and comes to either end."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.parse.page import parse_page
from reader.tui.article.caret import Caret
from reader.typeset.layout import lay_out
from reader.typeset.motions import runs
from reader.typeset.sections import Place, Section, sections
from reader.typeset.selection import Reach, Selection, selected_text

TEXTS = st.text(alphabet="市长会议，。“”（）12%ab \n\t本报讯记者张三摄上接第1版|排名", min_size=1, max_size=200)
STEPS = st.lists(
    st.tuples(st.sampled_from(["character", "row", "word", "sentence", "paragraph"]), st.sampled_from([-1, 1])),
    max_size=12,
)


def flow_of(text: str) -> tuple[Section, ...]:
    page = parse_page(text, "x.txt")
    return sections(page.articles[0], page) if page.articles else ()


def stepped(caret: Caret, place: Place, unit: str, step: int) -> Place:
    if unit == "row":
        return caret.by_row(place, step, caret.cell_of(place))
    move = {
        "character": caret.by_character,
        "word": caret.by_word,
        "sentence": caret.by_sentence,
        "paragraph": caret.by_paragraph,
    }[unit]
    return move(place, step)


@settings(max_examples=80)
@given(TEXTS, STEPS, st.integers(1, 40))
def test_every_step_leads_to_a_character_in_its_direction(text: str, steps: list[tuple[str, int]], width: int) -> None:
    flow = flow_of(text)
    if not flow:
        return
    caret = Caret(flow, lay_out(flow, width, lambda _table, _width: 3), lambda section: runs(flow[section].text))
    place = Place(0, 0)
    for unit, step in steps:
        before, place = place, stepped(caret, place, unit, step)
        assert 0 <= place.section < len(flow)
        assert 0 <= place.character < caret.length(place.section)
        assert (place >= before) if step > 0 else (place <= before)
    start, end = sorted((Place(0, 0), place))
    reaches = [Reach(one, one._replace(character=one.character + 1)) for one in (start, end)]
    chosen = selected_text(flow, Selection(reaches[0], reaches[1]), lambda _table: "")
    assert chosen.replace("\n", "") in "".join("" if one.table is not None else one.text for one in flow)


@settings(max_examples=40)
@given(TEXTS)
def test_paragraph_by_paragraph_leads_to_the_end(text: str) -> None:
    flow = flow_of(text)
    if not flow:
        return
    caret = Caret(flow, lay_out(flow, 20, lambda _table, _width: 3), lambda section: runs(flow[section].text))
    place = Place(0, 0)
    for _step in range(2 * len(flow)):
        place = caret.by_paragraph(place, 1)
    last = max(index for index in range(len(flow)) if caret.length(index))
    assert place == Place(last, caret.length(last) - 1)
