package org.throughline.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughline.Hub;
import org.throughline.setup.SetupScope;
import org.throughline.testing.TestDatabase;

/**
 * A small night that is prepared once and begun often: an installation, a home, and what the demo's partners lay down, all of it
 * synthetic. Every partner has a folder of this machine, so that a night needs nothing but PostgreSQL.
 */
final class NightHome {
    /** When the night is: the evening of the demo's second. */
    static final Instant INSTANT = Instant.parse("2026-10-08T02:00:00Z");

    private static final List<String> PARTNERS =
            List.of("bridgeway", "coc", "dcyf", "harborlight", "lantern", "northstar", "stmaren");
    private static final Path DEMO = Path.of("src", "main", "resources", "demo");

    private final Path root;

    private final Reach reach;

    private NightHome(Path root, Reach reach) {
        this.root = root;
        this.reach = reach;
    }

    /** Prepares the night below this folder and in this database, which is the template of every later one. */
    static NightHome prepare(Path root, TestDatabase template, Reach reach) throws IOException {
        NightHome night = new NightHome(root, reach);
        copy(Path.of("mappings"), night.installation().resolve("mappings"));
        copy(Path.of("routes"), night.installation().resolve("routes"));
        night.reduceInstallation();
        Files.createDirectories(night.home());
        Files.writeString(night.home().resolve("throughline.yaml"), "role_prefix: " + template.rolePrefix() + "\n");
        Path password = Files.createFile(
                night.password(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, template.password());
        for (String partner : PARTNERS) {
            night.account(partner);
        }
        night.layDown();
        Clock clock = Clock.fixed(INSTANT, ZoneOffset.UTC);
        try (Hub hub =
                new Hub(night.environment(template.url(), template.user()), night.installation(), clock, "kills")) {
            hub.partners().apply(SetupScope.all());
        }
        copy(night.home(), night.template());
        return night;
    }

    /** Puts everything back to the evening before. */
    void begin() throws IOException {
        if (Files.exists(home())) {
            try (Stream<Path> inside = Files.list(home())) {
                for (Path each : inside.toList()) {
                    delete(each);
                }
            }
        }
        copy(template(), home());
    }

    Path home() {
        return root.resolve("home");
    }

    Path installation() {
        return root.resolve("installation");
    }

    /** File that says by how many seconds the hub's clock is wrong. */
    Path clock() {
        return root.resolve("clock");
    }

    private Path template() {
        return root.resolve("template");
    }

    private Path password() {
        return root.resolve("password");
    }

    /** The environment in which the hub works here. */
    Map<String, String> environment(String url, String user) {
        return Map.of(
                "THROUGHLINE_HOME",
                home().toString(),
                "THROUGHLINE_DB_URL",
                url,
                "THROUGHLINE_DB_USER",
                user,
                "THROUGHLINE_DB_PASSWORD_FILE",
                password().toString());
    }

    /** Without the partners that are reached live only; messages come as files, with a name. */
    private void reduceInstallation() throws IOException {
        Path mappings = installation().resolve("mappings");
        delete(mappings.resolve("fernhill"));
        delete(mappings.resolve("labor"));
        Files.delete(mappings.resolve("agreements/DSA-DCYF-FH-2026.yaml"));
        try (Stream<Path> rules = Files.list(mappings.resolve("policy"))) {
            for (Path rule : rules.toList()) {
                if (Files.readString(rule).contains("DSA-DCYF-FH-2026")) {
                    Files.delete(rule);
                }
            }
        }
        for (String route : List.of("sftp-pull", "sftp-deliver")) {
            Path file = installation().resolve("routes").resolve(route + ".camel.yaml");
            Files.writeString(file, Files.readString(file).replaceAll("(soTimeout|connectTimeout): \\d+", "$1: 10000"));
        }
        Path adt = mappings.resolve("standards/hl7-adt/feed.yaml");
        Files.writeString(
                adt,
                Files.readString(adt)
                        .replace("  route: mllp-listen\n", "  route: mllp-listen\n  name: 'adt-\\d+\\.hl7'\n"));
    }

    private void account(String partner) throws IOException {
        Path folder = home().resolve("partners").resolve(partner);
        for (String each : List.of("inbox", "receipts", "outcomes", "acks", "archive")) {
            Files.createDirectories(folder.resolve(each));
        }
        Path file = installation().resolve("mappings").resolve(partner).resolve("partner.yaml");
        String completion = partner.equals("harborlight") ? "done_file" : "rename";
        String account = "account: {transport: folder, folder: '${THROUGHLINE_HOME}/partners/" + partner
                + "', completion: " + completion + "}\n";
        String rest = Files.readString(file)
                .replaceAll("(?m)^account:.*\\n(?:  .*\\n)*", "")
                .replaceAll("(?m)^channels:.*\\n(?:  .*\\n?)*", "")
                .replaceAll(", notices: \\[[^]]*]", "");
        Files.writeString(file, rest + reach.account(partner).orElse(account));
    }

    /** The files of the demo's first night, and those of its second that correct or restate them. */
    private void layDown() throws IOException {
        for (String night : List.of("night-2", "night-1")) {
            copy(DEMO.resolve(night), home().resolve("laid"));
        }
        try (Stream<Path> files = Files.walk(home().resolve("laid"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String partner = file.getParent().getFileName().toString();
                Files.move(file, inbox(partner).resolve(file.getFileName()));
            }
        }
        delete(home().resolve("laid"));
        if (reach.account("lantern").isEmpty()) {
            Files.writeString(inbox("lantern").resolve("stays-20261006.ndjson"), stays("", "\n", "\n"));
        }
        Files.writeString(
                inbox("stmaren").resolve("adt-1.hl7"),
                text(DEMO.resolve("live/stmaren/adt.hl7")).replace("\n\n", "\n").replace('\n', '\r'));
    }

    /** The rows of the provider's web API, joined like this. */
    static String stays(String before, String between, String after) {
        return Stream.of(1, 2, 3)
                .map(page -> text(DEMO.resolve("live/lantern/page-" + page + ".json")))
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> line.startsWith("{\"stay\""))
                .map(line -> line.replaceAll(",$", ""))
                .collect(Collectors.joining(between, before, after));
    }

    private Path inbox(String partner) {
        return home().resolve("partners").resolve(partner).resolve("inbox");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> below = Files.walk(from)) {
            for (Path each : below.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
