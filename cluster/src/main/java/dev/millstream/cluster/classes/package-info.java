/** Class loaders for user code on the real machine. */
@NullMarked
package dev.millstream.cluster.classes;

import org.jspecify.annotations.NullMarked;
