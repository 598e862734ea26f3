package dev.millstream.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The modules, bottom up, with the packages that each one owns; and where the sources are. */
final class House {
    /**
     * @param name its folder
     * @param packages roots of its packages
     * @param above names of the modules above this row that it may not import although they come
     *     earlier
     */
    record Module(String name, List<String> packages, List<String> above) {
        boolean owns(JavaClass type) {
            String name = type.getPackageName();
            return packages.stream()
                    .anyMatch(root -> name.equals(root) || name.startsWith(root + "."));
        }
    }

    /** A module imports only from rows above its own, and not from those that it names. */
    static final List<Module> MODULES =
            List.of(
                    module(
                            "platform",
                            List.of("dev.millstream.platform", "dev.millstream.configuration")),
                    module("types", List.of("dev.millstream.types")),
                    module(
                            "api",
                            List.of(
                                    "dev.millstream.api",
                                    "dev.millstream.streaming",
                                    "dev.millstream.core",
                                    "dev.millstream.util",
                                    "dev.millstream.connector.datagen")),
                    module("graph", List.of("dev.millstream.graph")),
                    module("rpc", List.of("dev.millstream.rpc"), "api", "graph"),
                    module("protocol", List.of("dev.millstream.protocol")),
                    module(
                            "transport",
                            List.of("dev.millstream.transport"),
                            "api",
                            "graph",
                            "rpc",
                            "protocol"),
                    module("engine", List.of("dev.millstream.engine"), "transport"),
                    module(
                            "jobmanager",
                            List.of("dev.millstream.jobmanager"),
                            "transport",
                            "engine"),
                    module(
                            "taskmanager",
                            List.of("dev.millstream.taskmanager"),
                            "transport",
                            "jobmanager"),
                    module(
                            "connectors/files",
                            List.of("dev.millstream.connector.file"),
                            "graph",
                            "rpc",
                            "protocol",
                            "transport",
                            "engine",
                            "jobmanager",
                            "taskmanager"),
                    module(
                            "rest",
                            List.of("dev.millstream.rest"),
                            "transport",
                            "engine",
                            "jobmanager",
                            "taskmanager",
                            "connectors/files"),
                    module(
                            "client",
                            List.of("dev.millstream.client"),
                            "transport",
                            "engine",
                            "jobmanager",
                            "taskmanager",
                            "connectors/files",
                            "rest"),
                    module("cluster", List.of("dev.millstream.cluster"), "connectors/files"),
                    module("simulation", List.of("dev.millstream.simulation")),
                    module(
                            "examples",
                            List.of("dev.millstream.examples"),
                            "graph",
                            "rpc",
                            "protocol",
                            "transport",
                            "engine",
                            "jobmanager",
                            "taskmanager",
                            "rest",
                            "client",
                            "cluster",
                            "simulation"),
                    module("cli", List.of("dev.millstream.cli"), "simulation", "examples"));

    /**
     * Packages that mirror the layout of the field's API: named and grouped as their users expect.
     */
    static final List<String> PUBLIC_API =
            List.of(
                    "dev.millstream.api",
                    "dev.millstream.streaming",
                    "dev.millstream.core",
                    "dev.millstream.util",
                    "dev.millstream.connector",
                    "dev.millstream.configuration");

    private House() {}

    private static Module module(String name, List<String> packages, String... above) {
        return new Module(name, packages, List.of(above));
    }

    static Optional<Module> moduleOf(JavaClass type) {
        return MODULES.stream().filter(module -> module.owns(type)).findFirst();
    }

    static boolean isPublicApi(String packageName) {
        return PUBLIC_API.stream()
                .anyMatch(root -> packageName.equals(root) || packageName.startsWith(root + "."));
    }

    /** All production classes. */
    static JavaClasses production() {
        return Production.CLASSES;
    }

    /** Classes planted in these tests to show that a rule catches what it forbids. */
    static JavaClasses planted(Class<?>... types) {
        return new ClassFileImporter().importClasses(types);
    }

    /** The root of the source tree. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("architecture/pom.xml"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException("These tests run inside a source checkout only");
            }
            folder = parent;
        }
        return folder;
    }

    private static final class Production {
        static final JavaClasses CLASSES =
                new ClassFileImporter()
                        .withImportOption(location -> !location.contains("/test-classes/"))
                        .importPackages("dev.millstream");
    }
}
