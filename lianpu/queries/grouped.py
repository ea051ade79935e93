"""Facts by keys, so that a question looks at those of its own region or documents, not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from lianpu.model import Fact


class Grouped:
    """Facts under none, one or several keys each; they come back in the order in which they were given, each once."""

    def __init__(self, facts: Sequence[Fact], keys: Callable[[Fact], Iterable[str]]) -> None:
        self._facts = facts
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, fact in enumerate(facts):
            for key in keys(fact):
                self._places[key].append(place)

    @property
    def keys(self) -> Iterable[str]:
        """All keys."""
        return self._places.keys()

    def of(self, keys: Iterable[str]) -> list[Fact]:
        """The facts under any of these keys."""
        found = [self._places[key] for key in keys if key in self._places]
        places = found[0] if len(found) == 1 else sorted({place for some in found for place in some})
        return [self._facts[place] for place in places]
