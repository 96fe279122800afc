"""Times through a timetable, departure by departure; arrays in, arrays out."""
