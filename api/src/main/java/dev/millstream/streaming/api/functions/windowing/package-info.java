/** Functions of whole windows. */
@NullMarked
package dev.millstream.streaming.api.functions.windowing;

import org.jspecify.annotations.NullMarked;
