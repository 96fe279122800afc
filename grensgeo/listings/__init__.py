"""Lists of single opportunities, such as internships and vacancies, without personal fields."""
