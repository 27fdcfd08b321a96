"""What is remembered of texts is bounded by their length."""

from quizzes.keeping import OVERHEAD, kept

asked: list[str] = []


def length_of(source: str, times: int = 1) -> int:
    asked.append(source)
    return len(source) * times


def test_a_text_is_asked_once_for_each_other_argument() -> None:
    asked.clear()
    remembered = kept(10_000)(length_of)
    assert [remembered("ab"), remembered("ab"), remembered("ab", 2), remembered("ab", 2)] == [2, 2, 4, 4]
    assert asked == ["ab", "ab"]


def test_the_text_that_was_not_asked_for_longest_goes_first() -> None:
    asked.clear()
    remembered = kept(2 * (OVERHEAD + 1))(length_of)
    for source in ("a", "b", "a", "c", "a", "b"):
        remembered(source)
    assert asked == ["a", "b", "c", "b"]


def test_a_text_that_is_too_long_to_keep_is_answered_all_the_same() -> None:
    asked.clear()
    remembered = kept(OVERHEAD)(length_of)
    assert [remembered("abc"), remembered("abc"), remembered("")] == [3, 3, 0]
    assert asked == ["abc", "abc", ""]
