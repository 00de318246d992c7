"""What can be wrong with dates and due dates."""

TEXTS = {
    "unknown_year": (
        "{day}は暦の範囲（{first}から{last}まで）の外です。日付を確かめてください。",
        "{day} is outside the calendar, which covers {first} to {last}. Check the date.",
    ),
}
