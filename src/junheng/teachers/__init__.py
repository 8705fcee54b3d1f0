"""Teachers of the compulsory schools: who rotates (交流轮岗), posts a school needs (编制), subjects that are short.

Tables of text come in through ``read``, every fault of them with file, row and column; the engines are sub-packages:

    rotation        who goes where, so that backbone teachers, degrees and subjects are spread evenly (article 12)
    establishment   posts that schools need, have and fill, shared out anew; subjects that are short (article 13)
"""

from junheng.teachers.columns import Column, Table, tables, vocabulary
from junheng.teachers.faults import Fault, UnfitTablesError, no_file
from junheng.teachers.reading import Read, read

__all__ = ["Column", "Fault", "Read", "Table", "UnfitTablesError", "no_file", "read", "tables", "vocabulary"]
