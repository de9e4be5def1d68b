package org.throughline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.throughline.HubConfiguration.Listening;
import org.throughline.HubConfiguration.Login;
import org.throughline.HubConfiguration.Server;
import org.throughline.mapping.Diagnostic;
import org.throughline.node.Node;
import org.throughline.problem.SetupException;
import org.throughline.route.MailSetting;
import org.throughline.setup.Findings;
import org.throughline.setup.NearestName;
import org.throughline.setup.SetupNode;
import org.throughline.store.Migrations;

/** Reads the environment and throughline.yaml; everything that is wrong is told at once. */
final class ConfigurationReader {
    private static final String HOME = "THROUGHLINE_HOME";
    private static final String URL = "THROUGHLINE_DB_URL";
    private static final String USER = "THROUGHLINE_DB_USER";
    private static final String PASSWORD_FILE = "THROUGHLINE_DB_PASSWORD_FILE";
    private static final String NODE = "THROUGHLINE_NODE";
    private static final String PREFIX = "THROUGHLINE_DB_";
    private static final List<String> KNOWN = List.of(URL, USER, PASSWORD_FILE);
    private static final String FILE = "throughline.yaml";
    private static final ZoneId USUAL_ZONE = ZoneId.of("America/New_York");
    private static final int USUAL_POOL = 6;
    private static final String LOOPBACK = "127.0.0.1";
    private static final int USUAL_DROP_PORT = 2222;
    private static final int USUAL_HTTP_PORT = 8080;
    private static final int LAST_PORT = 65_535;

    private final Map<String, String> environment;
    private final Path home;
    private final List<String> wrong = new ArrayList<>();

    private ConfigurationReader(Map<String, String> environment) {
        this.environment = new TreeMap<>(environment);
        this.home = home(environment);
    }

    /** The home that the environment names, whether or not anything else is right. */
    static Path home(Map<String, String> environment) {
        String stated = environment.getOrDefault(HOME, "");
        return Path.of(stated.isBlank() ? ".throughline" : stated)
                .toAbsolutePath()
                .normalize();
    }

    /** The name of this process among the nodes; the usual one where the environment names none that fits. */
    static String node(Map<String, String> environment) {
        String stated = environment.getOrDefault(NODE, "");
        return Node.isName(stated) ? stated : Node.ALONE;
    }

    static HubConfiguration read(Map<String, String> environment) {
        ConfigurationReader reader = new ConfigurationReader(environment);
        HubConfiguration configuration = reader.configuration();
        if (!reader.wrong.isEmpty()) {
            throw new SetupException(reader.wrong);
        }
        return configuration;
    }

    private HubConfiguration configuration() {
        Findings findings = new Findings();
        Optional<SetupNode> file = file().flatMap(text -> SetupNode.read(FILE, text, findings));
        String rolePrefix = file.flatMap(top ->
                        top.parsed("role_prefix", ConfigurationReader::prefix, "lower-case letters, digits and _"))
                .orElse(Migrations.DEFAULT_ROLE_PREFIX);
        ZoneId zone = file.flatMap(top -> top.parsed("zone", ZoneId::of, "a time zone such as America/New_York"))
                .orElse(USUAL_ZONE);
        int poolSize = file.flatMap(top -> top.parsed("pool_size", ConfigurationReader::poolSize, "a number, 2 to 100"))
                .orElse(USUAL_POOL);
        Optional<SetupNode> owner = file.flatMap(top -> top.section("database_owner"));
        Optional<Server> server = server(owner);
        owner.ifPresent(SetupNode::finish);
        Optional<SetupNode> dropServer = file.flatMap(top -> top.section("drop_server"));
        Listening drop = listening(dropServer, USUAL_DROP_PORT);
        dropServer.ifPresent(SetupNode::finish);
        HubConfiguration.Http http = http(file.flatMap(top -> top.section("http")));
        Optional<MailSetting> mail =
                file.flatMap(top -> top.section("mail")).map(node -> new MailReader(home, this::password).read(node));
        HubConfiguration.Watch watch = new WatchReader(this::password).read(file);
        file.ifPresent(SetupNode::finish);
        findings.all().stream().map(Diagnostic::toString).forEach(wrong::add);
        return new HubConfiguration(home, server, rolePrefix, zone, poolSize, drop, http, node(), mail, watch);
    }

    private String node() {
        variable(NODE)
                .filter(stated -> !Node.isName(stated))
                .ifPresent(stated -> wrong.add(NODE + ": The name does not fit. Take lower-case letters, digits and"
                        + " hyphens, forty at most."));
        return node(environment);
    }

