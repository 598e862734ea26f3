package dev.millstream.types;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a field, record component, enum constant or class was called before, so that what was
 * written under the old name can be read. Of a class the binary name, or the simple name if the
 * package is still the same.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface RenamedFrom {
    /** The former names, in any order. */
    String[] value();
}
