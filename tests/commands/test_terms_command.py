"""What an import says before it writes, and once it has."""

from __future__ import annotations

from pathlib import Path

from commanding import run
from term_import.importing import Importing

ROWS = """\
kind,id,language,term,status,definition_en,subject_field
glossary,sister-city,en,sister city,preferred,A city abroad.,
glossary,sister-city,en,sibling city,admitted,,
glossary,treaty,zh,條約,preferred,,document
glossary,treaty,en,treaty,preferred,,document
glossary,tie,zh,關係,preferred,,
cities,jp-kaga,en,Kaga,preferred,,
cities,jp-kaga,en,Kaga City,admitted,,
"""
EN = """\
sister-city: changed
  - definition.en: A foreign city with ties that rest on a signed text.
  + definition.en: A city abroad.
  + terms.en: {term: sibling city, status: admitted}
  = terms.zh: 姊妹市  # not in the file, stays
  = terms.zh: 姐妹市  # not in the file, stays
  = terms.zh: 締盟市  # not in the file, stays
  = terms.en: twin town (UK)  # not in the file, stays
  = terms.en: SC  # not in the file, stays
treaty: new
  + subject_field: document
  + terms.zh: {term: 條約, status: preferred}
  + terms.en: {term: treaty, status: preferred}
tie: left alone
  = terms.en: tie  # not in the file, stays
FILE:8:19: 'Kaga City' is the name of a record and is not imported; change it in data/cities.yaml
"""
ZH = """\
sister-city：修改
  - definition.en: A foreign city with ties that rest on a signed text.
  + definition.en: A city abroad.
  + terms.en: {term: sibling city, status: admitted}
  = terms.zh: 姊妹市  # 檔案沒有這個詞，仍保留
  = terms.zh: 姐妹市  # 檔案沒有這個詞，仍保留
  = terms.zh: 締盟市  # 檔案沒有這個詞，仍保留
  = terms.en: twin town (UK)  # 檔案沒有這個詞，仍保留
  = terms.en: SC  # 檔案沒有這個詞，仍保留
treaty：新增
  + subject_field: document
  + terms.zh: {term: 條約, status: preferred}
  + terms.en: {term: treaty, status: preferred}
tie：不變
  = terms.en: tie  # 檔案沒有這個詞，仍保留
FILE:8:19: 「Kaga City」是紀錄的名稱，不由此匯入；請改 data/cities.yaml
"""


def test_a_dry_run_says_what_would_change_and_writes_nothing(portal_folder: Path) -> None:
    importing = Importing(portal_folder, "csv")
    importing.file.write_text(ROWS, encoding="utf-8")
    for lang, told, ended in (
        ("en", EN, "1 new concept, 1 changed, 1 left alone; 6 words not in the file and 1 name of records untouched "
         "(nothing written)\n"),
        ("zh", ZH, "新增 1 個概念，修改 1 個，1 個不變；檔案沒有的 6 個詞與 1 個紀錄名稱未動（沒有寫入）\n"),
    ):  # fmt: skip
        result = importing.take("--dry-run", lang=lang)
        assert result.exit_code == 0
        assert result.stdout == told.replace("FILE", str(importing.file))
        assert result.stderr == ended
        assert importing.glossary == importing.before


def test_what_is_written_is_not_written_again(portal_folder: Path) -> None:
    importing = Importing(portal_folder, "csv")
    importing.file.write_text(ROWS, encoding="utf-8")
    done = importing.take()
    assert done.stderr.endswith(" (written)\n")
    assert importing.take("--dry-run", lang="zh").stderr.startswith(
        "新增 0 個概念，修改 0 個，3 個不變；"
    )
    written = importing.glossary
    assert importing.take().stderr.endswith(" (nothing written)\n")
    assert importing.glossary == written != importing.before


def test_problems_of_the_portal_come_first(portal_folder: Path) -> None:
    importing = Importing(portal_folder, "csv")
    path = portal_folder / "data" / "cities.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("level", "levle"), encoding="utf-8")
    result = importing.take()
    assert result.exit_code == 1
    assert result.stderr.startswith("data/cities.yaml:1:")
    assert importing.glossary == importing.before


def test_a_file_that_is_not_there_is_named(portal_folder: Path) -> None:
    for lang, said in (("en", "there is no file none.csv\n"), ("zh", "找不到檔案 none.csv\n")):
        result = run("terms", "import", "none.csv", "--root", portal_folder, "--lang", lang)
        assert (result.exit_code, result.stderr) == (2, said)
