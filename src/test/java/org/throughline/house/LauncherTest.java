package org.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, run on a made-up installation whose JDK and Maven only say how they were called. */
final class LauncherTest {
    private static final Instant OLD = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private Path install;
    private Path jdk;
    private Path bin;

    @BeforeEach
    void installationWithBlanksInItsPath() throws IOException {
        install = Files.createDirectories(folder.resolve("a clone & more").resolve("through line"));
        Files.copy(ProjectFiles.root().resolve("throughline"), install.resolve("throughline"));
        Files.createDirectories(install.resolve("src/main"));
        Files.createDirectories(install.resolve("schema"));
        age(Files.writeString(install.resolve("pom.xml"), "<project/>"));
        age(Files.writeString(install.resolve("src/main/HubMain.java"), "class HubMain {}"));
        jdk = jdk("jdk 17", "17.0.15");
        bin = Files.createDirectories(folder.resolve("bin"));
        script(bin.resolve("mvn"), "echo \"mvn $*\"; mkdir -p target/lib; echo jar > target/throughline.jar");
    }

    @Test
    void buildsOnceAndPassesArgumentsOn() throws Exception {
        var first = run(install.resolve("throughline"), "demo", "two words");
        var second = run(install.resolve("throughline"), "demo");

        assertThat(first.output()).contains("[org.throughline.HubMain][demo][two words]");
        assertThat(first.messages()).contains("Building Throughline.").contains("mvn -q");
        assertThat(second.messages()).isEmpty();
    }

    @Test
    void buildsAgainWhenASourceIsNewerThanTheJar() throws Exception {
        run(install.resolve("throughline"), "demo");
        Files.setLastModifiedTime(install.resolve("target/throughline.jar"), FileTime.from(OLD.minusSeconds(60)));

        assertThat(run(install.resolve("throughline"), "demo").messages()).contains("Building Throughline.");
    }

    @Test
    void worksThroughARelativeLinkFromAnotherFolder() throws Exception {
        var link = Files.createSymbolicLink(
                bin.resolve("hub"), bin.relativize(install).resolve("throughline"));

        assertThat(run(link, "doctor").output())
                .contains("[-Dthroughline.install=" + install.toRealPath() + "]")
                .contains("[doctor]")
                .endsWith("in " + folder.toRealPath() + "\n");
    }

    @Test
    void quietsANewJdkOnly() throws Exception {
        assertThat(run(install.resolve("throughline"), "demo").output()).doesNotContain("unsafe");

        jdk = jdk("jdk 25", "25.0.1");
        assertThat(run(install.resolve("throughline"), "demo").output())
                .contains("[--sun-misc-unsafe-memory-access=allow][--enable-native-access=ALL-UNNAMED]");
    }

    @Test
    void passesOverAnOldJdk() throws Exception {
        jdk = jdk("jdk 11", "11.0.2");
        script(bin.resolve("javac"), "exit 0");
        var result = run(install.resolve("throughline"), "demo");

        // A newer JDK may stand in the machine's usual folder; then the launcher finds that one.
        assertThat(result.output() + result.messages()).doesNotContain("jdk 11/bin/java");
    }

    @Test
    void startsNothingWhenTheBuildFails() throws Exception {
        script(bin.resolve("mvn"), "echo 'no such library' >&2; exit 1");
        var result = run(install.resolve("throughline"), "demo");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.output()).isEmpty();
        assertThat(result.messages()).contains("no such library").endsWith("Nothing was started.\n");
    }

    private Path jdk(String name, String version) throws IOException {
        var home = Files.createDirectories(folder.resolve(name).resolve("bin")).getParent();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/javac"), "exit 0");
        script(
                home.resolve("bin/java"),
                "printf '[%s]' \"$@\"; printf ' by %s' \"$0\"; printf ' in %s\\n' \"$(pwd -P)\"");
        return home;
    }

    private Result run(Path launcher, String... arguments) throws Exception {
        var command = Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments))
                .toList();
        var out = folder.resolve("out.txt");
        var err = folder.resolve("err.txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(Map.of("JAVA_HOME", jdk.toString(), "PATH", bin + ":" + System.getenv("PATH")));
        var code = builder.start().waitFor();
        return new Result(code, Files.readString(out), Files.readString(err));
    }

    private static void script(Path file, String body) throws IOException {
        Files.write(file, List.of("#!/bin/sh", body));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(OLD));
    }

    private record Result(int code, String output, String messages) {}
}
