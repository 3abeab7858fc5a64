"""A published package is no edition: it says so in one clear line."""

from pathlib import Path

from cq_tui.archive.read import shipped

from tests.unit.conftest import Run


def test_a_published_package_is_told_from_an_archive(run: Run, tmp_path: Path) -> None:
    assert run("publish", tmp_path / "package").code == 0
    for two in ((tmp_path / "package", shipped()), (shipped(), tmp_path / "package")):
        ran = run("diff", *two)
        assert (ran.code, ran.out) == (1, "")
        assert "package is a published package" in ran.err
        assert ran.err.count("\n") == 1
