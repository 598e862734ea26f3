/** State and its snapshots, as functions see them. */
@NullMarked
package dev.millstream.api.common.state;

import org.jspecify.annotations.NullMarked;
