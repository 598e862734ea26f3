package dev.millstream.engine.exchange;

/** Options of the data exchange. */
public final class ExchangeOptions {
    private ExchangeOptions() {}
}
