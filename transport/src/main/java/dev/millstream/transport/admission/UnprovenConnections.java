package dev.millstream.transport.admission;

import io.netty.channel.Channel;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The connections whose other side has proved nothing yet, oldest first. When there are too many,
 * the oldest has to go, so that thousands that say nothing don't keep out one that does: it has
 * proved itself long before as many others have come. Thread-safe.
 */
public final class UnprovenConnections {
    private final AdmissionLimits limits;

    /** With their addresses, in the order of arrival; guarded by this. */
    private final LinkedHashMap<Channel, String> waiting = new LinkedHashMap<>();

    /** How many there are from each address; guarded by this. */
    private final TreeMap<String, Integer> perAddress = new TreeMap<>();

    public UnprovenConnections(AdmissionLimits limits) {
        this.limits = limits;
    }

    /** How many there are. */
    public synchronized int count() {
        return waiting.size();
    }

    /**
     * One has come.
     *
     * @return the one that has to go for it, which is not counted any more
     */
    synchronized Optional<Channel> enter(Channel channel, String address) {
        waiting.put(channel, address);
        if (perAddress.merge(address, 1, Integer::sum) > limits.maxConnectionsPerAddress()) {
            return removeOldest(address);
        }
        if (waiting.size() > limits.maxConnections()) {
            return removeOldest(waiting.firstEntry().getValue());
        }
        return Optional.empty();
    }

    /** One has proved itself, or is gone. Idempotent. */
    synchronized void leave(Channel channel) {
        String address = waiting.remove(channel);
        if (address != null) {
            forget(address);
        }
    }

    private Optional<Channel> removeOldest(String address) {
        Iterator<Map.Entry<Channel, String>> entries = waiting.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<Channel, String> entry = entries.next();
            if (entry.getValue().equals(address)) {
                Channel oldest = entry.getKey();
                entries.remove();
                forget(address);
                return Optional.of(oldest);
            }
        }
        return Optional.empty();
    }

    private void forget(String address) {
        perAddress.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
    }
}
