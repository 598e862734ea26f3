package dev.millstream.engine.harness;

import dev.millstream.configuration.Configuration;
import dev.millstream.engine.exchange.ExchangeOptions;

/** Runs all programs of this module with batches of another size, by a system property. */
final class ExchangeExtremes {
    private static final String BATCH_RECORDS = "millstream.test.batch.records";

    private ExchangeExtremes() {}

    static void set(Configuration configuration) {
        Integer records = Integer.getInteger(BATCH_RECORDS);
        if (records != null) {
            configuration.set(ExchangeOptions.BATCH_RECORDS, records);
        }
    }
}
