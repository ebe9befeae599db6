from confluent_kafka import Consumer, KafkaError, KafkaException, Producer

from cells import deadline, security_protocol, serve


def settings(cell, refusals):
    conf = {
        "error_cb": lambda error: refusals.append(error) if error.code() == KafkaError._AUTHENTICATION else None,
        "log_level": 0,
    }
    if "settings" in cell:
        return conf | cell["settings"]["librdkafka"]
    conf |= {
        "bootstrap.servers": cell["bootstrap"],
        "security.protocol": security_protocol(cell),
        "sasl.mechanism": cell["mechanism"],
        # name, extensions and end belong to the token
        "oauth_cb": lambda _: (cell["token"], cell["expires"], cell["username"], cell["extensions"]),
    }
    if "ca" in cell:
        conf["ssl.ca.location"] = cell["ca"]
    return conf


def connected(client, refusals):
    """Its errors come beside the calls, which only time out."""
    over = deadline()
    while not over():
        try:
            client.list_topics(timeout=0.5)
            return
        except KafkaException:
            client.poll(0)
            if refusals:
                raise KafkaException(refusals[0])
    raise TimeoutError("no connection")


def client(cell):
    refusals = []
    producer = Producer({**settings(cell, refusals), "linger.ms": 5})
    connected(producer, refusals)
    for i in range(cell["count"]):
        producer.produce(cell["topic"], str(i).encode())
    if producer.flush(20) > 0:
        raise TimeoutError("not all records were produced")
    consumer = Consumer({**settings(cell, refusals), "group.id": cell["group"], "auto.offset.reset": "earliest"})
    consumer.subscribe([cell["topic"]])
    seen, over = 0, deadline()
    while seen < cell["count"] and not over():
        for message in consumer.consume(500, 0.5):
            if message.error():
                raise KafkaException(message.error())
            seen += 1
    consumer.close()
    return seen


serve(client)
