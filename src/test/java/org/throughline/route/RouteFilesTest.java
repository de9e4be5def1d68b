package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.throughline.problem.SetupException;
import org.throughline.setup.RouteCatalog;
import org.throughline.setup.RouteParameter;

/** Every route file keeps to Camel's own schema, and to the house's form: one template, named as its file. */
final class RouteFilesTest {
    private static final String SUFFIX = ".camel.yaml";
    private static final Pattern ID = Pattern.compile("^ {4}id: (\\S+)$", Pattern.MULTILINE);
    private static final Pattern PARAMETER = Pattern.compile(
            "^ {6}- name: (\\S+)\n {8}description: (.+)\n {8}required: (true|false)$", Pattern.MULTILINE);
    private static final Pattern USE = Pattern.compile("\\{\\{\\??(\\w+)}}");

    @TempDir
    private Path folder;

    static List<Path> files() {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static List<String> faults(String yaml) throws IOException {
        try (InputStream text = RouteFilesTest.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(new String(text.readAllBytes(), StandardCharsets.UTF_8));
            return schema.validate(yaml, InputFormat.YAML).stream()
                    .map(Object::toString)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void keepsToCamelsSchema(Path file) throws IOException {
        assertThat(faults(Files.readString(file))).isEmpty();
    }

    /** Planted: the schema is seen to complain. */
    @Test
    void complainsAboutStepThatDoesNotExist() throws IOException {
        String planted =
                Files.readString(Path.of("routes/folder-pull.camel.yaml")).replace("- process:", "- proces:");

        assertThat(faults(planted)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void namesTemplateAsItsFile(Path file) throws IOException {
        Matcher id = ID.matcher(Files.readString(file));

        assertThat(id.results().map(found -> found.group(1)))
                .containsExactly(file.getFileName().toString().replace(SUFFIX, ""));
    }

    @ParameterizedTest
    @MethodSource("files")
    void describesEveryParameterThatItUses(Path file) throws IOException {
        String text = Files.readString(file);

        List<String> declared =
                PARAMETER.matcher(text).results().map(found -> found.group(1)).toList();
        List<String> used = USE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(declared)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(used.stream(), read(file).stream()).toList());
    }

    /** What the transport of this name reads itself. */
    private static Set<String> read(Path file) {
        return ChannelKinds.ALL.stream()
                .filter(kind -> file.getFileName().toString().equals(kind.route() + SUFFIX))
                .findFirst()
                .map(ChannelKind::reads)
                .orElse(Set.of());
    }

    @ParameterizedTest
    @MethodSource("files")
    void endsEveryDescriptionWithAFormThatPartnerFilesAreCheckedAgainst(Path file) throws IOException {
        assertThat(withoutForm(Files.readString(file))).isEmpty();
    }

    /** Planted: a form that nobody knows. */
    @Test
    void seesADescriptionWithoutAForm() throws IOException {
        String planted =
                Files.readString(Path.of("routes/folder-pull.camel.yaml")).replace("from (path).", "from (pth).");

        assertThat(withoutForm(planted)).containsExactly("directory");
    }

    private static List<String> withoutForm(String yaml) {
        return RouteCatalog.parse(yaml).stream()
                .filter(parameter -> parameter.form().isEmpty())
                .map(RouteParameter::name)
                .toList();
    }

    private void start(Path routes) {
        RouteSetting setting = new RouteSetting(folder.resolve("spool"), Optional.of(routes), Clock.systemUTC());
        try (HubRoutes hub =
                new HubRoutes(setting, (sender, name) -> Optional.empty(), Partnership::told, event -> {})) {
            hub.start();
        }
    }

    @Test
    void loadsRoutesOfTheInstallation() {
        assertThatCode(() -> start(Path.of("routes"))).doesNotThrowAnyException();
    }

    @Test
    void loadsRoutesBehindALink() throws IOException {
        Path installed = Files.createDirectories(folder.resolve("installed"));
        for (Path file : files()) {
            Files.copy(file, installed.resolve(file.getFileName()));
        }
        Path link = Files.createSymbolicLink(folder.resolve("link"), installed);

        assertThatCode(() -> start(link)).doesNotThrowAnyException();
    }

    @Test
    void namesEveryTemplateThatIsMissing() throws IOException {
        for (Path file : files()) {
            if (!file.getFileName().toString().startsWith("sftp")) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }

        assertThatThrownBy(() -> start(folder))
                .isInstanceOfSatisfying(
                        SetupException.class,
                        setup -> assertThat(setup.findings())
                                .containsExactly(
                                        "Route template sftp-pull is not in folder " + folder
                                                + ". Put sftp-pull.camel.yaml there, with a routeTemplate of this id.",
                                        "Route template sftp-deliver is not in folder " + folder
                                                + ". Put sftp-deliver.camel.yaml there, with a routeTemplate of this"
                                                + " id."));
    }

    @Test
    void namesFileThatCannotBeLoaded() throws IOException {
        for (Path file : files()) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        Files.writeString(folder.resolve("own.camel.yaml"), "- routeTemplate:\n    nonsense: 1\n");

        assertThatThrownBy(() -> start(folder))
                .isInstanceOfSatisfying(
                        SetupException.class,
                        setup -> assertThat(setup.findings())
                                .hasSize(1)
                                .first()
                                .asString()
                                .startsWith("Route file own.camel.yaml cannot be loaded: ")
                                .endsWith(" Compare it with the file that comes with the hub."));
    }
}
