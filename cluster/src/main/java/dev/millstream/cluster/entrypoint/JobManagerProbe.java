package dev.millstream.cluster.entrypoint;

import dev.millstream.cluster.standalone.ClusterException;
import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkListener;
import dev.millstream.platform.link.Network;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out before a TaskManager starts whether its JobManager will have it: with a wrong token, or
 * of another version, it would try in vain for ever.
 */
final class JobManagerProbe {
    private static final Logger LOG = LoggerFactory.getLogger(JobManagerProbe.class);
    private static final int CONNECT_TIMEOUT_MS = 2_000;
    private static final long PAUSE_MS = 250;

    private JobManagerProbe() {}

    /**
     * Returns once the JobManager has taken a link.
     *
     * @param patience how long nobody may listen there
     * @throws ClusterException if it refuses, or nobody listens there for too long
     */
    static void await(Network network, Address jobManager, Duration patience)
            throws ClusterException {
        awaitListener(jobManager, patience);
        Link link = Waits.get("The TaskManager", network.connect(jobManager, new Silent()));
        link.close("it was opened to see whether it can be");
    }

    private static void awaitListener(Address jobManager, Duration patience)
            throws ClusterException {
        long endNs = System.nanoTime() + patience.toNanos();
        for (int tries = 0; ; tries++) {
            try (Socket socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(jobManager.host(), jobManager.port()),
                        CONNECT_TIMEOUT_MS);
                return;
            } catch (IOException | IllegalArgumentException e) {
                if (System.nanoTime() >= endNs) {
                    throw new ClusterException(
                            "No JobManager can be reached at "
                                    + jobManager
                                    + " ("
                                    + e.getMessage()
                                    + "), for "
                                    + patience.toSeconds()
                                    + " s (taskmanager.registration.timeout). Start one with"
                                    + " 'millstream jobmanager', or say where it is with"
                                    + " -D jobmanager.rpc.address=... and"
                                    + " -D jobmanager.rpc.port=...",
                            e);
                }
                if (tries == 0) {
                    LOG.warn("Nobody listens at {} yet; waiting for the JobManager", jobManager);
                }
            }
            pause();
        }
    }

    private static void pause() throws ClusterException {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("The TaskManager was interrupted while it started.", e);
        }
    }

    private static final class Silent implements LinkListener {
        @Override
        public void received(Link link, ByteBuffer frame) {}

        @Override
        public void closed(Link link, String reason) {}
    }
}
