"""What is asserted of the demonstration portal's feeds, calendars and open data holds for ours too.

The tests are the same ones: the fixtures of this folder give them our own site.
"""

from __future__ import annotations

import pytest
from built.test_calendars import (
    calendars,
    test_an_event_is_the_exchange_on_its_page,
    test_calendars_agree_with_the_timeline,
    test_every_calendar_is_linked_on_its_page,
    test_every_calendar_is_whole_and_keeps_the_form,
)
from built.test_feeds import (
    test_each_home_city_and_category_with_releases_has_a_feed_in_each_language,
    test_every_feed_is_linked_on_its_page,
    test_feedparser_finds_nothing_wrong_and_every_address_is_a_page,
    test_the_two_formats_say_the_same,
)
from built.test_open_data import (
    data,
    test_all_forms_have_the_same_rows,
    test_each_row_leads_to_its_place_in_both_languages,
    test_frictionless_accepts_the_package_and_every_file,
    test_geojson_has_points_on_the_earth,
    test_json_ld_is_rdf_that_names_rows_by_their_pages,
    test_the_catalog_follows_dcat_ap,
    test_the_page_offers_every_file_with_its_size,
    test_the_sums_are_those_of_the_files,
    test_there_are_as_many_rows_as_pages,
)
from built.test_robots import (
    test_every_address_in_the_guide_for_language_models_exists,
)
from built.test_schema_org import (
    documents,
    graph,
    test_a_page_and_its_counterpart_speak_of_the_same_thing_in_their_own_words,
    test_every_address_of_ours_is_that_of_a_page_or_a_file,
    test_no_person_is_named,
    test_the_front_page_and_those_of_records_say_what_they_are_about_and_no_list_does,
    test_the_way_to_a_page_is_the_one_that_it_shows,
    test_types_and_properties_are_those_of_schema_org,
    test_words_without_a_language_of_their_own_are_english_on_english_pages,
)
from built.test_sharing import (
    test_every_page_tells_networks_its_own_title_address_and_picture,
    test_press_releases_are_articles_and_their_lists_are_not,
)

__all__ = [
    "calendars",
    "data",
    "documents",
    "graph",
    "test_a_page_and_its_counterpart_speak_of_the_same_thing_in_their_own_words",
    "test_all_forms_have_the_same_rows",
    "test_an_event_is_the_exchange_on_its_page",
    "test_calendars_agree_with_the_timeline",
    "test_each_home_city_and_category_with_releases_has_a_feed_in_each_language",
    "test_each_row_leads_to_its_place_in_both_languages",
    "test_every_address_in_the_guide_for_language_models_exists",
    "test_every_address_of_ours_is_that_of_a_page_or_a_file",
    "test_every_calendar_is_linked_on_its_page",
    "test_every_calendar_is_whole_and_keeps_the_form",
    "test_every_feed_is_linked_on_its_page",
    "test_every_page_tells_networks_its_own_title_address_and_picture",
    "test_feedparser_finds_nothing_wrong_and_every_address_is_a_page",
    "test_frictionless_accepts_the_package_and_every_file",
    "test_geojson_has_points_on_the_earth",
    "test_json_ld_is_rdf_that_names_rows_by_their_pages",
    "test_no_person_is_named",
    "test_press_releases_are_articles_and_their_lists_are_not",
    "test_the_catalog_follows_dcat_ap",
    "test_the_front_page_and_those_of_records_say_what_they_are_about_and_no_list_does",
    "test_the_page_offers_every_file_with_its_size",
    "test_the_sums_are_those_of_the_files",
    "test_the_two_formats_say_the_same",
    "test_the_way_to_a_page_is_the_one_that_it_shows",
    "test_there_are_as_many_rows_as_pages",
    "test_types_and_properties_are_those_of_schema_org",
    "test_words_without_a_language_of_their_own_are_english_on_english_pages",
]

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
"""rdflib's own parser of JSON-LD still uses it."""
