/** Tests of class copies. */
@NullMarked
package dev.millstream.engine.specialization;

import org.jspecify.annotations.NullMarked;
