package dev.millstream.jobmanager.resourcemanager.provider;

/** Starts TaskManagers when slots are missing. Called on the ResourceManager's main thread. */
public interface ResourceProvider {
    /**
     * Asks for TaskManagers. Must not block: what is started registers when it is up.
     *
     * @param slots how many slots are missing
     * @return whether any will come
     */
    boolean requestSlots(int slots);
}
