"""Reports for people: built as documents from records, then drawn as one HTML file or as text."""
