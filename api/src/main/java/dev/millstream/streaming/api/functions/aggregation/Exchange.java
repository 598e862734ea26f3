package dev.millstream.streaming.api.functions.aggregation;

import dev.millstream.types.model.Lookups;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodHandles.Lookup.ClassOption;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * Generates, for one component of one class of records, what makes a copy with another value there:
 * a hidden class in the record's own nest, which the JIT inlines, and which goes when nobody refers
 * to it. By reflection it takes ten times as long.
 */
final class Exchange {
    private static final int OWNER = 1;
    private static final int VALUE = 2;
    private static final int RECORD = 3;
    private static final MethodTypeDesc APPLY =
            MethodTypeDesc.of(
                    ConstantDescs.CD_Object, ConstantDescs.CD_Object, ConstantDescs.CD_Object);

    private Exchange() {}

    /**
     * Takes a record and a value of the component's class, boxed.
     *
     * @param accessors of all components, in order
     * @param position of the component, from 0
     * @return empty if the class is in a package that isn't open, or the like
     */
    @SuppressWarnings("unchecked") // what is generated is of that type
    static Optional<BinaryOperator<Object>> of(
            Class<?> owner, List<Method> accessors, int position) {
        Lookup lookup = owner.isHidden() ? null : Lookups.definingWithin(owner).orElse(null);
        if (lookup == null) {
            return Optional.empty();
        }
        try {
            Lookup inside =
                    lookup.defineHiddenClass(
                            classFile(owner, accessors, position), true, ClassOption.NESTMATE);
            return Optional.of(
                    (BinaryOperator<Object>)
                            inside.findConstructor(
                                            inside.lookupClass(), MethodType.methodType(void.class))
                                    .invoke());
        } catch (LinkageError | IllegalAccessException refused) {
            return Optional.empty();
        } catch (Throwable wrong) {
            throw new IllegalStateException("The generated copier of " + owner, wrong);
        }
    }

    private static byte[] classFile(Class<?> owner, List<Method> accessors, int position) {
        return ClassFile.of()
                .build(
                        ClassDesc.of(owner.getName() + "$Exchange"),
                        builder ->
                                builder.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
                                        .withInterfaceSymbols(desc(BinaryOperator.class))
                                        .withMethodBody(
                                                ConstantDescs.INIT_NAME,
                                                ConstantDescs.MTD_void,
                                                0,
                                                Exchange::constructor)
                                        .withMethodBody(
                                                "apply",
                                                APPLY,
                                                ClassFile.ACC_PUBLIC,
                                                code -> copy(code, owner, accessors, position)));
    }

    private static void constructor(CodeBuilder code) {
        code.aload(0)
                .invokespecial(
                        ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                .return_();
    }

    private static void copy(
            CodeBuilder code, Class<?> owner, List<Method> accessors, int position) {
        ClassDesc type = desc(owner);
        code.aload(OWNER).checkcast(type).astore(RECORD).new_(type).dup();
        ClassDesc[] components = new ClassDesc[accessors.size()];
        for (int i = 0; i < components.length; i++) {
            Method accessor = accessors.get(i);
            components[i] = desc(accessor.getReturnType());
            if (i == position) {
                code.aload(VALUE);
                unbox(code, accessor.getReturnType());
            } else {
                code.aload(RECORD)
                        .invokevirtual(type, accessor.getName(), MethodTypeDesc.of(components[i]));
            }
        }
        code.invokespecial(
                        type,
                        ConstantDescs.INIT_NAME,
                        MethodTypeDesc.of(ConstantDescs.CD_void, components))
                .areturn();
    }

    private static void unbox(CodeBuilder code, Class<?> type) {
        code.checkcast(desc(Field.boxed(type)));
        if (type.isPrimitive()) {
            code.invokevirtual(
                    desc(Field.boxed(type)),
                    type.getName() + "Value",
                    MethodTypeDesc.of(desc(type)));
        }
    }

    private static ClassDesc desc(Class<?> type) {
        return ClassDesc.ofDescriptor(type.descriptorString());
    }
}
