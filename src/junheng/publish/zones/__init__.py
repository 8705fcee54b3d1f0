"""School zones as files for a map program: GeoJSON, and a shapefile in its zip, both in CGCS2000 (EPSG:4490)."""

from junheng.publish.zones.geojson import geojson_file
from junheng.publish.zones.shapefile import shapefile

__all__ = ["geojson_file", "shapefile"]
