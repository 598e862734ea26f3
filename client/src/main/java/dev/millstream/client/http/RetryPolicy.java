package dev.millstream.client.http;

import java.time.Duration;

/**
 * What to do when a cluster that was reached before doesn't answer any more.
 *
 * @param maxAttempts how often it is asked in all, before it is given up
 * @param delay before each further attempt
 */
public record RetryPolicy(int maxAttempts, Duration delay) {}
