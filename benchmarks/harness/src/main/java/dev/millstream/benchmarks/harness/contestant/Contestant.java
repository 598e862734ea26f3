package dev.millstream.benchmarks.harness.contestant;

import java.util.Locale;

/**
 * An engine with one way to write the program.
 *
 * @param engine who
 * @param variant which way; the engine's processes know it
 */
public record Contestant(EngineKind engine, String variant) {
    /** As it is called in results. */
    public String name() {
        return engine.name().toLowerCase(Locale.ROOT) + " " + variant;
    }

    /** Whether it is the program that all results are compared with. */
    public boolean isOracle() {
        return engine == EngineKind.PLAIN && variant.equals("one");
    }

    /** Whether keys are texts, so that results differ from those of the others. */
    public boolean hasNamedKeys() {
        return variant.startsWith("string");
    }
}
