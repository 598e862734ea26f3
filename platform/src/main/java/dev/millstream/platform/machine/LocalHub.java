package dev.millstream.platform.machine;

import dev.millstream.platform.lane.Lanes;
import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.LinkAcceptor;
import dev.millstream.platform.link.Listening;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What connects the {@link LocalNetwork}s of several processes that live in one JVM: a table of who
 * listens where. Thread-safe.
 */
public final class LocalHub {
    private static final int FIRST_FREE_PORT = 49_152;

    /** By address, as text; guarded by this. */
    private final TreeMap<String, LocalListening> listening = new TreeMap<>();

    /** Guarded by this. */
    private int nextPort = FIRST_FREE_PORT;

    /** The network of a process. Its calls to listeners come on lanes made here. */
    public LocalNetwork join(Lanes lanes) {
        return new LocalNetwork(this, lanes);
    }

    /** Empty when somebody listens there already. */
    synchronized Optional<Listening> bind(
            Address wanted, LocalNetwork owner, LinkAcceptor acceptor) {
        Address address = wanted.port() == 0 ? new Address(wanted.host(), nextPort++) : wanted;
        LocalListening made = new LocalListening(address, owner, acceptor);
        return listening.putIfAbsent(address.toString(), made) == null
                ? Optional.of(made)
                : Optional.empty();
    }

    synchronized Optional<LocalListening> at(Address address) {
        return Optional.ofNullable(listening.get(address.toString()));
    }

    synchronized void unbind(LocalListening ended) {
        listening.remove(ended.address().toString(), ended);
    }

    /** A process has ended: it listens nowhere any more. */
    synchronized void unbindAll(LocalNetwork owner) {
        listening.values().removeIf(made -> made.owner() == owner);
    }
}
