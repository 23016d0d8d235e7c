"""An assessment in the browser: a class opens a page, types its seats, and sits it. Needs the extra `web`."""
