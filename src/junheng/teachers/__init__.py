"""Teachers of the compulsory schools: rotation (交流轮岗), posts (编制), retirement, itinerant teaching, pay, talent.

Tables of text come in through ``read``, every fault of them with file, row and column; the engines are sub-packages:

    rotation        who goes where, so that backbone teachers, degrees and subjects are spread evenly (article 12)
    establishment   posts that schools need, have and fill, shared out anew; subjects that are short (articles 6, 13)
    ahead           who retires and arrives in the coming years, and which subjects will be short (article 6)
    itinerant       small schools that lack less than a whole teacher share one (article 6)
    pay             performance pay to the fen, and pay beside civil servants' (article 8)
    talent          studios, leading and backbone teachers, rural training beside their targets (article 7)
"""

from junheng.teachers.columns import Column, Table, tables, vocabulary
from junheng.teachers.faults import Fault, UnfitTablesError, no_file
from junheng.teachers.reading import Read, read

__all__ = ["Column", "Fault", "Read", "Table", "UnfitTablesError", "no_file", "read", "tables", "vocabulary"]
