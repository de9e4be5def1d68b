import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/**
 * Writes the jOOQ classes of the hub's schemas: migrates an empty embedded PostgreSQL and reads its catalogue.
 * Does nothing while the migrations and this file are unchanged. Arguments: folder of migrations, target folder.
 */
final class GenerateJooq {
    private static final String PACKAGE = "org.throughline.store.jooq";
    private static final List<String> SCHEMAS =
            List.of("intake", "canonical", "linkage", "measure", "release", "audit");

    private GenerateJooq() {}

    public static void main(String[] args) throws Exception {
        var migrations = Path.of(args[0]);
        var target = Path.of(args[1]);
        var stamp = target.resolveSibling("jooq.stamp");
        var hash = hash(migrations, Path.of("src/build/java/GenerateJooq.java"));
        if (Files.exists(stamp) && Files.readString(stamp).equals(hash)) {
            return;
        }
        delete(target);
        if (!Files.isDirectory(migrations)) {
            return;
        }
        generate(migrations, target);
        Files.writeString(stamp, hash);
    }

    private static void generate(Path migrations, Path target) throws Exception {
        try (var server = EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .start()) {
            Flyway.configure()
                    .dataSource(server.getPostgresDatabase())
                    .locations("filesystem:" + migrations)
                    .placeholders(Map.of("role_prefix", "build_"))
                    .load()
                    .migrate();
            GenerationTool.generate(configuration(server.getJdbcUrl("postgres", "postgres"), target));
        }
    }

    private static Configuration configuration(String url, Path target) {
        var database = new Database()
                .withName("org.jooq.meta.postgres.PostgresDatabase")
                .withSchemata(SCHEMAS.stream()
                        .map(name -> new SchemaMappingType().withInputSchema(name))
                        .toList())
                .withIncludeSystemSequences(false)
                .withIncludeRoutines(true);
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc().withDriver("org.postgresql.Driver").withUrl(url))
                .withGenerator(new Generator()
                        .withDatabase(database)
                        .withGenerate(new Generate()
                                .withGeneratedAnnotation(false)
                                .withComments(true)
                                .withJavadoc(false)
                                .withImplicitJoinPathsToMany(false)
                                .withGlobalObjectReferences(true))
                        .withTarget(new Target().withPackageName(PACKAGE).withDirectory(target.toString())));
    }

    private static String hash(Path folder, Path self) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(Files.readAllBytes(self));
        if (!Files.isDirectory(folder)) {
            return HexFormat.of().formatHex(digest.digest());
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(GenerateJooq::remove);
        }
    }

    private static void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
