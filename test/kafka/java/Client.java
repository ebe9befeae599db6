package ottla.test;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Kafka's own Java clients, told by lines on standard input what to do, one line of answer each:
 *
 * <pre>
 * login FILE                  whether the admin client gets an answer
 * whoami FILE                 the principal that the broker sees, as the owner of a delegation token
 * produce FILE TOPIC COUNT    sends records "0", "1", …
 * consume FILE TOPIC COUNT    reads as many from the beginning, in a group of its own
 * </pre>
 */
public final class Client {
    public static void main(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) System.out.println(answer(line.split(" ")));
        System.exit(0);
    }

    private static String answer(String[] command) {
        try {
            Properties properties = new Properties();
            try (FileInputStream file = new FileInputStream(command[1])) {
                properties.load(file);
            }
            properties.putIfAbsent("request.timeout.ms", "8000");
            properties.putIfAbsent("default.api.timeout.ms", "9000");
            return "OK " + perform(command, properties);
        } catch (ExecutionException e) {
            return "FAIL " + oneLine(e.getCause());
        } catch (Exception e) {
            return "FAIL " + oneLine(e);
        }
    }

    private static String perform(String[] command, Properties properties) throws Exception {
        switch (command[0]) {
            case "login":
                try (Admin admin = Admin.create(properties)) {
                    return admin.describeCluster().clusterId().get();
                }
            case "whoami":
                try (Admin admin = Admin.create(properties)) {
                    return admin.createDelegationToken().delegationToken().get().tokenInfo().owner().toString();
                }
            case "produce":
                return produce(properties, command[2], Integer.parseInt(command[3]));
            case "consume":
                return consume(properties, command[2], Integer.parseInt(command[3]));
            default:
                throw new IllegalArgumentException(command[0]);
        }
    }

    private static String produce(Properties properties, String topic, int count) throws Exception {
        properties.put("max.block.ms", "9000");
        properties.put("delivery.timeout.ms", "9000");
        List<Future<?>> sent = new ArrayList<>();
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            // a refused login fails every single record, each after its own attempt: one tells enough
            producer.send(new ProducerRecord<>(topic, "0")).get();
            for (int i = 1; i < count; i++) sent.add(producer.send(new ProducerRecord<>(topic, Integer.toString(i))));
            producer.flush();
            for (Future<?> one : sent) one.get();
        }
        return Integer.toString(count);
    }

    private static String consume(Properties properties, String topic, int count) {
        properties.put("group.id", "java-" + System.nanoTime());
        properties.put("auto.offset.reset", "earliest");
        int seen = 0;
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            long deadline = System.currentTimeMillis() + 20_000;
            while (seen < count && System.currentTimeMillis() < deadline) {
                ConsumerRecords<String, String> records = consumer.poll(Duration.ofMillis(500));
                seen += records.count();
            }
        }
        return Integer.toString(seen);
    }

    private static String oneLine(Throwable thrown) {
        StringBuilder text = new StringBuilder(thrown.toString());
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) text.append(" by ").append(cause);
        return text.toString().replace('\n', ' ');
    }
}
