"""``junheng backup`` is there and says how it is used; what it does is tested with the site."""

from tests.cli.conftest import Run


def test_help_names_its_option(run: Run) -> None:
    done = run("backup", "--help")
    assert done.exit_code == 0
    assert "--keys" in done.stdout
