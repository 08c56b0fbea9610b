"""Problems are said in full."""

from graphdata.problems import DatasetError, Problem, errors_in

ERROR = Problem("relations/a.toml, line 3", "the giver is not known.", "Did you mean actor:ru?", "unknown-id")
WARNING = Problem("actors.toml", "never used.", "Remove it.", "never-used", "warning")


def test_a_problem_names_place_finding_and_remedy() -> None:
    assert str(ERROR) == "error: relations/a.toml, line 3: the giver is not known. Did you mean actor:ru? [unknown-id]"


def test_an_error_carries_every_problem_in_order() -> None:
    raised = DatasetError([ERROR, WARNING])
    assert raised.problems == (WARNING, ERROR)
    assert str(ERROR) in str(raised)
    assert str(WARNING) in str(raised)


def test_warnings_do_not_forbid_opening() -> None:
    assert errors_in([WARNING, ERROR]) == (ERROR,)


def test_an_accepted_finding_gives_its_reason() -> None:
    accepted = Problem("s", "m.", "r.", "rule", "warning", "Checked against the print.")
    assert "Accepted: Checked against the print." in str(accepted)
