"""The file of a net, as src/language/ru/syntax/read-net-file.ts reads it."""

import json
import struct

import numpy as np


def write_net_file(path, magic, header, arrays):
    """Magic of eight letters, length of a JSON header, the header with the places of the arrays, these at multiples of 8 bytes.

    Whole numbers of 8 and 32 bits stay so, everything else becomes float32.
    """
    arrays = {name: a if a.dtype in (np.int8, np.int32) else a.astype(np.float32) for name, a in arrays.items()}
    entries, at = [], 0
    for name, array in arrays.items():
        entries.append({"name": name, "type": str(array.dtype), "shape": list(array.shape), "start": at})
        at += (array.nbytes + 7) // 8 * 8
    text = json.dumps(header | {"arrays": entries}, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-(len(text) + 12) % 8)
    with open(path, "wb") as file:
        file.write(magic + struct.pack("<I", len(text)) + text)
        for array in arrays.values():
            file.write(array.tobytes() + b"\0" * (-array.nbytes % 8))


def hash_text(text):
    """FNV-1a over UTF-16 units as in src/language/hash-text.ts, signed."""
    value = 0x811C9DC5
    for unit in np.frombuffer(text.encode("utf-16-le"), dtype=np.uint16):
        value = ((value ^ int(unit)) * 0x01000193) & 0xFFFFFFFF
    value = value or 1
    return value - (1 << 32) if value >= 1 << 31 else value
