"""A day as a time grid: one view with its own layout and hit test, no widget per tile.

`geometry` says where tiles stand, `steps` where arrow keys lead, `tile_words` what tiles say,
`tile_painter` how they look, `grid_view` puts them together; `margins` are the hours at the left
and the rooms on top, which stay in sight.
"""
