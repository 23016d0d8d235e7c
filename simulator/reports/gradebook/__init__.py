"""Marks as other programs read them: gradebooks of learning platforms, tables for spreadsheets and statistics."""
