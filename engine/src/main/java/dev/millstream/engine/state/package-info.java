/** What keyed operators remember, by key group and key. */
@NullMarked
package dev.millstream.engine.state;

import org.jspecify.annotations.NullMarked;
