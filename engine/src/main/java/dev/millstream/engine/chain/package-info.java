/** Opens a chain's description and builds its operators. */
@NullMarked
package dev.millstream.engine.chain;

import org.jspecify.annotations.NullMarked;
