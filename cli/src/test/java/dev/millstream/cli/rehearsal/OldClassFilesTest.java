package dev.millstream.cli.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldClassFilesTest {
    private static final String TEXT = "some text";

    @TempDir private Path folder;

    @Test
    void shouldBringOldClassesUpToDateAndKeepWhatTheyDo() throws Exception {
        Path jar = jar(ClassFile.JAVA_5_VERSION);
        assertThat(OldClassFiles.update(jar)).isTrue();
        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(ClassFile.of().parse(bytes(file, "Larger.class")).majorVersion())
                    .isGreaterThanOrEqualTo(ClassFile.JAVA_6_VERSION);
            assertThat(new String(bytes(file, "META-INF/text"), StandardCharsets.UTF_8))
                    .isEqualTo(TEXT);
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            var method = loader.loadClass("Larger").getMethod("of", int.class, int.class);
            assertThat(method.invoke(null, 3, 7)).isEqualTo(7);
            assertThat(method.invoke(null, 9, 7)).isEqualTo(9);
        }
    }

    @Test
    void shouldFindNothingLeftToDo() throws Exception {
        Path jar = jar(ClassFile.JAVA_5_VERSION);
        OldClassFiles.update(jar);
        assertThat(OldClassFiles.update(jar)).isFalse();
    }

    @Test
    void shouldLeaveOtherJarsAlone() throws Exception {
        Path jar = jar(ClassFile.latestMajorVersion());
        byte[] before = Files.readAllBytes(jar);
        assertThat(OldClassFiles.update(jar)).isFalse();
        assertThat(Files.readAllBytes(jar)).isEqualTo(before);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(jar);
        }
    }

    /** With a class whose method branches: newer versions demand a stack map for that. */
    private Path jar(int version) throws IOException {
        byte[] type =
                ClassFile.of()
                        .build(
                                ClassDesc.of("Larger"),
                                built ->
                                        built.withVersion(version, 0)
                                                .withFlags(ClassFile.ACC_PUBLIC)
                                                .withMethodBody(
                                                        "of",
                                                        MethodTypeDesc.of(
                                                                ConstantDescs.CD_int,
                                                                ConstantDescs.CD_int,
                                                                ConstantDescs.CD_int),
                                                        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                                                        code -> {
                                                            var second = code.newLabel();
                                                            code.iload(0)
                                                                    .iload(1)
                                                                    .if_icmplt(second)
                                                                    .iload(0)
                                                                    .ireturn()
                                                                    .labelBinding(second)
                                                                    .iload(1)
                                                                    .ireturn();
                                                        }));
        Path jar = folder.resolve("classes.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new JarEntry("META-INF/text"));
            entries.write(TEXT.getBytes(StandardCharsets.UTF_8));
            entries.putNextEntry(new JarEntry("Larger.class"));
            entries.write(type);
        }
        return jar;
    }

    private static byte[] bytes(JarFile jar, String entry) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getJarEntry(entry))) {
            return in.readAllBytes();
        }
    }
}
