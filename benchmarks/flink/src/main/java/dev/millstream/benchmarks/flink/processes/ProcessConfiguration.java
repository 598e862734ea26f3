package dev.millstream.benchmarks.flink.processes;

import dev.millstream.benchmarks.process.KeyStoreFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.SecurityOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/**
 * What the processes are told. The two TaskManagers differ in the memory that tasks may ask for, so
 * that sources, which ask for that outside the heap, fit only into the one, and sums, which ask for
 * managed memory, only into the other. Nobody uses either.
 */
final class ProcessConfiguration {
    /** What a slot asks for. */
    static final int SLOT_MB = 64;

    /** The slots of a TaskManager. */
    static final int SLOTS = 2;

    private static final String LOOPBACK = "127.0.0.1";
    private static final int NETWORK_MB = 128;
    private static final int HEAP_MB = 1_024;
    private static final int FRAMEWORK_MB = 128;
    private static final int JVM_MB = 256;

    private ProcessConfiguration() {}

    /** For the JobManager and for clients; all temporary files go to a folder. */
    static Configuration shared(Path folder) throws IOException {
        Configuration configuration = new Configuration();
        configuration.set(CoreOptions.TMP_DIRS, folder.toString());
        configuration.set(JobManagerOptions.ADDRESS, LOOPBACK);
        configuration.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        configuration.set(JobManagerOptions.PORT, freePort());
        configuration.set(RestOptions.ADDRESS, LOOPBACK);
        configuration.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        int port = freePort();
        configuration.set(RestOptions.PORT, port);
        configuration.set(RestOptions.BIND_PORT, Integer.toString(port));
        return configuration;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Encrypts what goes between the processes. */
    static void encrypt(Configuration configuration, Path keys) {
        configuration.set(SecurityOptions.SSL_INTERNAL_ENABLED, true);
        configuration.set(SecurityOptions.SSL_INTERNAL_KEYSTORE, keys.toString());
        configuration.set(SecurityOptions.SSL_INTERNAL_KEYSTORE_TYPE, "PKCS12");
        configuration.set(SecurityOptions.SSL_INTERNAL_KEYSTORE_PASSWORD, KeyStoreFile.PASSWORD);
        configuration.set(SecurityOptions.SSL_INTERNAL_KEY_PASSWORD, KeyStoreFile.PASSWORD);
        configuration.set(SecurityOptions.SSL_INTERNAL_TRUSTSTORE, keys.toString());
        configuration.set(SecurityOptions.SSL_INTERNAL_TRUSTSTORE_TYPE, "PKCS12");
        configuration.set(SecurityOptions.SSL_INTERNAL_TRUSTSTORE_PASSWORD, KeyStoreFile.PASSWORD);
    }

    /** For the TaskManager of the sources. */
    static Configuration sources(Configuration shared) {
        Configuration configuration = taskManager(shared, "sources");
        setMemory(configuration, SLOTS * SLOT_MB, 0);
        return configuration;
    }

    /** For the TaskManager of the sums. */
    static Configuration sums(Configuration shared) {
        Configuration configuration = taskManager(shared, "sums");
        setMemory(configuration, 0, SLOTS * SLOT_MB);
        return configuration;
    }

    private static Configuration taskManager(Configuration shared, String name) {
        Configuration configuration = new Configuration(shared);
        configuration.set(TaskManagerOptions.TASK_MANAGER_RESOURCE_ID, name);
        configuration.set(TaskManagerOptions.HOST, LOOPBACK);
        configuration.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        configuration.set(TaskManagerOptions.NUM_TASK_SLOTS, SLOTS);
        configuration.set(TaskManagerOptions.CPU_CORES, (double) SLOTS);
        configuration.set(TaskManagerOptions.TASK_HEAP_MEMORY, mb(HEAP_MB));
        configuration.set(TaskManagerOptions.FRAMEWORK_HEAP_MEMORY, mb(FRAMEWORK_MB));
        configuration.set(TaskManagerOptions.FRAMEWORK_OFF_HEAP_MEMORY, mb(FRAMEWORK_MB));
        configuration.set(TaskManagerOptions.JVM_METASPACE, mb(JVM_MB));
        configuration.set(TaskManagerOptions.JVM_OVERHEAD_MIN, mb(JVM_MB));
        configuration.set(TaskManagerOptions.JVM_OVERHEAD_MAX, mb(JVM_MB));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, mb(NETWORK_MB));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, mb(NETWORK_MB));
        return configuration;
    }

    private static void setMemory(Configuration configuration, int offHeapMb, int managedMb) {
        configuration.set(TaskManagerOptions.TASK_OFF_HEAP_MEMORY, mb(offHeapMb));
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, mb(managedMb));
    }

    private static MemorySize mb(int size) {
        return MemorySize.ofMebiBytes(size);
    }

    /** As the words of a command line. */
    static List<String> words(Configuration configuration) {
        return configuration.toMap().entrySet().stream()
                .flatMap(it -> Stream.of("-D", it.getKey() + "=" + it.getValue()))
                .toList();
    }
}
