package org.throughline.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.throughline.demo.peer.AgencyDatabase;
import org.throughline.demo.peer.ApiPeer;
import org.throughline.demo.peer.DropPeer;
import org.throughline.demo.peer.MailPeer;
import org.throughline.demo.peer.MllpPeer;
import org.throughline.demo.peer.PgpPeer;
import org.throughline.demo.peer.UploadPeer;
import org.throughline.intake.OpenPgp;
import org.throughline.pgp.Sealer;
import org.throughline.route.MailSetting;

/**
 * The demo's partners who are reached live: a provider's web API that the hub pulls, an agency's database that it reads, a
 * hospital that sends messages by MLLP, and a provider that posts one file over HTTP and drops another, encrypted, at the hub's
 * own SFTP server. Each sends in the first night; in later nights there is nothing new.
 */
final class LivePartners implements AutoCloseable {
    /** The partner whose outcomes go into a table. */
    static final String TABLED = "fernhill";

    private static final Instant KEYS_MADE = Instant.parse("2026-01-02T00:00:00Z");
    private static final int TOKEN_BYTES = 24;
    private static final int CREATED = 201;
    private static final String DATABASE = "jdbc:postgresql://127.0.0.1:15432/postgres";
    private static final String WAGES = "create table wage_record (person_id text, last_name text, first_name text,"
            + " birth_date date, ssn text, employer_account text, naics text, quarter_start date, wages numeric(12,2),"
            + " changed_at timestamptz, primary key (person_id, employer_account, quarter_start));"
            + " grant select on wage_record to hub";
    private static final String OUTCOMES = "create table fernhill_outcome (client_id text, measure text,"
            + " measure_version text, status text, event_month text, outcome_window text, observed_through text,"
            + " primary key (client_id, measure)); grant select, insert, update on fernhill_outcome to hub";

    private final Path home;
    private final KeyPair fernhill = PartnerServer.newKey();
    private final ApiPeer api;
    private final AgencyDatabase agency;
    private final MailPeer mail = MailPeer.start();
    private final int mllpPort;

    private LivePartners(Path home, ApiPeer api, AgencyDatabase agency) throws IOException {
        this.home = home;
        this.api = api;
        this.agency = agency;
        try (ServerSocket free = new ServerSocket(0)) {
            this.mllpPort = free.getLocalPort();
        }
    }

    /** Starts the peers, lays down what the hub will find there in this night, and writes keys and partner files. */
    static LivePartners start(Path home, Path installed, int night) {
        try {
            Path keys = Files.createDirectories(home.resolve("keys"));
            String token = secret();
            secretFile(keys.resolve("lantern.token"), token);
            ApiPeer api = ApiPeer.start(token);
            AgencyDatabase agency =
                    AgencyDatabase.start(home.resolve("demo").resolve("agency"), keys.resolve("labor.password"));
            agency.run(WAGES);
            agency.run(OUTCOMES);
            LivePartners partners = new LivePartners(home, api, agency);
            partners.writeKeys(keys);
            partners.writePartnerFiles(installed);
            if (night == 1) {
                partners.layDown();
            }
            return partners;
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's live partners cannot be made under " + home, e);
        }
    }

    private void writeKeys(Path keys) throws IOException {
        Path own = Files.createDirectories(home.resolve("demo").resolve("fernhill"));
        if (!Files.exists(own.resolve("pgp.asc"))) {
            PgpPeer.writeKey(
                    "Hub of the demo (synthetic)", KEYS_MADE, keys.resolve("hub-pgp.asc"), own.resolve("hub.pub.asc"));
            PgpPeer.writeKey(
                    "Fernhill (synthetic)", KEYS_MADE, own.resolve("pgp.asc"), keys.resolve("fernhill-pgp.pub.asc"));
        }
    }

    private void writePartnerFiles(Path installed) throws IOException {
        write(installed, "lantern", "127.0.0.1:18080", "127.0.0.1:" + api.port());
        write(installed, "labor", DATABASE, agency.url());
        write(installed, "stmaren", "'12575'", "'" + mllpPort + "'");
        write(
                installed,
                "fernhill",
                "public_keys: \\['[^']*']",
                "public_keys: ['" + PublicKeyEntry.toString(fernhill.getPublic()) + "']",
                DATABASE,
                agency.url());
    }

