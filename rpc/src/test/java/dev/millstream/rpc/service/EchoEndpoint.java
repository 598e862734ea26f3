package dev.millstream.rpc.service;

import dev.millstream.rpc.endpoint.EndpointContext;
import dev.millstream.rpc.endpoint.RpcEndpoint;
import dev.millstream.rpc.error.MailboxFullException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Says what it was told. */
class EchoEndpoint extends RpcEndpoint implements EchoGateway {
    private final List<String> notes = new ArrayList<>();

    EchoEndpoint(EndpointContext context) {
        super(context);
    }

    @Override
    public CompletableFuture<Note> echo(Note note) {
        mainThread().assertCurrent();
        return CompletableFuture.completedFuture(note);
    }

    @Override
    public void note(String text) {
        if (text.equals("crash")) {
            throw new IllegalStateException("told to crash");
        }
        notes.add(text);
    }

    @Override
    public CompletableFuture<List<String>> notes() {
        return CompletableFuture.completedFuture(List.copyOf(notes));
    }

    @Override
    public CompletableFuture<String> never() {
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<String> longPoll() {
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<String> crash(String message) {
        throw new IllegalStateException(message);
    }

    @Override
    public CompletableFuture<String> refuse(String message, boolean typed) {
        return CompletableFuture.failedFuture(
                typed ? new MailboxFullException(message) : new ArithmeticException(message));
    }

    @Override
    public CompletableFuture<String> produce(int bytes) {
        return CompletableFuture.completedFuture("x".repeat(bytes));
    }

    @Override
    public CompletableFuture<Void> done(int number, long other) {
        return CompletableFuture.completedFuture(null);
    }
}
