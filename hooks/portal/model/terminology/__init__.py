"""The term base: every word of the portal's field, whether a concept has it or a record is called so."""
