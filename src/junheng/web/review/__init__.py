"""Counties review, the city locks, corrections make new versions."""
