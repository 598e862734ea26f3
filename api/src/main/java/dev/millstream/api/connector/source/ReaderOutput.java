package dev.millstream.api.connector.source;

/** Takes a reader's records. Outputs for splits keep their watermarks apart. */
public interface ReaderOutput<T> extends SourceOutput<T> {
    /** The output for a split; one is made at the first call for the id. */
    SourceOutput<T> createOutputForSplit(String splitId);

    /** The split is finished: its watermarks no longer count. */
    void releaseOutputForSplit(String splitId);
}
