package org.throughline.mapping;

import java.util.List;
import java.util.Optional;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Mark;
import org.throughline.mapping.yaml.Tree;

/** Compiles a mapping, or tells everything that is wrong with it. Needs the text of its files only. */
public final class MappingCompiler {

    /** The mapping, or the findings in the order of file, line and column. */
    public Compilation compile(MappingSource source) {
        Findings findings = new Findings();
        Optional<Mapping> mapping = mapping(source, findings);
        List<Diagnostic> diagnostics = findings.sorted().stream()
                .map(finding -> diagnostic(finding.mark(), finding.message()))
                .toList();
        return new Compilation(diagnostics.isEmpty() ? mapping : Optional.empty(), diagnostics);
    }

    private static Optional<Mapping> mapping(MappingSource source, Findings findings) {
        MappingTrees trees = new MappingTrees(source.files(), findings);
        if (!trees.has(source.root())) {
            findings.report(new Mark(source.root(), 1, 1), "The file is not there.");
            return Optional.empty();
        }
        Optional<Tree> tree = trees.merged(source.root());
        return tree.map(root -> new FeedCompiler(source, trees, findings).mapping(root));
    }

    private static Diagnostic diagnostic(Mark mark, String message) {
        return new Diagnostic(mark.file(), mark.line(), mark.column(), message);
    }
}
