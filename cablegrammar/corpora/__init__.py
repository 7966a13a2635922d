"""Corpora: many cables from files of several kinds into tables, over many processes, to be continued where a run ended.

 sources ──▶ layouts ──▶ running ──▶ tables ──▶ writing
 files       records     processes   rows       parts and the manifest

What pyarrow, fsspec, zstandard and duckdb do is imported when it is asked for: `extras.py` says what to install.
"""
