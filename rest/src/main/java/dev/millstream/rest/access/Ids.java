package dev.millstream.rest.access;

import dev.millstream.api.common.JobID;
import dev.millstream.rest.route.Request;
import dev.millstream.rest.route.RestException;
import java.util.Optional;

/** Reads what requests name. */
public final class Ids {
    private Ids() {}

    /** The job that the path names by {@code jobid}. */
    public static JobID job(Request request) {
        String text = request.pathParameter("jobid");
        try {
            return JobID.fromHexString(text);
        } catch (IllegalArgumentException e) {
            throw RestException.badRequest(
                    "The path names no job: a job id has 32 hexadecimal digits. GET /v1/jobs lists"
                            + " all jobs");
        }
    }

    /** A number behind the question mark. */
    public static long number(Request request, String name, long otherwise, long max) {
        Optional<String> text = request.query(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(text.get());
            if (value >= 0 && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number that is out of range
        }
        throw RestException.badRequest(
                "The parameter '" + name + "' must be a number from 0 to " + max);
    }
}
