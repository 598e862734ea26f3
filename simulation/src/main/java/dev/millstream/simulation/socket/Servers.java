package dev.millstream.simulation.socket;

import dev.millstream.platform.link.Address;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;

/** The servers of a world, by address. Each has an answer ready for each connection to come. */
public final class Servers {
    private final Map<String, Queue<ServedBytes>> byAddress = new TreeMap<>();

    /** The next connection to the address, after those planned before, gets these bytes. */
    public void plan(Address server, ServedBytes answer) {
        byAddress.computeIfAbsent(server.toString(), _ -> new ArrayDeque<>()).add(answer);
    }

    /** What a connection to the address gets; empty when it is refused. */
    Optional<ServedBytes> accept(Address server) {
        Queue<ServedBytes> planned = byAddress.get(server.toString());
        return planned == null ? Optional.empty() : Optional.ofNullable(planned.poll());
    }
}
