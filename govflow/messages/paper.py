"""Texts of what is done on paper: ballots of meetings recorded afterwards, many positions at once, deciding in writing."""

TEXTS: dict[str, tuple[str, str]] = {
    "not_on_paper": (
        "--at は、紙の記録から登録する会議（--held-on-paper）の採決でだけ使えます。ほかの採決は行った時に記録されます。--at を外してください。",
        "--at is for ballots of a meeting that is recorded from paper (--held-on-paper); others are recorded as they"
        " happen. Leave it out.",
    ),
    "other_day": (
        "この会議は {day} に開かれており、{at} はその日ではありません。--at には会議の日の時刻を書いてください。",
        "The meeting was held on {day}, and {at} is not on that day. Give a time of the meeting's day with --at.",
    ),
    "said_there": (
        "これは紙の記録から登録する会議の採決です。会議で述べられたことは、事務局が --recorded-for で記録してください。",
        "The ballot is of a meeting that was held on paper. What was said there the secretariat writes down with"
        " --recorded-for.",
    ),
    "chair_casts": (
        "裁決を事務局が記録できるのは、紙の記録から登録する会議だけです。議長に裁決を依頼してください。",
        "The secretariat records a casting vote only of a meeting that is recorded from paper. Ask the chair to cast it.",
    ),
    "chaired": (
        "裁決したのは、その会議の議長（{chair}）です。事務局が --recorded-for で記録してください。",
        "It was decided by whoever chaired that meeting ({chair}). The secretariat writes it down with --recorded-for.",
    ),
    "nobody_chaired": (
        "その会議の記録では、裁決できる議長が出席していませんでした。出席の記録を確かめるか、上位の会議体に付してください。",
        "By the record of the meeting nobody was there who could cast as the chair. Check who is recorded as there, or let"
        " the ballot go to the body above.",
    ),
    "nothing_said": (
        "記録する表決がありません。「席=表決」か --others で指定してください。",
        "There is nothing to record. Name SEAT=POSITION, or what all --others said.",
    ),
    "not_a_position": (
        "「{text}」には = がありません。「席=賛否」と書いてください。",
        "'{text}' has no =. Write SEAT=POSITION.",
    ),
    "seat_twice": (
        "席「{seat}」が二度指定されています。一度だけ指定してください。",
        "The seat {seat} is named twice. Name it once.",
    ),
    "said": ("{seat} {position}", "{seat} {position}"),
    "of_seat": ("席「{seat}」：{why}", "Seat {seat}: {why}"),
    "of_others": ("そのほかの席：{why}", "The other seats: {why}"),
    "no_others": (
        "ほかに、出席していてまだ答えていない席はありません。--others を外してください。",
        "No other seat is there that has not answered. Leave out --others.",
    ),
    "nothing_written": (
        "{body}の設置要綱に書面審議の定めがありません。会議で採決してください。",
        "The charter of {body} does not provide for a written procedure. Decide in a meeting.",
    ),
    "in_writing": (
        "{body}は、会議の外では書面審議によって決めます。--written で開いてください（期間と回答の割合の定めに従います）。",
        "Outside a meeting {body} decides by its written procedure, with its time to answer and its part of the seats."
        " Open the ballot with --written.",
    ),
    "in_a_meeting": (
        "{body}は、会議の外では書面審議によってだけ決めます。これは会議の議題として採決してください。",
        "Outside a meeting {body} decides by its written procedure only. Put this to the vote as an item of a meeting.",
    ),
    "reconsidered_in_a_meeting": (
        "{body}は、会議の外では決定を再議できません。会議を開き、付議した議題を --meeting と --item で指定してください。",
        "Outside a meeting {body} reconsiders nothing. Name --meeting and --item of an item that was called.",
    ),
}
