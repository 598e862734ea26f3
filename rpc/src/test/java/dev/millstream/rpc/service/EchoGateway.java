package dev.millstream.rpc.service;

import dev.millstream.rpc.gateway.RpcGateway;
import dev.millstream.rpc.gateway.RpcMethod;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A gateway with a method of each kind. */
public interface EchoGateway extends RpcGateway {
    /** A value that is passed by reference or by bytes. */
    record Note(String text, List<Long> numbers) {}

    /** Answers with its argument. */
    @RpcMethod(1)
    CompletableFuture<Note> echo(Note note);

    /** Is remembered. */
    @RpcMethod(2)
    void note(String text);

    /** Answers with all that was remembered. */
    @RpcMethod(3)
    CompletableFuture<List<String>> notes();

    /** Never answers. */
    @RpcMethod(4)
    CompletableFuture<String> never();

    /** Never answers, and may. */
    @RpcMethod(value = 5, unbounded = true)
    CompletableFuture<String> longPoll();

    /** Throws. */
    @RpcMethod(6)
    CompletableFuture<String> crash(String message);

    /** Answers with a failed future. */
    @RpcMethod(7)
    CompletableFuture<String> refuse(String message, boolean typed);

    /** Answers with this many bytes. */
    @RpcMethod(8)
    CompletableFuture<String> produce(int bytes);

    /** Answers with nothing. */
    @RpcMethod(9)
    CompletableFuture<Void> done(int number, long other);
}
