package dev.millstream.transport.identity;

import java.util.Arrays;
import java.util.Optional;

/** What a link is opened for. A process accepts the links of all purposes on one port. */
public enum Purpose {
    /** Calls between components; jars travel in them too. */
    RPC(1),

    /** Records between tasks. */
    DATA(2);

    private final int wireId;

    Purpose(int wireId) {
        this.wireId = wireId;
    }

    /** Stands for it in a handshake; never changes. */
    public int wireId() {
        return wireId;
    }

    /** Whether a process of the one role may open such a link to one of the other. */
    public boolean admits(Role initiator, Role acceptor) {
        return switch (this) {
            case RPC ->
                    switch (acceptor) {
                        case JOB_MANAGER -> true;
                        case TASK_MANAGER -> initiator != Role.CLIENT;
                        case CLIENT -> false;
                    };
            case DATA -> initiator == Role.TASK_MANAGER && acceptor == Role.TASK_MANAGER;
        };
    }

    /** Empty if no purpose has this id. */
    public static Optional<Purpose> ofWireId(int id) {
        return Arrays.stream(values()).filter(purpose -> purpose.wireId == id).findFirst();
    }
}
