"""What people carry home: one file a format, ``to_x(lecture) -> bytes``, listed in ``exports``.

Every one of them is made from the same :class:`~graph.words.lecture.Lecture` and carries legend, references,
date, version and the disclaimer of the map.
"""
