/** What a program does with a running job: submission, progress, results. */
@NullMarked
package dev.millstream.client.job;

import org.jspecify.annotations.NullMarked;
