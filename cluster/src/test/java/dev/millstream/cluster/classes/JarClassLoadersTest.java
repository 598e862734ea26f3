package dev.millstream.cluster.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.cluster.TestJars;
import dev.millstream.streaming.api.operations.Operation;
import dev.millstream.taskmanager.classes.UserClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarClassLoadersTest {
    private final JarClassLoaders loaders = new JarClassLoaders(getClass().getClassLoader());

    @TempDir private Path directory;

    @Test
    void shouldPreferTheJarsClassesToTheSystems() throws Exception {
        Path jar =
                TestJars.compile(
                        directory,
                        Map.of(
                                "org.assertj.core.api.Assertions",
                                "package org.assertj.core.api; public class Assertions {"
                                        + " public String toString() { return \"own\"; } }"));
        UserClassLoader opened = loaders.open("job", List.of(jar.toString()));
        Object own =
                opened.loader()
                        .loadClass("org.assertj.core.api.Assertions")
                        .getConstructor()
                        .newInstance();
        assertThat(own).hasToString("own");
        opened.closing().close();
    }

    @Test
    void shouldTakeTheApiFromTheSystem() throws Exception {
        Path jar =
                TestJars.compile(
                        directory, Map.of("user.Job", "package user; public class Job {}"));
        UserClassLoader opened = loaders.open("job", List.of(jar.toString()));
        assertThat(opened.loader().loadClass(Operation.class.getName())).isSameAs(Operation.class);
        assertThat(opened.loader().loadClass("user.Job").getClassLoader())
                .isSameAs(opened.loader());
        assertThatThrownBy(() -> opened.loader().loadClass("user.Missing"))
                .isInstanceOf(ClassNotFoundException.class);
        opened.closing().close();
        assertThatThrownBy(() -> opened.loader().loadClass("user.Other"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void shouldFindTheJarsResourcesFirst() throws Exception {
        Path jar =
                TestJars.compile(
                        directory, Map.of("user.Job", "package user; public class Job {}"));
        UserClassLoader opened = loaders.open("job", List.of(jar.toString()));
        assertThat(opened.loader().getResource("user/Job.class").toString())
                .contains(jar.getFileName().toString());
        assertThat(opened.loader().getResource("org/junit/jupiter/api/Test.class")).isNotNull();
        opened.closing().close();
    }
}
