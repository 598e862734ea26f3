package dev.millstream.simulation.link;

import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.LinkAcceptor;
import dev.millstream.simulation.scheduler.Scheduler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What connects all hosts of a world: who listens where, which links are open, what is cut. */
public final class Wire {
    private static final int FIRST_FREE_PORT = 40_000;

    private final Scheduler scheduler;
    private final LinkSettings settings;
    private final Map<Address, LinkAcceptor> listening = new LinkedHashMap<>();
    private final List<Connection> open = new ArrayList<>();
    private final Set<Path> cuts = new LinkedHashSet<>();
    private final Set<Address> reliable = new LinkedHashSet<>();
    private int nextPort = FIRST_FREE_PORT;
    private int nextLink = 1;
    private int lostConnects;

    /** From one host to another. */
    private record Path(String from, String to) {}

    /** An open link, both ends, from the process that opened it to the one that accepted. */
    private record Connection(
            Path path,
            OpenLink name,
            Direction there,
            Direction back,
            SimulatedLink near,
            SimulatedLink far) {}

    /**
     * Says which link is meant.
     *
     * @param from the process that opened it
     * @param to where it listens
     */
    public record OpenLink(String from, Address to) {}

    public Wire(Scheduler scheduler, LinkSettings settings) {
        this.scheduler = scheduler;
        this.settings = settings;
    }

    /** Stops everything from one host to another, not the other way. Links stay open. */
    public void cut(String fromHost, String toHost) {
        cuts.add(new Path(fromHost, toHost));
        applyCuts();
    }

    /** Lets everything through again. */
    public void heal() {
        cuts.clear();
        applyCuts();
    }

    /**
     * Breaks a random open link.
     *
     * @param which only such a one
     * @return whether there was one
     */
    public boolean breakOne(Predicate<OpenLink> which, String reason) {
        return drawOpen(which)
                .map(connection -> {
                    connection.near().lose(reason);
                    connection.far().lose(reason);
                    return true;
                })
                .orElse(false);
    }

    /**
     * Makes a random open link half-open: one side learns that it broke, the other doesn't.
     *
     * @param which only such a one
     * @return whether there was one
     */
    public boolean halfOpenOne(Predicate<OpenLink> which, String reason) {
        return drawOpen(which)
                .map(connection -> {
                    boolean nearLearns = scheduler.random().chance(0.5);
                    (nearLearns ? connection.near() : connection.far()).lose(reason);
                    (nearLearns ? connection.there() : connection.back()).mute();
                    return true;
                })
                .orElse(false);
    }

    private Optional<Connection> drawOpen(Predicate<OpenLink> which) {
        List<Connection> candidates =
                open.stream().filter(connection -> which.test(connection.name())).toList();
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(scheduler.random().pick(candidates));
    }

    /** How many links are open, counting those that only one side believes in. */
    public int openLinks() {
        return open.size();
    }

    /** How many frames are under way. */
    public int underWay() {
        return open.stream().mapToInt(link -> link.there().size() + link.back().size()).sum();
    }

    /** Where someone listens. */
    public List<Address> listening() {
        return List.copyOf(listening.keySet());
    }

    boolean isCut(String fromHost, String toHost) {
        return cuts.contains(new Path(fromHost, toHost));
    }

    /** No attempt to open a link to there is lost, other than by a cut. */
    public void makeReliable(Address address) {
        reliable.add(address);
    }

    /** Whether an attempt to open a link gets no answer. */
    boolean losesConnect(Address to) {
        boolean lost =
                lostConnects < settings.maxLostConnects()
                        && !reliable.contains(to)
                        && scheduler.random().chance(settings.lostConnectChance());
        if (lost) {
            lostConnects++;
        }
        return lost;
    }

    int freePort() {
        return nextPort++;
    }

    /** Returns false if the address is taken. */
    boolean bind(Address address, LinkAcceptor acceptor) {
        return listening.putIfAbsent(address, acceptor) == null;
    }

    void release(Address address) {
        listening.remove(address);
    }

    @Nullable LinkAcceptor acceptorAt(Address address) {
        return listening.get(address);
    }

    /** Makes a link; the near end is the one that opened it. */
    Ends join(String from, String fromHost, Address address) {
        int number = nextLink++;
        String to = address.toString();
        Direction there = new Direction(scheduler, settings, name(from, to, number));
        Direction back = new Direction(scheduler, settings, name(to, from, number));
        OpenEnds count = new OpenEnds();
        SimulatedLink near = new SimulatedLink(scheduler, to, there, back, count::closed);
        SimulatedLink far = new SimulatedLink(scheduler, from, back, there, count::closed);
        near.connectTo(far);
        far.connectTo(near);
        Connection connection =
                new Connection(
                        new Path(fromHost, address.host()),
                        new OpenLink(from, address),
                        there,
                        back,
                        near,
                        far);
        count.onNone = () -> open.remove(connection);
        open.add(connection);
        return new Ends(near, far, back);
    }

    record Ends(SimulatedLink near, SimulatedLink far, Direction back) {}

    private static final class OpenEnds {
        private int left = 2;
        private Runnable onNone = () -> {};

        void closed() {
            left--;
            if (left == 0) {
                onNone.run();
            }
        }
    }

    private static String name(String from, String to, int number) {
        return from + ">" + to + "#" + number;
    }

    private void applyCuts() {
        for (Connection connection : open) {
            Path path = connection.path();
            connection.there().setCut(isCut(path.from(), path.to()));
            connection.back().setCut(isCut(path.to(), path.from()));
        }
    }
}
