"""The living style page, only with DEBUG: every component, picture and screen, in every state, theme and size."""
