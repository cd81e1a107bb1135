"""`manage.py debrief` as a builder meets it: findings as JSON, no database, one line for a file that does not fit."""

import json

import pytest
from django.core.management import call_command

from game.engine.debrief.loops import LOOPS
from game.engine.debrief.whatif import offered
from tests.engine.games import plain
from tests.engine.golden import FOLDER, NAMES, golden


def run(capsys, *args: str):
    code = 0
    try:
        call_command("debrief", *args)
    except SystemExit as stopped:
        code = int(str(stopped.code))
    found = capsys.readouterr()
    return code, found.out, found.err


@pytest.mark.no_cover  # smaller games come by the same lines
@pytest.mark.parametrize("name", NAMES)
def test_a_game_is_told(name, capsys):
    code, out, err = run(capsys, str(FOLDER / f"{name}.json"))
    assert (code, err) == (0, "")
    found = json.loads(out)
    rounds = len(found["loops"]["R1"])
    assert set(found["loops"]) == set(LOOPS)
    assert [one["round"] for one in found["reaction"]] == [*range(1, rounds + 1)]
    assert set(found["reaction"][0]["gain"]) == {"all", "taken_over", "shared"}
    assert {"paid", "done", "moments"} == set(found["sensible"]["residents"][0]["options"]["wait"])
    assert set(found["sensible"]) == {"municipality", "professionals", "residents"}
    assert set(found["reruns"]) == set(offered(golden(name).rules))
    for code, one in found["reruns"].items():
        more = 4 if code == "go_on" else 0
        assert [len(one[line]) for line in ("quality", "ownership", "cost")] == [rounds + more] * 3
        assert (one["reacting"] is not None) == code.startswith("funding.")
    for turn in found["story"]:
        keys = {"kind", "rounds", "measure", "phi", "share", "alone", "sentence"}
        assert keys <= set(turn)
        assert {len(turn[key]) for key in ("phi", "share", "alone")} <= {0, 4}


@pytest.mark.no_cover
def test_the_sentences_have_a_language(capsys):
    file = str(FOLDER / "trap.json")
    told = [
        json.loads(run(capsys, file, "--language", language)[1])["story"][0]["sentence"]
        for language in ("nl", "en")
    ]
    assert [text.split()[1] for text in told] == ["ronde", "rounds"]


@pytest.mark.parametrize(("language", "name"), [("nl", "De speelplek"), ("en", "The play area")])
def test_the_sentences_name_the_tasks_of_the_scenario_that_has_them(language, name, capsys):
    found = json.loads(run(capsys, str(FOLDER / "left_by_all.json"), "--language", language)[1])
    first = found["story"][0]
    assert (first["kind"], first["task"]) == ("nobody", "play")
    assert f"({name})" in first["sentence"]


def test_a_task_of_no_scenario_keeps_its_code(capsys, tmp_path):
    game = plain(rounds=1)
    for key, act in (("professionals", "step_back"), ("residents", "wait")):
        for seat in game["rounds"][0][key]:
            seat["act"] = [act] * 4
    file = tmp_path / "game.json"
    file.write_text(json.dumps(game))
    first = json.loads(run(capsys, str(file), "--scenario", "street")[1])["story"][0]
    assert (first["kind"], f"({first['task']})" in first["sentence"]) == ("nobody", True)


@pytest.mark.parametrize("tasks", [3, 6])
def test_three_tasks_and_six(tasks, capsys, tmp_path):
    file = tmp_path / "game.json"
    file.write_text(json.dumps(plain(tasks=tasks, rounds=1)))
    code, out, _ = run(capsys, str(file))
    assert (code, len(json.loads(out)["loops"]["R1"])) == (0, 1)


def test_a_file_that_does_not_fit(capsys, tmp_path):
    file = tmp_path / "game.json"
    file.write_text("{}")
    assert run(capsys, str(file)) == (2, "", "tasks: missing\n")


@pytest.mark.no_cover
def test_several_files_are_tables_of_a_room(capsys):
    files = [str(FOLDER / f"{name}.json") for name in ("trap", "ran_thin", "together")]
    code, out, err = run(capsys, *files)
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert set(found) == {"tables", "room"}
    assert found["tables"][1] == json.loads(run(capsys, files[1])[1])
    assert set(found["room"]) == {"loop", "direction", "count", "of", "change"}
    assert (found["room"]["direction"], found["room"]["count"], found["room"]["of"]) == ("down", 2, 3)


def test_of_several_files_the_one_that_does_not_fit_is_named(capsys, tmp_path):
    file = tmp_path / "game.json"
    file.write_text("{}")
    code, out, err = run(capsys, str(FOLDER / "trap.json"), str(file))
    assert (code, out, err) == (2, "", f"{file}: tasks: missing\n")
