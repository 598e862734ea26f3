/** Operators that call stateless functions of two inputs. */
@NullMarked
package dev.millstream.engine.co;

import org.jspecify.annotations.NullMarked;
