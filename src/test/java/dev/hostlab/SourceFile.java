package dev.hostlab;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// A Java file as the compiler reads it: its lines and its methods, without types or dependencies.
record SourceFile(Path path, List<String> lines, List<Method> methods, List<String> imports) {

    /// @param lines from the line of the opening brace to that of the closing one
    record Method(String name, int lines) {}

    /// All Java files below the given directories.
    static List<SourceFile> below(Path... directories) throws IOException {
        var paths = new ArrayList<Path>();
        for (var directory : directories) {
            try (var files = Files.walk(directory)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(paths::add);
            }
        }
        return parse(paths);
    }

    private static List<SourceFile> parse(List<Path> paths) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var files = manager.getJavaFileObjectsFromPaths(paths);
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, files);
            var trees = Trees.instance(task);
            var result = new ArrayList<SourceFile>();
            for (var unit : task.parse()) {
                result.add(read(unit, trees));
            }
            return result;
        }
    }

    private static SourceFile read(CompilationUnitTree unit, Trees trees) throws IOException {
        var path = Path.of(unit.getSourceFile().toUri());
        var imports = unit.getImports().stream()
                .map(line -> line.getQualifiedIdentifier().toString())
                .toList();
        return new SourceFile(path, Files.readAllLines(path), methodsOf(unit, trees), imports);
    }

    private static List<Method> methodsOf(CompilationUnitTree unit, Trees trees) {
        var positions = trees.getSourcePositions();
        var lines = unit.getLineMap();
        var found = new ArrayList<Method>();
        new TreeScanner<@Nullable Void, List<Method>>() {
            @Override
            public @Nullable Void visitMethod(MethodTree method, List<Method> methods) {
                var body = method.getBody();
                if (body != null) {
                    var first = lines.getLineNumber(positions.getStartPosition(unit, body));
                    var last = lines.getLineNumber(positions.getEndPosition(unit, body));
                    methods.add(new Method(method.getName().toString(), (int) (last - first + 1)));
                }
                return super.visitMethod(method, methods);
            }
        }.scan(unit, found);
        return found;
    }
}
