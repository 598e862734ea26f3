package dev.millstream.core.fs;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a file or folder. Relative ones are resolved by the process that opens them.
 *
 * @param path separated by {@code /}; also as {@code file:///folder/file}, or {@code
 *     file://host/folder/file} for what every TaskManager can read, but those on that host best
 */
public record Path(String path) implements Serializable, Comparable<Path> {
    private static final Pattern URI = Pattern.compile("([a-zA-Z][\\w+.-]*):(//([^/]*))?(/.*)");

    /**
     * Checks the scheme, if there is one.
     *
     * @throws IllegalArgumentException if it isn't {@code file}, or the path is empty
     */
    public Path {
        Matcher uri = URI.matcher(path);
        if (uri.matches() && !uri.group(1).equalsIgnoreCase("file")) {
            throw new IllegalArgumentException(
                    "There is no file system for "
                            + uri.group(1)
                            + ": in '"
                            + path
                            + "'. Name a plain path, or one that begins with file:");
        }
        if (path.isEmpty()) {
            throw new IllegalArgumentException("A path must have at least one character");
        }
    }

    /** A child of a folder. */
    public Path(Path parent, String child) {
        this(parent.path + "/" + child);
    }

    /** The path as text, without scheme and host. */
    public String getPath() {
        Matcher uri = URI.matcher(path);
        return uri.matches() ? uri.group(4) : path;
    }

    /** The host that it names; empty for the one that opens it. Ours. */
    public Optional<String> getHost() {
        Matcher uri = URI.matcher(path);
        return uri.matches()
                ? Optional.ofNullable(uri.group(3))
                        .filter(host -> !host.isEmpty() && !host.equals("localhost"))
                : Optional.empty();
    }

    /** The last part of the path. */
    public String getName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public int compareTo(Path other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }
}
