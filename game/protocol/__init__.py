"""The wire: typed messages in and out and the codec with its limits; knows the engine's words, not the database."""
