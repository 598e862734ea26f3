package dev.millstream.transport.handshake;

import dev.millstream.transport.identity.ProcessIdentity;

/**
 * Why two processes have no link. The text reads the same on both sides.
 *
 * @param cause what went wrong, for programs
 * @param text what went wrong and what to do, for people
 */
public record Refusal(RefusalCause cause, String text) {
    static Refusal version(int initiator, int acceptor) {
        return new Refusal(
                RefusalCause.VERSION,
                "the initiator speaks version "
                        + initiator
                        + " of the link protocol and the acceptor version "
                        + acceptor
                        + "; run the same release everywhere");
    }

    static Refusal clusterId(String initiator, String acceptor) {
        return new Refusal(
                RefusalCause.CLUSTER_ID,
                "the initiator belongs to cluster '"
                        + initiator
                        + "' and the acceptor to cluster '"
                        + acceptor
                        + "'; set the same cluster.id in both");
    }

    static Refusal token() {
        return new Refusal(
                RefusalCause.TOKEN,
                "the tokens of the two processes differ; give both the same token file"
                        + " (security.token-file)");
    }

    /** The text with what helps on this side alone. */
    public String textFor(ProcessIdentity own) {
        return cause == RefusalCause.TOKEN
                ? text + "; this process's token is from " + own.token().origin()
                : text;
    }
}
