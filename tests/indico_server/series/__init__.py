"""What the invented programmes of 2023 and 2024 hold: plain data, no Indico needed.

people.txt, talks.txt, topics.toml and cast.txt are written by hand; the modules put them together
into two programmes, always the same.
"""
