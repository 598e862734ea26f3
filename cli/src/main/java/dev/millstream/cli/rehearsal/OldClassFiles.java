package dev.millstream.cli.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Brings class files for Java 5 and before up to date. The JVM checks those by an old way, which is
 * slow, and keeps nothing of what it has learned about them. They do what they did: only their
 * version changes, and each method gets the stack maps that newer versions demand.
 */
final class OldClassFiles {
    /** The first version whose checks the JVM remembers. */
    private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;

    private static final int NEW_VERSION = ClassFile.JAVA_8_VERSION;
    private static final String SUFFIX = ".class";

    private final JarFile jar;
    private final ClassFile format;

    private OldClassFiles(JarFile jar) {
        this.jar = jar;
        this.format =
                ClassFile.of(
                        StackMapsOption.GENERATE_STACK_MAPS,
                        ConstantPoolSharingOption.NEW_POOL,
                        ClassHierarchyResolverOption.of(
                                ClassHierarchyResolver.ofResourceParsing(this::open)
                                        .orElse(ClassHierarchyResolver.defaultResolver())));
    }

    /**
     * Replaces a jar that begins with an old class file by one that has none; others stay as they
     * are. Whoever has the jar open keeps the old one.
     *
     * @return whether it was replaced
     */
    static boolean update(Path jar) throws IOException {
        Path updated = jar.resolveSibling(jar.getFileName() + ".new");
        try (JarFile file = new JarFile(jar.toFile())) {
            OldClassFiles classes = new OldClassFiles(file);
            if (!classes.areOld()) {
                return false;
            }
            try (OutputStream out = Files.newOutputStream(updated)) {
                classes.write(out);
            }
        }
        Files.move(
                updated, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private boolean areOld() throws IOException {
        Optional<JarEntry> first = jar.stream().filter(OldClassFiles::isClass).findFirst();
        return first.isPresent() && isOld(format.parse(bytes(first.get())));
    }

    private static boolean isClass(ZipEntry entry) {
        return entry.getName().endsWith(SUFFIX) && !entry.getName().startsWith("META-INF/");
    }

    private static boolean isOld(ClassModel model) {
        return model.majorVersion() < FIRST_WITH_STACK_MAPS;
    }

    private void write(OutputStream target) throws IOException {
        try (JarOutputStream out = new JarOutputStream(target)) {
            for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
                JarEntry entry = all.nextElement();
                ZipEntry written = new ZipEntry(entry.getName());
                written.setTime(entry.getTime());
                out.putNextEntry(written);
                byte[] bytes = bytes(entry);
                out.write(isClass(entry) ? updated(bytes) : bytes);
                out.closeEntry();
            }
        }
    }

    private byte[] updated(byte[] bytes) {
        ClassModel model = format.parse(bytes);
        return isOld(model) ? format.transformClass(model, OldClassFiles::copy) : bytes;
    }

    private static void copy(ClassBuilder target, ClassElement element) {
        switch (element) {
            case ClassFileVersion _ -> target.withVersion(NEW_VERSION, 0);
            case MethodModel method -> copy(target, method);
            default -> target.with(element);
        }
    }

    /** Writes each instruction anew, as otherwise no stack maps are made. */
    private static void copy(ClassBuilder target, MethodModel method) {
        target.transformMethod(
                method,
                (builder, element) -> {
                    if (element instanceof CodeModel code) {
                        builder.withCode(copy -> code.forEach(copy::with));
                    } else {
                        builder.with(element);
                    }
                });
    }

    private byte[] bytes(ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    /** The class file of a class in this jar. */
    private @Nullable InputStream open(ClassDesc type) {
        String descriptor = type.descriptorString();
        ZipEntry entry = jar.getEntry(descriptor.substring(1, descriptor.length() - 1) + SUFFIX);
        try {
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
