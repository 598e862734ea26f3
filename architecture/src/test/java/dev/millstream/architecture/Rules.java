package dev.millstream.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rules of the house. Each returns its violations, one line each, sorted. */
final class Rules {
    /** The machine, reached behind the platform's back. */
    private static final Set<String> FORBIDDEN_CALLS =
            Set.of(
                    "java.lang.System.nanoTime",
                    "java.lang.System.currentTimeMillis",
                    "java.time.Instant.now",
                    "java.time.LocalDateTime.now",
                    "java.time.LocalDate.now",
                    "java.time.ZonedDateTime.now",
                    "java.time.Clock.systemUTC",
                    "java.time.Clock.systemDefaultZone",
                    "java.lang.Thread.sleep",
                    "java.lang.Thread.<init>",
                    "java.lang.Thread.ofVirtual",
                    "java.lang.Thread.ofPlatform",
                    "java.lang.Thread.startVirtualThread",
                    "java.lang.Math.random",
                    "java.util.UUID.randomUUID",
                    "java.util.Random.<init>",
                    "java.util.SplittableRandom.<init>",
                    "java.util.Collection.parallelStream",
                    "java.util.Collections.shuffle",
                    "java.util.concurrent.CompletableFuture.orTimeout",
                    "java.util.concurrent.CompletableFuture.completeOnTimeout",
                    "java.util.concurrent.CompletableFuture.delayedExecutor");

    private static final List<String> FORBIDDEN_CLASSES =
            List.of(
                    "java.util.concurrent.Executors",
                    "java.util.concurrent.ForkJoinPool",
                    "java.util.concurrent.ThreadLocalRandom",
                    "java.util.Timer",
                    "java.nio.file.Files",
                    "java.io.FileInputStream",
                    "java.io.FileOutputStream",
                    "java.io.RandomAccessFile",
                    "java.nio.channels.FileChannel",
                    "java.net.Socket",
                    "java.net.ServerSocket");

    private static final Set<String> UNORDERED =
            Set.of(
                    "java.util.HashMap",
                    "java.util.HashSet",
                    "java.util.IdentityHashMap",
                    "java.util.WeakHashMap",
                    "java.util.concurrent.ConcurrentHashMap",
                    "java.lang.ref.WeakReference",
                    "java.lang.ref.SoftReference");

    private static final Set<String> UNORDERED_CALLS =
            Set.of(
                    "java.util.Set.of",
                    "java.util.Set.copyOf",
                    "java.util.Map.of",
                    "java.util.Map.copyOf",
                    "java.util.Map.ofEntries",
                    "java.util.stream.Collectors.toSet",
                    "java.util.stream.Collectors.toUnmodifiableSet",
                    "java.util.stream.Collectors.toMap",
                    "java.util.stream.Collectors.toUnmodifiableMap",
                    "java.util.stream.Collectors.groupingBy",
                    "java.lang.System.identityHashCode",
                    "java.lang.Runtime.availableProcessors");

    /** Packages of others' libraries that one module alone imports. */
    private static final SortedMap<String, String> TECHNOLOGIES =
            new TreeMap<>(
                    Map.of(
                            "io.netty", "transport",
                            "io.javalin", "rest",
                            "org.eclipse.jetty", "rest",
                            "java.net.http", "client",
                            "picocli", "cli"));

    /** Modules that are the door to something outside, as {@code platform.machine} is. */
    private static final List<String> ADAPTERS = List.of("transport", "rest", "client");

    private static final List<String> VAGUE_NAMES =
            List.of("Util", "Utils", "Helper", "Impl", "NG");
    private static final List<String> VAGUE_PACKAGES =
            List.of("util", "utils", "impl", "common", "helper", "misc");

    private Rules() {}

    /** A module imports only from rows above its own. */
    static List<String> directions(JavaClasses classes) {
        return each(
                classes,
                type ->
                        House.moduleOf(type).stream()
                                .flatMap(module ->
                                        type.getDirectDependenciesFromSelf().stream()
                                                .filter(dependency ->
                                                        !mayImport(
                                                                module,
                                                                dependency.getTargetClass()))
                                                .map(Dependency::getDescription)));
    }

    private static boolean mayImport(House.Module from, JavaClass target) {
        Optional<House.Module> to = House.moduleOf(target);
        if (to.isEmpty()) {
            return true;
        }
        return House.MODULES.indexOf(to.get()) <= House.MODULES.indexOf(from)
                && !from.above().contains(to.get().name());
    }

    /** Every class of ours is in a package that some module owns. */
    static List<String> homeless(JavaClasses classes) {
        return each(
                classes,
                type ->
                        House.moduleOf(type).isPresent()
                                ? Stream.empty()
                                : Stream.of(type.getFullName() + " is in no module's packages"));
    }

