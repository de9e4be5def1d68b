package org.throughline.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The partners' side of the demo: an SFTP server in this process with a home per provider, and folders of this machine for the
 * agencies. Lays down what they send, and answers what they receive.
 */
final class DemoPartners implements AutoCloseable {
    private static final List<String> PROVIDERS = List.of("bridgeway", "harborlight", "northstar");
    private static final List<String> AGENCIES = List.of("coc", "dcyf");
    private static final String PLACEHOLDER_PORT = "port: 2222";
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path home;
    private final PartnerServer server;
    private final Map<String, Path> accounts = new TreeMap<>();

    private DemoPartners(Path home, PartnerServer server) {
        this.home = home;
        this.server = server;
    }

    /** Starts the server and writes the hub's keys and partner files for it into the hub's home. */
    static DemoPartners start(Path home, Path installed) {
        try {
            Path partners = Files.createDirectories(home.resolve("partners"), OWNER_ONLY);
            DemoPartners demo = new DemoPartners(home, PartnerServer.start(partners));
            demo.open(partners, installed);
            return demo;
        } catch (IOException e) {
            throw new UncheckedIOException("The partners' side of the demo cannot be made under " + home, e);
        }
    }

    private void open(Path partners, Path installed) throws IOException {
        Path keys = Files.createDirectories(home.resolve("keys"));
        KeyPair hubKey = PartnerServer.newKey();
        PartnerServer.writeKey(hubKey, keys.resolve("hub_ed25519"));
        for (String provider : PROVIDERS) {
            accounts.put(provider, server.open(provider, hubKey.getPublic()));
            Files.writeString(keys.resolve(provider + "-host.pub"), server.hostKey() + "\n");
            Path file = home.resolve("mappings").resolve(provider).resolve("partner.yaml");
            Files.createDirectories(file.getParent());
            String reviewed = Files.readString(installed.resolve(provider).resolve("partner.yaml"));
            Files.writeString(file, reviewed.replace(PLACEHOLDER_PORT, "port: " + server.port()));
        }
        for (String agency : AGENCIES) {
            Path account = partners.resolve(agency);
            for (String folder : List.of("inbox", "receipts", "outcomes", "acks", "archive")) {
                Files.createDirectories(account.resolve(folder));
            }
            accounts.put(agency, account);
        }
    }

    /** The providers among them. */
    List<String> providers() {
        return PROVIDERS;
    }

    /** The partners and where their accounts stand on this machine. */
    Map<String, Path> accounts() {
        return accounts;
    }

    /** Lays down what the partners send in this night; returns sender and name of each file, done-files left out. */
    List<String> send(int night) {
        List<DemoFiles.DemoFile> files = DemoFiles.of(night);
        for (DemoFiles.DemoFile file : files) {
            Path place = accounts.get(file.partner()).resolve("inbox").resolve(file.name());
            try (InputStream bytes = file.open()) {
                Path arriving = place.resolveSibling(file.name() + ".part");
                Files.copy(bytes, arriving, StandardCopyOption.REPLACE_EXISTING);
                Files.move(arriving, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files.stream()
                .filter(file -> !file.isDoneFile())
                .map(file -> file.partner() + "/" + file.name())
                .toList();
    }

    /** Has every provider read the outcome files it has not answered yet, and answer them; returns how many it answered. */
    int acknowledge() {
        int answered = 0;
        for (String provider : PROVIDERS) {
            for (Path file : outcomes(provider)) {
                answered += acknowledge(provider, file) ? 1 : 0;
            }
        }
        return answered;
    }

    /** The outcome files at a provider's account, oldest first. */
    List<Path> outcomes(String provider) {
        Path folder = accounts.get(provider).resolve("outcomes");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean acknowledge(String provider, Path outcome) {
        try {
            Path answered = home.resolve("demo").resolve("answered").resolve(provider);
            Files.createDirectories(answered);
            Path note = answered.resolve(outcome.getFileName());
            if (Files.exists(note)) {
                return false;
            }
            byte[] content = Files.readAllBytes(outcome);
            long rows = new String(content, StandardCharsets.UTF_8).lines().count() - 1;
            String answer = "{\"file\":\"%s\",\"sha256\":\"%s\",\"rows\":%d,\"outcome\":\"accepted\"}\n"
                    .formatted(outcome.getFileName(), sha256(content), rows);
            Path acks = accounts.get(provider).resolve("acks");
            Path arriving = acks.resolve(outcome.getFileName() + ".ack.json.part");
            Files.writeString(arriving, answer);
            Files.move(arriving, acks.resolve(outcome.getFileName() + ".ack.json"), StandardCopyOption.ATOMIC_MOVE);
            Files.createFile(note);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
