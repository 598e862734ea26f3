/** Every slot of every TaskManager, and whose it is. */
@NullMarked
package dev.millstream.jobmanager.resourcemanager.slots;

import org.jspecify.annotations.NullMarked;
