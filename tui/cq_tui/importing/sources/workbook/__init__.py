"""Workbooks as sheets of text cells: what a cell shows, whatever format it is kept in.

XLSX is read here and not by a library. Measured with 5,466 rows of 60 columns (1.7 MB, two processors, both busy):
openpyxl 7.4 s, python-calamine 0.3 s, ElementTree and the code here 1.3 s: 0.4 s to unpack and parse, for elements are
built in C and taken a piece at a time, the rest for what each cell shows. Of a cell python-calamine tells the value
alone: not the format that makes "US$3.5m" of 3.5, not what is hidden, not the formula whose value was not saved.
"""
