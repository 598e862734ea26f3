package dev.millstream.types.model;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads in a constructor's code which parameter it stores in which field. Understands what Kotlin,
 * Lombok and people write: checks before, at most a call around the parameter.
 */
final class ConstructorCode {
    private final Constructor<?> constructor;
    private final Map<Integer, Integer> parameterOfSlot = new HashMap<>();
    private final Map<Integer, String> assigned = new HashMap<>();
    // Parameters that were loaded since the last statement ended.
    private final Set<Integer> loaded = new HashSet<>();

    private ConstructorCode(Constructor<?> constructor) {
        this.constructor = constructor;
        int slot = 1;
        Class<?>[] types = constructor.getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            parameterOfSlot.put(slot, i);
            slot += TypeKind.from(types[i]).slotSize();
        }
    }

    /** Names of the fields by index of parameter. Parameters that aren't understood are absent. */
    static Map<Integer, String> assignments(Constructor<?> constructor) {
        Class<?> owner = constructor.getDeclaringClass();
        String simple = owner.getName().substring(owner.getName().lastIndexOf('.') + 1);
        try (InputStream classFile = owner.getResourceAsStream(simple + ".class")) {
            return classFile == null
                    ? Map.of()
                    : new ConstructorCode(constructor).read(classFile.readAllBytes());
        } catch (IOException | IllegalArgumentException unreadable) {
            // As if nothing was known: the class is refused with a reason then.
            return Map.of();
        }
    }

    private Map<Integer, String> read(byte[] classFile) {
        String descriptor =
                MethodType.methodType(void.class, constructor.getParameterTypes())
                        .toMethodDescriptorString();
        for (MethodModel method : ClassFile.of().parse(classFile).methods()) {
            if (method.methodName().equalsString(ConstantDescs.INIT_NAME)
                    && method.methodType().equalsString(descriptor)) {
                method.code().ifPresent(this::read);
            }
        }
        return assigned;
    }

    private void read(CodeModel code) {
        for (CodeElement element : code) {
            switch (element) {
                case LoadInstruction load -> {
                    Integer parameter = parameterOfSlot.get(load.slot());
                    if (parameter != null) {
                        loaded.add(parameter);
                    }
                }
                case FieldInstruction field when field.opcode() == Opcode.PUTFIELD -> {
                    store(field.name().stringValue());
                    loaded.clear();
                }
                case InvokeInstruction call
                        when call.typeSymbol().returnType().equals(ConstantDescs.CD_void) ->
                        loaded.clear();
                default -> {}
            }
        }
    }

    private void store(String field) {
        if (loaded.size() == 1) {
            assigned.putIfAbsent(loaded.iterator().next(), field);
        }
    }
}
