package ottla.test;

import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Utils;

/** Connects by every properties file that it is given, as Kafka's own tools do, and prints a line for each. */
public class PropertiesProbe {
    public static void main(String[] files) {
        for (String file : files) System.out.println(file + "\t" + outcome(file));
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static String outcome(String file) {
        try {
            Properties properties = Utils.loadProps(file);
            try (Admin admin = Admin.create(properties)) {
                admin.describeCluster().nodes().get(20, TimeUnit.SECONDS);
                return "connected";
            }
        } catch (ExecutionException e) {
            return e.getCause().toString();
        } catch (Exception e) {
            return e.getCause() == null ? e.toString() : e.getCause().toString();
        }
    }
}
