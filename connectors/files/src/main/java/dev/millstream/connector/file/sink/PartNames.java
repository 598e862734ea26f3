package dev.millstream.connector.file.sink;

import dev.millstream.api.common.JobID;
import dev.millstream.api.connector.sink2.WriterAttempt;
import dev.millstream.api.connector.sink2.WriterInitContext;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of the files of one subtask: the same stem in all its attempts.
 *
 * @param stem says which job, sink and subtask
 * @param attempt whose files are written
 */
record PartNames(String stem, WriterAttempt attempt) {
    private static final String IN_PROGRESS = ".inprogress";
    private static final Pattern ATTEMPT =
            Pattern.compile("(\\d{1,18})\\.(\\d{1,9})\\.(\\d{1,9})-\\d+");

    static PartNames of(WriterInitContext context) {
        JobID job = context.getJobInfo().getJobId();
        // The job's id is random: any mixture with the sink's is as good as unique.
        long jobAndSink = job.upper() ^ job.lower() ^ mixed(context.operatorId());
        return new PartNames(
                "part-"
                        + HexFormat.of().toHexDigits(jobAndSink)
                        + "-"
                        + context.getTaskInfo().getIndexOfThisSubtask()
                        + "-",
                context.attempt());
    }

    private static long mixed(String text) {
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 0x9E37_79B9_7F4A_7C15L + text.charAt(i);
        }
        return hash;
    }

    /** The name of a complete file. */
    String complete(int number) {
        return stem
                + attempt.leader()
                + "."
                + attempt.incarnation()
                + "."
                + attempt.number()
                + "-"
                + number;
    }

    /** The name of a file that is being written. */
    String inProgress(int number) {
        return "." + complete(number) + IN_PROGRESS;
    }

    /** Which attempt of this subtask has written a file; empty for any other file. */
    Optional<WriterAttempt> attemptOf(String fileName) {
        String name = fileName;
        if (name.startsWith(".") && name.endsWith(IN_PROGRESS)) {
            name = name.substring(1, name.length() - IN_PROGRESS.length());
        }
        if (!name.startsWith(stem)) {
            return Optional.empty();
        }
        Matcher numbers = ATTEMPT.matcher(name.substring(stem.length()));
        return numbers.matches()
                ? Optional.of(
                        new WriterAttempt(
                                Long.parseLong(numbers.group(1)),
                                Integer.parseInt(numbers.group(2)),
                                Integer.parseInt(numbers.group(3))))
                : Optional.empty();
    }
}
