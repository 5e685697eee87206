"""Reports of one event stay together, however they word it; those of another event stay apart."""

import numpy as np
import pytest

from rashomon.linking.stories import join_reports

NEAR, FAR = 20.0, -4.0


def odds(rows: list[list[float]]) -> np.ndarray:
    """Return a symmetric matrix from its upper rows."""
    size = len(rows) + 1
    matrix = np.full((size, size), -np.inf)
    for one, row in enumerate(rows):
        for two, value in enumerate(row, one + 1):
            matrix[one, two] = matrix[two, one] = value
    return matrix


def test_a_report_that_is_near_to_one_other_alone_joins_its_event() -> None:
    """An opinion piece shares little with most reports of its event."""
    assert join_reports(odds([[NEAR, NEAR, FAR], [NEAR, FAR], [3.0]])) == [[0, 1, 2, 3]]


def test_reports_without_likeness_stand_alone() -> None:
    """Three events, three stories."""
    assert join_reports(odds([[FAR, FAR], [FAR]])) == [[0], [1], [2]]


def test_two_tight_groups_with_a_cleft_between_them_are_two_events() -> None:
    """Two quakes in one country share its name and the words of all quakes."""
    matrix = np.full((6, 6), 4.0)
    matrix[:3, :3] = matrix[3:, 3:] = NEAR
    np.fill_diagonal(matrix, -np.inf)
    assert sorted(join_reports(matrix)) == [[0, 1, 2], [3, 4, 5]]


@pytest.mark.parametrize(("reports", "groups"), [(4, 1), (60, 60)])
def test_what_joins_a_handful_does_not_join_an_archive(reports: int, groups: int) -> None:
    """The more reports an input has, the likelier that two of them are alike by chance."""
    matrix = np.full((reports, reports), 1.0)
    np.fill_diagonal(matrix, -np.inf)
    assert len(join_reports(matrix)) == groups


def test_nothing_gives_no_story() -> None:
    """An input of which nothing could be read."""
    assert join_reports(np.zeros((0, 0))) == []
