"""Which addresses this computer has, and which one people use; knows no database and no pages."""
