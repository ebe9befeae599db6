import logging

from kafka import KafkaConsumer, KafkaProducer
from kafka.net.sasl.oauth import AbstractTokenProvider

from cells import deadline, kerberos_login, pasted, security_protocol, serve

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
    # it tries so long again, even with a password that was refused
    patience = {"bootstrap_timeout_ms": 6000}
    if "settings" in cell:
        return pasted(cell["settings"]["kafkaPython"]) | patience
    conf = {
        "bootstrap_servers": cell["bootstrap"],
        "security_protocol": security_protocol(cell),
        "sasl_mechanism": cell["mechanism"],
    } | patience
    if "ca" in cell:
        conf["ssl_cafile"] = cell["ca"]
    if cell["mechanism"] == "GSSAPI":
        kerberos_login(cell)
        conf["sasl_kerberos_service_name"] = "kafka"
    else:
        conf["sasl_oauth_token_provider"] = Token(cell)
    return conf


def client(cell):
    refusals.clear()
    try:
        producer = KafkaProducer(**settings(cell))
    except Exception as error:
        if refusals:
            raise RuntimeError("; ".join(refusals)) from error
        raise
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
