"""Stories: the reports of one event, told apart from those of others in the same input.

Two reports belong together when they share telling words, rare names and figures. Groups of reports join while the evidence that
they tell of one event outweighs how seldom two reports of so many do: a folder of five is likely of one event, two reports out
of an archive are not. An opinion piece is near to only some reports of its event; so groups are compared by the best
likeness of each report of the smaller one as well as by all of them. Two groups that are each far closer in themselves than to
one another stay apart: two quakes in one country.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.linking.comparing import telling
from rashomon.model import Claim, Report, Story, digest
from rashomon.values.words import Nearness, weight

WEIGHTS = {"terms": 47.7, "names": 16.9, "figures": 1.9}
BIAS = -4.9
"""Log odds that two reports tell of one event; fitted by logistic regression on the invented stories of `training/stories`."""
FOR_EACH = -2.0
"""Log odds above which two groups join, to which the logarithm of the number of reports is added."""
CLEFT = 0.4
"""Share of the log odds inside two groups below which those between them keep the groups apart."""
CLEFT_FROM = 3
"""Reports of the smaller group from which that counts: two copies are closer than any two reports."""
RARE_NAME = 0.75
"""Weight of a capitalized word from which it counts as a name that few other events have."""
CAPITALIZED = re.compile(r"\b[A-Z][\w'’-]+")
SMALL = re.compile(r"\b[a-z][\w'’-]+")
LABEL_NAMES = 2


def link_stories(reports: Sequence[Report], claims: Mapping[str, Sequence[Claim]]) -> tuple[Story, ...]:
    """Sort reports into stories.

    Args:
        reports: All reports, in the order of their ids.
        claims: The claims of each report by report id; reports without claims stand alone.

    Returns:
        Stories ordered by their first report. Exact copies stand with what they copy.
    """
    originals = [report for report in reports if report.copy_of is None]
    profiles = [Profile(report, claims.get(report.id, ())) for report in originals]
    words = Nearness(word for profile in profiles for word in profile.terms)
    odds = np.full((len(originals), len(originals)), -np.inf)
    for one in range(len(originals)):
        for two in range(one + 1, len(originals)):
            odds[one, two] = odds[two, one] = profiles[one].odds(profiles[two], words)
    clusters = [[originals[place].id for place in group] for group in join_reports(odds)]
    for report in reports:
        if report.copy_of is not None:
            home = next((cluster for cluster in clusters if report.copy_of in cluster), None)
            if home is None:
                clusters.append([report.id])
            else:
                home.append(report.id)
    titles = {report.id: report.title for report in reports}
    return tuple(build_story(sorted(cluster), titles, claims) for cluster in sorted(clusters))


class Profile:
    """What a report is known by: its telling words, the rare names that it writes, and its figures with how telling they are."""

    def __init__(self, report: Report, claims: Sequence[Claim]) -> None:
        self.terms = tuple(sorted({word for claim in claims for word in (*claim.frame.terms, *claim.frame.context)}))
        small = {word.lower() for word in SMALL.findall(report.text)}
        capitals = {bare(word) for word in CAPITALIZED.findall(report.text)} - small
        self.names = {word: weight(word) ** 2 for word in sorted(capitals) if len(word) > len("Mr") and weight(word) > RARE_NAME}
        values = [claim.value for claim in claims if claim.value is not None]
        self.figures = {(value.low, value.high): telling(value.low or value.high or 0.0) for value in values}

    def odds(self, other: "Profile", words: Nearness) -> float:
        """Return the log odds that two reports tell of one event."""
        whole = sum(self.names.values()) + sum(other.names.values())
        names = 2 * sum(points for name, points in self.names.items() if name in other.names) / whole if whole else 0.0
        figures = math.log1p(sum(points for figure, points in self.figures.items() if figure in other.figures))
        terms = words.likeness(self.terms, other.terms)
        return BIAS + WEIGHTS["terms"] * terms + WEIGHTS["names"] * names + WEIGHTS["figures"] * figures


def bare(word: str) -> str:
    """Return a word in lower case without the ending of a genitive."""
    return word.lower().removesuffix("'s").removesuffix("’s")


def join_reports(odds: NDArray[np.float64]) -> list[list[int]]:
    """Join reports to groups by the log odds of their pairs, shape (reports, reports); the two that are most alike first."""
    groups = {place: [place] for place in range(len(odds))}
    between = odds.copy()
    least = FOR_EACH + math.log(len(odds)) if len(odds) else 0.0
    while len(groups) > 1:
        one, two = divmod(int(between.argmax()), len(odds))
        if between[one, two] <= least:
            break
        inside = [odds_inside(odds, groups[place]) for place in (one, two) if len(groups[place]) >= CLEFT_FROM]
        if len(inside) > 1 and between[one, two] < CLEFT * min(inside):
            between[one, two] = between[two, one] = -np.inf
            continue
        groups[one] += groups.pop(two)
        between[two, :] = between[:, two] = -np.inf
        for other in groups:
            if other != one:
                between[one, other] = between[other, one] = odds_between(odds[np.ix_(groups[one], groups[other])])
    return [sorted(group) for group in groups.values()]


def odds_inside(odds: NDArray[np.float64], group: Sequence[int]) -> float:
    """Return the mean log odds of the pairs inside a group of two or more."""
    pairs = odds[np.ix_(group, group)]
    return float(pairs[~np.eye(len(group), dtype=bool)].mean())


def odds_between(odds: NDArray[np.float64]) -> float:
    """Return the log odds of two groups: between the mean of all pairs and that of the best for each of the smaller."""
    pairs = odds if odds.shape[0] <= odds.shape[1] else odds.T
    return float((pairs.max(axis=1).mean() + pairs.mean()) / 2)


def build_story(members: Sequence[str], titles: Mapping[str, str | None], claims: Mapping[str, Sequence[Claim]]) -> Story:
    """Return a story labelled by the title that shares most with the other reports, or by its commonest names."""
    named = Counter(name for member in members for claim in claims.get(member, ()) for name in set(claim.frame.names))
    known = [(member, title) for member in members if (title := titles[member])]
    label = max(known, key=lambda entry: (mentions(entry[1], named), entry[0]))[1] if known else ""
    if not label:
        label = ", ".join(name.title() for name, _ in sorted(named.items(), key=lambda e: (-e[1], e[0]))[:LABEL_NAMES])
    return Story(id=digest("story", *members[:1]), label=label or members[0], documents=tuple(members))


def mentions(title: str, named: Mapping[str, int]) -> int:
    """Return how much of what the reports name stands in a title."""
    return sum(count for name, count in named.items() if name in title.casefold())
