"""The outermost layer: settings, the entry for servers, and the web addresses."""
