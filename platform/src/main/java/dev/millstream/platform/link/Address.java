package dev.millstream.platform.link;

/**
 * Where a process listens for links.
 *
 * @param host name or IP literal
 * @param port 0 means any free one when listening
 */
public record Address(String host, int port) {
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
