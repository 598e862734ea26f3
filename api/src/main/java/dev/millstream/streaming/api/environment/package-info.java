/** Where a program begins: the environment, its checks, and how it is executed. */
@NullMarked
package dev.millstream.streaming.api.environment;

import org.jspecify.annotations.NullMarked;
