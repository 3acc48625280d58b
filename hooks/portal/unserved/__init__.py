"""A site that opens from a folder by a double click, without a server: a preview to look at."""
