package org.throughline.format.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.format.ByteSource;
import org.throughline.format.zip.RawZip.Entry;
import org.throughline.problem.Problem;

final class BundleTest {
    @TempDir
    private Path folder;

    private static List<String> names(Bundle bundle) {
        return bundle.members().stream().map(Bundle.Member::name).toList();
    }

    private static String content(Bundle bundle, int member) throws IOException {
        try (InputStream bytes = bundle.source(bundle.members().get(member)).open()) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }

    private Path written(String... names) throws IOException {
        Path zip = folder.resolve("written.zip");
        try (BundleWriter writer = BundleWriter.open(Files.newOutputStream(zip))) {
            for (String name : names) {
                try (OutputStream member = writer.member(name)) {
                    member.write(("I am " + name).getBytes(UTF_8));
                }
            }
        }
        return zip;
    }

    @Test
    void readsWhatTheBundleWriterWrote() throws IOException {
        try (Bundle bundle = Bundle.open(written("Client.csv", "Exit.csv"), Limits.usual())) {
            assertThat(bundle.problems()).isEmpty();
            assertThat(names(bundle)).containsExactly("Client.csv", "Exit.csv");
            assertThat(content(bundle, 0)).isEqualTo("I am Client.csv");
            assertThat(content(bundle, 1)).isEqualTo("I am Exit.csv");
        }
    }

    @Test
    void writesTheSameBytesForTheSameMembers() throws IOException {
        byte[] first = Files.readAllBytes(written("a.csv", "b.csv"));
        assertThat(Files.readAllBytes(written("a.csv", "b.csv"))).isEqualTo(first);
    }

    @Test
    void takesTheFolderAroundAllMembersAway() throws IOException {
        Path zip = new RawZip()
                .with(Entry.stored("export 2026/", new byte[0]).ofMode(040755))
                .with("export 2026/Client.csv")
                .with("export 2026/Exit.csv")
                .in(folder);
        try (Bundle bundle = Bundle.open(zip, Limits.usual())) {
            assertThat(bundle.problems()).isEmpty();
            assertThat(names(bundle)).containsExactly("Client.csv", "Exit.csv");
            assertThat(content(bundle, 0)).isEqualTo("a,b\n1,2\n");
        }
    }

    @Test
    void tellsTheSizesOfMembers() throws IOException {
        Path zip = new RawZip()
                .with("a.csv")
                .with(Entry.stored("b.csv", new byte[3]))
                .in(folder);
        try (Bundle bundle = Bundle.open(zip, Limits.usual())) {
            assertThat(bundle.members()).containsExactly(new Bundle.Member("a.csv", 8), new Bundle.Member("b.csv", 3));
        }
    }

    @Test
    void opensAMemberAsOftenAsAsked() throws IOException {
        try (Bundle bundle = Bundle.open(new RawZip().with("a.csv").in(folder), Limits.usual())) {
            ByteSource source = bundle.source(bundle.members().get(0));
            try (InputStream one = source.open();
                    InputStream other = source.open()) {
                assertThat(one.read()).isEqualTo('a');
                assertThat(other.readAllBytes()).hasSize(8);
                assertThat(one.readAllBytes()).hasSize(7);
            }
        }
    }

    @Test
    void leavesAsideWhatMacOsLeavesBehind() throws IOException {
        Path zip = new RawZip()
                .with("data/a.csv")
                .with("__MACOSX/data/._a.csv")
                .with("data/.DS_Store")
                .in(folder);
        try (Bundle bundle = Bundle.open(zip, Limits.usual())) {
            assertThat(bundle.refused()).isFalse();
            assertThat(names(bundle)).containsExactly("a.csv");
            assertThat(bundle.problems())
                    .extracting(Problem::fact)
                    .containsExactly(
                            "Entry 2 (__MACOSX?data?._a.csv) is left aside: macOS made it.",
                            "Entry 3 (data?.DS_Store) is left aside: macOS made it.");
        }
    }

    @Test
    void takesAZipInsideForAMember() throws IOException {
        byte[] inner = new RawZip().with("a.csv").bytes();
        Path zip = new RawZip().with(Entry.stored("inner.zip", inner)).in(folder);
        try (Bundle bundle = Bundle.open(zip, Limits.usual())) {
            assertThat(names(bundle)).containsExactly("inner.zip");
        }
    }

    @Test
    void readsSizesThatStandAfterTheData() throws IOException {
        Path zip = written("a.csv");
        try (Bundle bundle = Bundle.open(zip, Limits.usual())) {
            assertThat(bundle.members().get(0).bytes()).isEqualTo(10);
        }
    }

    @Test
    void leavesAMissingFileToItsCaller() {
        assertThatThrownBy(() -> Bundle.open(folder.resolve("none.zip"), Limits.usual()))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void readsByteByByte() throws IOException {
        try (Bundle bundle = Bundle.open(new RawZip().with("a.csv").in(folder), Limits.usual());
                InputStream bytes = bundle.source(bundle.members().get(0)).open()) {
            List<Integer> read = new ArrayList<>();
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                read.add(next);
            }
            assertThat(read).hasSize(8).startsWith((int) 'a', (int) ',');
        }
    }
}
