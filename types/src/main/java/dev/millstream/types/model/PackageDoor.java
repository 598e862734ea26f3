package dev.millstream.types.model;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/**
 * A way to define hidden classes in a package of another module, as that of a job's class loader
 * is: a look-up that came from outside may define ordinary classes there, and only a look-up of
 * such a class may define hidden ones. One small class a package and class loader, gone with the
 * loader.
 */
final class PackageDoor {
    private static final String NAME = "MillstreamDoor";
    private static final String METHOD = "open";
    private static final MethodType TYPE = MethodType.methodType(Lookup.class);

    private PackageDoor() {}

    /**
     * A look-up with all privileges in a class.
     *
     * @param outside one in the same class that can do what the class can but for that
     */
    static Lookup enter(Lookup outside) throws IllegalAccessException {
        Class<?> target = outside.lookupClass();
        Class<?> door = doorOf(target, outside);
        try {
            Lookup inside = (Lookup) outside.findStatic(door, METHOD, TYPE).invoke();
            return MethodHandles.privateLookupIn(target, inside);
        } catch (RuntimeException | Error | IllegalAccessException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("The door to " + target.getPackageName(), e);
        }
    }

    private static Class<?> doorOf(Class<?> target, Lookup outside) throws IllegalAccessException {
        String prefix = target.getPackageName().isEmpty() ? "" : target.getPackageName() + ".";
        String name = prefix + NAME;
        try {
            return find(name, target);
        } catch (ClassNotFoundException e) {
            return define(name, target, outside);
        }
    }

    private static Class<?> define(String name, Class<?> target, Lookup outside)
            throws IllegalAccessException {
        try {
            return outside.defineClass(classFile(name));
        } catch (LinkageError e) {
            // Another thread was faster.
            try {
                return find(name, target);
            } catch (ClassNotFoundException missing) {
                e.addSuppressed(missing);
                throw e;
            }
        }
    }

    // A parent's package of the same name has a door of its own.
    private static Class<?> find(String name, Class<?> target) throws ClassNotFoundException {
        Class<?> door = Class.forName(name, false, target.getClassLoader());
        if (door.getModule() != target.getModule()) {
            throw new ClassNotFoundException(name);
        }
        return door;
    }

    private static byte[] classFile(String name) {
        ClassDesc methodHandles = ConstantDescs.CD_MethodHandles;
        MethodTypeDesc type = MethodTypeDesc.of(ConstantDescs.CD_MethodHandles_Lookup);
        return ClassFile.of()
                .build(
                        ClassDesc.of(name),
                        builder ->
                                builder.withFlags(
                                                ClassFile.ACC_FINAL
                                                        | ClassFile.ACC_SUPER
                                                        | ClassFile.ACC_SYNTHETIC)
                                        .withMethodBody(
                                                METHOD,
                                                type,
                                                ClassFile.ACC_STATIC,
                                                code ->
                                                        code.invokestatic(
                                                                        methodHandles,
                                                                        "lookup",
                                                                        type)
                                                                .areturn()));
    }
}
