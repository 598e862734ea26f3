/** Tests of what a program does with a running job. */
@NullMarked
package dev.millstream.client.job;

import org.jspecify.annotations.NullMarked;
