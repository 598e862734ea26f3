/**
 * The only door to the machine. What a process needs of it, as ports; production classes take them
 * in constructors.
 */
@NullMarked
package dev.millstream.platform;

import org.jspecify.annotations.NullMarked;
