/** Functions on two connected streams. */
@NullMarked
package dev.millstream.streaming.api.functions.co;

import org.jspecify.annotations.NullMarked;
