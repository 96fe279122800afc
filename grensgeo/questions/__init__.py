"""Questions: a file each, of scenarios or a student, answered by a map, a table, a sentence."""

from grensgeo.questions.answer import Answer, answer_question
from grensgeo.questions.question_file import Question, read_question

__all__ = ["Answer", "Question", "answer_question", "read_question"]
