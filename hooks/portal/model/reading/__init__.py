"""Files of ``data/`` become typed rows, or problems; files that have not changed are not read again."""
