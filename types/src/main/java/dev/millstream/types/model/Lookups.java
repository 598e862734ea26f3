package dev.millstream.types.model;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.Optional;

/** Ways into classes of users, private ones as well. */
public final class Lookups {
    private Lookups() {}

    /**
     * A look-up that can do what the class itself can; empty if the class is in a module that
     * doesn't open its package.
     */
    public static Optional<Lookup> within(Class<?> type) {
        try {
            return Optional.of(MethodHandles.privateLookupIn(type, MethodHandles.lookup()));
        } catch (IllegalAccessException e) {
            return Optional.empty();
        }
    }

    /** One that can also define hidden classes there; empty as {@link #within}. */
    public static Optional<Lookup> definingWithin(Class<?> type) {
        Lookup lookup = within(type).orElse(null);
        if (lookup == null || lookup.hasFullPrivilegeAccess()) {
            return Optional.ofNullable(lookup);
        }
        try {
            return Optional.of(PackageDoor.enter(lookup));
        } catch (IllegalAccessException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads a property: {@code (Object) -> Object}.
     *
     * @throws IllegalAccessException if it is not accessible even so
     */
    public static MethodHandle getter(Class<?> owner, Property property)
            throws IllegalAccessException {
        return rawGetter(owner, property).asType(MethodType.methodType(Object.class, Object.class));
    }

    /**
     * Reads a property: its owner to its erased type.
     *
     * @throws IllegalAccessException if it is not accessible even so
     */
    public static MethodHandle rawGetter(Class<?> owner, Property property)
            throws IllegalAccessException {
        Lookup lookup = within(owner).orElse(MethodHandles.publicLookup());
        return switch (property.access()) {
            case Property.Access.Direct direct -> lookup.unreflectGetter(direct.field());
            case Property.Access.Methods methods -> lookup.unreflect(methods.getter());
            case Property.Access.Component component -> lookup.unreflect(component.accessor());
        };
    }
}
