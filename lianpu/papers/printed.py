"""A report that can be had as a file of any form: pages from its paper, a workbook from its sheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from lianpu.errors import QueryError
from lianpu.viz.paper import Paper
from lianpu.viz.sheets import Sheet


class Printed(msgspec.Struct, frozen=True):
    """The paper of a report, and its sheets, made only if the workbook is asked for."""

    paper: Paper
    sheets: Callable[[], tuple[Sheet, ...]]

    def data(self, form: str) -> bytes:
        """The whole file, as ``md``, ``html``, ``docx`` or ``xlsx``.

        :raises QueryError: there is no such form.
        """
        if form not in _WRITERS:
            raise QueryError("no_form", name=form, forms=tuple(_WRITERS))
        return _WRITERS[form](self)


def _markdown(printed: Printed) -> bytes:
    from lianpu.viz.markdown import markdown

    return markdown(printed.paper).encode()


def _html(printed: Printed) -> bytes:
    from lianpu.viz.web import html

    return html(printed.paper).encode()


def _word(printed: Printed) -> bytes:
    from lianpu.viz.word import word

    return word(printed.paper)


def _excel(printed: Printed) -> bytes:
    from lianpu.viz.excel import excel

    return excel(printed.sheets(), printed.paper.title)


_WRITERS: Mapping[str, Callable[[Printed], bytes]] = {"md": _markdown, "html": _html, "docx": _word, "xlsx": _excel}
