package org.throughline.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughline.intake.Holidays;

/**
 * The reviewed set-up files below mappings/ folders: {@code <sender>/partner.yaml}, {@code agreements/*.yaml},
 * {@code policy/*.yaml} and {@code calendars/*.yaml}. A file of an earlier folder stands for the file of the same name in a later one.
 */
public final class SetupFolder {
    private final List<Path> roots;
    private final SetupSurroundings surroundings;

    /** Folders that are searched in this order. */
    public SetupFolder(List<Path> roots, SetupSurroundings surroundings) {
        this.roots = List.copyOf(roots);
        this.surroundings = surroundings;
    }

    /**
     * Reads everything and tells what is about these partners. Their own files are read last: what stands in two files is then
     * found in theirs. Others' mappings are not compiled.
     */
    public SetupReview review(SetupScope scope) {
        Findings findings = new Findings();
        List<SetupFile> partnerFiles = files(SetupFolder::isPartner, file -> scope.names(file.folder()));
        var calendars = each(files(path -> isIn(path, "calendars"), file -> false), new CalendarReader(findings)::read);
        DueReader dues = new DueReader(named(calendars.values()));
        var partners = each(partnerFiles, new PartnerReader(scope, surroundings, dues, findings)::read);
        Set<String> names = partnerFiles.stream().map(SetupFile::folder).collect(Collectors.toSet());
        AgreementReader agreementReader = new AgreementReader(names, findings);
        var agreements = each(files(path -> isIn(path, "agreements"), scope::isNamedIn), agreementReader::read);
        Set<String> numbers = agreements.values().stream()
                .flatMap(Optional::stream)
                .map(Agreement::agreement)
                .collect(Collectors.toSet());
        PolicyReader policyReader = new PolicyReader(surroundings.measures(), numbers, findings);
        var rules = each(files(path -> isIn(path, "policy"), scope::isNamedIn), policyReader::read);
        return new SetupContent(partners, agreements, rules, calendars.keySet()).review(scope, findings);
    }

    private static <T> Map<SetupFile, Optional<T>> each(
            List<SetupFile> files, Function<SetupFile, Optional<T>> reader) {
        Map<SetupFile, Optional<T>> read = new LinkedHashMap<>();
        files.forEach(file -> read.put(file, reader.apply(file)));
        return read;
    }

    private static Map<String, Holidays> named(Collection<Optional<Holidays>> calendars) {
        return calendars.stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Holidays::calendar, calendar -> calendar, (one, other) -> one));
    }

    private static boolean isPartner(Path relative) {
        return relative.getNameCount() == 2 && relative.getFileName().toString().equals("partner.yaml");
    }

    private static boolean isIn(Path relative, String folder) {
        return relative.getNameCount() == 2
                && relative.getName(0).toString().equals(folder)
                && relative.getFileName().toString().endsWith(".yaml");
    }

    private List<SetupFile> files(Predicate<Path> wanted, Predicate<SetupFile> last) {
        Map<String, SetupFile> files = new TreeMap<>();
        for (Path root : roots) {
            for (Path path : below(root)) {
                if (wanted.test(root.relativize(path))) {
                    SetupFile file = SetupFile.read(root, path);
                    files.putIfAbsent(file.name(), file);
                }
            }
        }
        return files.values().stream().sorted(Comparator.comparing(last::test)).toList();
    }

    private static Collection<Path> below(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(root, 2)) {
            return paths.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
