"""Folders: what is an article, what the dataset adds, and in which order things come."""

import shutil
from pathlib import Path

import pytest

from timeline.articles import DatasetInfo, InputProblem, read, read_folder
from timeline.errors import InputError

SEEDS = Path(__file__).parents[2] / "seeds"


def write(folder, **files):
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_a_folder_is_read_with_its_subfolders(tmp_path):
    write(
        tmp_path,
        b_dot_txt="Text.",
        deep__a_dot_txt="Text.",
        c_dot_md="---\ntitle: C\n---\nText.",
        notes_dot_md="# No article",
        README_dot_txt="Not one.",
        deep__readme_dot_md="---\ntitle: R\n---\nNot one.",
        _dot_hidden="Not one.",
        _dot_git__config_dot_txt="Not one.",
    )
    reading = read_folder(tmp_path)
    assert [(a.article_id, a.path) for a in reading.articles] == [("a", "deep/a.txt"), ("b", "b.txt"), ("c", "c.md")]
    assert reading.problems == () and reading.dataset == DatasetInfo()


def test_markdown_without_front_matter_is_read_if_named(tmp_path):
    write(tmp_path, notes_dot_md="# Bridge closed\n\nGuards came.")
    assert [a.article_id for a in read([tmp_path / "notes.md"]).articles] == ["notes"]


def test_the_rest_of_a_folder_goes_on(tmp_path):
    write(
        tmp_path, good_dot_txt="Text.", empty_dot_txt="", bad_dot_txt="---\npublished: never\n---\nText.", x_dot_pdf="x"
    )
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    reading = read(tmp_path)
    assert [a.article_id for a in reading.articles] == ["good"]
    assert [Path(p.path).name for p in reading.problems] == ["bad.txt", "empty.txt", "latin.txt", "x.pdf"]
    assert not any(p.named for p in reading.problems)
    assert "published is 'never'" in reading.problems[0].reason


def test_nothing_readable(tmp_path):
    write(tmp_path, empty_dot_txt="")
    reading = read([tmp_path])
    assert reading.articles == ()
    assert [(p.path, p.named) for p in reading.problems] == [(str(tmp_path), True), (f"{tmp_path}/empty.txt", False)]


def test_a_path_that_is_not_there(tmp_path):
    write(tmp_path, a_dot_txt="Text.")
    reading = read([tmp_path, tmp_path / "gone.txt"])
    assert len(reading.articles) == 1
    gone = InputProblem(f"{tmp_path}/gone.txt", "there is no such file or folder; check the path", True)
    assert reading.problems == (gone,)


def test_the_order_of_inputs_does_not_matter(tmp_path):
    write(tmp_path, one__b_dot_txt="B.", one__dataset_dot_toml='[dataset]\ntitle = "One"', two__a_dot_txt="A.")
    write(tmp_path, two__dataset_dot_toml='[dataset]\ntitle = "Two"\nversion = "2"')
    inputs = [tmp_path / "one", tmp_path / "two", tmp_path / "one" / "b.txt", str(tmp_path / "one") + "/"]
    reading = read(inputs)
    assert read(inputs[::-1]) == reading
    assert [a.article_id for a in reading.articles] == ["a", "b"]
    assert (reading.dataset.title, reading.dataset.version) == ("One", "2")
    assert len(reading.notices) == 1 and "title differs from" in reading.notices[0]


def test_a_folder_may_be_given_twice_and_inside_another(tmp_path, monkeypatch):
    write(tmp_path, b_dot_txt="B.", in__a_dot_txt="A.", in__dataset_dot_toml='[[article]]\nid = "a"\ntitle = "In"')
    monkeypatch.chdir(tmp_path)
    for inputs in ([".", "in"], ["in", ".", tmp_path], [tmp_path / "in", tmp_path, "in"]):
        reading = read(inputs)
        assert [(a.article_id, a.title, a.path) for a in reading.articles] == [("a", "In", "a.txt"), ("b", "", "b.txt")]
        assert reading.problems == () and reading.notices == ()


def test_the_dataset_file_of_a_subfolder_is_not_read_in_silence(tmp_path):
    write(tmp_path, in__a_dot_txt="A.", in__dataset_dot_toml='[dataset]\ntitle = "In"')
    reading = read(tmp_path)
    assert reading.dataset.title == "" and "in/dataset.toml: not read" in reading.notices[0]
    assert read([tmp_path, tmp_path / "in"]).notices == ()


