"""Teachers beside rotation and posts: shared teachers (走教), performance pay (绩效工资), talent programmes (人才培养).

A *study* belongs to a county (talent programmes: to the city). Its tables are taken in whole or not at all, the numbers
that nobody knows are filled in with their source, a job works it out and the answer stays as it is: whoever wants
another one copies the study. Of pay, persons stand in rows of their own, encrypted, seen through one verb; the document
of a study, the store and the log know sums only.
"""
