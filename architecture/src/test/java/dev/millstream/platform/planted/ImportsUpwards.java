package dev.millstream.platform.planted;

import dev.millstream.rpc.fencing.Epoch;

public record ImportsUpwards(Epoch epoch) {}
