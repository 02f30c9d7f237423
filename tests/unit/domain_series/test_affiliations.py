import pytest

from companion.domain.series.affiliations import (
    Organisation,
    acronym,
    joined_keys,
    organisations,
    same_organisation,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ETH Zürich", "ETH Zurich"),
        ("ETH", "ETHZ, Zürich"),
        ("NUS", "National University of Singapore"),
        ("CQT, NUS", "National University of Singapore"),
        ("Univ. of Melbourne", "The University of Melbourne"),
        ("Melbourne University", "University of Melbourne"),
        ("TU München", "Technische Universität München (TUM)"),
        ("Department of Physics, University of Oxford", "University of Oxford"),
        ("UCLA", "University of California, Los Angeles"),
        ("UC Berkeley", "University of California, Berkeley"),
        ("KAIST", "Korea Advanced Institute of Science and Technology"),
        ("Xanadu Quantum Technologies Inc.", "Xanadu"),
        ("CERN / EPFL", "EPFL"),
        ("ICFO", "ICFO – Institut de Ciències Fotòniques"),
        ("Acme", "ACME"),
    ],
)
def test_one_organisation(one: str, other: str) -> None:
    assert same_organisation(one, other)
    assert same_organisation(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("University of Munich", "Technical University of Munich"),
        ("RMIT, Melbourne", "University of Melbourne"),
        ("University of Sydney", "Macquarie University, Sydney"),
        ("Department of Physics, University of Oxford", "Department of Physics, Univ. of Tokyo"),
        ("University of California, Los Angeles", "University of California, Berkeley"),
        ("CNRS", "CNRS"),
        ("INFN, Pavia", "INFN, Roma"),
        ("", ""),
        ("", "CERN"),
        ("—", "—"),
        ("ABC", "Alpha Beta"),
    ],
)
def test_different_or_not_known(one: str, other: str) -> None:
    assert not same_organisation(one, other)


def test_a_place_and_a_department_are_no_organisations_beside_one() -> None:
    found = organisations("Department of Physics, Leiden University, Leiden")
    assert found == (Organisation("university leiden", "Leiden University"),)


def test_several_organisations_stay_several() -> None:
    names = [item.name for item in organisations("EPFL; CERN, Geneva; EPFL")]
    assert names == ["EPFL", "CERN"]
    assert [item.key for item in organisations("Faculty of Physics")] == ["faculty physics"]


def test_acronyms_join_the_one_long_name_they_stand_for() -> None:
    long = Organisation("wigner physics centre", "Wigner Physics Centre")
    other = Organisation("world peace council", "World Peace Council")
    short = Organisation("wpc", "WPC")
    assert acronym(long) == "wpc"
    assert acronym(Organisation("physics centre", "Physics Centre")) == ""
    assert joined_keys({i.key: i for i in (long, short)})["wpc"] == long.key
    assert joined_keys({i.key: i for i in (long, other, short)})["wpc"] == "wpc"
