package dev.millstream.rest.server;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;

/**
 * What the HTTP server is to be like.
 *
 * @param bindAddress where it listens
 * @param port 0 for any
 * @param names by which clients may call it, besides this machine's loopback names
 * @param maxUploadBytes of a form with a file
 * @param uploadDirectory for such files, while they arrive; exists
 */
public record ServerSettings(
        InetAddress bindAddress,
        int port,
        List<String> names,
        long maxUploadBytes,
        Path uploadDirectory) {}
