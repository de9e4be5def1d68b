package org.throughline.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.throughline.intake.ChannelUse;

/** Reads the channels of a partner file and holds them against the route templates that they name. */
final class ChannelReader {
    private static final String NAME = "[a-z][a-z0-9-]{1,60}";

    private final SetupSurroundings surroundings;
    private final List<String> feeds;

    /**
     * Channels of one partner.
     *
     * @param feeds names of the partner's feeds
     */
    ChannelReader(SetupSurroundings surroundings, List<String> feeds) {
        this.surroundings = surroundings;
        this.feeds = feeds;
    }

    List<ChannelEntry> read(List<SetupNode> nodes) {
        Set<String> names = new HashSet<>();
        List<ChannelEntry> channels = new ArrayList<>();
        for (SetupNode node : nodes) {
            ChannelEntry channel = channel(node);
            if (!channel.name().isEmpty() && !names.add(channel.name())) {
                node.find(
                        "name",
                        "The channel " + channel.name() + " stands here twice. Give each channel its own name.");
            }
            channels.add(channel);
        }
        return channels;
    }

    private ChannelEntry channel(SetupNode node) {
        String name = node.required("name");
        if (!name.isEmpty() && !name.matches(NAME)) {
            node.find("name", "A channel's name is lower-case letters, digits and hyphens, at most 61.");
        }
        String route = node.required("route");
        RouteCatalog routes = surroundings.routes();
        node.mustBeAmong("route", routes.names(), route, "route template for channels");
        Optional<String> feed = feed(node, routes.use(route));
        Optional<SetupNode> section = node.section("parameters");
        if (routes.use(route).isPresent() && section.isEmpty()) {
            node.required("parameters");
        }
        Map<String, String> parameters = section.map(
                        stated -> routes.use(route).isPresent() ? parameters(stated, route) : Map.<String, String>of())
                .orElse(Map.of());
        node.finish();
        return new ChannelEntry(name, route, feed, parameters);
    }

    private Optional<String> feed(SetupNode node, Optional<ChannelUse> use) {
        Optional<String> feed = node.text("feed");
        feed.ifPresent(named -> node.mustBeAmong("feed", feeds, named, "feed"));
        if (use.equals(Optional.of(ChannelUse.PULL))) {
            node.required("feed");
        } else if (use.equals(Optional.of(ChannelUse.DELIVER)) && feed.isPresent()) {
            node.find("feed", "A channel that delivers fills no feed. Take the key feed away.");
        }
        return feed;
    }

    private Map<String, String> parameters(SetupNode node, String route) {
        Map<String, String> values = new TreeMap<>();
        for (RouteParameter parameter : surroundings.routes().parameters(route)) {
            if (parameter.form().filter(ParameterForm::given).isEmpty()) {
                value(node, parameter).ifPresent(value -> values.put(parameter.name(), value));
            }
        }
        node.finish();
        return values;
    }

    private Optional<String> value(SetupNode node, RouteParameter parameter) {
        Optional<String> stated = parameter.required()
                ? Optional.of(node.required(parameter.name())).filter(text -> !text.isEmpty())
                : node.text(parameter.name());
        Optional<String> value = stated.map(text -> surroundings.resolve(node, parameter.name(), text));
        value.ifPresent(text -> check(node, parameter, text));
        return value;
    }

    private static void check(SetupNode node, RouteParameter parameter, String text) {
        String name = parameter.name();
        if (parameter.form().isEmpty()) {
            return;
        }
        ParameterForm form = parameter.form().get();
        form.mismatch(text)
                .ifPresent(expected -> node.find(name, "The value of " + name + " is not " + expected + "."));
        boolean file = form.kind() == ParameterForm.Kind.FILE || form.kind() == ParameterForm.Kind.SECRET_FILE;
        if (file && !text.contains("${") && !Files.isReadable(Path.of(text))) {
            String secret = form.kind() == ParameterForm.Kind.SECRET_FILE
                    ? " Put the secret there, readable by the hub alone (mode 0600)."
                    : " Put it there.";
            node.find(name, "The file of " + name + " is not there or cannot be read." + secret);
        }
    }
}
