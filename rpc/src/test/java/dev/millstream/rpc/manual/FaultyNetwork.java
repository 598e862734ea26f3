package dev.millstream.rpc.manual;

import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkAcceptor;
import dev.millstream.platform.link.LinkListener;
import dev.millstream.platform.link.Listening;
import dev.millstream.platform.link.Network;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A network whose cable can be cut, so that frames vanish and nobody is told. */
public final class FaultyNetwork implements Network {
    private final Network network;
    private final List<Link> opened = new ArrayList<>();
    private final List<Listening> listening = new ArrayList<>();
    private boolean cut;

    FaultyNetwork(Network network) {
        this.network = network;
    }

    /** From now on nothing that this process sends arrives. */
    public void cut() {
        cut = true;
    }

    /** How many links this process has opened. */
    public int openedCount() {
        return opened.size();
    }

    /** Frees the addresses at which this process listens. */
    public void stopListening() {
        listening.forEach(Listening::close);
    }

    /** Breaks all links that this process has opened. */
    public void breakLinks() {
        List.copyOf(opened).forEach(link -> link.close("broken by the test"));
    }

    @Override
    public CompletableFuture<Link> connect(Address address, LinkListener listener) {
        if (cut) {
            return new CompletableFuture<>();
        }
        return network.connect(address, listener)
                .thenApply(link -> {
                    opened.add(link);
                    return new FaultyLink(link);
                });
    }

    @Override
    public CompletableFuture<Listening> listen(Address address, LinkAcceptor acceptor) {
        return network.listen(address, link -> acceptor.accepted(new FaultyLink(link)))
                .thenApply(made -> {
                    listening.add(made);
                    return made;
                });
    }

    private final class FaultyLink implements Link {
        private final Link link;

        FaultyLink(Link link) {
            this.link = link;
        }

        @Override
        public String remote() {
            return link.remote();
        }

        @Override
        public void send(ByteBuffer frame) {
            if (!cut) {
                link.send(frame);
            }
        }

        @Override
        public void close(String reason) {
            link.close(reason);
        }
    }
}
