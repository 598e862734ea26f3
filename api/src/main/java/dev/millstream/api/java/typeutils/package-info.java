/** How a class says which type it produces. */
@NullMarked
package dev.millstream.api.java.typeutils;

import org.jspecify.annotations.NullMarked;
