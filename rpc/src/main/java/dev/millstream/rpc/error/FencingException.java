package dev.millstream.rpc.error;

import dev.millstream.rpc.fencing.Epoch;
import java.util.Optional;

/** A call bears another epoch than that of its receiver, and was not carried out. */
public final class FencingException extends RpcException {
    private static final long serialVersionUID = 1L;

    private final String address;
    private final Optional<Epoch> expected;
    private final Epoch actual;

    /**
     * Made by the receiver.
     *
     * @param expected the receiver's epoch; empty when it isn't fenced
     * @param actual the call's
     */
    public FencingException(String address, Optional<Epoch> expected, Epoch actual) {
        super(
                "The call bears epoch "
                        + actual
                        + ", but "
                        + address
                        + expected.map(epoch -> " has epoch " + epoch).orElse(" has none")
                        + "; look it up again");
        this.address = address;
        this.expected = expected;
        this.actual = actual;
    }

    /** The receiver's. */
    public String address() {
        return address;
    }

    /** That of the receiver; empty when it isn't fenced. */
    public Optional<Epoch> expected() {
        return expected;
    }

    /** That of the call. */
    public Epoch actual() {
        return actual;
    }
}
