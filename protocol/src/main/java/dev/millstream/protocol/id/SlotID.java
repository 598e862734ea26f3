package dev.millstream.protocol.id;

/**
 * Identity of a slot.
 *
 * @param taskManager whose it is
 * @param index from 0
 */
public record SlotID(ResourceID taskManager, int index) implements Comparable<SlotID> {
    @Override
    public int compareTo(SlotID other) {
        int first = taskManager.compareTo(other.taskManager);
        return first != 0 ? first : Integer.compare(index, other.index);
    }

    @Override
    public String toString() {
        return taskManager + "#" + index;
    }
}
