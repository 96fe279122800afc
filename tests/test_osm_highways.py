"""Classes of streets."""

import pytest

from grensgeo.osm.highways import HIGHWAYS, highway_class


@pytest.mark.parametrize(
    ("tags", "name"),
    [
        ({"highway": "primary"}, "primary"),
        ({"highway": "residential_link"}, "residential"),
        ({"highway": "footway;cycleway"}, "footway"),
        ({"highway": "construction"}, None),
        ({"highway": "local"}, None),  # made here, never tagged
        ({"highway": "raceway", "route": "ferry"}, None),
        ({"railway": "platform"}, "platform"),
        ({"man_made": "pier"}, "footway"),
        ({"building": "yes"}, None),
    ],
)
def test_the_class_that_tags_tell(tags, name):
    assert highway_class(tags) == name
    assert name is None or name in HIGHWAYS
