"""The file of views: what it may say, one clear line for each fault, and changes that leave the rest as written."""

from pathlib import Path

import pytest
from cq_tui.views.view import View
from cq_tui.views.view_file import read_views, views_of

_TEXT = """\
# What we look at on Mondays.
[[views]]
name = "Germans"
kind = "deals"
filter = "country:DE"  # since May

# The large ones.
[[views]]
name = "大项目"
kind = "deals"
sort = "amount-desc"
columns = ["title", "amount"]
"""
_GERMANS = View("Germans", "deals", "country:DE")
_LARGE = View("大项目", "deals", "", "amount-desc", ("title", "amount"))


def _views(text: str) -> list[View]:
    file = views_of(text, "data/views.toml")
    assert file.problems == ()
    return [view for _place, view in file.views]


def test_views_are_read() -> None:
    assert _views(_TEXT) == [_GERMANS, _LARGE]
    assert _views("") == []


def test_no_file_is_no_view(tmp_path: Path) -> None:
    assert read_views(tmp_path / "views.toml", "views.toml") == read_views(tmp_path / "no" / "views.toml", "x")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("views = 3", "views.toml:1: views: must be a list of tables; write [[views]] over each"),
        ('views = [{name = "a", kind = "deals"}]', "views.toml:1: views: must be a list of tables"),
        ("[[view]]", "views.toml:1: view: is nothing that can be said here. Did you mean views?"),
        ('[[views]]\nkind = "deals"', 'views.toml:1: name: is missing; write name = "..."'),
        ('[[views]]\nname = "a"', 'views.toml:1: kind: is missing; write kind = "deals"'),
        ('[[views]]\nname = "a"\nkind = 3', 'views.toml:3: kind: must be a text; write kind = "..."'),
        ('[[views]]\nname = " a"\nkind = "deals"', "views.toml:2: name: must be one line of at most 60 characters"),
        (
            '[[views]]\nname = "a"\nkind = "deals"\nfiltr = ""',
            "views.toml:4: filtr: is nothing that can be said here. Did",
        ),
        ('[[views]]\nname = "a"\nkind = "deals"\ncolumns = "title"', "views.toml:4: columns: must be a list of names"),
        (
            '[[views]]\nname = "a"\nkind = "x"\n[[views]]\nname = "a"\nkind = "x"',
            "views.toml:5: name: a is the name of an",
        ),
        ("[[views]\n", "views.toml:1: is not TOML"),
        ('[[views]]\nname = "a\\u001b[31m"\nkind = "deals"\nx = 1', "views.toml:4: x: is nothing"),
    ],
)
def test_each_fault_is_one_line_with_its_place(text: str, said: str) -> None:
    problems = [str(one) for one in views_of(text, "views.toml").problems]
    assert len(problems) == 1
    assert problems[0].startswith(said)
    assert "\x1b" not in problems[0]


def test_a_faulty_view_leaves_the_others() -> None:
    file = views_of(_TEXT + "\n[[views]]\nname = 3\n", "views.toml")
    assert [view.name for _place, view in file.views] == ["Germans", "大项目"]
    assert len(file.problems) == 2


def test_a_new_view_stands_at_the_end_and_nothing_else_changes() -> None:
    text = views_of(_TEXT, "x").with_view(View('With "quotes" and \\', "speakers", "a b", "", ("name",)))
    assert text.startswith(_TEXT)
    assert _views(text) == [_GERMANS, _LARGE, View('With "quotes" and \\', "speakers", "a b", "", ("name",))]
    assert views_of("", "x").with_view(_GERMANS).startswith("[[views]]\n")


def test_a_view_of_the_same_name_is_replaced_where_it_stands() -> None:
    text = views_of(_TEXT, "x").with_view(View("Germans", "deals", "country:FR"))
    assert _views(text) == [View("Germans", "deals", "country:FR"), _LARGE]
    assert "# What we look at on Mondays." in text
    assert "# The large ones.\n[[views]]" in text


def test_a_view_goes_with_what_it_says_and_the_comments_of_others_stay() -> None:
    text = views_of(_TEXT, "x").without("Germans")
    assert _views(text) == [_LARGE]
    assert "# The large ones.\n[[views]]" in text
    last = views_of(_TEXT, "x").without("大项目")
    assert _views(last) == [_GERMANS]
    assert last.endswith("# The large ones.\n")
    assert views_of(_TEXT, "x").without("nobody") == _TEXT


def test_a_view_is_called_otherwise() -> None:
    text = views_of(_TEXT, "x").renamed("大项目", "Large")
    assert _views(text) == [_GERMANS, _LARGE._replace(name="Large")]
