"""Pages of who leads: starting a workshop, the control panel, playing on paper, and the audit."""
