package dev.millstream.rpc.planted;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

public final class ReachesTheMachine {
    public long clock() {
        return System.nanoTime();
    }

    public Thread thread() {
        return new Thread(() -> {});
    }

    public CompletableFuture<Void> commonPool() {
        return CompletableFuture.runAsync(() -> {});
    }

    public CompletableFuture<Void> hiddenTimer() {
        return new CompletableFuture<Void>().orTimeout(1, TimeUnit.SECONDS);
    }

    public String identity() {
        return java.util.UUID.randomUUID().toString();
    }

    public boolean file() {
        return java.nio.file.Files.exists(java.nio.file.Path.of("x"));
    }
}
