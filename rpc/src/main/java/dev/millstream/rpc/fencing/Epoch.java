package dev.millstream.rpc.fencing;

/**
 * The fencing token: which leader, and which incarnation of a component under that leader, a call
 * belongs to. Ordered; a call that bears an epoch other than its receiver's is refused.
 *
 * @param leader rises with each leader, and with each start of a lone JobManager
 * @param incarnation rises when a component is restarted by its supervisor under one leader
 */
public record Epoch(long leader, int incarnation) implements Comparable<Epoch> {
    @Override
    public int compareTo(Epoch other) {
        int first = Long.compare(leader, other.leader);
        return first != 0 ? first : Integer.compare(incarnation, other.incarnation);
    }

    @Override
    public String toString() {
        return leader + "." + incarnation;
    }
}
