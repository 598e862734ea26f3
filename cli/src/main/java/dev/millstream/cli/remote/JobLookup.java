package dev.millstream.cli.remote;

import dev.millstream.cli.output.CommandException;
import java.util.List;
import java.util.Locale;

/** Finds the job that a user means. */
public final class JobLookup {
    private static final int ID_LENGTH = 32;

    private JobLookup() {}

    /**
     * A job's id.
     *
     * @param named the id, or a prefix of it that no other job's id has
     * @throws CommandException if there is no such job, or there are several
     */
    public static String find(RestCalls calls, String named) {
        String prefix = named.toLowerCase(Locale.ROOT);
        if (!prefix.matches("[0-9a-f]{1," + ID_LENGTH + "}")) {
            throw CommandException.usage(
                    "'"
                            + named
                            + "' is no job id, nor the beginning of one: an id has 32 hexadecimal"
                            + " digits. 'millstream list' shows all jobs.");
        }
        if (prefix.length() == ID_LENGTH) {
            return prefix;
        }
        List<String> found =
                Json.parse(calls.get("/jobs")).objects("jobs").stream()
                        .map(job -> job.text("id"))
                        .filter(id -> id.startsWith(prefix))
                        .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw CommandException.failed(
                found.isEmpty()
                        ? "No job's id begins with '"
                                + named
                                + "'. 'millstream list' shows all jobs."
                        : "The ids of "
                                + found.size()
                                + " jobs begin with '"
                                + named
                                + "': "
                                + String.join(", ", found)
                                + ". Give more digits.");
    }
}
