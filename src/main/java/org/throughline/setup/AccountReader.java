package org.throughline.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.intake.OpenPgp;

/** Reads the account of a partner file: where its files are fetched and delivered, and with which keys. */
final class AccountReader {
    private static final int SFTP_PORT = 22;
    private static final List<String> COMPLETIONS = List.of("done_file", "rename");
    private static final Pattern PUBLIC_KEY =
            Pattern.compile("\\s*((?:ssh|ecdsa|sk)-[a-z0-9@.-]+ [A-Za-z0-9+/]{32,}={0,2})(?: .*)?\\s*", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}");
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
    private static final Pattern FOLDER = Pattern.compile("[\\p{L}\\p{N}_./ -]*");

    private final SetupSurroundings surroundings;
    private final SetupFile file;

    AccountReader(SetupSurroundings surroundings, SetupFile file) {
        this.surroundings = surroundings;
        this.file = file;
    }

    PartnerAccount read(SetupNode node) {
        String transport = node.requiredWord("transport", List.of("sftp", "folder", "drop"));
        PartnerAccount account = switch (transport) {
            case "sftp" -> sftp(node, folder(node), completion(node));
            case "drop" -> local(transport, dropFolder(), completion(node), Optional.of(new DropReader(node).read()));
            default -> local(transport, folder(node), completion(node), Optional.empty());
        };
        Optional<OpenPgp> openPgp = node.section("openpgp").map(section -> new OpenPgpReader(this, section).read());
        node.finish();
        return account.sealed(openPgp);
    }

    private String folder(SetupNode node) {
        return surroundings.resolve(node, "folder", node.required("folder"));
    }

    private static String completion(SetupNode node) {
        return node.requiredWord("completion", COMPLETIONS);
    }

    /** The home that the hub keeps for the partner; no partner file chooses it. */
    private String dropFolder() {
        return surroundings.home().resolve("drop").resolve(file.folder()).toString();
    }

    private static PartnerAccount local(
            String transport, String folder, String completion, Optional<PartnerAccount.Drop> drop) {
        return new PartnerAccount(
                transport,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                folder,
                completion,
                drop,
                Optional.empty());
    }

    private PartnerAccount sftp(SetupNode node, String folder, String completion) {
        String host = fitting(node, "host", HOST, "a host name or an IPv4 address");
        int port =
                node.parsed("port", AccountReader::port, "a port, 1 to 65535").orElse(SFTP_PORT);
        String username = fitting(node, "username", USERNAME, "letters, digits and . _ @ -");
        if (folder.contains("..") || !FOLDER.matcher(folder).matches()) {
            node.find("folder", "The value of folder is not a path of letters, digits, . _ - and spaces, without ..");
        }
        return new PartnerAccount(
                "sftp",
                Optional.of(host),
                Optional.of(port),
                Optional.of(username),
                Optional.of(hostKey(node)),
                Optional.of(keyFile(node)),
                folder,
                completion,
                Optional.empty(),
                Optional.empty());
    }

    /** What becomes part of an endpoint's address holds no character that would end it there. */
    private static String fitting(SetupNode node, String key, Pattern form, String expected) {
        String text = node.required(key);
        if (!text.isEmpty() && !form.matcher(text).matches()) {
            node.find(key, "The value of " + key + " is not " + expected + ".");
        }
        return text;
    }

    private static int port(String text) {
        return Words.fitting(Integer.parseInt(text), port -> port >= 1 && port <= 65_535);
    }

    private String hostKey(SetupNode node) {
        String stated = node.required("host_key");
        if (stated.isEmpty()) {
            return "";
        }
        Optional<String> key = stated.contains(" ") ? Optional.of(stated) : keyText(node, stated);
        if (key.isEmpty()) {
            return "";
        }
        Matcher form = PUBLIC_KEY.matcher(key.get());
        if (!form.matches()) {
            node.find(
                    "host_key",
                    "The host key is no public key. Give a line such as 'ssh-ed25519 AAAA...', or the file that holds"
                            + " it.");
            return "";
        }
        return form.group(1);
    }

    private Optional<String> keyText(SetupNode node, String stated) {
        Path path = file.path().resolveSibling(surroundings.resolve(node, "host_key", stated));
        try {
            return Optional.of(Files.readString(path, StandardCharsets.UTF_8));
        } catch (IOException missing) {
            node.find(
                    "host_key",
                    "The file " + stated + " of the host key cannot be read. Put it beside the partner file, or give"
                            + " the key itself.");
            return Optional.empty();
        }
    }

    private String keyFile(SetupNode node) {
        String stated = node.required("key_file");
        if (stated.isEmpty()) {
            return "";
        }
        String path = surroundings.resolve(node, "key_file", stated);
        if (!path.contains("${") && !Files.isReadable(Path.of(path))) {
            node.find(
                    "key_file",
                    "The file " + stated + " of the hub's private key is not there or cannot be read. Put the key"
                            + " there, readable by the hub alone (mode 0600).");
        }
        return path;
    }

    /** A file that a key names, beside the partner file where the path is none from the root. */
    Path file(SetupNode node, String key, String text) {
        return file.path().resolveSibling(surroundings.resolve(node, key, text)).normalize();
    }
}
