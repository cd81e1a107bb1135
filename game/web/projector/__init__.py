"""The page that everybody in the room looks at."""
