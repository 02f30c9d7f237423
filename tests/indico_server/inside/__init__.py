"""What runs under Indico's own Python, next to Indico itself: seeding and organisers' edits.

Uses Indico's own operations (create_contribution, schedule_contribution ...), as its web pages do.
"""
