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
import org.jspecify.annotations.Nullable;

/** A network whose cable can be cut, so that frames vanish and nobody is told. */
public final class FaultyNetwork implements Network {
    private final Network network;
    private final List<Link> opened = new ArrayList<>();
    private final List<OwnEnd> ends = new ArrayList<>();
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

    /** As if all links that this process has opened had broken, and only it knew. */
    public void breakOwnEnds() {
        List.copyOf(ends).forEach(end -> end.breakHere("broken by the test"));
    }

    @Override
    public CompletableFuture<Link> connect(Address address, LinkListener listener) {
        if (cut) {
            return new CompletableFuture<>();
        }
        OwnEnd end = new OwnEnd(listener);
        ends.add(end);
        return network.connect(address, end)
                .thenApply(link -> {
                    opened.add(link);
                    return end.over(link);
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

    /** The end of a link that this process has opened. */
    private final class OwnEnd implements LinkListener {
        private final LinkListener listener;
        private @Nullable Link faulty;
        private boolean broken;

        OwnEnd(LinkListener listener) {
            this.listener = listener;
        }

        Link over(Link link) {
            Link made =
                    new Link() {
                        @Override
                        public String remote() {
                            return link.remote();
                        }

                        @Override
                        public void send(ByteBuffer frame) {
                            if (!cut && !broken) {
                                link.send(frame);
                            }
                        }

                        @Override
                        public void close(String reason) {
                            if (!broken) {
                                link.close(reason);
                            }
                        }
                    };
            faulty = made;
            return made;
        }

        void breakHere(String reason) {
            broken = true;
            if (faulty != null) {
                listener.closed(faulty, reason);
            }
        }

        @Override
        public void received(Link link, ByteBuffer frame) {
            if (!broken) {
                listener.received(link, frame);
            }
        }

        @Override
        public void closed(Link link, String reason) {
            if (!broken) {
                listener.closed(link, reason);
            }
        }
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
