"""Questions: a file each, of scenarios or a student, answered by a map, a table, a sentence."""

from grensgeo.questions.answer import RegionAnswer, answer_question
from grensgeo.questions.question_file import RegionQuestion, read_question

__all__ = ["RegionAnswer", "RegionQuestion", "answer_question", "read_question"]
