package dev.millstream.cli.program;

import dev.millstream.cli.output.CommandException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Finds the program that a command names, and its main method. */
final class ProgramLoader {
    /**
     * An example is a resource of this folder, named as the example, which holds the name of its
     * class.
     */
    private static final String EXAMPLES = "META-INF/millstream/programs/";

    private ProgramLoader() {}

    static LoadedProgram load(ProgramReference reference) {
        return reference.looksLikeFile() ? fromJar(reference) : example(reference);
    }

    private static LoadedProgram example(ProgramReference reference) {
        ClassLoader loader = ProgramLoader.class.getClassLoader();
        try (InputStream resource = loader.getResourceAsStream(EXAMPLES + reference.nameOrJar())) {
            if (resource == null) {
                throw CommandException.usage(
                        "There is no example '"
                                + reference.nameOrJar()
                                + "', and no such file. Name an example (wordcount, for instance)"
                                + " or the path of a jar.");
            }
            String mainClass = new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
            return new LoadedProgram(
                    mainMethod(loader, mainClass, "the examples"),
                    loader,
                    Optional.empty(),
                    reference.arguments());
        } catch (IOException e) {
            throw CommandException.failed(
                    "The example " + reference.nameOrJar() + " can't be read: " + e, e);
        }
    }

    private static LoadedProgram fromJar(ProgramReference reference) {
        Path jar = Path.of(reference.nameOrJar()).toAbsolutePath();
        String shown = reference.nameOrJar();
        if (!Files.isReadable(jar) || Files.isDirectory(jar)) {
            String why = Files.exists(jar) ? "can't be read, or is a folder" : "does not exist";
            throw CommandException.usage(
                    "The jar "
                            + shown
                            + " "
                            + why
                            + ". Give the path of a jar file that you may read.");
        }
        String mainClass = reference.mainClass().orElseGet(() -> mainClassOf(jar, shown));
        URLClassLoader loader =
                new URLClassLoader(new URL[] {url(jar)}, ProgramLoader.class.getClassLoader());
        return new LoadedProgram(
                mainMethod(loader, mainClass, shown),
                loader,
                Optional.of(jar),
                reference.arguments());
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("A file's path is always a URL: " + jar, e);
        }
    }

    private static String mainClassOf(Path jar, String shown) {
        Manifest manifest;
        try (JarFile file = new JarFile(jar.toFile())) {
            manifest = file.getManifest();
        } catch (IOException e) {
            throw CommandException.usage(
                    "The file "
                            + shown
                            + " is not a readable jar: "
                            + e.getMessage()
                            + ". Build it again, or name another.");
        }
        String name =
                manifest == null
                        ? null
                        : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        if (name == null) {
            throw CommandException.usage(
                    "The jar "
                            + shown
                            + " names no main class in its manifest. Name it with -c CLASS, or add"
                            + " Main-Class to META-INF/MANIFEST.MF.");
        }
        return name.strip();
    }

    private static Method mainMethod(ClassLoader loader, String className, String where) {
        try {
            Class<?> type = Class.forName(className, false, loader);
            Method main = type.getMethod("main", String[].class);
            if (!Modifier.isStatic(main.getModifiers())) {
                throw new NoSuchMethodException(className);
            }
            main.setAccessible(true);
            return main;
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            throw CommandException.usage(
                    "The class "
                            + className
                            + " isn't in "
                            + where
                            + ". Check the spelling and the package of the class given with -c or"
                            + " in the jar's manifest.");
        } catch (NoSuchMethodException e) {
            throw CommandException.usage(
                    "The class "
                            + className
                            + " has no 'public static void main(String[])'. Name the class that has"
                            + " it with -c.");
        }
    }
}
