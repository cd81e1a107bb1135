"""`make looks`: every screen of real games on one contact sheet, with what people read and tap there. A tool, not a test."""
