"""The file is the document, in UTF-8."""

import json

import pytest

from junheng.publish.zones import geojson_file


def test_chinese_stays_chinese() -> None:
    features = {"type": "FeatureCollection", "features": [{"properties": {"school": "一小"}}]}
    content = geojson_file(features)
    assert json.loads(content) == features
    assert "一小".encode() in content


def test_a_number_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        geojson_file({"features": [float("nan")]})
