/** Brings a program's jars to a cluster. */
@NullMarked
package dev.millstream.client.jar;

import org.jspecify.annotations.NullMarked;
