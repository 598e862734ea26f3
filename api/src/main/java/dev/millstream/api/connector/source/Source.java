package dev.millstream.api.connector.source;

import dev.millstream.core.io.SimpleVersionedSerializer;

/**
 * A source: makes the enumerator, which runs in one coordinator task, and the readers, which run in
 * the source's subtasks.
 *
 * @param <T> records
 * @param <SplitT> splits
 * @param <EnumChkT> what an enumerator writes into a checkpoint
 */
public interface Source<T, SplitT extends SourceSplit, EnumChkT>
        extends SourceReaderFactory<T, SplitT> {
    /** Whether it ends. Asked in the client, too. */
    Boundedness getBoundedness();

    /** A new enumerator, for a job that starts from nothing. */
    SplitEnumerator<SplitT, EnumChkT> createEnumerator(SplitEnumeratorContext<SplitT> enumContext)
            throws Exception;

    /** A new enumerator that goes on from a checkpoint. */
    SplitEnumerator<SplitT, EnumChkT> restoreEnumerator(
            SplitEnumeratorContext<SplitT> enumContext, EnumChkT checkpoint) throws Exception;

    /** Writes splits, for their way to readers and into checkpoints. */
    SimpleVersionedSerializer<SplitT> getSplitSerializer();

    /** Writes what {@link SplitEnumerator#snapshotState} returns. */
    SimpleVersionedSerializer<EnumChkT> getEnumeratorCheckpointSerializer();
}
