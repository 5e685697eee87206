from hypothesis import given
from hypothesis import strategies as st

from rashomon.linking.clustering import cluster

PAIRS = st.dictionaries(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda pair: pair[0] < pair[1]),
    st.floats(min_value=-3, max_value=3, allow_nan=False),
)


def test_average_linkage_does_not_chain() -> None:
    scores = {("a", "b"): 1.0, ("b", "c"): 0.9, ("a", "c"): -2.0}
    assert cluster(["a", "b", "c"], scores) == (("a", "b"), ("c",))


def test_a_pair_without_judgement_counts_against() -> None:
    assert cluster(["a", "b", "c"], {("a", "b"): 2.0, ("b", "c"): 0.5}) == (("a", "b"), ("c",))


def test_all_in_one_where_all_agree() -> None:
    scores = {("a", "b"): 1.0, ("b", "c"): 1.0, ("a", "c"): 1.0}
    assert cluster(["c", "a", "b"], scores) == (("a", "b", "c"),)


def test_what_may_not_meet_does_not_meet_through_a_third() -> None:
    scores = {("a", "b"): 9.0, ("b", "c"): 8.0, ("a", "c"): float("-inf"), ("c", "d"): 7.0, ("b", "d"): 9.0}
    groups = cluster(["a", "b", "c", "d"], scores)
    assert not any({"a", "c"} <= {*group} for group in groups)


@given(PAIRS, st.permutations("abcdef"))
def test_order_of_members_does_not_matter(scores: dict[tuple[str, str], float], members: list[str]) -> None:
    found = cluster(members, scores)
    assert found == cluster(sorted(members), scores)
    assert sorted(member for group in found for member in group) == list("abcdef")
