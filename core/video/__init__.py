"""Reading video exactly. Import from the modules: `core.video.source.open_video` and so on.

This file imports nothing, so that naming a ClipSpec does not load FFmpeg.
"""
