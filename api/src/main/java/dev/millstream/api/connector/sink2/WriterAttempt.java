package dev.millstream.api.connector.sink2;

import java.util.Comparator;

/**
 * Which of the attempts to run a subtask a writer belongs to. Of two, the later one is the greater.
 *
 * @param leader number of the JobManager's leadership that started it
 * @param incarnation number of its JobMaster's restarts under that leader
 * @param number counts the attempts under that JobMaster
 */
public record WriterAttempt(long leader, int incarnation, int number)
        implements Comparable<WriterAttempt> {
    private static final Comparator<WriterAttempt> ORDER =
            Comparator.comparingLong(WriterAttempt::leader)
                    .thenComparingInt(WriterAttempt::incarnation)
                    .thenComparingInt(WriterAttempt::number);

    @Override
    public int compareTo(WriterAttempt other) {
        return ORDER.compare(this, other);
    }
}
