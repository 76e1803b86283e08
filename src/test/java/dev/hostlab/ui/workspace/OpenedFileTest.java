package dev.hostlab.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.hostlab.ui.common.QueuedThreads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.junit.jupiter.api.Test;

class OpenedFileTest {

    private static final Path FIRST = Path.of("sample-workloads", "json-api-two-weeks.csv");
    private static final Path SECOND = Path.of("sample-workloads", "chat-service.csv");

    private final QueuedThreads threads = new QueuedThreads();
    private final OpenedFile file = new OpenedFile(threads.threads());
    private final List<String> taken = new ArrayList<>();

    /// Reads a file without looking at it, half of it first.
    private void read(Path path) {
        file.read(
                path,
                watch -> {
                    var told = watch.of(path).bytesRead();
                    told.accept(path.toFile().length() / 2);
                    told.accept(path.toFile().length());
                    return path;
                },
                came -> taken.add(came.getFileName().toString()));
    }

    @Test
    void aFileIsReadToItsEndAndTaken() {
        var shares = new ArrayList<Double>();
        file.progressProperty().subscribe(share -> shares.add(share.doubleValue()));
        read(FIRST);
        assertThat(file.isReading()).isTrue();
        assertThat(file.nameProperty().get()).isEqualTo("json-api-two-weeks.csv");
        threads.drain();
        assertThat(taken).containsExactly("json-api-two-weeks.csv");
        assertThat(file.isReading()).isFalse();
        assertThat(shares).hasSize(4).startsWith(0.0).endsWith(1.0, 0.0);
        assertThat(shares.get(1)).isCloseTo(0.5, offset(1e-4));
        assertThat(file.stem()).isEqualTo("json-api-two-weeks");
    }

    @Test
    void whoeverOpensAnotherFileGivesTheFirstUp() {
        read(FIRST);
        read(SECOND);
        threads.drain();
        assertThat(taken).containsExactly("chat-service.csv");
        assertThat(file.nameProperty().get()).isEqualTo("chat-service.csv");
    }

    @Test
    void aFileThatIsGivenUpLeavesWhatWasThere() {
        read(SECOND);
        threads.drain();
        read(FIRST);
        read(FIRST);
        file.giveUp();
        threads.drain();
        assertThat(taken).containsExactly("chat-service.csv");
        assertThat(file.nameProperty().get()).isEqualTo("chat-service.csv");
        assertThat(file.isReading()).isFalse();
    }

    @Test
    void whoReadsItElsewhereIsTold() {
        var stopped = new ArrayList<String>();
        var share = new ReadOnlyDoubleWrapper(0.25);
        file.begin(FIRST, share, () -> stopped.add("first"));
        assertThat(file.progressProperty().get()).isEqualTo(0.25);
        file.begin(SECOND, new ReadOnlyDoubleWrapper(), () -> stopped.add("second"));
        assertThat(stopped).containsExactly("first");
        file.handOver();
        file.giveUp();
        assertThat(stopped).as("not ours any more").containsExactly("first");
        assertThat(file.nameProperty().get()).isEmpty();
    }
}
