package org.throughline.setup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.throughline.intake.ChannelUse;

/** The route templates that a partner's channels may use, with the parameters that they declare. */
public final class RouteCatalog {
    private static final String SUFFIX = ".camel.yaml";

    private final Optional<Path> folder;
    private final Map<String, ChannelUse> uses;

    /**
     * Templates.
     *
     * @param folder the installation's routes/; empty for the ones that come with the hub
     * @param uses what each template that a channel may use is for
     */
    public RouteCatalog(Optional<Path> folder, Map<String, ChannelUse> uses) {
        this.folder = folder;
        this.uses = new TreeMap<>(uses);
    }

    /** Names of the templates that a channel may use. */
    Collection<String> names() {
        return uses.keySet();
    }

    /** What channels of a template are for; empty for a template that no channel may use. */
    Optional<ChannelUse> use(String route) {
        return Optional.ofNullable(uses.get(route));
    }

    /** True where a channel may use this template and its file can be read. */
    public boolean has(String route) {
        return uses.containsKey(route) && text(route).isPresent();
    }

    /** The files that hold the secrets of a channel. */
    public List<Path> secrets(ChannelEntry channel) {
        return parameters(channel.route()).stream()
                .filter(parameter -> parameter
                        .form()
                        .filter(form -> form.kind() == ParameterForm.Kind.SECRET_FILE)
                        .isPresent())
                .flatMap(parameter -> Optional.ofNullable(channel.parameters().get(parameter.name())).stream())
                .map(Path::of)
                .toList();
    }

    /** The parameters of a template; none where its file is not there or cannot be read, which the hub tells at start. */
    List<RouteParameter> parameters(String route) {
        return text(route).map(RouteCatalog::parse).orElse(List.of());
    }

    private Optional<String> text(String route) {
        try {
            if (folder.isPresent()) {
                Path file = folder.get().resolve(route + SUFFIX);
                return Files.isReadable(file) ? Optional.of(Files.readString(file)) : Optional.empty();
            }
            try (InputStream bytes = RouteCatalog.class.getResourceAsStream("/routes/" + route + SUFFIX)) {
                return bytes == null
                        ? Optional.empty()
                        : Optional.of(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The parameters that the templates of a route file declare. */
    public static List<RouteParameter> parse(String yaml) {
        List<RouteParameter> parameters = new ArrayList<>();
        try {
            Object file = new Load(LoadSettings.builder().build()).loadFromString(yaml);
            for (Object entry : list(file)) {
                for (Object parameter :
                        list(map(map(entry).get("routeTemplate")).get("parameters"))) {
                    parameters.add(parameter(map(parameter)));
                }
            }
        } catch (YamlEngineException unreadable) {
            return List.of();
        }
        return parameters;
    }

    private static RouteParameter parameter(Map<?, ?> parameter) {
        String description = String.valueOf(parameter.get("description"));
        return new RouteParameter(
                String.valueOf(parameter.get("name")),
                description,
                Boolean.TRUE.equals(parameter.get("required")),
                ParameterForm.of(description));
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
