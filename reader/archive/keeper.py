"""Where the process that keeps an archive up to date begins (see `indexer`).

Of pages that were never opened it tells the names before it loads what they are parsed with: the first screen is made
of them.
"""

from __future__ import annotations

import os
import sys


def serve(lang: str, names: str, *paths: str) -> None:
    """In the process: keep the archive of some paths until the reader is gone; with `names`, find names too."""
    from reader import i18n
    from reader.archive.cachefolder import ORDER, collection_folder
    from reader.archive.frames import send

    i18n.use(lang or None)
    if hasattr(os, "nice"):
        # Below the process of the screen.
        os.nice(5)
    try:
        found = None
        if not (collection_folder(paths) / ORDER).exists():
            from reader.archive.listing import in_lots, newest_first
            from reader.source.find import find

            found = find(paths)
            waiting = in_lots(newest_first(found.files))
            send(sys.stdout.buffer, {"kind": "listed", "waiting": waiting, "gone": [], "count": len(found.files)})
        from reader.archive.indexer import Indexer
        from reader.archive.workers import HUSH

        if HUSH is not None:
            import signal

            # Workers that are not ready for it must not end by it: they begin with what is ignored here.
            signal.signal(HUSH, signal.SIG_IGN)

        Indexer(paths, lang, names=bool(names), found=found).run()
    except BrokenPipeError:
        # Who read has gone.
        pass
    finally:
        # Threads that wait and workers must not hold it up.
        os._exit(0)
