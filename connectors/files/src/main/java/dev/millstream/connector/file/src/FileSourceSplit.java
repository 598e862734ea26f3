package dev.millstream.connector.file.src;

import dev.millstream.api.connector.source.LocatableSourceSplit;
import java.util.List;

/**
 * A part of a file. Records that begin in it belong to it, even if they end behind it.
 *
 * @param splitId unique within the source
 * @param path of the file
 * @param offset of the first byte
 * @param length in bytes
 * @param hosts where it is local; empty for everywhere
 */
public record FileSourceSplit(
        String splitId, String path, long offset, long length, List<String> hosts)
        implements LocatableSourceSplit {
    public FileSourceSplit {
        hosts = List.copyOf(hosts);
    }
}
