package dev.millstream.rpc.codec;

import dev.millstream.rpc.fencing.Epoch;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import java.util.Optional;

/** How epochs are written. */
final class EpochCodec {
    private EpochCodec() {}

    static void write(Epoch epoch, Output out) {
        out.writeVarLong(epoch.leader());
        out.writeVarInt(epoch.incarnation());
    }

    static Epoch read(Input in) {
        return new Epoch(in.readVarLong(), in.readVarInt());
    }

    static void writeOptional(Optional<Epoch> epoch, Output out) {
        out.writeBoolean(epoch.isPresent());
        epoch.ifPresent(present -> write(present, out));
    }

    static Optional<Epoch> readOptional(Input in) {
        return in.readBoolean() ? Optional.of(read(in)) : Optional.empty();
    }
}