    /** Loopback unless the file says otherwise: what listens to the world is switched on by hand. */
    private static Listening listening(Optional<SetupNode> section, int usualPort) {
        String host = section.flatMap(node -> node.parsed("host", ConfigurationReader::host, "an address to listen at"))
                .orElse(LOOPBACK);
        int port = section.flatMap(node -> node.parsed("port", ConfigurationReader::port, "a port, 1 to 65535"))
                .orElse(usualPort);
        return new Listening(host, port);
    }

    private HubConfiguration.Http http(Optional<SetupNode> section) {
        Listening at = listening(section, USUAL_HTTP_PORT);
        Optional<Path> certificate =
                section.flatMap(node -> node.text("certificate")).map(home::resolve);
        Optional<Path> key = section.flatMap(node -> node.text("key")).map(home::resolve);
        section.filter(node -> certificate.isPresent() != key.isPresent())
                .ifPresent(node -> node.find("key", "Give both certificate and key, or neither."));
        section.ifPresent(SetupNode::finish);
        key.filter(Files::exists).ifPresent(file -> password(FILE + " http key", file.toString()));
        return new HubConfiguration.Http(at, certificate, key);
    }

    static String host(String text) {
        if (!text.matches("[A-Za-z0-9.:-]{1,253}")) {
            throw new IllegalArgumentException("no address");
        }
        return text;
    }

    static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("out of range");
        }
        return port;
    }

    private Optional<String> file() {
        Path path = home.resolve(FILE);
        try {
            return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        } catch (IOException unreadable) {
            wrong.add(FILE + ": The file in the hub's home cannot be read. Make it readable UTF-8 text.");
            return Optional.empty();
        }
    }

    private Optional<Server> server(Optional<SetupNode> owner) {
        environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !KNOWN.contains(name))
                .forEach(this::unknown);
        Optional<String> url = variable(URL);
        if (url.isEmpty()) {
            strayed(owner);
            return Optional.empty();
        }
        if (!url.get().startsWith("jdbc:postgresql:")) {
            wrong.add(URL + ": The value is no PostgreSQL address. Write jdbc:postgresql://host:5432/database.");
        }
        if (url.get().contains("password=")) {
            wrong.add(
                    URL + ": The address holds a password. Put it into a file and name that in " + PASSWORD_FILE + ".");
        }
        Login hub = new Login(needed(USER), password(PASSWORD_FILE, needed(PASSWORD_FILE)));
        return Optional.of(new Server(url.get(), hub, owner.map(this::owner).orElse(hub)));
    }

    private void unknown(String name) {
        String advice = name.equals("THROUGHLINE_DB_PASSWORD")
                ? " A password comes from a file: name it in " + PASSWORD_FILE + "."
                : NearestName.question(KNOWN, name);
        wrong.add(name + ": The variable is not known." + advice);
    }

    private void strayed(Optional<SetupNode> owner) {
        for (String name : List.of(USER, PASSWORD_FILE)) {
            if (variable(name).isPresent()) {
                wrong.add(name + ": The variable is set, but " + URL + " is not. Set both, or neither for the embedded"
                        + " database.");
            }
        }
        owner.ifPresent(section -> {
            section.keys();
            section.find("user", "The block database_owner needs " + URL + ". Set it, or remove the block.");
        });
    }

    private Login owner(SetupNode section) {
        String user = section.required("user");
        return new Login(user, password(FILE + " database_owner password_file", section.required("password_file")));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private String needed(String name) {
        Optional<String> value = variable(name);
        if (value.isEmpty()) {
            wrong.add(name + ": The variable is missing. " + URL + " needs it.");
        }
        return value.orElse("");
    }

    private String password(String where, String file) {
        if (file.isEmpty()) {
            return "";
        }
        Path path = home.resolve(file);
        try {
            SecretFiles.refusal(path).ifPresent(reason -> wrong.add(where + ": " + reason));
            return Files.readString(path, StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            wrong.add(where + ": The file cannot be read. Put the password there, readable by the hub alone.");
            return "";
        }
    }

    private static String prefix(String text) {
        if (!text.matches("[a-z][a-z0-9_]{0,19}")) {
            throw new IllegalArgumentException("not a prefix");
        }
        return text;
    }

    private static int poolSize(String text) {
        int size = Integer.parseInt(text);
        if (size < 2 || size > 100) {
            throw new IllegalArgumentException("out of range");
        }
        return size;
    }
}
