"""One cell of the table a line: JSON in, JSON out. Each client's file says how it produces and consumes."""

import json
import os
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


def pasted(text):
    """The settings in a program that somebody pasted."""
    program = {}
    exec(text, program)
    return program["settings"]


def kerberos_login(cell):
    """What a GSSAPI client has no option for: MIT Kerberos makes a ticket by the keys that it finds here."""
    os.environ["KRB5_CLIENT_KTNAME"] = cell["keytab"]
    os.environ["KRB5CCNAME"] = f"MEMORY:{cell['group']}"


def security_protocol(cell):
    return "SASL_SSL" if "ca" in cell else "SASL_PLAINTEXT"


def deadline(seconds=20):
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end
