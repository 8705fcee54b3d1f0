"""All routes of the site, and a world with an example for each part of their addresses."""
