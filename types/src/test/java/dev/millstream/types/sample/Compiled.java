package dev.millstream.types.sample;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Classes of the package {@code sample}, compiled from text, in a class loader of their own. */
public final class Compiled extends ClassLoader {
    private static final String HEADER =
            "package sample; import java.util.*; import java.math.*;"
                    + " import dev.millstream.types.RenamedFrom;"
                    + " import dev.millstream.types.WireId;";

    private final Map<String, ByteArrayOutputStream> classFiles = new HashMap<>();

    private Compiled() {
        super(Compiled.class.getClassLoader());
    }

    /** Compiles one source, with the names of parameters. */
    public static Compiled of(String source) {
        return compile(source, List.of("-parameters"));
    }

    /** Compiles one source as other languages' compilers do, without the names of parameters. */
    public static Compiled withoutNames(String source) {
        return compile(source, List.of());
    }

    private static Compiled compile(String source, List<String> moreOptions) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Compiled compiled = new Compiled();
        List<String> options = new ArrayList<>(List.of("-proc:none", "-nowarn", "-Xlint:none"));
        options.addAll(moreOptions);
        List<String> problems = new ArrayList<>();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, null)) {
            boolean done =
                    compiler.getTask(
                                    null,
                                    compiled.new Files(standard),
                                    problem -> problems.add(problem.toString()),
                                    options,
                                    null,
                                    List.of(new Source(HEADER + source)))
                            .call();
            if (!done) {
                throw new IllegalArgumentException(problems + " in " + source);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return compiled;
    }

    /** A class by its name within the package. */
    public Class<?> type(String name) {
        try {
            return loadClass("sample." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What a static method without parameters gives. */
    public Object call(String type, String method) {
        try {
            Method found = type(type).getDeclaredMethod(method);
            found.setAccessible(true);
            return found.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public java.io.InputStream getResourceAsStream(String name) {
        ByteArrayOutputStream bytes =
                classFiles.get(name.replace('/', '.').replaceAll("\\.class$", ""));
        return bytes == null
                ? super.getResourceAsStream(name)
                : new java.io.ByteArrayInputStream(bytes.toByteArray());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ByteArrayOutputStream bytes = classFiles.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes.toByteArray(), 0, bytes.size());
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///sample/Sample.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private final class Files extends ForwardingJavaFileManager<JavaFileManager> {
        Files(JavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(
                    URI.create("memory:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    classFiles.put(className, bytes);
                    return bytes;
                }
            };
        }
    }
}
