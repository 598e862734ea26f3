package dev.millstream.platform.machine;

import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.LinkAcceptor;
import dev.millstream.platform.link.Listening;

/** An address at which a process of this JVM accepts links. */
record LocalListening(Address address, LocalNetwork owner, LinkAcceptor acceptor)
        implements Listening {
    @Override
    public void close() {
        owner.hub().unbind(this);
    }
}
