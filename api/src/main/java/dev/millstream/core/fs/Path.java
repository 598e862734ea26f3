package dev.millstream.core.fs;

import java.io.Serializable;

/**
 * Name of a file or folder. Relative ones are resolved by the process that opens them.
 *
 * @param path separated by {@code /}
 */
public record Path(String path) implements Serializable, Comparable<Path> {
    /** A child of a folder. */
    public Path(Path parent, String child) {
        this(parent.path + "/" + child);
    }

    /** The path as text. */
    public String getPath() {
        return path;
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
