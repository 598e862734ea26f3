package dev.millstream.cli.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The programs on the class path that can be named without a jar. */
final class Examples {
    /** Each holds names of programs with their main classes. */
    private static final String RESOURCE = "META-INF/millstream/programs.properties";

    private Examples() {}

    /** Main classes by the programs' names. */
    static Map<String, String> mainClasses(ClassLoader loader) {
        Map<String, String> classes = new TreeMap<>();
        try {
            for (URL resource : Collections.list(loader.getResources(RESOURCE))) {
                Properties programs = new Properties();
                try (InputStream in = resource.openStream()) {
                    programs.load(in);
                }
                programs.stringPropertyNames()
                        .forEach(name -> classes.put(name, programs.getProperty(name)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " can't be read", e);
        }
        return classes;
    }
}
