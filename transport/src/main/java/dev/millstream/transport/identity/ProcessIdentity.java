package dev.millstream.transport.identity;

import java.nio.charset.StandardCharsets;

/**
 * Who a process is.
 *
 * @param clusterId processes of different clusters refuse each other
 * @param role what it is there
 * @param token proves that it belongs there
 */
public record ProcessIdentity(String clusterId, Role role, ClusterToken token) {
    /** What fits a handshake. */
    private static final int MAX_CLUSTER_ID_BYTES = 200;

    public ProcessIdentity {
        int bytes = clusterId.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > MAX_CLUSTER_ID_BYTES) {
            throw new IllegalArgumentException(
                    "The cluster's id has "
                            + bytes
                            + " bytes; set cluster.id to a name of 1 to "
                            + MAX_CLUSTER_ID_BYTES);
        }
    }
}
