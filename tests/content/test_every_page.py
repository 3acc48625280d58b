"""What is asserted of the demonstration portal's pages holds for ours too, whatever our records say.

The tests are the same ones: the fixtures of this folder give them our own site.
"""

from __future__ import annotations

from accessibility.test_reaching import (
    test_every_page_has_the_marks_of_its_three_blocks,
    test_every_page_is_reached_from_the_front_page,
)
from built.test_links import (
    test_every_record_is_within_four_clicks_of_the_front_page,
    test_no_link_is_dead,
    test_other_hosts_are_only_linked_to_never_loaded_from,
    test_the_edit_link_opens_the_line_where_the_record_begins,
)
from built.test_pairs import (
    test_alternates_are_absolute_reciprocal_and_have_a_default,
    test_chinese_on_english_pages_says_so,
    test_every_chinese_page_has_an_english_one_and_back,
    test_every_lang_is_a_language_tag,
    test_headings_have_the_same_ids_in_both_languages,
    test_html_lang_is_the_language_of_the_page,
    test_no_attribute_on_english_pages_is_chinese,
    test_the_language_switch_leads_to_the_same_page,
    test_the_sitemap_names_every_page_that_lists_name_with_its_alternates,
)
from built.test_policy import (
    test_no_page_holds_what_the_policy_would_stop,
    test_the_policy_stands_in_every_page_before_anything_is_loaded,
)

__all__ = [
    "test_alternates_are_absolute_reciprocal_and_have_a_default",
    "test_chinese_on_english_pages_says_so",
    "test_every_chinese_page_has_an_english_one_and_back",
    "test_every_lang_is_a_language_tag",
    "test_every_page_has_the_marks_of_its_three_blocks",
    "test_every_page_is_reached_from_the_front_page",
    "test_every_record_is_within_four_clicks_of_the_front_page",
    "test_headings_have_the_same_ids_in_both_languages",
    "test_html_lang_is_the_language_of_the_page",
    "test_no_attribute_on_english_pages_is_chinese",
    "test_no_link_is_dead",
    "test_no_page_holds_what_the_policy_would_stop",
    "test_other_hosts_are_only_linked_to_never_loaded_from",
    "test_the_edit_link_opens_the_line_where_the_record_begins",
    "test_the_language_switch_leads_to_the_same_page",
    "test_the_policy_stands_in_every_page_before_anything_is_loaded",
    "test_the_sitemap_names_every_page_that_lists_name_with_its_alternates",
]
