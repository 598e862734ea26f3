/** Two streams joined: by window, or by the distance of their timestamps. */
@NullMarked
package dev.millstream.engine.join;

import org.jspecify.annotations.NullMarked;
