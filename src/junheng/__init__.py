"""junheng 均衡: from the workbooks schools fill in to the official verdict on each county, with its proof."""

__version__ = "0.1.0"
