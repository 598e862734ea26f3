package dev.millstream.jobmanager.blob;

import dev.millstream.rpc.error.RpcException;

/** A jar can't be stored or read. The message says why and what to do. */
public final class BlobException extends RpcException {
    private static final long serialVersionUID = 1L;

    public BlobException(String message) {
        super(message);
    }
}
