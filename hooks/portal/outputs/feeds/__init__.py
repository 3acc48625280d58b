"""Press releases for feed readers (Atom, JSON Feed), exchanges for calendars (iCalendar)."""
