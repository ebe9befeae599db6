package ottla.test;

import javax.security.sasl.SaslServer;
import org.apache.kafka.common.security.auth.AuthenticationContext;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.security.auth.SaslAuthenticationContext;
import org.apache.kafka.common.security.authenticator.DefaultKafkaPrincipalBuilder;

/**
 * Puts the validated extension {@code traceId} into the principal's name: {@code User:alice/123}.
 *
 * <p>It extends the default builder because a KRaft broker also wants its builder to serialise principals.
 */
public class TracingPrincipalBuilder extends DefaultKafkaPrincipalBuilder {
    public TracingPrincipalBuilder() {
        super(null, null);
    }

    @Override
    public KafkaPrincipal build(AuthenticationContext context) {
        if (!(context instanceof SaslAuthenticationContext)) return super.build(context);
        SaslServer server = ((SaslAuthenticationContext) context).server();
        Object traceId = server.getNegotiatedProperty("traceId");
        String name = server.getAuthorizationID() + (traceId == null ? "" : "/" + traceId);
        return new KafkaPrincipal(KafkaPrincipal.USER_TYPE, name);
    }
}
