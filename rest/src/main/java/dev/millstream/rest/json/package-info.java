/** JSON, written as it is made. */
@NullMarked
package dev.millstream.rest.json;

import org.jspecify.annotations.NullMarked;
