package dev.millstream.rpc.gateway;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a method of a gateway. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RpcMethod {
    /** Identifies the method on the wire, within its gateway. Never reused for another. */
    int value();

    /**
     * Whether the answer may take arbitrarily long, as that of a long poll: then there is no ask
     * timeout, and a broken link alone ends it.
     */
    boolean unbounded() default false;
}
