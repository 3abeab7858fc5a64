"""Ids from many names at once are the ids of each name."""

from random import Random

import pytest
from cq_tui.query.name_keys import slug, slugs

_CHARACTERS = "Ab1重庆長银行铝 &-_/ßøÉ①Ａ\u0301。、'\"\\¥½ﬁİ中\u3000\u00a0\u2028\t"


@pytest.mark.parametrize("more", ["", "\n"])
def test_many_at_once_are_as_one_by_one(more: str) -> None:
    chance = Random(3)
    texts = ["".join(chance.choices(_CHARACTERS + more, k=chance.randrange(60))) for _ in range(3000)]
    texts += ["", "-", "a" * 200, "重庆" * 60, "a b" * 50, "银" + "行"]
    assert slugs(texts) == [slug(text) for text in texts]


def test_none_at_once() -> None:
    assert slugs([]) == []
