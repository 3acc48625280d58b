"""The pictures and attachments of press releases."""
