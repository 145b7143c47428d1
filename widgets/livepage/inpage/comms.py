"""The bridge between ipywidgets and the page: every message goes out as JSON text with its buffers."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import comm
from comm.base_comm import BaseComm, CommManager

_manager = CommManager()
_send: Callable[[str, list[Any]], None] = lambda text, buffers: None  # noqa: E731


class PageComm(BaseComm):
    """A comm whose other end is a model in the page."""

    def publish_msg(
        self, msg_type: str, data: Any = None, metadata: Any = None, buffers: Any = None, **keys: Any
    ) -> None:
        """Send one message out."""
        message = {
            "type": msg_type,
            "comm_id": self.comm_id,
            "data": data,
            "metadata": metadata,
            "target_name": keys.get("target_name"),
        }
        _send(json.dumps(message), [bytes(buffer) for buffer in buffers or []])


def connect(send: Callable[[str, list[Any]], None]) -> None:
    """Let ipywidgets speak through `send` from now on."""
    global _send
    _send = send
    # ipywidgets looks both up at every call: they are meant to be replaced.
    comm.create_comm = PageComm
    comm.get_comm_manager = lambda: _manager


def receive(message: dict[str, Any], buffers: list[memoryview]) -> None:
    """Hand a message to the widget that it is for; one that is gone hears nothing."""
    found = _manager.comms.get(message["comm_id"])
    if found is not None:
        content = {"comm_id": message["comm_id"], "data": message["data"]}
        found.handle_msg({"content": content, "buffers": buffers, "header": {}, "metadata": {}})
