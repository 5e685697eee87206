"""Stories: the reports of one event, told apart from those of others in the same input.

Two reports belong together when they share telling words and names. Words that most reports of the input have tell less, and
names tell most: two shootings share "gunman", not the town. Reports join by average linkage, so that one odd report cannot
chain two events together.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from rashomon.model import Claim, Report, Story, digest
from rashomon.values.words import Nearness

TOGETHER = 0.22
"""Mean likeness above which reports tell of one event. Reports of one event lie around .35 to .6, of two below .15."""
NAME_SHARE = 0.5
"""Weight of names against other words in the likeness of two reports."""
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
    profiles = {report.id: Profile(claims.get(report.id, ())) for report in originals}
    clusters = [[report.id] for report in originals]
    words = Nearness(word for profile in profiles.values() for word in (*profile.terms, *profile.names))
    near = {
        (one.id, two.id): profiles[one.id].likeness(profiles[two.id], words)
        for place, one in enumerate(originals)
        for two in originals[place + 1 :]
    }
    while (best := closest(clusters, near)) is not None:
        one, two = best
        clusters[one] = sorted(clusters[one] + clusters[two])
        del clusters[two]
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
    """The words and names of a report, as its claims have them."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.terms = tuple(sorted({word for claim in claims for word in (*claim.frame.terms, *claim.frame.context)}))
        parts = {part for claim in claims for name in claim.frame.names for part in name.split() if len(part) > 2}
        self.names = tuple(sorted(parts))

    def likeness(self, other: "Profile", near: Nearness) -> float:
        """Return how alike two reports are, 0 to 1."""
        words = near.likeness(self.terms, other.terms)
        if not self.names or not other.names:
            return words
        return (1 - NAME_SHARE) * words + NAME_SHARE * near.likeness(self.names, other.names)


def closest(clusters: Sequence[Sequence[str]], near: Mapping[tuple[str, str], float]) -> tuple[int, int] | None:
    """Return the positions of the two clusters that are most alike on average, or None where none are alike enough."""
    best, found = TOGETHER, None
    for one in range(len(clusters)):
        for two in range(one + 1, len(clusters)):
            pairs = [near[min(a, b), max(a, b)] for a in clusters[one] for b in clusters[two]]
            mean = sum(pairs) / len(pairs)
            if mean > best:
                best, found = mean, (one, two)
    return found


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
