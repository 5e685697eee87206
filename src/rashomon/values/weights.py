"""How much each comparator's points count, in `weights.json`.

Learned by logistic regression from invented stories, by `training/links.py` and `training/judging.py`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Table = Literal["quantity", "whether", "time", "whether-read", "answers", "conflict", "update", "course"]


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of one table of comparators.

    Attributes:
        bias: Log odds of two claims of which nothing speaks for or against one question.
        of: What one point of a comparator adds, by its name.
    """

    bias: float
    of: Mapping[str, float]


@cache
def weights_of(table: Table) -> Weights:
    """Return the weights of a table."""
    known = json.loads(files("rashomon.values").joinpath("weights.json").read_text(encoding="utf-8"))[table]
    return Weights(bias=known["bias"], of=known["of"])
