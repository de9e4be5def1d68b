package org.throughline.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Mappings in folders: the sender's own at {@code <sender>/<feed>.yaml}, ready-made ones at {@code standards/<name>.yaml}, a
 * bundle in a folder with {@code feed.yaml}. Several folders are searched in order, each file by itself, so that a home's file
 * wins over the one that came with the hub.
 */
public final class MappingFolder implements MappingCatalog {

    private static final String STANDARDS = "standards";
    private static final String BUNDLE = "/feed.yaml";
    private static final String YAML = ".yaml";
    private static final Set<String> NO_SENDERS = Set.of("codes", "agreements", "calendars", "policy", STANDARDS);
    private static final Set<String> NO_FEEDS = Set.of("partner", "samples", "bases");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

    private final List<Path> roots;

    private MappingFolder(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /** The mappings under these folders, the first winning; folders that are not there count as empty. */
    public static MappingFolder of(Path... roots) {
        return new MappingFolder(Arrays.asList(roots));
    }

    @Override
    public Optional<MappingSource> find(String id) {
        return root(id).map(root -> new MappingSource(id, root, new FileCollector(this::text).collect(root)));
    }

    @Override
    public List<String> ids() {
        Set<String> ids = new TreeSet<>();
        for (Path root : roots) {
            for (String sender : names(root)) {
                if (sender.equals(STANDARDS)) {
                    feeds(root.resolve(sender)).forEach(ids::add);
                } else if (!NO_SENDERS.contains(sender)) {
                    feeds(root.resolve(sender)).forEach(feed -> ids.add(sender + "/" + feed));
                }
            }
        }
        return new ArrayList<>(ids);
    }

    /** The sample of a mapping; empty where it has none. */
    public Optional<MappingSample> sample(String id) {
        int slash = id.indexOf('/');
        String folder = (slash < 0 ? STANDARDS : id.substring(0, slash)) + "/samples";
        String feed = id.substring(slash + 1);
        return roots.stream()
                .map(root -> root.resolve(folder))
                .map(samples -> MappingSample.in(samples, feed))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<String> feeds(Path folder) {
        List<String> feeds = new ArrayList<>();
        for (String name : names(folder)) {
            String feed = name.endsWith(YAML) ? name.substring(0, name.length() - YAML.length()) : name;
            boolean there = name.endsWith(YAML)
                    ? Files.isRegularFile(folder.resolve(name))
                    : Files.isRegularFile(folder.resolve(name).resolve(BUNDLE.substring(1)));
            if (there && !NO_FEEDS.contains(feed)) {
                feeds.add(feed);
            }
        }
        return feeds;
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of mappings cannot be listed.", e);
        }
    }

    private Optional<String> root(String id) {
        if (!Arrays.stream(id.split("/", -1))
                .allMatch(part -> NAME.matcher(part).matches())) {
            return Optional.empty();
        }
        String path = id.contains("/") ? id : STANDARDS + "/" + id;
        return Stream.of(path + YAML, path + BUNDLE)
                .filter(file -> file(file).isPresent())
                .findFirst();
    }

    private Optional<Path> file(String path) {
        return roots.stream()
                .map(root -> root.resolve(path))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private Optional<String> text(String path) {
        boolean plain = Arrays.stream(path.split("/", -1))
                .allMatch(part -> NAME.matcher(part).matches());
        return plain ? file(path).map(MappingFolder::read) : Optional.empty();
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("A mapping file cannot be read.", e);
        }
    }
}
