package dev.millstream.client.http;

import dev.millstream.configuration.Configuration;
import dev.millstream.protocol.rest.RestOptions;
import java.net.URI;
import java.net.URISyntaxException;

/** Where a cluster's REST interface is. */
public record RestAddress(String host, int port) {
    /** As configured; the host must be. */
    public static RestAddress of(Configuration configuration) {
        return new RestAddress(
                configuration.get(RestOptions.ADDRESS), configuration.get(RestOptions.PORT));
    }

    /**
     * The URI of a path there.
     *
     * @param query without the question mark, encoded already; empty for none
     */
    URI uri(String path, String query) {
        try {
            String encoded = new URI("http", null, host, port, path, null, null).toASCIIString();
            return URI.create(query.isEmpty() ? encoded : encoded + "?" + query);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "'"
                            + host
                            + "' is no host name or address; rest.address must name the"
                            + " JobManager's",
                    e);
        }
    }

    @Override
    public String toString() {
        return (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port;
    }
}
