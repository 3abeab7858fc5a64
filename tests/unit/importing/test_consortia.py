"""What several names together are belongs to none of them: ``甲公司、乙公司联合体``. Made up."""

import pytest
from cq_tui.importing.convert.names_in_cells import split_names

NAMES = ["甲一建设有限公司", "乙二设计有限公司"]


@pytest.mark.parametrize(
    "cell",
    [
        "甲一建设有限公司、乙二设计有限公司联合体",
        "甲一建设有限公司、乙二设计有限公司聯合體",
        "甲一建设有限公司；乙二设计有限公司（联合体）",
        "甲一建设有限公司(联合体牵头人)、乙二设计有限公司(联合体成员)",
        "甲一建设有限公司、乙二设计有限公司组成的联合体",
        "甲一建设有限公司、乙二设计有限公司、联合体",
    ],
)
def test_it_is_taken_off_the_last_of_several(cell: str) -> None:
    assert split_names(cell) == NAMES


@pytest.mark.parametrize("cell", ["甲一建设有限公司联合体", "长三角联合体研究院"])
def test_one_name_keeps_it(cell: str) -> None:
    assert split_names(cell) == [cell]
