/** From a program to the JobGraph that is submitted. Pure: no thread, no clock, no file. */
@NullMarked
package dev.millstream.graph;

import org.jspecify.annotations.NullMarked;
