package dev.millstream.transport.identity;

import java.util.Arrays;
import java.util.Optional;

/** What a process is in its cluster. */
public enum Role {
    JOB_MANAGER(1),
    TASK_MANAGER(2),
    CLIENT(3);

    private final int wireId;

    Role(int wireId) {
        this.wireId = wireId;
    }

    /** Stands for it in a handshake; never changes. */
    public int wireId() {
        return wireId;
    }

    /** Empty if no role has this id. */
    public static Optional<Role> ofWireId(int id) {
        return Arrays.stream(values()).filter(role -> role.wireId == id).findFirst();
    }
}
