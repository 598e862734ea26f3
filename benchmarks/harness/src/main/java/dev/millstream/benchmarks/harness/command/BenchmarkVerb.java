package dev.millstream.benchmarks.harness.command;

import dev.millstream.cli.output.Caller;
import dev.millstream.cli.verb.Verb;

/** Brings {@code millstream benchmark}. */
public final class BenchmarkVerb implements Verb {
    @Override
    public Object command(Caller caller) {
        return new BenchmarkCommand(caller);
    }
}