def test_two_articles_with_one_id(tmp_path):
    write(tmp_path, x__a_dot_txt="Text.", y__a_dot_txt="Text.")
    with pytest.raises(InputError) as error:
        read([tmp_path])
    message = str(error.value)
    assert "x/a.txt" in message and "y/a.txt" in message and "same article_id 'a'" in message


def test_an_id_of_its_own_keeps_two_files_apart(tmp_path):
    write(tmp_path, x__a_dot_txt="Text.", y__a_dot_txt="---\narticle_id: other\n---\nText.")
    assert [a.article_id for a in read(tmp_path).articles] == ["a", "other"]


DATASET = """
[dataset]
title = "Norvik"
licence = "CC-BY-4.0"
contributors = ["Ines Prat", {title = "Alvo Marr", role = "editor"}]
[[article]]
id = "a"
url = "https://nordwire.example/a"
title = "From the dataset"
published = 2031-05-24
language = "en-GB"
[[article]]
id = "b c"
publisher = "Nordwire"
"""


def test_the_dataset_adds_what_the_file_does_not_state(tmp_path):
    write(tmp_path, dataset_dot_toml=DATASET, a_dot_txt="---\ntitle: From the file\n---\nText.")
    (tmp_path / "b c.txt").write_text("Text.")
    reading = read(tmp_path)
    first, second = reading.articles
    assert (first.title, first.url, first.published) == ("From the file", "https://nordwire.example/a", "2031-05-24")
    assert (first.language, second.language, second.article_id, second.publisher) == ("en-GB", "en", "b-c", "Nordwire")
    assert reading.dataset.title == "Norvik"
    assert [person.title for person in reading.dataset.contributors] == ["Ines Prat", "Alvo Marr"]
    (notice,) = reading.notices
    assert "a.txt: title is 'From the file' in the file and 'From the dataset' in" in notice


def test_an_entry_for_a_file_that_cannot_be_read_is_no_second_error(tmp_path):
    write(tmp_path, dataset_dot_toml=DATASET, a_dot_txt="")
    (tmp_path / "b c.txt").write_text("Text.")
    assert len(read(tmp_path).problems) == 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[dataset]\nlicense = 'x'", "[dataset] has the unknown key license; did you mean licence?"),
        ("[extra]\nx = 1", "the file has the unknown key extra; known are dataset, article"),
        ("[[article]]\nid = 'a'\nsource = 'x'", "[[article]] 1 has the unknown key source"),
        ("[[article]]\nid = 'nobody'", "no article has the id 'nobody'"),
        ("[[article]]\nurl = 'https://nordwire.example'", "[[article]] 1 has id None"),
        ("[[article]]\nid = 'a'\n[[article]]\nid = 'a'", "[[article]] 2 gives 'a' a second time"),
        ("[[article]]\nid = 'a'\npublished = 'May'", "[[article]] 1 (a): published is 'May', which is no date"),
        ("[[article]]\nid = 'a'\nurl = 'nordwire'", "url is 'nordwire'; give a full address"),
        ("[dataset]\ntitle = ['a']", "[dataset] title is ['a']; write it in quotes"),
        ("[dataset]\ncontributors = [{role = 'x'}]", "contributors holds {'role': 'x'}"),
        ("dataset = 'x'", "dataset is 'x'; write it as a table"),
        ("article = 'x'", "write each as [[article]]"),
        ("[dataset", "not sound TOML"),
        ("", "the file is empty"),
    ],
)
def test_a_dataset_file_that_is_not_understood(tmp_path, text, reason):
    write(tmp_path, dataset_dot_toml=text, a_dot_txt="Text.")
    with pytest.raises(InputError) as error:
        read(tmp_path)
    assert str(error.value).startswith(f"{tmp_path}/dataset.toml: ") and reason in str(error.value)


def test_the_seeds(tmp_path):
    reading = read(shutil.copytree(SEEDS, tmp_path / "seeds"))
    assert reading.problems == () and reading.notices == ()
    assert [a.article_id for a in reading.articles] == ["000_20f5fabac8232868", "002_a3d9aa143aed2381"]
    assert all(a.url and a.publisher and a.title and not a.published for a in reading.articles)
    assert all(a.text.startswith(a.title) for a in reading.articles)
    assert reading.dataset.licence == "CC-BY-4.0"