    /**
     * No package is in a cycle. The public API counts as one package, since its layout is the
     * field's.
     */
    static List<String> cycles(JavaClasses classes) {
        SortedMap<String, SortedSet<String>> graph = new TreeMap<>();
        for (JavaClass type : classes) {
            SortedSet<String> targets = graph.computeIfAbsent(node(type), name -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith("dev.millstream")
                        && !node(target).equals(node(type))) {
                    targets.add(node(target));
                }
            }
        }
        return new PackageCycles(graph).find();
    }

    private static String node(JavaClass type) {
        return House.isPublicApi(type.getPackageName()) ? "the public API" : type.getPackageName();
    }

    /**
     * Below {@code cluster}, but for the adapters, everything that the machine decides comes
     * through {@code platform}.
     */
    static List<String> forbiddenCalls(JavaClasses classes) {
        return each(
                classes,
                type ->
                        isBelowCluster(type)
                                ? type.getAccessesFromSelf().stream()
                                        .filter(access -> isForbidden(access.getTarget()))
                                        .map(JavaAccess::getDescription)
                                : Stream.empty());
    }

    private static boolean isForbidden(AccessTarget target) {
        String owner = target.getOwner().getFullName();
        return FORBIDDEN_CALLS.contains(owner + "." + target.getName())
                || FORBIDDEN_CLASSES.contains(owner)
                || runsOnTheCommonPool(target);
    }

    /** CompletableFuture's methods that run on the common pool unless an executor is passed. */
    private static boolean runsOnTheCommonPool(AccessTarget target) {
        return target.getOwner().getFullName().startsWith("java.util.concurrent.Completable")
                && target.getName().endsWith("Async")
                && target instanceof AccessTarget.CodeUnitCallTarget call
                && call.getRawParameterTypes().stream()
                        .noneMatch(
                                type -> type.getFullName().equals("java.util.concurrent.Executor"));
    }

    /** Each technology has one module that imports it. */
    static List<String> technologies(JavaClasses classes) {
        return each(
                classes,
                type ->
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(dependency -> isForeign(type, dependency.getTargetClass()))
                                .map(Dependency::getDescription));
    }

    private static boolean isForeign(JavaClass from, JavaClass target) {
        String module = House.moduleOf(from).map(House.Module::name).orElse("");
        String name = target.getPackageName() + ".";
        return TECHNOLOGIES.entrySet().stream()
                .anyMatch(technology ->
                        name.startsWith(technology.getKey() + ".")
                                && !technology.getValue().equals(module));
    }

    private static boolean isBelowCluster(JavaClass type) {
        String name = type.getPackageName();
        Optional<House.Module> module = House.moduleOf(type);
        return module.isPresent()
                && !List.of("cluster", "cli", "examples", "simulation")
                        .contains(module.get().name())
                && !ADAPTERS.contains(module.get().name())
                && !name.startsWith("dev.millstream.platform.machine");
    }

    /** Packages that decide have no order that differs between two runs. */
    static List<String> unordered(JavaClasses classes) {
        return each(
                classes,
                type ->
                        decides(type)
                                ? Stream.concat(
                                        type.getDirectDependenciesFromSelf().stream()
                                                .filter(dependency ->
                                                        UNORDERED.contains(
                                                                dependency
                                                                        .getTargetClass()
                                                                        .getFullName()))
                                                .map(Dependency::getDescription),
                                        type.getAccessesFromSelf().stream()
                                                .filter(access ->
                                                        UNORDERED_CALLS.contains(
                                                                access.getTargetOwner()
                                                                                .getFullName()
                                                                        + "."
                                                                        + access.getName()))
                                                .map(JavaAccess::getDescription))
                                : Stream.empty());
    }

    private static boolean decides(JavaClass type) {
        return List.of(
                        "dev.millstream.jobmanager",
                        "dev.millstream.taskmanager",
                        "dev.millstream.graph",
                        "dev.millstream.rpc")
                .stream()
                .anyMatch(root -> type.getPackageName().startsWith(root));
    }

    /** Shared memory is for the few places that are made for it. */
    static List<String> sharedMemory(JavaClasses classes, List<String> allowedPackages) {
        return each(
                classes,
                type ->
                        allowedPackages.stream().anyMatch(type.getPackageName()::startsWith)
                                ? Stream.empty()
                                : Stream.concat(
                                        type.getFields().stream()
                                                .filter(field ->
                                                        field.getModifiers()
                                                                        .contains(
                                                                                JavaModifier
                                                                                        .VOLATILE)
                                                                || isConcurrent(field))
                                                .map(JavaField::getDescription),
                                        type.getMethods().stream()
                                                .filter(method ->
                                                        method.getModifiers()
                                                                .contains(
                                                                        JavaModifier.SYNCHRONIZED))
                                                .map(method -> method.getDescription())));
    }

    private static boolean isConcurrent(JavaField field) {
        String type = field.getRawType().getFullName();
        return type.startsWith("java.util.concurrent.atomic.")
                || type.startsWith("java.util.concurrent.locks.")
                || type.startsWith("java.util.concurrent.Concurrent")
                || type.equals("java.lang.invoke.VarHandle");
    }

    /** Names say what a thing is. */
    static List<String> vagueNames(JavaClasses classes) {
        return each(
                classes,
                type -> {
                    boolean vague = VAGUE_NAMES.stream().anyMatch(type.getSimpleName()::endsWith);
                    boolean vaguePackage =
                            !House.isPublicApi(type.getPackageName())
                                    && VAGUE_PACKAGES.contains(
                                            type.getPackageName().replaceAll(".*\\.", ""));
                    return vague || vaguePackage
                            ? Stream.of(type.getFullName() + " has a name that says nothing")
                            : Stream.empty();
                });
    }

    private static List<String> each(
            JavaClasses classes, Function<JavaClass, Stream<String>> violations) {
        List<String> found = new ArrayList<>();
        for (JavaClass type : classes) {
            violations.apply(type).forEach(found::add);
        }
        return found.stream().distinct().sorted().toList();
    }
}
