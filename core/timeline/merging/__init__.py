"""Two copies of a project that people worked on apart become one again. Pure: rows in, one Edit out.

Row by row, three ways: the base is what both last had in common, known from the two logs. What only THEIRS changed is
taken; what only MINE changed stays; what both changed alike is fine. Where both changed one row differently, MINE's row
stays as it is, the conflict is listed, and THEIRS' segment comes too, onto a track of its own named “NAME (merged)”
below the others: annotators see both lanes under each other, compare them like any two tracks, and delete the one they
do not want. The same goes for a segment that would overlap what excludes it, or whose track was deleted here.

Projects that have no common past are the same case with an empty base: videos are known by their content, labels by
their names, and all of their tracks come as tracks of their own.

A row that MINE once had exactly as THEIRS has it now is nothing new, whatever became of it here; so merging again
changes nothing more, and merging every week brings only what is new.
"""
