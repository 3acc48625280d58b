"""Lists of terms that come back from translators and their tools: read, compared with the glossary, written into it."""
