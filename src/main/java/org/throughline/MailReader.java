package org.throughline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.throughline.notice.Mail;
import org.throughline.route.MailSetting;
import org.throughline.route.MailSetting.Login;
import org.throughline.route.MailSetting.Security;
import org.throughline.setup.SetupNode;

/** Reads the block mail of throughline.yaml. */
final class MailReader {
    private static final int USUAL_PORT = 587;

    private final Path home;
    private final BinaryOperator<String> secret;

    /** Files are found from the home; a secret is read by its place in words and its file. */
    MailReader(Path home, BinaryOperator<String> secret) {
        this.home = home;
        this.secret = secret;
    }

    MailSetting read(SetupNode node) {
        String host = node.requiredParsed("host", ConfigurationReader::host, "the name of a mail server", "");
        int port = node.requiredParsed("port", ConfigurationReader::port, "a port, 1 to 65535", USUAL_PORT);
        String from = node.requiredParsed("from", MailReader::address, "an address such as hub@agency.example", "");
        Security security = Security.valueOf(node.requiredWord("security", List.of("starttls", "tls", "plain"))
                .toUpperCase(Locale.ROOT));
        Optional<Login> login = login(node, security);
        Optional<Path> trusted = node.text("trust_file").map(home::resolve);
        trusted.filter(file -> !Files.isReadable(file))
                .ifPresent(file -> node.find("trust_file", "The file cannot be read. Put the PEM certificates there."));
        node.finish();
        return new MailSetting(host, port, from, login, security, trusted);
    }

    private Optional<Login> login(SetupNode node, Security security) {
        Optional<String> user = node.text("user");
        Optional<String> file = node.text("password_file");
        if (user.isPresent() != file.isPresent()) {
            node.find("user", "Give both user and password_file, or neither.");
            return Optional.empty();
        }
        if (user.isPresent() && security == Security.PLAIN) {
            node.find("security", "A password does not travel in clear. Use starttls or tls, or leave the login out.");
        }
        return user.map(name -> new Login(name, secret.apply("throughline.yaml mail password_file", file.orElse(""))));
    }

    private static String address(String text) {
        if (!Mail.isAddress(text)) {
            throw new IllegalArgumentException("no address");
        }
        return text;
    }
}
