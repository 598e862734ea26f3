package dev.millstream.rest;

import dev.millstream.configuration.ConfigOption;
import dev.millstream.configuration.ConfigOptions;
import dev.millstream.configuration.MemorySize;
import java.time.Duration;

/** Options of the REST interface; where it is, {@code RestOptions} says. */
public final class RestServerOptions {
    public static final ConfigOption<String> BIND_ADDRESS =
            ConfigOptions.key("rest.bind-address")
                    .stringType()
                    .defaultValue("127.0.0.1")
                    .withDescription(
                            "Where the REST interface listens: an address of this machine's"
                                    + " loopback, as its traffic is not encrypted.");

    public static final ConfigOption<Duration> REQUEST_TIMEOUT =
            ConfigOptions.key("rest.request-timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(15))
                    .withDescription(
                            "How long a request waits for what the REST interface asks the"
                                    + " Dispatcher.");

    public static final ConfigOption<Duration> PROGRAM_START_TIMEOUT =
            ConfigOptions.key("rest.program-start-timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(60))
                    .withDescription(
                            "Within which time a program that is run from an uploaded jar must"
                                    + " submit its job.");

    public static final ConfigOption<MemorySize> MAX_CONTENT_LENGTH =
            ConfigOptions.key("rest.server.max-content-length")
                    .memoryType()
                    .defaultValue(MemorySize.ofMebiBytes(512))
                    .withDescription("The largest jar that can be uploaded.");

    public static final ConfigOption<MemorySize> MAX_EXPANDED_SIZE =
            ConfigOptions.key("rest.jar.max-expanded-size")
                    .memoryType()
                    .defaultValue(MemorySize.ofMebiBytes(2048))
                    .withDescription(
                            "To how much the entries of an uploaded jar may expand, all together.");

    public static final ConfigOption<String> UPLOAD_DIRECTORY =
            ConfigOptions.key("web.upload.dir")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Folder for uploaded jars, which outlive the process; by default one"
                                    + " in the JobManager's own folder.");

    private RestServerOptions() {}
}
