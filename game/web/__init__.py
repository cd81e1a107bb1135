"""The web pages: thin HTTP views; what may be seen or done is decided below."""