    private void write(Path installed, String partner, String... placeholdersAndReal) throws IOException {
        Path file = home.resolve("mappings").resolve(partner).resolve("partner.yaml");
        Files.createDirectories(file.getParent());
        String text = Files.readString(installed.resolve(partner).resolve("partner.yaml"));
        for (int at = 0; at < placeholdersAndReal.length; at += 2) {
            text = text.replaceAll(placeholdersAndReal[at], placeholdersAndReal[at + 1]);
        }
        Files.writeString(file, text);
    }

    private void layDown() {
        api.serve(Stream.of("page-1", "page-2", "page-3")
                .map(page -> LiveFiles.text("lantern/" + page + ".json"))
                .toList());
        List<List<String>> rows = LiveFiles.text("labor/wage_record.csv")
                .lines()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
        agency.add("wage_record", rows.get(0), rows.subList(1, rows.size()));
    }

    /** Sends what is sent in this night; returns sender and name of each file that the hub must now know. */
    List<String> send(int night, Served hub) {
        if (night > 1) {
            return List.of();
        }
        List<String> messages = List.of(LiveFiles.text("stmaren/adt.hl7").split("\n\n")).stream()
                .map(message -> message.strip().replace("\n", "\r") + "\r")
                .toList();
        acknowledgements = MllpPeer.send(mllpPort, messages);
        drop(hub, "fernhill_participants_2026-10-06.csv");
        upload(hub, "fernhill_visits_2026-10-06.csv");
        return List.of("fernhill/fernhill_participants_2026-10-06.csv", "fernhill/fernhill_visits_2026-10-06.csv");
    }

    private List<String> acknowledgements = List.of();

    /** What the hub answered to the hospital's messages, in their order. */
    List<String> acknowledgements() {
        return acknowledgements;
    }

    private void drop(Served hub, String name) {
        Path own = home.resolve("demo").resolve("fernhill");
        Path sealed = own.resolve(name + ".pgp");
        OpenPgp setting = new OpenPgp(
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.of(own.resolve("pgp.asc")),
                List.of(own.resolve("hub.pub.asc")),
                false);
        new Sealer(setting)
                .seal(
                        new ByteArrayInputStream(LiveFiles.bytes("fernhill/" + name)),
                        sealed,
                        DemoCalendar.clock(1).instant())
                .ifPresent(fault -> {
                    throw new IllegalStateException("The demo's file cannot be sealed: " + fault);
                });
        try {
            DropPeer.put(
                    new DropPeer.Login(hub.dropPort(), hub.dropHostKey(), "fernhill", fernhill),
                    name + ".pgp",
                    Files.readAllBytes(sealed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void upload(Served hub, String name) {
        URI address = URI.create("http://127.0.0.1:" + hub.httpPort() + "/feeds/fernhill/visits/files?name=" + name);
        int status = UploadPeer.post(address, hub.newUploadToken("fernhill"), LiveFiles.bytes("fernhill/" + name));
        if (status != CREATED) {
            throw new IllegalStateException("The hub answered an upload with " + status + ".");
        }
    }

    /** How the hub reaches the demo's mail server: in clear, since both are this machine. */
    MailSetting mail() {
        return new MailSetting(
                "127.0.0.1",
                mail.port(),
                "hub@throughline.example",
                Optional.empty(),
                MailSetting.Security.PLAIN,
                Optional.empty());
    }

    /** The mails that came in. */
    List<String> mails() {
        return mail.mails();
    }

    /** Outcome rows that stand in Fernhill's table. */
    long outcomeRows() {
        return agency.count("fernhill_outcome");
    }

    /** The accounts among them and where they stand on this machine. */
    Map<String, Path> accounts() {
        return Map.of("fernhill", home.resolve("drop").resolve("fernhill"));
    }

    private static String secret() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void secretFile(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, (text + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        api.close();
        mail.close();
        agency.close();
    }
}
