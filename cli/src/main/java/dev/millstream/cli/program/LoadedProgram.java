package dev.millstream.cli.program;

import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.PipelineExecutor;
import dev.millstream.streaming.api.environment.ProgramContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A program that is ready to run.
 *
 * @param name as the user has named it
 * @param main its {@code main(String[])}
 * @param classLoader loads its classes
 * @param jar the jar that holds them; empty for an example, which is on the system's class path
 * @param arguments for main
 */
record LoadedProgram(
        String name,
        Method main,
        ClassLoader classLoader,
        Optional<Path> jar,
        List<String> arguments)
        implements AutoCloseable {
    /**
     * Runs its main method, on the calling thread.
     *
     * @param executor executes what the program submits
     * @throws Throwable what main has thrown
     */
    void run(PipelineExecutor executor, Configuration configuration) throws Throwable {
        List<String> jars = jar.map(path -> List.of(path.toString())).orElse(List.of());
        Object strings = arguments.toArray(String[]::new);
        try {
            new ProgramContext(executor, configuration, classLoader, jars)
                    .run(() -> main.invoke(null, strings));
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    @Override
    public void close() {
        if (classLoader instanceof URLClassLoader own) {
            try {
                own.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The jar of " + name + " can't be closed", e);
            }
        }
    }
}
