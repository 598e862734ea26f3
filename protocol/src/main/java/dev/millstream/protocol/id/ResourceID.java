package dev.millstream.protocol.id;

/**
 * Identity of a TaskManager process: new with each start.
 *
 * @param value chosen at random at the start, readable in logs
 */
public record ResourceID(String value) implements Comparable<ResourceID> {
    @Override
    public int compareTo(ResourceID other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
