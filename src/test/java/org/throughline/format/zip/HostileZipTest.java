package org.throughline.format.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.format.UnreadableException;
import org.throughline.format.zip.RawZip.Entry;
import org.throughline.problem.Level;
import org.throughline.problem.Problem;

final class HostileZipTest {
    private static final byte[] CONTENT = "a,b\n1,2\n".getBytes(UTF_8);
    private static final Entry PLAIN = Entry.deflated("a.csv", CONTENT);

    @TempDir
    private Path folder;

    private List<String> refusal(Path zip, Limits limits) throws IOException {
        try (Bundle bundle = Bundle.open(zip, limits)) {
            assertThat(bundle.refused()).isTrue();
            assertThat(bundle.members()).isEmpty();
            assertThat(bundle.problems()).extracting(Problem::level).containsOnly(Level.HOLD_FILE);
            return bundle.problems().stream()
                    .map(problem -> problem.code() + ": " + problem.fact())
                    .toList();
        }
    }

    private List<String> refusal(RawZip zip) throws IOException {
        return refusal(zip.in(folder), Limits.usual());
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("bytes.zip"), bytes);
    }

    /** What reading the first member ends with. */
    private String ending(RawZip zip, Limits limits) throws IOException {
        try (Bundle bundle = Bundle.open(zip.in(folder), limits);
                InputStream bytes = bundle.source(bundle.members().get(0)).open()) {
            return catchThrowableOfType(
                            UnreadableException.class, () -> bytes.transferTo(OutputStream.nullOutputStream()))
                    .problem()
                    .fact();
        }
    }

    static Stream<String> badNames() {
        return Stream.of(
                "../a.csv has a name that starts with a dot",
                "x/../../a.csv has a name that starts with a dot",
                ".hidden.csv has a name that starts with a dot",
                "x/.hidden.csv has a name that starts with a dot",
                "/a.csv lies in a folder; only one folder around all files is expected",
                "x/y/a.csv lies in a folder; only one folder around all files is expected",
                "C:a.csv has a colon in its name, as a drive letter has",
                "C:/a.csv has a colon in its name, as a drive letter has",
                "..\\a.csv has a backslash in its name",
                "x\\a.csv has a backslash in its name",
                "a\u0007b.csv has a control character in its name",
                "a\u202Eb.csv has a control character in its name",
                " has a name of 0 characters; 1 to 255 are expected",
                "n".repeat(256) + " has a name of 256 characters; 1 to 255 are expected");
    }

    @ParameterizedTest
    @MethodSource("badNames")
    void refusesBadNames(String nameAndFault) throws IOException {
        int end = Math.max(nameAndFault.lastIndexOf(" has "), nameAndFault.lastIndexOf(" lies "));
        String name = nameAndFault.substring(0, end);
        List<String> refusal = refusal(new RawZip().with("good.csv").with(name));
        assertThat(refusal).singleElement().asString().startsWith("NAME_REFUSED: Entry 2 (");
        assertThat(refusal.get(0)).endsWith(")" + nameAndFault.substring(end) + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.csv", "/a.csv", "C:/a.csv", ".x/a.csv", "x\\a.csv"})
    void refusesABadFolderAroundAllMembers(String name) throws IOException {
        assertThat(refusal(new RawZip().with(name))).singleElement().asString().startsWith("NAME_REFUSED");
    }

    @Test
    void refusesTwoFolders() throws IOException {
        assertThat(refusal(new RawZip().with("x/a.csv").with("y/b.csv")))
                .containsExactly(
                        "NAME_REFUSED: Entry 1 (x?a.csv) lies in a folder; only one folder around all files is"
                                + " expected.",
                        "NAME_REFUSED: Entry 2 (y?b.csv) lies in a folder; only one folder around all files is"
                                + " expected.");
    }

    @Test
    void refusesTheSameNameTwice() throws IOException {
        assertThat(refusal(new RawZip().with("a.csv").with("a.csv").with("A.CSV")))
                .containsExactly(
                        "NAME_REFUSED: Entry 2 (a.csv) has the same name as entry 1.",
                        "NAME_REFUSED: Entry 3 (A.CSV) has the same name as entry 1.");
    }

    @Test
    void refusesLinksAndDevices() throws IOException {
        assertThat(refusal(new RawZip().with(PLAIN.ofMode(0120777))))
                .containsExactly("ARCHIVE_REFUSED: Entry 1 (a.csv) is a link or another special file.");
        assertThat(refusal(new RawZip().with(PLAIN.ofMode(0020666)))).hasSize(1);
    }

    @Test
    void refusesEncryptedEntries() throws IOException {
        assertThat(refusal(new RawZip().with(PLAIN.flagged(1))))
                .containsExactly(
                        "ARCHIVE_REFUSED: Entry 1 (a.csv) is encrypted; the files inside an archive are expected"
                                + " plain.");
    }

    @Test
    void refusesOtherPackingMethods() throws IOException {
        assertThat(refusal(new RawZip().with(PLAIN.packedBy(12))))
                .containsExactly(
                        "ARCHIVE_REFUSED: Entry 1 (a.csv) is packed with method 12; stored or deflated is expected.");
    }

    @Test
    void refusesTooManyEntries() throws IOException {
        Limits two = new Limits(2, 1_000, 1_000, 100, 1_000);
        assertThat(refusal(new RawZip().with("a").with("b").with("c").in(folder), two))
                .containsExactly("ARCHIVE_REFUSED: The archive has more than 2 entries.");
    }

    private Path seventyThousandEntries() throws IOException {
        Path zip = folder.resolve("many.zip");
        try (ZipArchiveOutputStream out =
                new ZipArchiveOutputStream(new BufferedOutputStream(Files.newOutputStream(zip)))) {
            out.setUseZip64(Zip64Mode.AsNeeded);
            out.setMethod(ZipEntry.STORED);
            for (int index = 0; index < 70_000; index++) {
                ZipArchiveEntry entry = new ZipArchiveEntry("n" + index);
                entry.setSize(0);
                entry.setCrc(0);
                out.putArchiveEntry(entry);
                out.closeArchiveEntry();
            }
        }
        return zip;
    }

    @Test
    void refusesSeventyThousandEntriesUnread() throws IOException {
        assertThat(refusal(seventyThousandEntries(), Limits.usual()))
                .containsExactly("ARCHIVE_REFUSED: The archive has more than 1,000 entries.");
    }

    @Test
    void refusesAZip64DirectoryThatIsLongerThanItSays() throws IOException {
        byte[] zip = Files.readAllBytes(seventyThousandEntries());
        int end = zip.length - 22 - 20 - 56;
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putLong(end + 32, 1).putLong(end + 40, 46);
        assertThat(refusal(file(zip), Limits.usual()))
                .containsExactly("ARCHIVE_REFUSED: The file is no zip archive, or it is cut off.");
    }

    @Test
    void refusesABackslashThatTheLibraryTakesForASlash() throws IOException {
        Entry dos = Entry.deflated("x\\a.csv", CONTENT).ofMode(0);
        assertThat(refusal(new RawZip().with(dos)))
                .containsExactly("NAME_REFUSED: Entry 1 (x?a.csv) has a backslash in its name.");
    }

    @Test
    void refusesADirectoryThatHidesItsEntries() throws IOException {
        RawZip zip = new RawZip();
        for (int index = 0; index < 1_500; index++) {
            zip.with("n" + index);
        }
        byte[] bytes = zip.bytes();
        bytes[bytes.length - 14] = 1;
        bytes[bytes.length - 13] = 0;
        bytes[bytes.length - 12] = 1;
        bytes[bytes.length - 11] = 0;
        assertThat(refusal(file(bytes), Limits.usual()))
                .containsExactly("ARCHIVE_REFUSED: The archive has more than 1,000 entries.");
    }

    @Test
    void refusesTooManyBytes() throws IOException {
        Limits small = new Limits(10, 20, 10, 100, 1_000);
        assertThat(refusal(new RawZip().with("a").with("b").with("c").in(folder), small))
                .containsExactly("ARCHIVE_REFUSED: The archive holds 24 bytes unpacked; at most 20 are taken.");
        assertThat(refusal(new RawZip().with(Entry.stored("a", new byte[11])).in(folder), small))
                .containsExactly("ARCHIVE_REFUSED: Entry 1 (a) holds 11 bytes unpacked; at most 10 are taken.");
    }

    @Test
    void refusesABombWhileItIsRead() throws IOException {
        byte[] zeros = new byte[50_000_000];
        RawZip bomb = new RawZip().with(Entry.deflated("a.csv", zeros));
        assertThat(ending(bomb, Limits.usual())).isEqualTo("The member a.csv unfolds to 100 times its size or more.");
    }

    @Test
    void takesASmallMemberThatPacksWell() throws IOException {
        Path zip =
                new RawZip().with(Entry.deflated("a.csv", new byte[9_000_000])).in(folder);
        try (Bundle bundle = Bundle.open(zip, Limits.usual());
                InputStream bytes = bundle.source(bundle.members().get(0)).open()) {
            assertThat(bytes.transferTo(OutputStream.nullOutputStream())).isEqualTo(9_000_000);
        }
    }

    @Test
    void refusesAMemberThatIsLargerThanItsDirectorySays() throws IOException {
        RawZip lying =
                new RawZip().with(Entry.deflated("a.csv", new byte[100_000]).sized(8));
        assertThat(ending(lying, Limits.usual()))
                .isEqualTo("The member a.csv holds more than the 8 bytes that the directory says.");
    }

    @Test
    void refusesAMemberThatIsSmallerThanItsDirectorySays() throws IOException {
        assertThat(ending(new RawZip().with(PLAIN.sized(9)), Limits.usual()))
                .isEqualTo("The member a.csv holds 8 bytes; the directory says 9.");
    }

    @Test
    void refusesAMemberThatDisagreesWithItsChecksum() throws IOException {
        assertThat(ending(new RawZip().with(PLAIN.summed(7)), Limits.usual()))
                .isEqualTo("The member a.csv disagrees with its checksum: the archive is damaged.");
    }

    @Test
    void refusesAMemberThatCannotBeUnpacked() throws IOException {
        byte[] packed = RawZip.deflate(new byte[1_000]);
        assertThat(ending(new RawZip().with(PLAIN.sized(1_000).holding(Arrays.copyOf(packed, 5))), Limits.usual()))
                .isEqualTo("The member a.csv cannot be unpacked: the archive is damaged.");
        assertThat(ending(new RawZip().with(PLAIN.holding(new byte[] {7, 7, 7, 7})), Limits.usual()))
                .isEqualTo("The member a.csv cannot be unpacked: the archive is damaged.");
    }

    @Test
    void refusesWhatIsNoZip() throws IOException {
        byte[] zip = new RawZip().with("a.csv").bytes();
        String noZip = "ARCHIVE_REFUSED: The file is no zip archive, or it is cut off.";
        assertThat(refusal(file(new byte[0]), Limits.usual())).containsExactly(noZip);
        assertThat(refusal(file("a,b\n1,2\n".getBytes(UTF_8)), Limits.usual())).containsExactly(noZip);
        assertThat(refusal(file(Arrays.copyOf(zip, zip.length - 1)), Limits.usual()))
                .containsExactly(noZip);
    }

    @Test
    void refusesAnArchiveWithoutFiles() throws IOException {
        String empty = "ARCHIVE_REFUSED: The archive holds no file.";
        assertThat(refusal(new RawZip())).containsExactly(empty);
        assertThat(refusal(new RawZip().with(Entry.stored("x/", new byte[0])))).containsExactly(empty);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tellsOfDamageAndNeverFails(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] zip = new RawZip()
                .with("x/a.csv")
                .with("x/b.csv")
                .with(Entry.stored("x/c.csv", CONTENT))
                .bytes();
        for (int round = 0; round < 250; round++) {
            byte[] damaged = zip.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            readAll(file(damaged));
        }
    }

    private static void readAll(Path zip) throws IOException {
        try (Bundle bundle = Bundle.open(zip, Limits.usual())) {
            assertThat(bundle.refused() || !bundle.members().isEmpty()).isTrue();
            for (Bundle.Member member : bundle.members()) {
                read(bundle, member);
            }
        }
    }

    private static void read(Bundle bundle, Bundle.Member member) throws IOException {
        try (InputStream bytes = bundle.source(member).open()) {
            bytes.transferTo(OutputStream.nullOutputStream());
        } catch (UnreadableException e) {
            assertThat(e.problem().fact()).startsWith("The member ");
        }
    }
}
