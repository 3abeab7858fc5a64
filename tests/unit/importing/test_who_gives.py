"""Headers that say who gives by several words for persons and bodies, and offices above those that act. Made up."""

from pathlib import Path

import pytest
from cq_tui.importing.recognise.words.header_match import read_word

from tests.shipped import kinds
from tests.unit.importing.conftest import Take, sheet

_FUNDERS = (
    "捐赠(单位/姓名）个人|捐赠单位及个人|捐赠单位（个人）|捐贈單位/個人|捐款(单位/个人)|捐赠单位（企业、个人）名称|"
    "捐赠单位或个人名称|捐赠人姓名/单位名称|寄附者の氏名又は名称|寄附者（団体・個人）|NOME ÓRGÃO SUPERIOR|"
    "ÓRGÃO SUPERIOR|NOME DO CONCEDENTE|Nome Órgão Concedente|Ministério concedente|Órgano superior"
)


@pytest.mark.parametrize(
    ("header", "role"),
    [
        *((header, "funder") for header in _FUNDERS.split("|")),
        ("受赠单位或个人", "recipient"),
        ("投资(单位/个人)", "investor"),
        ("CONVENENTE", "recipient"),
        ("NOME CONVENENTE", "recipient"),
    ],
)
def test_a_header_says_who_acts_by_several_words(header: str, role: str) -> None:
    word = read_word(kinds()["deals"], header)
    assert word.field is not None
    assert (word.field.name, word.role) == ("parties", role)


def test_whoever_gives_is_a_party(take: Take, tmp_path: Path) -> None:
    text = (
        ",社会捐款信息公示表（截至2月3日24：00）,,,\n,,,,单位：元\n序号,捐赠日期,捐赠(单位/姓名）个人,捐赠金额（元）,备注\n"
        "1,2020.02.03,张甲,100,\n2,2020.02.03,某某房地产开发有限公司,200000,定向医院\n3,2020.02.03,李乙,2,\n"
        "4,2020.02.03,某某基金会,1000000,\n5,2020.02.03,王丙,50,\n,,合计,1200152,\n"
    )
    found = take(sheet(tmp_path / "a.csv", text))
    assert [(one.org, str(one.role)) for each in found.values("parties") for one in each] == [
        ("zhang-jia", "funder"), ("mou-mou-fang-di-chan-kai-fa", "funder"), ("li-yi", "funder"),
        ("mou-mou-ji-jin-hui", "funder"), ("wang-bing", "funder"),
    ]  # fmt: skip


def test_the_office_above_buys_where_somebody_sells(take: Take, tmp_path: Path) -> None:
    rows = "".join(f"Obra {n} da escola,Ministério da Aa,Bb{n} Ltda,{n}000000\n" for n in range(1, 6))
    found = take(sheet(tmp_path / "a.csv", f"OBJETO,NOME ÓRGÃO SUPERIOR,CONTRATADO,VALOR (BRL)\n{rows}"))
    assert not found.questions
    assert {(one.org, str(one.role)) for one in found.values("parties")[0]} == {
        ("ministerio-da-aa", "buyer"), ("bb1-ltda", "supplier")
    }  # fmt: skip


def test_the_ministry_of_an_agreement_gives(take: Take, tmp_path: Path) -> None:
    text = (
        "NÚMERO CONVÊNIO,NOME MUNICÍPIO,OBJETO DO CONVÊNIO,NOME ÓRGÃO SUPERIOR\n"
        "700326,AA,Apoiar os nucleos de excelencia,Ministério da Ff\n"
        "700831,BB,Universalizar o acesso da banda larga,Ministério da Gg\n"
        "701060,CC,Ampliacao da infraestrutura da estacao,Ministério da Ff\n"
    )
    found = take(sheet(tmp_path / "a.csv", text))
    assert [[(one.org, str(one.role)) for one in each] for each in found.values("parties")] == [
        [("ministerio-da-ff", "funder")], [("ministerio-da-gg", "funder")], [("ministerio-da-ff", "funder")]
    ]  # fmt: skip
