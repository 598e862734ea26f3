package dev.millstream.jobmanager.resourcemanager.slots;

/**
 * Whose a slot is. At each moment it has one state, and so at most one owner.
 *
 * <ul>
 *   <li>Free → Requested: it is granted to a job, and its TaskManager told so;
 *   <li>Requested → Granted: the TaskManager has agreed;
 *   <li>Requested → Resting: the TaskManager refuses;
 *   <li>Requested, Granted → Resting: the TaskManager has taken it back, though its job wants it;
 *   <li>Requested, Granted → Orphaned: the owner is gone, or the TaskManager's answer is unknown;
 *   <li>Orphaned → Granted: the owner's JobMaster has (re)appeared;
 *   <li>Orphaned → Resting: the TaskManager has taken it back;
 *   <li>Resting → Free: a while later;
 *   <li>Requested → Granted: the TaskManager registers again and has agreed before;
 *   <li>any → Orphaned, any → Granted: it registers with an owner that wasn't known;
 *   <li>any → Free: the TaskManager says so.
 * </ul>
 */
public sealed interface SlotState {
    /** Nobody's. */
    record Free() implements SlotState {}

    /** Its TaskManager has yet to agree. */
    record Requested(SlotOwner owner) implements SlotState {}

    /** The owner's. */
    record Granted(SlotOwner owner) implements SlotState {}

    /** Its owner is gone or unknown; it is being taken back. */
    record Orphaned(SlotOwner owner) implements SlotState {}

    /** Nobody's as far as is known, but its TaskManager may not have it free yet. */
    record Resting() implements SlotState {}
}
