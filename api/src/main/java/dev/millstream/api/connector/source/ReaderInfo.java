package dev.millstream.api.connector.source;

/**
 * A reader that is registered with its enumerator.
 *
 * @param subtaskId index of its subtask
 * @param location name of its host
 */
public record ReaderInfo(int subtaskId, String location) {
    /** Index of its subtask. */
    public int getSubtaskId() {
        return subtaskId;
    }

    /** Name of its host. */
    public String getLocation() {
        return location;
    }
}
