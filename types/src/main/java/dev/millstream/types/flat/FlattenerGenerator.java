package dev.millstream.types.flat;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import dev.millstream.types.model.Lookups;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodHandles.Lookup.ClassOption;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;

/**
 * Generates the flattener of a class: a hidden class in that class's own nest, which reaches
 * private fields and goes with it.
 */
final class FlattenerGenerator {
    private static final ClassDesc SUPERCLASS = desc(Flattener.class);
    private static final ClassDesc CELLS = CD_long.arrayType();
    private static final ClassDesc FLOAT = desc(Float.class);
    private static final ClassDesc DOUBLE = desc(Double.class);
    private static final MethodTypeDesc CONSTRUCTOR = MethodTypeDesc.of(CD_void, CD_Class, CD_int);

    private final ClassDesc owner;
    private final boolean isRecord;
    private final List<Field> fields;

    private FlattenerGenerator(Class<?> type, List<Field> fields) {
        this.owner = desc(type);
        this.isRecord = type.isRecord();
        this.fields = fields;
    }

    private static ClassDesc desc(Class<?> type) {
        return ClassDesc.ofDescriptor(type.descriptorString());
    }

    static Optional<Flattener> generate(Class<?> type) {
        return FlatFields.of(type)
                .flatMap(fields ->
                        Lookups.definingWithin(type)
                                .flatMap(lookup -> define(type, fields, lookup)));
    }

    // Empty if the class's loader doesn't see the classes of this module.
    private static Optional<Flattener> define(Class<?> type, List<Field> fields, Lookup lookup) {
        byte[] classFile = new FlattenerGenerator(type, fields).classFile(lookup.lookupClass());
        try {
            Lookup inside = lookup.defineHiddenClass(classFile, true, ClassOption.NESTMATE);
            if (!Flattener.class.isAssignableFrom(inside.lookupClass())) {
                return Optional.empty();
            }
            return Optional.of(
                    (Flattener)
                            inside.findConstructor(
                                            inside.lookupClass(),
                                            MethodType.methodType(
                                                    void.class, Class.class, int.class))
                                    .invoke(type, fields.size()));
        } catch (LinkageError e) {
            return Optional.empty();
        } catch (Throwable e) {
            throw new IllegalStateException(
                    "The generated flattener of " + type.getName() + " is wrong", e);
        }
    }

    private byte[] classFile(Class<?> host) {
        return ClassFile.of()
                .build(
                        ClassDesc.of(host.getName() + "$Flattener"),
                        builder -> {
                            builder.withSuperclass(SUPERCLASS);
                            builder.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
                            builder.withMethodBody(
                                    INIT_NAME, CONSTRUCTOR, 0, FlattenerGenerator::constructor);
                            builder.withMethodBody(
                                    "load",
                                    MethodTypeDesc.of(CD_Object, CELLS, CD_int),
                                    ClassFile.ACC_PUBLIC,
                                    this::load);
                            builder.withMethodBody(
                                    "store",
                                    MethodTypeDesc.of(CD_void, CD_Object, CELLS, CD_int),
                                    ClassFile.ACC_PUBLIC,
                                    this::store);
                        });
    }

    private static void constructor(CodeBuilder code) {
        code.aload(0).aload(1).iload(2).invokespecial(SUPERCLASS, INIT_NAME, CONSTRUCTOR).return_();
    }

    private void load(CodeBuilder code) {
        code.new_(owner).dup();
        if (isRecord) {
            for (int i = 0; i < fields.size(); i++) {
                cell(code, 1, i);
                fromLong(code.laload(), fields.get(i));
            }
            ClassDesc[] parameters =
                    fields.stream().map(it -> desc(it.getType())).toArray(ClassDesc[]::new);
            code.invokespecial(owner, INIT_NAME, MethodTypeDesc.of(CD_void, parameters));
        } else {
            code.invokespecial(owner, INIT_NAME, MTD_void);
            for (int i = 0; i < fields.size(); i++) {
                Field field = fields.get(i);
                cell(code.dup(), 1, i);
                fromLong(code.laload(), field);
                code.putfield(owner, field.getName(), desc(field.getType()));
            }
        }
        code.areturn();
    }

    private void store(CodeBuilder code) {
        code.aload(1).checkcast(owner).astore(4);
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            cell(code, 2, i);
            code.aload(4).getfield(owner, field.getName(), desc(field.getType()));
            toLong(code, field);
            code.lastore();
        }
        code.return_();
    }

    /**
     * Nothing -> array, index.
     *
     * @param cells number of the local variable that holds the array; the index is in the next
     */
    private static void cell(CodeBuilder code, int cells, int field) {
        code.aload(cells).iload(cells + 1);
        if (field > 0) {
            code.loadConstant(field).iadd();
        }
    }

    /** Long -> value of the field. */
    private static void fromLong(CodeBuilder code, Field field) {
        switch (field.getType().getName()) {
            case "long" -> {}
            case "double" ->
                    code.invokestatic(
                            DOUBLE, "longBitsToDouble", MethodTypeDesc.of(CD_double, CD_long));
            case "float" ->
                    code.l2i()
                            .invokestatic(
                                    FLOAT, "intBitsToFloat", MethodTypeDesc.of(CD_float, CD_int));
            case "short" -> code.l2i().i2s();
            case "byte" -> code.l2i().i2b();
            case "char" -> code.l2i().i2c();
            default -> code.l2i();
        }
    }

    /** Value of the field -> long. */
    private static void toLong(CodeBuilder code, Field field) {
        switch (field.getType().getName()) {
            case "long" -> {}
            case "double" ->
                    code.invokestatic(
                            DOUBLE, "doubleToRawLongBits", MethodTypeDesc.of(CD_long, CD_double));
            case "float" ->
                    code.invokestatic(
                                    FLOAT, "floatToRawIntBits", MethodTypeDesc.of(CD_int, CD_float))
                            .i2l();
            default -> code.i2l();
        }
    }
}
