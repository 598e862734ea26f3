package dev.millstream.types.composite;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * Generates {@code readInto(Object[] values, int from, int to, Input in)}: the loop that the
 * superclass has, once more, so that the JIT knows whose {@code read} it calls.
 */
final class ReadIntoMethod {
    static final MethodTypeDesc TYPE =
            MethodTypeDesc.of(CD_void, CD_Object.arrayType(), CD_int, CD_int, Calls.INPUT);

    private static final int THIS = 0;
    private static final int VALUES = 1;
    private static final int NEXT = 2;
    private static final int TO = 3;
    private static final int IN = 4;

    private ReadIntoMethod() {}

    static void generate(ClassDesc self, CodeBuilder code) {
        Label loop = code.newLabel();
        Label end = code.newLabel();
        code.labelBinding(loop);
        code.iload(NEXT).iload(TO).if_icmpge(end);
        code.aload(VALUES).iload(NEXT).aload(THIS).aload(IN);
        code.invokevirtual(self, "read", MethodTypeDesc.of(CD_Object, Calls.INPUT));
        code.aastore().iinc(NEXT, 1).goto_(loop);
        code.labelBinding(end);
        code.return_();
    }
}
