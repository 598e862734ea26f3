package dev.millstream.types.composite;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.millstream.types.Serializer;
import dev.millstream.types.model.Lookups;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodHandles.Lookup.ClassOption;
import java.lang.invoke.MethodType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Generates the serializer of a class with fields: a hidden class in the class's own nest, which
 * reaches private classes and fields and goes when nobody refers to it. The serializers of the
 * fields are constants to the JIT (class data), so that it compiles a nested record into one piece
 * of code.
 */
final class SerializerGenerator {
    static final ClassDesc COMPOSITION = desc(Composition.class);
    static final ClassDesc SUPERCLASS = desc(CompositeSerializer.class);

    private static final MethodTypeDesc CONSTRUCTOR = MethodTypeDesc.of(CD_void, COMPOSITION);

    private SerializerGenerator() {}

    static ClassDesc desc(Class<?> type) {
        return ClassDesc.ofDescriptor(type.descriptorString());
    }

    /** Generates if the class can be reached from a class of its package, else makes do without. */
    static CompositeSerializer generate(Composition composition, List<Serializer<?>> parts) {
        CompositeSerializer generated = null;
        Class<?> type = composition.shape().type().raw();
        Lookup lookup = Lookups.definingWithin(type).orElse(null);
        if (lookup != null && Reachability.isGenerationPossible(composition)) {
            generated = define(composition, parts, lookup);
        }
        return generated != null ? generated : new ReflectiveSerializer(composition, parts);
    }

    // Null if the class's loader doesn't see the classes of this module, or other ones.
    private static @Nullable CompositeSerializer define(
            Composition composition, List<Serializer<?>> parts, Lookup lookup) {
        byte[] classFile = classFile(composition, parts, lookup.lookupClass());
        try {
            Lookup inside =
                    lookup.defineHiddenClassWithClassData(
                            classFile, parts, true, ClassOption.NESTMATE);
            if (!CompositeSerializer.class.isAssignableFrom(inside.lookupClass())) {
                return null;
            }
            return (CompositeSerializer)
                    inside.findConstructor(
                                    inside.lookupClass(),
                                    MethodType.methodType(void.class, Composition.class))
                            .invoke(composition);
        } catch (LinkageError e) {
            return null;
        } catch (Throwable e) {
            throw new IllegalStateException(
                    "The generated serializer of " + composition.className() + " is wrong", e);
        }
    }

    private static byte[] classFile(
            Composition composition, List<Serializer<?>> parts, Class<?> type) {
        ClassDesc self = ClassDesc.of(type.getName() + "$Serializer");
        return ClassFile.of()
                .build(
                        self,
                        builder -> {
                            builder.withSuperclass(SUPERCLASS);
                            builder.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
                            builder.withMethodBody(
                                    ConstantDescs.INIT_NAME,
                                    CONSTRUCTOR,
                                    0,
                                    code ->
                                            code.aload(0)
                                                    .aload(1)
                                                    .invokespecial(
                                                            SUPERCLASS,
                                                            ConstantDescs.INIT_NAME,
                                                            CONSTRUCTOR)
                                                    .return_());
                            builder.withMethodBody(
                                    "write",
                                    MethodTypeDesc.of(CD_void, CD_Object, Calls.OUTPUT),
                                    ClassFile.ACC_PUBLIC,
                                    code -> new WriteMethod(composition, code).generate());
                            builder.withMethodBody(
                                    "read",
                                    MethodTypeDesc.of(CD_Object, Calls.INPUT),
                                    ClassFile.ACC_PUBLIC,
                                    code -> new ReadMethod(composition, code).generate());
                            builder.withMethodBody(
                                    "readInto",
                                    ReadIntoMethod.TYPE,
                                    ClassFile.ACC_PUBLIC,
                                    code -> ReadIntoMethod.generate(self, code));
                            builder.withMethodBody(
                                    "copy",
                                    MethodTypeDesc.of(CD_Object, CD_Object),
                                    ClassFile.ACC_PUBLIC,
                                    code -> new CopyMethod(composition, parts, code).generate());
                        });
    }
}
