"""Mistakes in a roster."""

from __future__ import annotations

from simulator.messages.problems.entry import Entry

_IDS = (
    "Marks are kept under the id, and a seat is taken by its code or id: each must be there once and be certain.",
    "成绩按学号保存，座位凭座位码或学号进入：每一个都必须有、不重复、没有歧义。",
)
_COLUMNS = (
    "The first line names the columns: id, and if you like name, group, language, code. Others are left alone.",
    "第一行是列名：学号，以及可有可无的姓名、班级、语言、座位码。其他列不读取。",
)

ENTRIES: dict[str, Entry] = {
    "roster-encoding": Entry(
        what=("the roster is no text that can be read", "无法把名单读成文本"),
        mend=(
            "Save it as CSV from the spreadsheet; a workbook (.xlsx) is no CSV file.",
            "请在电子表格里另存为 CSV；工作簿（.xlsx）不是 CSV 文件。",
        ),
        why=(
            "UTF-8, UTF-16 and GB18030 are read, with and without a mark at the beginning.",
            "可以读取 UTF-8、UTF-16 和 GB18030，开头有没有标记都可以。",
        ),
    ),
    "roster-empty": Entry(
        what=("the roster has no seats", "名单里没有座位"),
        mend=("Write a line for each trainee below the first one.", "请在第一行下面，每位学员写一行。"),
        why=("There would be nobody to sit.", "这样没有人可以参加。"),
        bad="id,name\n«»",
        good="id,name\nS01,Li Na\n",
        kind="roster",
    ),
    "roster-no-ids": Entry(
        what=("no column is called `id`", "没有“学号”列"),
        mend=(
            "Call the column with the seats or student numbers `id` in the first line.",
            "请在第一行把学号或座位号那一列命名为“学号”（或 id）。",
        ),
        why=_COLUMNS,
        bad="«ids»,name\nS01,Li Na\n",
        good="id,name\nS01,Li Na\n",
        kind="roster",
    ),
    "roster-column-twice": Entry(
        what=("another column before it means the same as '{name}'", "前面已有一列与“{name}”意思相同"),
        mend=("Take out one of them, or name it otherwise.", "请删去其中一列，或改个名称。"),
        why=_COLUMNS,
        bad="id,name,«学号»\nS01,Li Na,7\n",
        good="id,name\nS01,Li Na\n",
        kind="roster",
    ),
    "roster-no-id": Entry(
        what=("this line has no id", "这一行没有学号"),
        mend=("Write the id, or delete the line.", "请填上学号，或删去这一行。"),
        why=_IDS,
        bad="id,name\nS01,Li Na\n,«Tom»\n",
        good="id,name\nS01,Li Na\nS02,Tom\n",
        kind="roster",
    ),
    "roster-twice": Entry(
        what=("'{value}' is taken already (line {line})", "“{value}”已经用过了（第 {line} 行）"),
        mend=("Give one of them another.", "请给其中一个换一个。"),
        why=_IDS,
        bad="id,name\nS01,Li Na\n«s01»,Tom\n",
        good="id,name\nS01,Li Na\nS02,Tom\n",
        kind="roster",
    ),
    "roster-formula": Entry(
        what=("'{value}' is what a spreadsheet takes for a formula", "电子表格会把“{value}”当成公式"),
        mend=("Write the value itself, beginning with a letter or a digit.", "请直接写值，以文字或数字开头。"),
        why=(
            "The roster's texts go into the tables of marks, where a formula would run on the reader's machine.",
            "名单里的文字会写进成绩表，公式会在打开者的电脑上运行。",
        ),
        bad="id,name\nS01,«=HYPERLINK(A1)»\n",
        good="id,name\nS01,Li Na\n",
        kind="roster",
    ),
    "roster-number": Entry(
        what=("a spreadsheet has rounded the number '{value}'", "电子表格把这个数字四舍五入成了“{value}”"),
        mend=(
            "Make the column a text column, write the numbers again, and save.",
            "请把这一列设为文本格式，重新填写号码再保存。",
        ),
        why=(
            "Long numbers are rounded by spreadsheets; which one it was can't be told any more.",
            "电子表格会把长号码四舍五入，已无法知道原来是哪一个。",
        ),
        bad="id,name\n«2.02601E+11»,Li Na\n",
        good="id,name\n202601000017,Li Na\n",
        kind="roster",
    ),
    "roster-language": Entry(
        what=("'{value}' is no language of the program", "程序没有“{value}”这种语言"),
        mend=("Write one of {known}, or leave it empty.", "请写 {known} 之一，或留空。"),
        why=(
            "The language says in which one a seat sees the screens and sits the scenarios.",
            "语言决定座位的界面和场景用哪种语言。",
        ),
        bad="id,language\nS01,«fr»\n",
        good="id,language\nS01,en\n",
        kind="roster",
    ),
    "roster-cells": Entry(
        what=("this line has more cells than the {limit} columns", "这一行的单元格多于 {limit} 列"),
        mend=(
            "Put quotes around a text with a comma in it, or take out what is too much.",
            "含有逗号的文字请加上引号，或去掉多余的内容。",
        ),
        why=("The cells after it would be taken for others than they are.", "后面的内容会错位到别的列里。"),
        bad="id,name,group\nS01,Li,Na,«A»\n",
        good='id,name,group\nS01,"Li, Na",A\n',
        kind="roster",
    ),
    "roster-quote": Entry(
        what=("a quote is opened and not closed where the cell ends", "单元格有开头的引号，结尾却没有闭合"),
        mend=('Close it, or write "" for a quote inside quotes.', '请闭合引号；引号内的引号写成 ""。'),
        why=("Nobody can tell where the cell ends.", "无法判断单元格到哪里结束。"),
        bad='id,name\nS01,«"Li Na»\n',
        good='id,name\nS01,"Li Na"\n',
        kind="roster",
    ),
}
