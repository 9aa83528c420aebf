"""When something is due: dates, their parts, deadlines of cells and of prose."""
