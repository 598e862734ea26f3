package dev.millstream.protocol.rest;

import dev.millstream.configuration.ConfigOption;
import dev.millstream.configuration.ConfigOptions;

/** Where a JobManager's REST interface is, and how its callers prove who they are. */
public final class RestOptions {
    public static final ConfigOption<String> ADDRESS =
            ConfigOptions.key("rest.address")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Host name or address of the JobManager's REST interface. A program"
                                    + " for which it is set runs on that cluster.");

    public static final ConfigOption<Integer> PORT =
            ConfigOptions.key("rest.port")
                    .intTypeAtLeast(0)
                    .defaultValue(8081)
                    .withDescription(
                            "Port of the JobManager's REST interface; a JobManager takes any free"
                                    + " one for 0.");

    public static final ConfigOption<String> TOKEN_FILE =
            ConfigOptions.key("security.token-file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "File with the cluster's token, which only its owner may read. Every"
                                    + " process and every client of the cluster needs it.");

    private RestOptions() {}
}
