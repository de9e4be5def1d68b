package org.throughline.mapping;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.mapping.yaml.Branch;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Merge;
import org.throughline.mapping.yaml.Nearest;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;
import org.throughline.mapping.yaml.YamlText;

/** The trees of a mapping's files, each read once, and laid over its base where it extends one. */
final class MappingTrees {

    static final String BASES = "standards/bases/";

    private final Map<String, String> files;
    private final Findings findings;
    private final Map<String, Optional<Tree>> read = new HashMap<>();

    MappingTrees(Map<String, String> files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    boolean has(String path) {
        return files.containsKey(path);
    }

    Set<String> paths() {
        return files.keySet();
    }

    /** The tree of a file as it stands. */
    Optional<Tree> plain(String path) {
        Optional<Tree> known = read.get(path);
        if (known == null) {
            known = YamlText.read(path, files.get(path), findings);
            read.put(path, known);
        }
        return known;
    }

    /** The tree of a file over its base. */
    Optional<Tree> merged(String path) {
        return plain(path).map(tree -> tree instanceof Branch branch ? merged(branch) : tree);
    }

    private Tree merged(Branch branch) {
        Optional<Tree> extended = branch.value("extends");
        if (extended.isEmpty() || extended.get().isNull()) {
            return branch;
        }
        if (!(extended.get() instanceof Text base)) {
            findings.report(extended.get().mark(), "`extends` is the path of one base file.");
            return branch;
        }
        return base(base).map(tree -> Merge.over(tree, branch)).orElse(branch);
    }

    private Optional<Tree> base(Text path) {
        if (!path.text().startsWith(BASES)) {
            findings.report(path.mark(), "`extends` is `" + path.text() + "`, but must be a file below " + BASES + ".");
            return Optional.empty();
        }
        if (!has(path.text())) {
            findings.report(
                    path.mark(),
                    "The base `" + path.text() + "` is not there." + Nearest.hint(path.text(), files.keySet()));
            return Optional.empty();
        }
        return plain(path.text()).filter(tree -> {
            boolean twice =
                    tree instanceof Branch branch && branch.value("extends").isPresent();
            if (twice) {
                findings.report(
                        path.mark(),
                        "The base `" + path.text() + "` extends another file; only one level is possible.");
            }
            return !twice;
        });
    }
}
