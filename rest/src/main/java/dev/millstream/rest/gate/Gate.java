package dev.millstream.rest.gate;

import dev.millstream.protocol.rest.Token;
import dev.millstream.rest.route.Permission;
import dev.millstream.rest.route.RestException;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests in, or not. Immutable.
 *
 * <p>The token proves who asks. Host and Origin keep out pages of other sites that a user's browser
 * has open: by a name that leads here (DNS rebinding), or by a request across sites.
 */
public final class Gate {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int MISDIRECTED = 421;

    private final Token token;
    private final Hosts hosts;

    /**
     * @param hosts by which this server may be called
     */
    public Gate(Token token, Hosts hosts) {
        this.token = token;
        this.hosts = hosts;
    }

    /**
     * Checks what every request must satisfy, whatever it asks for.
     *
     * @param host its header; null if there is none
     * @param origin its header; null if there is none, as browsers alone send it
     * @param fetchSite its header {@code Sec-Fetch-Site}; null if there is none
     * @throws RestException if it is to be refused
     */
    public void checkSite(
            @Nullable String host, @Nullable String origin, @Nullable String fetchSite) {
        if (host == null || !hosts.isHost(host)) {
            throw new RestException(
                    MISDIRECTED,
                    "This server is not called by the name in the Host header; use "
                            + hosts.preferred()
                            + " instead, or name it in rest.address");
        }
        boolean foreign = fetchSite != null && fetchSite.equals("cross-site");
        if (foreign || (origin != null && !hosts.isOrigin(origin))) {
            throw new RestException(
                    FORBIDDEN,
                    "Pages of other sites may not speak to this server; open http://"
                            + hosts.preferred()
                            + "/ instead");
        }
    }

    /**
     * Checks whether the caller may do what needs this permission.
     *
     * @param authorization its header; null if there is none
     * @throws RestException if it is to be refused
     */
    public void checkToken(@Nullable String authorization, Permission permission) {
        boolean allowed =
                switch (permission) {
                    case PAGE -> true;
                    case READ, CHANGE -> authorization != null && token.isProvedBy(authorization);
                };
        if (!allowed) {
            throw new RestException(
                    UNAUTHORIZED,
                    authorization == null
                            ? "The cluster's token is missing: send it in the header"
                                    + " 'Authorization: Bearer TOKEN'. It is in the file that"
                                    + " security.token-file names"
                            : "The token is not this cluster's; take the one from the file that"
                                    + " security.token-file names");
        }
    }
}
