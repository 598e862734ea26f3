package dev.millstream.simulation.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.protocol.dispatcher.DispatcherGateway;
import dev.millstream.rpc.error.AskTimeoutException;
import dev.millstream.rpc.trace.RpcTrace.RpcCall;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestsEndTest {
    private static final long LIMIT_NS = 1_000;

    private long nowNs;
    private final RequestsEnd invariant =
            new RequestsEnd(() -> nowNs, LIMIT_NS, List.of(DispatcherGateway.class));

    private static RpcCall call(String method) {
        return new RpcCall("client", "dispatcher", "DispatcherGateway", method, List.of());
    }

    @Test
    void shouldHoldWhenRequestsAreAnsweredOrFail() {
        RpcCall answered = call("listJobs");
        RpcCall failed = call("listJobs");
        invariant.called(answered);
        invariant.called(failed);
        invariant.answered(answered, List.of());
        invariant.failed(failed, new AskTimeoutException("no answer"));
        nowNs = 2 * LIMIT_NS;
        assertThat(invariant.violation(nowNs)).isEmpty();
        assertThat(invariant.violationAtRest()).isEmpty();
    }

    @Test
    void shouldFindARequestThatDoesNotEnd() {
        invariant.called(call("listJobs"));
        assertThat(invariant.violation(LIMIT_NS)).isEmpty();
        assertThat(invariant.violation(LIMIT_NS + 1))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("I12", "DispatcherGateway.listJobs"));
    }

    @Test
    void shouldLetALongPollTakeItsTimeButNotStayForEver() {
        RpcCall poll = call("requestJobResult");
        invariant.called(poll);
        assertThat(invariant.violation(100 * LIMIT_NS)).isEmpty();
        assertThat(invariant.violationAtRest()).isPresent();
    }

    @Test
    void shouldFindAnAnswerThatComesTwice() {
        RpcCall call = call("listJobs");
        invariant.called(call);
        invariant.answered(call, List.of());
        invariant.answered(call, List.of());
        assertThat(invariant.violation(0))
                .hasValueSatisfying(text -> assertThat(text).contains("answered twice"));
    }

    @Test
    void shouldFindAFailureWithoutAType() {
        RpcCall call = call("listJobs");
        invariant.called(call);
        invariant.failed(call, new IllegalStateException("a bug"));
        assertThat(invariant.violation(0))
                .hasValueSatisfying(text -> assertThat(text).contains("failed untyped"));
    }
}
