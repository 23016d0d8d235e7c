"""English units: two wordings of one thing share them, two things do not."""

import pytest

from simulator.scoring.english import units


def about(text: str) -> set[str]:
    return {unit for _, unit in units(text.split())}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the parcel never turned up", "your package did not arrive"),
        ("he hung up on me", "they put the phone down"),
        ("the boiler packed in", "your heating stopped working"),
        ("the fitter mended it", "our technician repaired it"),
        ("you rang twice", "you phoned us"),
        ("you want your money back", "a refund"),
        ("it was sold to your mum", "selling it to your mother"),
        ("passed from pillar to post", "transferred"),
        ("she broke it", "it is faulty"),
    ],
)
def test_wordings_of_one_thing_share_units(one: str, other: str) -> None:
    assert about(one) & about(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("the courier came", "the manager came"), ("your flight", "your flat"), ("the fridge", "the cooker")],
)
def test_different_things_share_none(one: str, other: str) -> None:
    assert not about(one) & about(other)


def test_words_that_carry_no_content_are_no_units() -> None:
    assert about("and then it was what they had of it") == set()
