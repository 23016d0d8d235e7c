"""Statistics of marks, as plain functions of plain numbers: agreement of raters, quality of items, service figures."""
