import logging

from kafka import KafkaConsumer, KafkaProducer
from kafka.net.sasl.oauth import AbstractTokenProvider

from cells import deadline, security_protocol, serve

# a refused login shows nowhere else
refusals = []


class Refusals(logging.Handler):
    def emit(self, record):
        text = record.getMessage()
        if "uthentication" in text:
            refusals.append(text)


logging.getLogger("kafka").addHandler(Refusals(logging.ERROR))


class Token(AbstractTokenProvider):
    def __init__(self, cell):
        self.cell = cell

    def token(self):
        return self.cell["token"]

    def extensions(self):
        return self.cell["extensions"]


def settings(cell):
    conf = {
        "bootstrap_servers": cell["bootstrap"],
        "security_protocol": security_protocol(cell),
        # it tries so long again, even with a password that was refused
        "bootstrap_timeout_ms": 6000,
    }
    if "ca" in cell:
        conf["ssl_cafile"] = cell["ca"]
    if "mechanism" in cell:
        conf["sasl_mechanism"] = cell["mechanism"]
    if cell.get("mechanism") == "OAUTHBEARER":
        conf["sasl_oauth_token_provider"] = Token(cell)
    elif "mechanism" in cell:
        conf["sasl_plain_username"] = cell["username"]
        conf["sasl_plain_password"] = cell["password"]
    return conf


def client(cell):
    refusals.clear()
    try:
        producer = KafkaProducer(**settings(cell))
    except Exception as error:
        raise RuntimeError("; ".join(refusals)) from error if refusals else error
    for i in range(cell["count"]):
        producer.send(cell["topic"], str(i).encode())
    producer.flush(20)
    producer.close()
    consumer = KafkaConsumer(
        cell["topic"], **settings(cell), group_id=cell["group"], auto_offset_reset="earliest", consumer_timeout_ms=500
    )
    seen, over = 0, deadline()
    while seen < cell["count"] and not over():
        seen += sum(1 for _ in consumer)
    consumer.close()
    return seen


serve(client)
