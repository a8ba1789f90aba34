"""What all records are made of: frozen, typed, and closed to keys they do not know."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

from graph.records.display import Shown, quoted

LONGEST_TEXT = 4000
LONGEST_SAYING = 260

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
EdgeId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-{1,2}[a-z0-9]+)*$", max_length=122)]
RefKey = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+$", max_length=60)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TEXT, strip_whitespace=True)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]
Phrase = Annotated[str, StringConstraints(min_length=1, max_length=44, strip_whitespace=True)]
"""A few words, so that a chain of them is a sentence that can be taken in at a glance."""
Saying = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_SAYING, strip_whitespace=True)]
"""As much as can be read from the last row of a lecture hall."""


def _in_digits(value: Any) -> Any:
    # Pydantic would take 2_001, +5, 7.0 and the digits of other scripts too; nobody means these.
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]+", value):
        raise PydanticCustomError("in_digits", "should be a valid integer")
    return value


IN_DIGITS = BeforeValidator(_in_digits)
"""Makes a whole number one that a file writes in digits."""


class Record(Shown, BaseModel):
    """A frozen record that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def in_short(self) -> str:
        """The first field of the record: most begin with their id."""
        return quoted(next(iter(self.__dict__.values()), ""))
