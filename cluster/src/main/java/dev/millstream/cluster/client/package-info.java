/** What a program does with a running job: upload, submission, progress, results. */
@NullMarked
package dev.millstream.cluster.client;

import org.jspecify.annotations.NullMarked;
