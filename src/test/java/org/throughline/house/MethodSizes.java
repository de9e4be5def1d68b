package org.throughline.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/** Lines per method body, and how many top-level types are public, of parsed source files. */
final class MethodSizes extends TreeScanner<Void, CompilationUnitTree> {
    private final List<Integer> lines = new ArrayList<>();
    private final SourcePositions positions;
    private int types;
    private int publicTypes;

    private MethodSizes(SourcePositions positions) {
        this.positions = positions;
    }

    static MethodSizes of(List<Path> sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            var sizes = new MethodSizes(Trees.instance(task).getSourcePositions());
            for (var unit : task.parse()) {
                sizes.count(unit);
            }
            return sizes;
        }
    }

    private void count(CompilationUnitTree unit) {
        for (var type : unit.getTypeDecls()) {
            types++;
            if (((ClassTree) type).getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                publicTypes++;
            }
        }
        scan(unit, unit);
    }

    @Override
    public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
        if (method.getBody() != null) {
            var map = unit.getLineMap();
            var first = map.getLineNumber(positions.getStartPosition(unit, method));
            var last = map.getLineNumber(positions.getEndPosition(unit, method));
            lines.add((int) (last - first + 1));
        }
        return super.visitMethod(method, unit);
    }

    /** The size that the given share of all methods does not exceed. */
    int percentile(double share) {
        var sorted = lines.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    double shareOfPackagePrivateTypes() {
        return types == 0 ? 1 : 1 - (double) publicTypes / types;
    }

    @Override
    public String toString() {
        return "%d methods, median %d lines, p90 %d; %d types, %.0f %% package-private"
                .formatted(lines.size(), percentile(0.5), percentile(0.9), types, 100 * shareOfPackagePrivateTypes());
    }
}
