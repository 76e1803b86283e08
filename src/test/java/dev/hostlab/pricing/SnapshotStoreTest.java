package dev.hostlab.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Snapshots are whole or not there, whatever happens while they are written, and damaged ones are refused.
class SnapshotStoreTest {

    private static final Path VIRGINIA = Path.of("pricing-snapshots", "us-east-1-2024-07-01.json");
    private static final int FLIPS = 256;
    /// `-Dhostlab.kills=200` for the whole number.
    private static final int KILLS = Integer.getInteger("hostlab.kills", 6);

    @TempDir
    private Path folder;

    @Test
    void everyFlippedBitIsNoticed() throws IOException {
        var sound = Files.readAllBytes(VIRGINIA);
        var random = new Random(20261123);
        var file = folder.resolve("flipped.json");
        for (var i = 0; i < FLIPS; i++) {
            var bytes = sound.clone();
            var at = random.nextInt(bytes.length);
            var bit = random.nextInt(8);
            bytes[at] ^= (byte) (1 << bit);
            Files.write(file, bytes);
            assertThat(SnapshotFile.read(file).issues())
                    .as("bit %d of byte %d", bit, at)
                    .isNotEmpty();
        }
    }

    @Test
    void aSecondSnapshotOfADayGetsANameOfItsOwn() throws IOException {
        var store = new SnapshotStore(folder);
        var snapshot = SnapshotFile.load(VIRGINIA);
        assertThat(store.add(snapshot)).hasFileName("us-east-1-2024-07-01.json");
        assertThat(store.add(snapshot)).hasFileName("us-east-1-2024-07-01-2.json");
        assertThat(files()).hasSize(2);
    }

    @Test
    void abandonedDraftsAreSweptAndOthersLeft() throws IOException {
        var abandoned = Files.writeString(folder.resolve(".draft-1.json.part"), "{");
        var written = Files.writeString(folder.resolve(".draft-2.json.part"), "{");
        var notes = Files.writeString(folder.resolve("notes.json.part"), "mine");
        try (var channel = FileChannel.open(written, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            new SnapshotStore(folder).sweep();
            assertThat(abandoned).doesNotExist();
            assertThat(written).exists();
            assertThat(notes).exists();
        }
    }

    @Test
    void aKilledProcessLeavesNoTornFileAndNoLitter() throws Exception {
        var random = new Random(7);
        for (var i = 0; i < KILLS; i++) {
            var process = writer();
            process.getInputStream().read();
            Thread.sleep(random.nextInt(60));
            process.destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            new SnapshotStore(folder).sweep();
            for (var file : files()) {
                assertThat(SnapshotFile.read(file).issues()).as("%s", file).isEmpty();
                Files.delete(file);
            }
        }
    }

    private Process writer() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private java.util.List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    /// Writes snapshots until it is killed.
    static final class Writer {

        private Writer() {}

        public static void main(String[] args) throws IOException {
            var store = new SnapshotStore(Path.of(args[0]));
            var snapshot = SnapshotFile.load(VIRGINIA);
            System.out.println("ready");
            while (true) {
                store.add(snapshot);
            }
        }
    }
}
