/** What runs when and where, and what follows when something fails. */
@NullMarked
package dev.millstream.jobmanager.jobmaster.scheduler;

import org.jspecify.annotations.NullMarked;
