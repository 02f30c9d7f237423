"""The series of editions: who came back, what carried over, and how to follow it from anywhere.

Pure functions over `domain.timetable.Programme` and `domain.edition.Edition`.
"""
