"""What our own page of statistics says is what another program counts from our downloads."""

from __future__ import annotations

from built.test_statistics import (
    test_each_chart_has_a_name_a_description_and_a_table,
    test_each_file_says_what_another_program_counts,
    test_the_page_says_what_the_files_say,
    test_what_sources_number_roughly_is_marked,
)

__all__ = [
    "test_each_chart_has_a_name_a_description_and_a_table",
    "test_each_file_says_what_another_program_counts",
    "test_the_page_says_what_the_files_say",
    "test_what_sources_number_roughly_is_marked",
]
