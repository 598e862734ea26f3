package dev.millstream.types.composite;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.millstream.types.Input;
import dev.millstream.types.LittleEndian;
import dev.millstream.types.Output;
import dev.millstream.types.Serializer;
import dev.millstream.types.model.Property;
import dev.millstream.types.model.Shape;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/** The calls that generated serializers make. */
final class Calls {
    static final ClassDesc OUTPUT = SerializerGenerator.desc(Output.class);
    static final ClassDesc INPUT = SerializerGenerator.desc(Input.class);

    private static final ClassDesc LITTLE_ENDIAN = SerializerGenerator.desc(LittleEndian.class);
    private static final ClassDesc BYTES = ConstantDescs.CD_byte.arrayType();
    private static final ClassDesc SERIALIZER = SerializerGenerator.desc(Serializer.class);
    private static final DirectMethodHandleDesc CLASS_DATA_AT =
            ConstantDescs.ofConstantBootstrap(
                    ConstantDescs.CD_MethodHandles, "classDataAt", CD_Object, CD_int);

    private Calls() {}

    static ClassDesc owner(Shape.Fields shape) {
        return SerializerGenerator.desc(shape.type().raw());
    }

    static boolean isString(Property property) {
        return property.erased() == String.class;
    }

    /** Object -> value of the property. */
    static void get(CodeBuilder code, Shape.Fields shape, Property property) {
        switch (property.access()) {
            case Property.Access.Direct direct ->
                    code.getfield(owner(shape), direct.field().getName(), type(property));
            case Property.Access.Methods methods -> invoke(code, shape, methods.getter());
            case Property.Access.Component component -> invoke(code, shape, component.accessor());
        }
    }

    /** Object, value -> nothing. */
    static void set(CodeBuilder code, Shape.Fields shape, Property property) {
        switch (property.access()) {
            case Property.Access.Direct direct ->
                    code.putfield(owner(shape), direct.field().getName(), type(property));
            case Property.Access.Methods methods -> {
                invoke(code, shape, methods.setter());
                dropResult(code, methods.setter());
            }
            case Property.Access.Component component ->
                    throw new IllegalStateException("Only the constructor sets " + component);
        }
    }

    private static void dropResult(CodeBuilder code, Method setter) {
        switch (TypeKind.from(setter.getReturnType()).slotSize()) {
            case 1 -> code.pop();
            case 2 -> code.pop2();
            default -> {}
        }
    }

    private static void invoke(CodeBuilder code, Shape.Fields shape, Method method) {
        MethodTypeDesc type =
                MethodTypeDesc.ofDescriptor(
                        MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                                .descriptorString());
        code.invokevirtual(owner(shape), method.getName(), type);
    }

    static ClassDesc type(Property property) {
        return SerializerGenerator.desc(property.erased());
    }

    static TypeKind kind(Property property) {
        return TypeKind.from(property.erased()).asLoadable();
    }

    /** Nothing -> the serializer of a property. */
    static void loadSerializer(CodeBuilder code, int index) {
        code.loadConstant(
                DynamicConstantDesc.ofNamed(
                        CLASS_DATA_AT, ConstantDescs.DEFAULT_NAME, SERIALIZER, index));
    }

    /** Output, primitive -> nothing. */
    static void writePrimitive(CodeBuilder code, Property property) {
        ClassDesc type = property.erased() == byte.class ? CD_int : type(property);
        code.invokevirtual(
                OUTPUT, "write" + name(property.erased()), MethodTypeDesc.of(CD_void, type));
    }

    /** Input -> primitive. */
    static void readPrimitive(CodeBuilder code, Property property) {
        code.invokevirtual(
                INPUT, "read" + name(property.erased()), MethodTypeDesc.of(type(property)));
    }

    /** Output or input, size -> index of so many bytes in its array. */
    static void claim(CodeBuilder code, ClassDesc owner) {
        code.invokevirtual(owner, "claim", MethodTypeDesc.of(CD_int, CD_int));
    }

    /** Output or input -> its array. */
    static void array(CodeBuilder code, ClassDesc owner) {
        code.invokevirtual(owner, "array", MethodTypeDesc.of(BYTES));
    }

    /** Array, index, primitive -> nothing. */
    static void put(CodeBuilder code, Property property) {
        ClassDesc type = property.erased() == byte.class ? CD_int : type(property);
        code.invokestatic(
                LITTLE_ENDIAN,
                "put" + name(property.erased()),
                MethodTypeDesc.of(CD_void, BYTES, CD_int, type));
    }

    /** Array, index -> primitive. */
    static void get(CodeBuilder code, Property property) {
        code.invokestatic(
                LITTLE_ENDIAN,
                "get" + name(property.erased()),
                MethodTypeDesc.of(type(property), BYTES, CD_int));
    }

    private static String name(Class<?> primitive) {
        String name = primitive.getName();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** Output, byte -> nothing. */
    static void writeByte(CodeBuilder code) {
        code.invokevirtual(OUTPUT, "writeByte", MethodTypeDesc.of(CD_void, CD_int));
    }

    /** Input -> byte. */
    static void readByte(CodeBuilder code) {
        code.invokevirtual(INPUT, "readByte", MethodTypeDesc.of(ConstantDescs.CD_byte));
    }

    /** Output, string -> nothing. */
    static void writeString(CodeBuilder code) {
        code.invokevirtual(OUTPUT, "writeString", MethodTypeDesc.of(CD_void, CD_String));
    }

    /** Input -> string. */
    static void readString(CodeBuilder code) {
        code.invokevirtual(INPUT, "readString", MethodTypeDesc.of(CD_String));
    }

    /** Serializer, object, output -> nothing. */
    static void write(CodeBuilder code) {
        code.invokevirtual(SERIALIZER, "write", MethodTypeDesc.of(CD_void, CD_Object, OUTPUT));
    }

    /** Serializer, input -> object of the property's type. */
    static void read(CodeBuilder code, Property property) {
        code.invokevirtual(SERIALIZER, "read", MethodTypeDesc.of(CD_Object, INPUT));
        code.checkcast(type(property));
    }

    /** Serializer, object -> object of the property's type. */
    static void copy(CodeBuilder code, Property property) {
        code.invokevirtual(SERIALIZER, "copy", MethodTypeDesc.of(CD_Object, CD_Object));
        code.checkcast(type(property));
    }
}
