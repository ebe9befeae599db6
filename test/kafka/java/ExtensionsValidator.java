package ottla.test;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerExtensionsValidatorCallback;
import org.apache.kafka.common.security.oauthbearer.internals.unsecured.OAuthBearerUnsecuredValidatorCallbackHandler;

/**
 * A broker's OAUTHBEARER handler with an opinion on extensions, as KIP-342 describes one.
 *
 * <p>Tokens are judged by Kafka's unsecured validator. Of the extensions, {@code traceId} is validated if it is
 * alphanumeric, {@code bad} is refused whatever its value, the user {@code strict} must send a {@code traceId}, and all
 * others are left alone: neither valid nor an error.
 */
public class ExtensionsValidator implements AuthenticateCallbackHandler {
    private final AuthenticateCallbackHandler tokens = new OAuthBearerUnsecuredValidatorCallbackHandler();

    @Override
    public void configure(Map<String, ?> configs, String mechanism, List<AppConfigurationEntry> entries) {
        tokens.configure(configs, mechanism, entries);
    }

    @Override
    public void handle(Callback[] callbacks) throws IOException, UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof OAuthBearerExtensionsValidatorCallback) {
                judge((OAuthBearerExtensionsValidatorCallback) callback);
            } else {
                tokens.handle(new Callback[] {callback});
            }
        }
    }

    private static void judge(OAuthBearerExtensionsValidatorCallback callback) {
        Map<String, String> sent = callback.inputExtensions().map();
        String traceId = sent.get("traceId");
        if (traceId == null) {
            if (callback.token().principalName().equals("strict")) callback.error("traceId", "is missing");
        } else if (traceId.chars().allMatch(Character::isLetterOrDigit)) {
            callback.valid("traceId");
        } else {
            callback.error("traceId", "must be alphanumeric");
        }
        if (sent.containsKey("bad")) callback.error("bad", "is not allowed");
    }

    @Override
    public void close() {
        tokens.close();
    }
}
