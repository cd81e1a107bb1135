"""What goes home: the page that a group gets to keep, and the facilitator's export."""
