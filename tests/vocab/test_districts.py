"""How reports of a year name local governments."""

from __future__ import annotations

from auditreport import vocab


def test_districts_have_codes_and_a_province() -> None:
    districts = vocab.districts()
    assert districts.codes["영등포구"] == ("11560",)
    assert districts.provinces_of["영등포구"] == ("서울특별시",)
    assert len(districts.codes["중구"]) > 1
    assert set(districts.codes) == set(districts.provinces_of)


def test_a_district_has_the_province_of_the_year() -> None:
    assert vocab.districts(2022).provinces_of["군위군"] == ("경상북도",)
    assert vocab.districts(2024).provinces_of["군위군"] == ("대구광역시",)


def test_a_short_name_is_that_of_the_province_in_force() -> None:
    assert vocab.districts(2022).shorts["강원"] == "강원도"
    assert vocab.districts(2024).shorts["강원"] == "강원특별자치도"
    assert {"강원도", "강원특별자치도"} <= vocab.districts().provinces


def test_a_stem_is_that_of_the_name_in_force() -> None:
    assert vocab.districts(2010).stems["여주"] == "여주군"
    assert vocab.districts(2020).stems["여주"] == "여주시"
    assert "미추홀" not in vocab.districts(2015).stems


def test_wards_are_known_by_their_full_names() -> None:
    wards = vocab.districts().wards
    assert (wards["상당구"], wards["청주시상당구"]) == ("청주시 상당구", "청주시 상당구")
    assert "남구" not in wards


def test_stems_that_are_words_of_their_own_are_stems_of_names() -> None:
    districts = vocab.districts()
    stems = {name[:-1] for name in districts.codes} | {name[:-1] for name in districts.wards}
    assert districts.ordinary <= stems
    assert not districts.ordinary & set(districts.stems)
