package dev.millstream.cli.program;

import dev.millstream.cli.output.CommandException;
import dev.millstream.cli.output.ExitCode;
import dev.millstream.cluster.classes.JarClassLoaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Finds the program that a command names, and its main method. */
final class ProgramLoader {
    private static final ClassLoader SYSTEM = ProgramLoader.class.getClassLoader();

    private ProgramLoader() {}

    /**
     * Loads an example or, where none has the name, a jar.
     *
     * @throws CommandException if it can't be found or has no main method
     */
    static LoadedProgram load(ProgramReference reference) {
        String name = reference.nameOrJar();
        Map<String, String> examples = Examples.mainClasses(SYSTEM);
        String example = examples.get(name);
        if (example != null) {
            return new LoadedProgram(
                    name,
                    mainMethod(SYSTEM, reference.mainClass().orElse(example), "the examples"),
                    SYSTEM,
                    Optional.empty(),
                    reference.arguments());
        }
        if (!name.endsWith(".jar") && !Files.exists(Path.of(name))) {
            throw CommandException.usage(
                    "There is neither an example nor a file named '"
                            + name
                            + "'. Give the path of a jar, or the name of an example: "
                            + String.join(", ", examples.keySet())
                            + ".");
        }
        return fromJar(reference);
    }

    private static LoadedProgram fromJar(ProgramReference reference) {
        String shown = reference.nameOrJar();
        Path jar = Path.of(shown).toAbsolutePath();
        Optional<String> fromManifest = manifestMainClass(jar, shown);
        String mainClass =
                reference
                        .mainClass()
                        .or(() -> fromManifest)
                        .orElseThrow(() ->
                                CommandException.usage(
                                        "The jar "
                                                + shown
                                                + " names no main class in its manifest. Name it"
                                                + " with -c CLASS, or add Main-Class to"
                                                + " META-INF/MANIFEST.MF."));
        URLClassLoader loader = loader(jar);
        try {
            return new LoadedProgram(
                    shown,
                    mainMethod(loader, mainClass, shown),
                    loader,
                    Optional.of(jar),
                    reference.arguments());
        } catch (CommandException e) {
            close(loader);
            throw e;
        }
    }

    private static Optional<String> manifestMainClass(Path jar, String shown) {
        if (!Files.exists(jar)) {
            throw CommandException.usage(
                    "The jar " + shown + " does not exist. Check its path, or build it first.");
        }
        if (!Files.isRegularFile(jar) || !Files.isReadable(jar)) {
            throw CommandException.usage(
                    "The jar "
                            + shown
                            + (Files.isDirectory(jar) ? " is a folder" : " can't be read")
                            + ". Give the path of a jar file that you may read.");
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            return Optional.ofNullable(manifest)
                    .map(it -> it.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS))
                    .map(String::strip);
        } catch (IOException e) {
            throw CommandException.of(
                    ExitCode.USAGE,
                    "The file "
                            + shown
                            + " is no jar ("
                            + e.getMessage()
                            + "). Build it again, or name another.",
                    e);
        }
    }

    private static URLClassLoader loader(Path jar) {
        try {
            return JarClassLoaders.over("program", List.of(jar.toString()), SYSTEM);
        } catch (IOException e) {
            throw new UncheckedIOException("The jar " + jar + " can't be opened", e);
        }
    }

    private static void close(URLClassLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The program's jar can't be closed", e);
        }
    }

    private static Method mainMethod(ClassLoader loader, String className, String where) {
        try {
            Method main = Class.forName(className, false, loader).getMethod("main", String[].class);
            if (!Modifier.isStatic(main.getModifiers())) {
                throw new NoSuchMethodException(className);
            }
            main.setAccessible(true);
            return main;
        } catch (ClassNotFoundException e) {
            throw CommandException.of(
                    ExitCode.USAGE,
                    "The class "
                            + className
                            + " isn't in "
                            + where
                            + ". Check the spelling and the package of the class given with -c or"
                            + " in the jar's manifest.",
                    e);
        } catch (NoSuchMethodException e) {
            throw CommandException.of(
                    ExitCode.USAGE,
                    "The class "
                            + className
                            + " in "
                            + where
                            + " has no 'public static void main(String[])'. Name the class that"
                            + " has it with -c CLASS.",
                    e);
        } catch (LinkageError e) {
            throw CommandException.of(
                    ExitCode.USAGE,
                    "The class "
                            + className
                            + " in "
                            + where
                            + " can't be loaded ("
                            + e
                            + "). Build it for Java "
                            + Runtime.version().feature()
                            + " or older, with all that it needs in the jar.",
                    e);
        }
    }
}
