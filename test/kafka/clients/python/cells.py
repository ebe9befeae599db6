"""One cell of the table a line: JSON in, JSON out. Each client's file says how it produces and consumes."""

import json
import sys
import time


def serve(client):
    for line in sys.stdin:
        cell = json.loads(line)
        try:
            answer = {"ok": True, "consumed": client(cell)}
        except BaseException as error:  # whatever a client raises is the answer
            answer = {"ok": False, "error": f"{type(error).__name__}: {error}"[:1000]}
        print(json.dumps(answer), flush=True)


def security_protocol(cell):
    return ("SASL_" if cell.get("mechanism") else "") + ("SSL" if cell.get("ca") else "PLAINTEXT")


def deadline(seconds=20):
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end
