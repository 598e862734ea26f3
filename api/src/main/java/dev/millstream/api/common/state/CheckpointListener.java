package dev.millstream.api.common.state;

/** Told of the end of checkpoints. Called on the task's or the coordinator's thread. */
public interface CheckpointListener {
    /** The checkpoint is complete and durable. Not told of each one: a later one subsumes. */
    void notifyCheckpointComplete(long checkpointId) throws Exception;

    /** The checkpoint will never be complete. */
    default void notifyCheckpointAborted(long checkpointId) throws Exception {}
}
