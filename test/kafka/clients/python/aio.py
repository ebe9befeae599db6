import asyncio
import logging
import ssl

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.abc import AbstractTokenProvider

from cells import deadline, kerberos_login, pasted, security_protocol, serve

# a refused login shows nowhere else
refusals = []


class Refusals(logging.Handler):
    def emit(self, record):
        text = record.getMessage()
        if "uthentication" in text:
            refusals.append(text)


logging.getLogger("aiokafka").addHandler(Refusals(logging.WARNING))
logging.getLogger("aiokafka").propagate = False


class Token(AbstractTokenProvider):
    def __init__(self, cell):
        self.cell = cell

    async def token(self):
        return self.cell["token"]

    def extensions(self):
        return self.cell["extensions"]


def settings(cell):
    if "settings" in cell:
        return pasted(cell["settings"]["aiokafka"])
    conf = {
        "bootstrap_servers": cell["bootstrap"],
        "security_protocol": security_protocol(cell),
        "sasl_mechanism": cell["mechanism"],
    }
    if "ca" in cell:
        conf["ssl_context"] = ssl.create_default_context(cafile=cell["ca"])
    if cell["mechanism"] == "GSSAPI":
        kerberos_login(cell)
    else:
        conf["sasl_oauth_token_provider"] = Token(cell)
    return conf


async def exchange(cell):
    producer = AIOKafkaProducer(**settings(cell))
    try:
        await producer.start()
        await asyncio.gather(*[await producer.send(cell["topic"], str(i).encode()) for i in range(cell["count"])])
    finally:
        await producer.stop()
    consumer = AIOKafkaConsumer(cell["topic"], **settings(cell), group_id=cell["group"], auto_offset_reset="earliest")
    await consumer.start()
    seen, over = 0, deadline()
    try:
        while seen < cell["count"] and not over():
            batches = await consumer.getmany(timeout_ms=500)
            seen += sum(len(records) for records in batches.values())
    finally:
        await consumer.stop()
    return seen


def client(cell):
    refusals.clear()
    try:
        return asyncio.run(exchange(cell))
    except Exception as error:
        if refusals:
            raise RuntimeError("; ".join(refusals)) from error
        raise


serve(client)
