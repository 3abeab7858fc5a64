"""Who spoke, and what was launched."""

from typing import cast

import pytest
from cq_tui.archive.read import Archive
from cq_tui.kinds.platforms import Action, Platform
from cq_tui.kinds.speakers import Speaker, SpeakerRole, SpeakerType
from cq_tui.values.codes import Basis

ROLES = {
    "hu-henghua": SpeakerRole.HOST_ADDRESS,
    "xi-guohua": SpeakerRole.REMARK,
    "yang-fan": SpeakerRole.INDUSTRY_PROMOTION,
    "chongqing-port-logistics-office": SpeakerRole.INDUSTRY_PROMOTION,
    "liangjiang-new-area": SpeakerRole.INDUSTRY_PROMOTION,
    "antonio-frisoli": SpeakerRole.KEYNOTE,
    "liu-jun": SpeakerRole.KEYNOTE,
    "china-ip-sme-helpdesk": SpeakerRole.PANEL,
    "tuv-rheinland": SpeakerRole.PANEL,
    "sbi-schreiber-brand-und-partner": SpeakerRole.PANEL,
    "xinli-shidai-energy": SpeakerRole.PANEL,
    "beidou-zhilian-chongqing": SpeakerRole.PANEL,
    "eu-chamber-southwest": SpeakerRole.PANEL,
}
PERSONS = {
    "hu-henghua": ("胡衡华", "Hu Henghua", "chongqing-government", 2),
    "xi-guohua": ("奚国华", "Xi Guohua", "citic-group", 2),
    "yang-fan": ("杨帆", "Yang Fan", "chongqing-economy-it-commission", 1),
    "antonio-frisoli": ("安东尼奥·弗里索利", "Antonio Frisoli", "italy-robotics-competence-centre", 1),
    "liu-jun": ("刘俊", "Liu Jun", "citic-heavy-industries", 3),
}


@pytest.fixture
def speakers(archive: Archive) -> dict[str, Speaker]:
    return {speaker.id: speaker for speaker in cast(list[Speaker], archive.records("speakers"))}


@pytest.fixture
def platforms(archive: Archive) -> dict[str, Platform]:
    return {platform.id: platform for platform in cast(list[Platform], archive.records("platforms"))}


def test_thirteen_speakers_in_the_report_s_order_with_their_roles(speakers: dict[str, Speaker]) -> None:
    assert len(ROLES) == 13
    assert [(one.id, one.role) for one in speakers.values()] == list(ROLES.items())


@pytest.mark.parametrize("person", PERSONS)
def test_person(speakers: dict[str, Speaker], person: str) -> None:
    one = speakers[person]
    assert one.type is SpeakerType.PERSON
    assert (one.name.zh, one.name.en, one.organisation, len(one.posts)) == PERSONS[person]


@pytest.mark.parametrize("institution", sorted(ROLES.keys() - PERSONS.keys()))
def test_institution_speaks_for_itself(speakers: dict[str, Speaker], institution: str) -> None:
    one = speakers[institution]
    assert one.type is SpeakerType.INSTITUTION
    assert (one.organisation, one.posts) == (institution, ())


def test_the_promotion_has_its_title(speakers: dict[str, Speaker]) -> None:
    topic = speakers["yang-fan"].topic
    assert topic is not None
    assert topic.zh == "深化渝欧合作 共谱制造新篇"


def test_only_the_role_of_who_is_merely_quoted_is_inferred(speakers: dict[str, Speaker]) -> None:
    assert [one.id for one in speakers.values() if one.role_basis is Basis.INFERRED] == ["xi-guohua"]


def test_the_panel_touches_the_chain_and_that_is_inferred(speakers: dict[str, Speaker]) -> None:
    touching = {one.id: one for one in speakers.values() if one.chain_segment}
    assert list(touching) == [name for name, role in ROLES.items() if role is SpeakerRole.PANEL]
    assert {(one.chain_segment, one.chain_segment_basis) for one in touching.values()} == {
        ("nev-industry", Basis.INFERRED)
    }


@pytest.mark.parametrize(
    ("platform", "name", "action", "operators"),
    [
        ("manufacturing-enablement-centre", "渝欧先进制造企业赋能中心", Action.RELEASED, ()),
        ("citic-finance-agent", "中信·重庆综合金融服务智能体", Action.RELEASED, ("citic-group",)),
        ("citic-car-export-centre", "中信·重庆渝车出海服务中心", Action.UNVEILED, ("citic-group",)),
    ],
)
def test_platform(
    platforms: dict[str, Platform], platform: str, name: str, action: Action, operators: tuple[str, ...]
) -> None:
    one = platforms[platform]
    assert (one.name.zh, one.action, one.operators) == (name, action, operators)
    assert one.operators_basis is (Basis.INFERRED if operators else Basis.STATED)


def test_there_are_three_platforms(platforms: dict[str, Platform]) -> None:
    assert len(platforms) == 3


def test_purposes_are_told_where_the_report_tells_them(platforms: dict[str, Platform]) -> None:
    assert {one.id for one in platforms.values() if one.purpose} == {"citic-finance-agent", "citic-car-export-centre"}


def test_the_export_centre_touches_the_chain_and_that_is_inferred(platforms: dict[str, Platform]) -> None:
    touching = [one for one in platforms.values() if one.chain_segment]
    assert [(one.id, one.chain_segment_basis) for one in touching] == [("citic-car-export-centre", Basis.INFERRED)]
