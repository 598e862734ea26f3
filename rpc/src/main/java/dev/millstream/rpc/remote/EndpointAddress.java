package dev.millstream.rpc.remote;

import dev.millstream.platform.link.Address;
import dev.millstream.rpc.error.EndpointNotFoundException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address in its parts, written {@code millstream://host:port/path}.
 *
 * @param process where its process listens
 * @param path from the guardian
 */
public record EndpointAddress(Address process, String path) {
    private static final String SCHEME = "millstream://";
    private static final Pattern FORM =
            Pattern.compile(SCHEME + "(?<host>.+):(?<port>[0-9]{1,5})/(?<path>[A-Za-z0-9_./-]+)");

    /**
     * Takes an address apart.
     *
     * @throws EndpointNotFoundException if it is none
     */
    public static EndpointAddress parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new EndpointNotFoundException(
                    "'" + text + "' is no address; one looks like " + SCHEME + "host:port/path");
        }
        Address process =
                new Address(matcher.group("host"), Integer.parseInt(matcher.group("port")));
        return new EndpointAddress(process, matcher.group("path"));
    }

    @Override
    public String toString() {
        return base(process) + "/" + path;
    }

    /** What the addresses of all endpoints of a process begin with. */
    public static String base(Address process) {
        return SCHEME + process;
    }
}
