"""Documents: from frozen plain data and a template to canonical Markdown, and from that to HTML.

Owns Jinja and markdown-it. `renderer.render` and `html.to_html` are what the floor above calls.
"""
