package org.throughline.setup;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.mapping.Compilation;
import org.throughline.mapping.MappingCatalog;
import org.throughline.mapping.MappingSource;

/**
 * What reviewed files refer to beyond themselves.
 *
 * @param home the hub's home, for key files
 * @param mappings where the feeds' mappings are found
 * @param compiler tells whether a mapping compiles
 * @param programTypes codes of the list hub/program_type; empty where the list is not at hand
 * @param measures id of each measure to the class of data it tells about
 * @param routes templates that channels may use
 */
public record SetupSurroundings(
        Path home,
        MappingCatalog mappings,
        MappingTrial compiler,
        Set<String> programTypes,
        Map<String, String> measures,
        RouteCatalog routes) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    /** Compiles a mapping to see whether it can be used. */
    @FunctionalInterface
    public interface MappingTrial {
        /** The mapping or what is wrong with it. */
        Compilation compile(MappingSource source);
    }

    public SetupSurroundings {
        programTypes = Set.copyOf(programTypes);
        measures = Collections.unmodifiableMap(new TreeMap<>(measures));
    }

    /** Fills in the home of the hub; no other variable is known. */
    String resolve(SetupNode node, String key, String text) {
        Matcher variable = VARIABLE.matcher(text);
        while (variable.find()) {
            if (!variable.group(1).equals("THROUGHLINE_HOME")) {
                node.find(key, "The variable " + variable.group() + " is not known here; only ${THROUGHLINE_HOME} is.");
            }
        }
        return text.replace("${THROUGHLINE_HOME}", home.toString());
    }

    /** Reports a mapping that is not there or does not compile. */
    void checkMapping(SetupNode node, String id) {
        if (id.isEmpty()) {
            return;
        }
        var source = mappings.find(id);
        if (source.isEmpty()) {
            Collection<String> known = mappings.ids();
            node.find("mapping", "There is no mapping " + id + "." + NearestName.question(known, id));
            return;
        }
        if (compiler.compile(source.get()).mapping().isEmpty()) {
            node.find("mapping", "The mapping " + id + " does not compile. mapping check " + id + " says why.");
        }
    }
}
