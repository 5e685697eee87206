"""What may be posted, and what is answered, for checking and for OpenAPI (docs/api.md says what it means)."""

from typing import Annotated, Any

import orjson
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from rashomon.ingest.dates import read_date
from rashomon.ingest.fields import is_web_address
from rashomon.model import CorrectionKind, Level

LONGEST_VALUE = 500_000
"""Bytes of a correction's value: room for some ten thousand ids."""


def whole(text: str) -> str:
    """Refuse text that could not be stored: half a surrogate pair, NUL."""
    if "\0" in text:
        raise ValueError("holds a NUL character")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueError("holds half a surrogate pair") from None
    return text


def one_line(text: str) -> str:
    """Return text with its white space in order."""
    return " ".join(whole(text).split())


def web_address(text: str) -> str:
    """Refuse what is no http or https address: a path would be read from the disk of who serves."""
    if not is_web_address(whole(text)):
        raise ValueError("no http or https address")
    return text


def plain(value: dict[str, Any] | None) -> dict[str, Any] | None:
    """Return a value as it comes back from the log.

    Raises:
        ValueError: it cannot be written there.
    """
    try:
        written = orjson.dumps(value)
    except TypeError as error:
        raise ValueError(f"cannot be written as JSON: {error}") from None
    if len(written) > LONGEST_VALUE:
        raise ValueError(f"longer than {LONGEST_VALUE} bytes")
    read: dict[str, Any] | None = orjson.loads(written)
    return read


Text = Annotated[str, AfterValidator(whole)]
Line = Annotated[str, Field(max_length=2000), AfterValidator(one_line)]
Name = Annotated[str, Field(min_length=1, max_length=100), AfterValidator(one_line)]
Address = Annotated[str, Field(max_length=4000), AfterValidator(web_address)]
Value = Annotated[dict[str, Any] | None, AfterValidator(plain)]


def day(text: str) -> str:
    """Refuse a date that would not be understood: the report would be taken in without it."""
    found, problem = read_date(text) if text.strip() else (text, None)
    if found is None:
        raise ValueError(f"{problem}: write it as 2031-03-14, or with its time as 2031-03-14T08:10+02:00")
    return text


Day = Annotated[str, Field(max_length=2000), AfterValidator(one_line), AfterValidator(day)]


class Strict(BaseModel):
    """A body whose keys are all known."""

    model_config = ConfigDict(extra="forbid")


class NewReport(Strict):
    """A report as text, or as an address."""

    text: Text | None = None
    url: Address | None = None
    title: Line | None = None
    outlet: Line | None = None
    published: Day | None = None
    level: Level | None = None

    @model_validator(mode="after")
    def has_one(self) -> "NewReport":
        """Refuse a body without text and address, or with what an address brings itself."""
        if (self.text is None) == (self.url is None):
            raise ValueError("give either a text or a url")
        if self.url is not None and (self.title or self.outlet or self.published):
            raise ValueError("what is known of a report at a url is read from its page")
        return self


class Signed(Strict):
    """Who corrects, and why."""

    why: Line | None = None
    by: Name | None = None


class NewCorrection(Signed):
    """A correction."""

    kind: CorrectionKind
    target: Annotated[str, Field(min_length=1, max_length=1000), AfterValidator(whole)]
    value: Value = None


class Description(Signed):
    """What is known of a report; what is left out stays."""

    outlet: Line | None = None
    published: Line | None = None
    level: Level | None = None


class JobStarted(BaseModel):
    """The id of a job."""

    job: str


class NotReadForm(BaseModel):
    """Something that was set aside."""

    path: str
    why: str


class JobState(BaseModel):
    """How far a job is."""

    stage: str
    done: int
    total: int
    finished: bool
    problem: str | None
    added: list[str]
    not_read: list[NotReadForm]


class Place(BaseModel):
    """Half-open offsets in code points."""

    document: str
    start: int
    end: int


class Hits(BaseModel):
    """What a search found."""

    claims: list[str]
    texts: list[Place]
    more: bool


class CorrectionForm(BaseModel):
    """A correction as it stands in the log, and whether it has an effect."""

    id: str
    at: str
    by: str
    kind: CorrectionKind
    target: str
    value: dict[str, Any] | None
    why: str | None
    undone: bool
    not_applied: str | None


class Missing(BaseModel):
    """What is not known of a report, and what its text suggests."""

    document: str
    fields: list[str]
    suggestions: dict[str, str]


class CaseForm(BaseModel):
    """A case."""

    version: int
    ledger: dict[str, Any]
    page: dict[str, Any]
    corrections: list[CorrectionForm]
    missing: list[Missing]
    problems: list[NotReadForm]
    job: str | None
    by: str


class Corrected(BaseModel):
    """A correction that was written down, the case with it, and the job that reads a report again where it needs to be."""

    correction: CorrectionForm
    case: CaseForm
    job: str | None


class Problem(BaseModel):
    """Why something was not done, in one sentence."""

    detail: str
