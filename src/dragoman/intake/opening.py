"""A stream whose first line can be looked at before it is read."""

from __future__ import annotations

import io
from typing import BinaryIO

from dragoman.errors import DragomanError

# As much of the beginning, in bytes, as tells what a file is.
_LOOK = 4096


class Opening:
    """A buffered stream from its beginning on. `first_line` is the first line that is not blank, or its beginning.

    `size` is the size of the file in bytes where it is known. Raises DragomanError if the stream is empty.
    """

    def __init__(self, stream: BinaryIO, size: int | None) -> None:
        head = line = b""
        while not line.strip() and len(head) < _LOOK and (line := stream.readline(_LOOK)):
            head += line
        if not head:
            raise DragomanError("it is empty; give a file that holds the text of a readout")
        self.first_line = line
        self._head = io.BytesIO(head)
        self._stream = stream
        self._size = size

    def readline(self, size: int, /) -> bytes:
        """At most `size` bytes of the next line, its end included; nothing at the end of the stream."""
        line = self._head.readline(size)
        if line.endswith(b"\n") or len(line) == size:
            return line
        return line + self._stream.readline(size - len(line))

    def whole(self, max_bytes: int) -> bytes:
        """All of the stream. Raises DragomanError, without reading it all, if that is more than `max_bytes`."""
        if self._size is None or self._size <= max_bytes:
            data = self._head.read(max_bytes + 1)
            data += self._stream.read(max_bytes + 1 - len(data))
            if len(data) <= max_bytes:
                return data
        raise DragomanError(
            f"it is larger than {max_bytes / 1e6:g} MB, the most that one text may have; split it, or write JSON Lines"
        )
