"""Layers of maps read from files, and tables kept by the hash of what they were made from.

The planning packages take arrays and tables and touch no file; both the command line and the site read maps. So the
reading stands here, below both, as the other readers do. GDAL (through pyogrio) opens Shapefile, GeoPackage, GeoJSON,
FileGDB and OpenStreetMap's pbf.
"""

from junheng.facts.layers.kept import Kept, digest, kept
from junheng.facts.layers.lines import Lines, UnreadableLayerError, read_lines

__all__ = ["Kept", "Lines", "UnreadableLayerError", "digest", "kept", "read_lines"]
