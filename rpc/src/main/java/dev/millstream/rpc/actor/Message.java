package dev.millstream.rpc.actor;

import dev.millstream.rpc.error.RpcException;
import java.util.Optional;

/** What can wait in a mailbox. */
interface Message {
    /**
     * Hands the message to a running endpoint, on its main thread.
     *
     * @return what the endpoint threw, which is a crash
     */
    Optional<Throwable> deliver(Incarnation life);

    /** The message will not be delivered. */
    void refuse(RpcException reason);
}
