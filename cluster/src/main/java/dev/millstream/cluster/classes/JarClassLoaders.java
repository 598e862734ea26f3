package dev.millstream.cluster.classes;

import dev.millstream.taskmanager.classes.UserClassLoader;
import dev.millstream.taskmanager.classes.UserClassLoaders;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** Opens child-first class loaders over jars on this machine. Thread-safe. */
public final class JarClassLoaders implements UserClassLoaders {
    private final ClassLoader parent;

    /**
     * Opens loaders above a parent.
     *
     * @param parent of all loaders: that of the system
     */
    public JarClassLoaders(ClassLoader parent) {
        this.parent = parent;
    }

    @Override
    public UserClassLoader open(String name, List<String> jarPaths) throws IOException {
        URLClassLoader loader = over(name, jarPaths, parent);
        return new UserClassLoader(loader, loader::close);
    }

    /** A loader over jars, for a program's own process; to be closed by the caller. */
    public static URLClassLoader over(String name, List<String> jarPaths, ClassLoader parent)
            throws IOException {
        URL[] urls = new URL[jarPaths.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = Path.of(jarPaths.get(i)).toUri().toURL();
        }
        return new ChildFirstClassLoader(name, urls, parent);
    }
}
