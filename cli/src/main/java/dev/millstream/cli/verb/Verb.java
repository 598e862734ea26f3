package dev.millstream.cli.verb;

import dev.millstream.cli.output.Caller;

/** A verb that another module brings. Found by {@link java.util.ServiceLoader}. */
public interface Verb {
    /**
     * The verb as a picocli command: annotated, with its name, and a {@link
     * java.util.concurrent.Callable} that returns the exit code.
     */
    Object command(Caller caller);
}
