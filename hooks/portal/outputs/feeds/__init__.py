"""Press releases for feed readers (Atom, JSON Feed), exchanges and signings for calendars (iCalendar)."""
