package dev.millstream.rest.gate;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** The names, with the port, by which a server may be called. Immutable. */
public final class Hosts {
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");
    private static final int HTTP_PORT = 80;

    private final TreeSet<String> authorities = new TreeSet<>();
    private final String preferred;

    /**
     * Names of a server, besides those of this machine's loopback.
     *
     * @param names the first is the preferred one
     */
    public Hosts(List<String> names, int port) {
        for (String name : names) {
            add(name, port);
        }
        LOOPBACK.forEach(name -> add(name, port));
        preferred = (names.isEmpty() ? LOOPBACK.getFirst() : names.getFirst()) + ":" + port;
    }

    private void add(String name, int port) {
        String lower = name.toLowerCase(Locale.ROOT);
        authorities.add(lower + ":" + port);
        if (port == HTTP_PORT) {
            authorities.add(lower);
        }
    }

    /** Name and port, for people. */
    public String preferred() {
        return preferred;
    }

    /** Whether a Host header names this server. */
    public boolean isHost(String host) {
        return authorities.contains(host.toLowerCase(Locale.ROOT));
    }

    /** Whether an Origin header names this server. */
    public boolean isOrigin(String origin) {
        String scheme = "http://";
        return origin.startsWith(scheme) && isHost(origin.substring(scheme.length()));
    }
}
