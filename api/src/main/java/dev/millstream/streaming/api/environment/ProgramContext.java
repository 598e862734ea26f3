package dev.millstream.streaming.api.environment;

import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.PipelineExecutor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * What a program's environments are made of, when something else than the program starts it, such
 * as the command line.
 *
 * @param executor executes or merely looks at the programs
 * @param configuration what the program can override
 * @param userClassLoader loads the program's classes
 * @param jars paths of jars that hold these
 */
public record ProgramContext(
        PipelineExecutor executor,
        Configuration configuration,
        ClassLoader userClassLoader,
        List<String> jars) {
    /** Inherited by threads that the program starts. */
    private static final InheritableThreadLocal<ProgramContext> CURRENT =
            new InheritableThreadLocal<>();

    /** Keeps a copy of the list. */
    public ProgramContext {
        jars = List.copyOf(jars);
    }

    /**
     * Runs a program in this context, on the calling thread, with its class loader as the context
     * class loader.
     *
     * @param main the program
     * @return what it returns
     * @throws Exception what it throws
     */
    public <R> R run(Callable<R> main) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(userClassLoader);
        CURRENT.set(this);
        try {
            return main.call();
        } finally {
            CURRENT.remove();
            thread.setContextClassLoader(before);
        }
    }

    /** Empty when the program was started by itself. */
    static Optional<ProgramContext> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** A context for a program that was started by itself. */
    static ProgramContext local(Configuration configuration) {
        ClassLoader threads = Thread.currentThread().getContextClassLoader();
        ClassLoader classLoader = threads == null ? ProgramContext.class.getClassLoader() : threads;
        return new ProgramContext(
                new DiscoveredExecutor(classLoader), configuration, classLoader, List.of());
    }
}
