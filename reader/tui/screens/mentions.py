"""All mentions of a name, laid over the screen; one of them can be gone to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from reader.commands import Scope
from reader.search.mentions import Mention
from reader.tui.bindings import bindings_of
from reader.tui.screens.pick import PickScreen
from reader.tui.widgets.mention_list import MentionList

if TYPE_CHECKING:
    from textual.binding import BindingType


class MentionsScreen(PickScreen[Mention], inherit_bindings=False):
    SCOPE = Scope.MENTIONS
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)
    AUTO_FOCUS = "MentionList"

    def __init__(self, title: str, mentions: Sequence[Mention], cursor: int) -> None:
        super().__init__(title, MentionList(mentions, cursor), mentions)
