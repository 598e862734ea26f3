/** One class for each kind of operator; records are pushed from one to the next by direct calls. */
@NullMarked
package dev.millstream.engine.operator;

import org.jspecify.annotations.NullMarked;
