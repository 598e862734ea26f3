package dev.millstream.simulation.link;

import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkAcceptor;
import dev.millstream.platform.link.LinkException;
import dev.millstream.platform.link.LinkListener;
import dev.millstream.platform.link.Listening;
import dev.millstream.platform.link.Network;
import dev.millstream.platform.mark.Marks;
import dev.millstream.simulation.scheduler.EventKind;
import dev.millstream.simulation.scheduler.Scheduler;
import java.util.concurrent.CompletableFuture;

/** The network as one process sees it. */
public final class SimulatedNetwork implements Network {
    private final Scheduler scheduler;
    private final Wire wire;
    private final LinkSettings settings;
    private final Marks marks;
    private final String process;
    private final String host;

    public SimulatedNetwork(
            Scheduler scheduler,
            Wire wire,
            LinkSettings settings,
            Marks marks,
            String process,
            String host) {
        this.scheduler = scheduler;
        this.wire = wire;
        this.settings = settings;
        this.marks = marks;
        this.process = process;
        this.host = host;
    }

    @Override
    public CompletableFuture<Link> connect(Address address, LinkListener listener) {
        scheduler.assertBaton();
        CompletableFuture<Link> result = new CompletableFuture<>();
        boolean lost =
                wire.losesConnect(address)
                        || wire.isCut(host, address.host())
                        || wire.isCut(address.host(), host);
        if (lost) {
            marks.sometimes("link.connect.lost");
            plan(
                    settings.connectTimeoutNs(),
                    address,
                    () -> fail(result, address, "no answer in time"));
        } else {
            plan(delayNs(), address, () -> arrive(address, listener, result));
        }
        return result;
    }

    private void arrive(Address address, LinkListener listener, CompletableFuture<Link> result) {
        LinkAcceptor acceptor = wire.acceptorAt(address);
        if (acceptor == null) {
            plan(delayNs(), address, () -> fail(result, address, "nobody listens there"));
            return;
        }
        Wire.Ends ends = wire.join(process, host, address);
        ends.near().listen(listener);
        ends.back().send(EventKind.CONNECT, 0, () -> result.complete(ends.near()));
        ends.far().listen(acceptor.accepted(ends.far()));
    }

    @Override
    public CompletableFuture<Listening> listen(Address address, LinkAcceptor acceptor) {
        scheduler.assertBaton();
        Address chosen =
                address.port() == 0 ? new Address(address.host(), wire.freePort()) : address;
        CompletableFuture<Listening> result = new CompletableFuture<>();
        plan(
                delayNs(),
                chosen,
                () -> {
                    if (!chosen.host().equals(host)) {
                        fail(result, chosen, "this host is " + host);
                    } else if (wire.bind(chosen, acceptor)) {
                        result.complete(new OpenPort(chosen));
                    } else {
                        fail(result, chosen, "the address is in use");
                    }
                });
        return result;
    }

    private final class OpenPort implements Listening {
        private final Address address;

        OpenPort(Address address) {
            this.address = address;
        }

        @Override
        public Address address() {
            return address;
        }

        @Override
        public void close() {
            scheduler.assertBaton();
            wire.release(address);
        }
    }

    private long delayNs() {
        return scheduler.random().between(1L, settings.maxLatencyNs());
    }

    private void plan(long delayNs, Address address, Runnable action) {
        scheduler.at(
                scheduler.nowNs() + delayNs, EventKind.CONNECT, process + ">" + address, action);
    }

    private static void fail(CompletableFuture<?> result, Address address, String why) {
        result.completeExceptionally(new LinkException("No link to or at " + address + ": " + why));
    }
}
