package dev.millstream.jobmanager.resourcemanager.slots;

import dev.millstream.api.common.JobID;
import dev.millstream.rpc.fencing.Epoch;

/** A job whose JobMaster is registered. */
final class JobEntry {
    private final JobID id;
    private final Epoch epoch;
    private final String address;
    private int required;
    private boolean toBeTold;
    private int told = -1;

    JobEntry(JobID id, Epoch epoch, String address) {
        this.id = id;
        this.epoch = epoch;
        this.address = address;
    }

    JobID id() {
        return id;
    }

    Epoch epoch() {
        return epoch;
    }

    String address() {
        return address;
    }

    int required() {
        return required;
    }

    void require(int count) {
        required = count;
        toBeTold = false;
        told = -1;
    }

    /** From now on its JobMaster is told how many slots it could have. */
    void tell() {
        toBeTold = true;
    }

    /** Whether its JobMaster is to be told this number, and hasn't been. */
    boolean isNews(int available) {
        boolean news = toBeTold && told != available;
        if (news) {
            told = available;
        }
        return news;
    }
}
