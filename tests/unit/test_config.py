"""config.toml: what is set holds, what is wrong is one line with its place, nothing is read in secure mode."""

import os
from pathlib import Path

import pytest
from cq_tui.language import Language, use
from cq_tui.screens.keymap import CONTEXTS, usable
from cq_tui.secure import ACTIONS
from cq_tui.settings import state
from cq_tui.settings.config import Config
from cq_tui.settings.config_file import read
from cq_tui.settings.key_names import display_key, normalised
from textual.keys import _character_to_key

from tests.unit.conftest import Run


def config(tmp_path: Path, text: str | bytes) -> tuple[Config, list[str]]:
    path = tmp_path / "config.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    file = read(path)
    return file.config, file.problems


def test_what_is_set_holds(tmp_path: Path) -> None:
    found, problems = config(
        tmp_path,
        'language = "zh"\ntheme = "light"\nascii = true\nmouse = true\ncolor = "16"\n'
        f'[export]\nformat = "json"\nencoding = "gb18030"\nfolder = "{tmp_path}"\n'
        '[keys]\nfilter = "slash,f3"\nhelp = ["F2", "?"]\nexport = "^x"\n',
    )
    assert problems == []
    assert (found.language, found.theme, found.ascii, found.mouse, found.color) == ("zh", "light", True, True, "16")
    assert (found.export.format, found.export.encoding, found.export.folder) == ("json", "gb18030", tmp_path)
    assert found.keys == {"filter": "slash,f3", "help": "f2,question_mark", "export": "ctrl+x"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\nlanguage = 'fr'\n", "config.toml:2: language: fr is not one of zh, en."),
        ("theme = 'drak'\n", "is not one of dark, light, contrast, terminal. Did you mean dark?"),
        ("ascii = 'yes'\n", "config.toml:1: ascii: yes is not true or false."),
        ("thme = 'dark'\n", "config.toml:1: thme: is not known. Did you mean theme?"),
        ("keys = 3\n", "config.toml:1: keys: is not a table; write [keys] above its lines."),
        ("[keys]\n\nserach = 'x'\n", "config.toml:3: keys.serach: is not known. Did you mean search?"),
        ("[keys]\nsearch = 'boo'\n", "config.toml:2: keys.search: there is no key boo"),
        ("[keys]\nsearch = []\n", "config.toml:2: keys.search: [] is not a key"),
        ("[export]\nformat = 'xls'\n", "config.toml:2: export.format: xls is not one of"),
        ("[export]\nfolder = '/no/where'\n", "config.toml:2: export.folder: there is no folder /no/where."),
        ("a = 1\n= 2\n", "config.toml:2: is not TOML: "),
        (b"\nlanguage = '\xd6\xd0'\n", "config.toml:2: is not UTF-8"),
        ("a = " + "[" * 5000, "config.toml: is nested too deep"),
    ],
)
def test_what_is_wrong_is_one_line_and_its_default_holds(tmp_path: Path, text: str | bytes, line: str) -> None:
    found, problems = config(tmp_path, text)
    assert found == Config()
    assert len(problems) == 1
    assert line in problems[0]


def test_what_is_right_beside_it_holds(tmp_path: Path) -> None:
    found, problems = config(tmp_path, "theme = 'light'\nascii = 3\n")
    assert (found.theme, found.ascii, len(problems)) == ("light", False, 1)


@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_what_is_no_file_is_named_and_never_waited_for(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "config.toml"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        path.mkdir()
    file = read(path)
    assert file.problems == [
        f"config.toml: can't be read: it is {'a folder' if kind == 'folder' else 'not a regular file'}"
    ]
    assert file.config == Config()
    memory = state.Memory(path)
    assert memory.state == state.State()
    assert memory.problem.startswith(f"{path}: can't be read: it is ")


def test_the_null_device_is_no_configuration() -> None:
    assert read(Path(os.devnull)).problems == []


def test_hostile_text_is_harmless_in_a_complaint(tmp_path: Path) -> None:
    _found, problems = config(tmp_path, 'theme = "\\u001b]0;x\\u0007"\n"a\\u001b" = 1\n')
    assert len(problems) == 2
    assert "\x1b" not in "".join(problems)


def test_commands_tell_it_and_go_on(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("language = 'zh'\ntheme = 'x'\n[export]\nformat = 'json'\n")
    monkeypatch.setenv("CQ_TUI_CONFIG", str(path))
    ran = run("list", "deals")
    assert ran.out.startswith("项目")
    assert ran.err.startswith("cq-tui: mine.toml:2: theme: ")
    assert run("list", "deals", "--lang", "en").out.startswith("Deal")
    assert run("export", "deals").out.startswith("{")
    assert run("export", "deals", "--format", "csv").out.startswith("id,")


def test_nothing_is_read_in_secure_mode(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("language = 'zh'\ntheme = 'x'\n")
    monkeypatch.setenv("CQ_TUI_CONFIG", str(path))
    ran = run("--secure", "list", "deals")
    assert ran.out.startswith("Deal")
    assert "mine.toml" not in ran.err


@pytest.mark.parametrize("character", "/?:*[]!+-_@\\.,;#'\"x X 7 é".replace(" ", ""))
def test_keys_are_called_as_textual_calls_them(character: str) -> None:
    name = normalised(character)
    assert name == _character_to_key(character)
    assert display_key(name or "") == character


@pytest.mark.parametrize(
    ("given", "key"),
    [("？", "question_mark"), ("Ｘ", "X"), ("^E", "ctrl+e"), ("Ctrl+E", "ctrl+e"), ("Esc", "escape"), ("f13", "f13"),
     ("shift+tab", "shift+tab"), ("f25", None), ("hyper+x", None), ("", None), ("ctrl+", None)],
)  # fmt: skip
def test_a_key_may_be_written_in_several_ways(given: str, key: str | None) -> None:
    assert normalised(given) == key


def test_clashes_are_found_and_the_usual_keys_hold() -> None:
    keymap, clashes = usable({"filter": "s", "export": "x"})
    assert keymap == {"export": "x"}
    assert [(one.action, one.message) for one in clashes] == [
        ("filter", "s is the key of sort too; its usual keys hold.")
    ]


def test_two_actions_may_change_places() -> None:
    wanted = {"filter": "asterisk", "search": "slash"}
    assert usable(wanted) == (wanted, [])


def test_no_usual_keys_clash() -> None:
    assert usable({one.id or "": one.key for context in CONTEXTS for one in context.bindings()})[1] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_keys_lists_every_action(run: Run, language: Language) -> None:
    use(language)
    ran = run("keys", "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    listed = {line.split()[0] for line in ran.out.splitlines() if line.startswith("  ")}
    missing = {*ACTIONS} - listed
    assert missing == set(), f"their screens stand in no context of tui/cq_tui/screens/keymap.py: {missing}"
