package dev.millstream.cli.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A program that is ready to run.
 *
 * @param main its {@code main(String[])}
 * @param classLoader loads its classes
 * @param jar the jar that holds them; empty for an example, which is on the system's class path
 * @param arguments for main
 */
record LoadedProgram(
        Method main, ClassLoader classLoader, Optional<Path> jar, List<String> arguments)
        implements AutoCloseable {
    @Override
    public void close() {
        if (classLoader instanceof URLClassLoader own) {
            try {
                own.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The program's jar can't be closed", e);
            }
        }
    }
}
