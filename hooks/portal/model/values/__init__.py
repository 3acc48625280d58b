"""Types of the fields of records: text in two languages, dates, ids, numbers, places."""
