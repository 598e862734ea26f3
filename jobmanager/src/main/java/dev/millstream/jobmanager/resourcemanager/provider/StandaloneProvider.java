package dev.millstream.jobmanager.resourcemanager.provider;

/** For clusters whose TaskManagers are started by hand: it can't start any. */
public final class StandaloneProvider implements ResourceProvider {
    @Override
    public boolean requestSlots(int slots) {
        return false;
    }
}
