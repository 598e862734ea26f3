/** Which JobMaster, under which epoch, may command what belongs to a job here. */
@NullMarked
package dev.millstream.taskmanager.job;

import org.jspecify.annotations.NullMarked;
