package dev.millstream.types.composite;

import dev.millstream.types.model.Property;
import java.lang.reflect.Modifier;
import java.util.Objects;

/** Whether a generated class in the place of a user's class can name all the classes it has to. */
final class Reachability {
    private Reachability() {}

    static boolean isGenerationPossible(Composition composition) {
        Class<?> owner = composition.shape().type().raw();
        if (owner.isHidden()) {
            return false;
        }
        for (Property property : composition.properties()) {
            if (!isReachable(property.erased(), owner)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isReachable(Class<?> type, Class<?> from) {
        if (type.isArray()) {
            return isReachable(type.getComponentType(), from);
        }
        // To the JVM a protected nested class is public, and a private one is the package's.
        boolean visible =
                Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers());
        boolean samePackage =
                Objects.equals(type.getClassLoader(), from.getClassLoader())
                        && type.getPackageName().equals(from.getPackageName());
        return !type.isHidden() && (visible || samePackage);
    }
}
