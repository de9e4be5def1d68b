package org.throughline.route;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Route;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.throughline.problem.SetupException;

/** The route templates of {@code routes/}: loaded at start, made into routes for each account. */
final class Templates {
    private static final String SUFFIX = ".camel.yaml";
    private static final List<String> ALWAYS =
            List.of("sftp-pull", "folder-pull", "sftp-deliver", "folder-deliver", "poll", MailRoute.TEMPLATE);

    private final DefaultCamelContext context;
    private final List<String> expected;

    Templates(DefaultCamelContext context, List<ChannelKind> kinds) {
        this.context = context;
        this.expected = Stream.concat(ALWAYS.stream(), kinds.stream().map(ChannelKind::route))
                .toList();
    }

    /** Loads every route file and makes sure that no expected template is missing: Camel itself would say nothing. */
    void load(Optional<Path> folder) {
        List<String> findings = new ArrayList<>();
        for (Resource file : folder.map(this::files).orElseGet(this::bundled)) {
            try {
                PluginHelper.getRoutesLoader(context).loadRoutes(file);
            } catch (Exception unreadable) {
                findings.add("Route file " + name(file) + " cannot be loaded: " + unreadable.getMessage()
                        + " Compare it with the file that comes with the hub.");
            }
        }
        String place = folder.map(path -> "folder " + path).orElse("the hub's own files");
        expected.stream()
                .filter(template -> context.getRouteTemplateDefinition(template) == null)
                .map(missing -> "Route template " + missing + " is not in " + place + ". Put " + missing + SUFFIX
                        + " there, with a routeTemplate of this id.")
                .forEach(findings::add);
        if (!findings.isEmpty()) {
            throw new SetupException(findings);
        }
    }

    private static String name(Resource file) {
        return file.getLocation().substring(file.getLocation().lastIndexOf('/') + 1);
    }

    private List<Resource> bundled() {
        return expected.stream()
                .map(name ->
                        PluginHelper.getResourceLoader(context).resolveResource("classpath:routes/" + name + SUFFIX))
                .filter(Resource::exists)
                .toList();
    }

    private List<Resource> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .map(Templates::resource)
                    .toList();
        } catch (IOException missing) {
            throw new SetupException(
                    "Folder " + folder + " of the routes cannot be read. Point to the folder routes of the"
                            + " installation, or leave it out to use the hub's own.");
        }
    }

    private static Resource resource(Path file) {
        try {
            return ResourceHelper.fromString(file.toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new SetupException("Route file " + file + " cannot be read. Make it readable for the hub, in UTF-8.");
        }
    }

    /**
     * Makes a route of a template and starts it; a parameter that names a bean gets the bean. One at a time: Camel's registry does
     * not bear two.
     */
    synchronized Route add(String template, String id, Map<String, String> parameters, Map<String, Object> beans) {
        TemplatedRouteBuilder route =
                TemplatedRouteBuilder.builder(context, template).routeId(id);
        parameters.forEach(route::parameter);
        beans.forEach((name, bean) -> {
            context.getRegistry().bind(id + "-" + name, bean);
            route.parameter(name, id + "-" + name);
        });
        route.add();
        return context.getRoute(id);
    }

    /** Stops a route, after what is under way is done, and takes it away; does nothing where there is none. */
    void remove(String id) {
        if (context.getRoute(id) == null) {
            return;
        }
        try {
            context.getRouteController().stopRoute(id);
            context.removeRoute(id);
        } catch (Exception ours) {
            throw new IllegalStateException("Route " + id + " does not stop.", ours);
        }
    }
}
