package dev.millstream.taskmanager.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.JobID;
import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.Bytes;
import dev.millstream.platform.file.FileStatus;
import dev.millstream.platform.machine.MachinePlatform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobClassesTest {
    private static final JobID JOB = new JobID(0, 1);
    private static final JobID OTHER = new JobID(0, 2);

    private final MachinePlatform platform = MachinePlatform.alone("test");
    private final FakeLoaders loaders = new FakeLoaders();
    private final FakeBlobs blobs = new FakeBlobs();
    private final JobClasses classes =
            new JobClasses(platform, loaders, getClass().getClassLoader(), 0);

    @AfterEach
    void close() throws Exception {
        classes.close().get(60, TimeUnit.SECONDS);
        platform.close();
    }

    @Test
    void shouldUseTheParentWithoutJars() throws Exception {
        ClassesLease lease = acquire(JOB);
        assertThat(lease.loader()).isSameAs(getClass().getClassLoader());
        assertThat(loaders.opened).isEmpty();
        lease.release();
    }

    @Test
    void shouldFetchJarsInPiecesOfAtMostOneMebibyte() throws Exception {
        BlobKey jar = blobs.add(content(2_500_000));
        acquire(JOB, jar);
        assertThat(blobs.reads).containsExactly("0+1048576", "1048576+1048576", "2097152+402848");
        assertThat(loaders.sizes).containsExactly(2_500_000L);
    }

    @Test
    void shouldOpenOneLoaderForAJobAndCloseItAfterTheLastLease() throws Exception {
        BlobKey jar = blobs.add(content(10));
        ClassesLease first = acquire(JOB, jar);
        ClassesLease second = acquire(JOB, jar);
        assertThat(second.loader()).isSameAs(first.loader());
        assertThat(second.serializers()).isSameAs(first.serializers());
        first.release();
        first.release();
        ClassesLease other = acquire(OTHER, jar);
        assertThat(other.loader()).isNotSameAs(first.loader());
        assertThat(loaders.closed).isEmpty();
        second.release();
        loaders.closedOnce.get(60, TimeUnit.SECONDS);
        assertThat(loaders.closed).containsExactly("job-" + JOB);
        assertThat(blobs.reads).hasSize(1);
    }

    @Test
    void shouldFailWhenAJarArrivesDamagedAndFetchItAgainNextTime() throws Exception {
        BlobKey jar = blobs.add(content(10));
        blobs.damaged = true;
        assertThatThrownBy(() -> acquire(JOB, jar))
                .rootCause()
                .hasMessageContaining("damaged on the way");
        blobs.damaged = false;
        acquire(JOB, jar);
        assertThat(blobs.reads).hasSize(2);
    }

    @Test
    void shouldFailWhenAJarCannotBeRead() {
        BlobKey jar = new BlobKey("0".repeat(64), 5);
        assertThatThrownBy(() -> acquire(JOB, jar)).rootCause().hasMessageContaining("no such");
    }

    @Test
    void shouldLeaveNoFileBehindWhenTheSourceOfJarsIsGone() throws Exception {
        BlobKey jar = blobs.add(content(10));
        BlobSource gone =
                (_, _, _) -> {
                    throw new IllegalStateException("there is no JobMaster");
                };
        assertThatThrownBy(() ->
                        classes.acquire(JOB, List.of(jar), JobSerialization.ofDefault(), gone)
                                .get(60, TimeUnit.SECONDS))
                .hasStackTraceContaining("there is no JobMaster");
        classes.close().get(60, TimeUnit.SECONDS);
        assertThat(scratch()).isEmpty();
    }

    @Test
    void shouldFetchNothingMoreOnceItCloses() throws Exception {
        acquire(JOB, blobs.add(content(10)));
        loaders.mayClose = new CompletableFuture<>();
        CompletableFuture<Void> closed = classes.close();
        BlobKey other = blobs.add(content(11));
        CompletableFuture<ClassesLease> late =
                classes.acquire(OTHER, List.of(other), JobSerialization.ofDefault(), blobs);
        assertThatThrownBy(() -> late.get(60, TimeUnit.SECONDS))
                .hasMessageContaining("opens no more jobs");
        loaders.mayClose.complete(null);
        closed.get(60, TimeUnit.SECONDS);
        assertThat(blobs.reads).hasSize(1);
        assertThat(scratch()).isEmpty();
    }

    @Test
    void shouldLeaveNoFileBehind() throws Exception {
        acquire(JOB, blobs.add(content(10)));
        acquire(OTHER, blobs.add(content(11)));
        assertThat(scratch()).isNotEmpty();
        classes.close().get(60, TimeUnit.SECONDS);
        assertThat(scratch()).isEmpty();
    }

    private List<FileStatus> scratch() throws IOException {
        return platform.files().list(platform.files().scratchDirectory());
    }

    private ClassesLease acquire(JobID job, BlobKey... jars) throws Exception {
        return classes.acquire(job, List.of(jars), JobSerialization.ofDefault(), blobs)
                .get(60, TimeUnit.SECONDS);
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        Arrays.fill(content, (byte) 'x');
        return content;
    }

    private final class FakeLoaders implements UserClassLoaders {
        final List<String> opened = Collections.synchronizedList(new ArrayList<>());
        final List<Long> sizes = Collections.synchronizedList(new ArrayList<>());
        final List<String> closed = Collections.synchronizedList(new ArrayList<>());
        final CompletableFuture<Void> closedOnce = new CompletableFuture<>();
        volatile CompletableFuture<Void> mayClose = CompletableFuture.completedFuture(null);

        @Override
        public UserClassLoader open(String name, List<String> jarPaths) throws IOException {
            opened.add(name);
            for (String path : jarPaths) {
                sizes.add(platform.files().status(path).orElseThrow().sizeBytes());
            }
            return new UserClassLoader(
                    new ClassLoader(name, getClass().getClassLoader()) {},
                    () -> {
                        mayClose.join();
                        closed.add(name);
                        closedOnce.complete(null);
                    });
        }
    }

    private static final class FakeBlobs implements BlobSource {
        final List<String> reads = Collections.synchronizedList(new ArrayList<>());
        final List<byte[]> contents = Collections.synchronizedList(new ArrayList<>());
        volatile boolean damaged;

        BlobKey add(byte[] content) {
            contents.add(content);
            return new BlobKey(sha256(content), content.length);
        }

        @Override
        public CompletableFuture<Bytes> read(BlobKey blob, long offset, int length) {
            reads.add(offset + "+" + length);
            for (byte[] content : contents) {
                if (sha256(content).equals(blob.sha256())) {
                    byte[] piece = Arrays.copyOfRange(content, (int) offset, (int) offset + length);
                    if (damaged) {
                        piece[0]++;
                    }
                    return CompletableFuture.completedFuture(Bytes.owning(piece));
                }
            }
            return CompletableFuture.failedFuture(new IOException("no such blob"));
        }

        private static String sha256(byte[] content) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(new String(content, StandardCharsets.UTF_8), e);
            }
        }
    }
}
