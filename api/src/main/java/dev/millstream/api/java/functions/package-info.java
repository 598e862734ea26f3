/** Functions that look into records. */
@NullMarked
package dev.millstream.api.java.functions;

import org.jspecify.annotations.NullMarked;
