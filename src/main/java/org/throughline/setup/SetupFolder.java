package org.throughline.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reviewed set-up files below mappings/ folders: {@code <sender>/partner.yaml}, {@code agreements/*.yaml} and
 * {@code policy/*.yaml}. A file of an earlier folder stands for the file of the same name in a later one.
 */
public final class SetupFolder {
    private final List<Path> roots;
    private final SetupSurroundings surroundings;

    /** Folders that are searched in this order. */
    public SetupFolder(List<Path> roots, SetupSurroundings surroundings) {
        this.roots = List.copyOf(roots);
        this.surroundings = surroundings;
    }

    /** Reads everything; what is wrong, in one file or between files, goes to the findings. */
    public ReviewedSetup read(Findings findings) {
        List<SetupFile> partnerFiles = files(SetupFolder::isPartner);
        List<Partner> partners = each(partnerFiles, new PartnerReader(surroundings, findings)::read);
        Set<String> names = partnerFiles.stream().map(SetupFile::folder).collect(Collectors.toSet());
        AgreementReader agreementReader = new AgreementReader(names, findings);
        List<Agreement> agreements = each(files(path -> isIn(path, "agreements")), agreementReader::read);
        Set<String> numbers = agreements.stream().map(Agreement::agreement).collect(Collectors.toSet());
        PolicyReader policyReader = new PolicyReader(surroundings.measures(), numbers, findings);
        return new ReviewedSetup(partners, agreements, each(files(path -> isIn(path, "policy")), policyReader::read));
    }

    private static <T> List<T> each(List<SetupFile> files, Function<SetupFile, Optional<T>> reader) {
        return files.stream().flatMap(file -> reader.apply(file).stream()).toList();
    }

    private static boolean isPartner(Path relative) {
        return relative.getNameCount() == 2 && relative.getFileName().toString().equals("partner.yaml");
    }

    private static boolean isIn(Path relative, String folder) {
        return relative.getNameCount() == 2
                && relative.getName(0).toString().equals(folder)
                && relative.getFileName().toString().endsWith(".yaml");
    }

    private List<SetupFile> files(Predicate<Path> wanted) {
        Map<String, SetupFile> files = new TreeMap<>();
        for (Path root : roots) {
            for (Path path : below(root)) {
                if (wanted.test(root.relativize(path))) {
                    SetupFile file = SetupFile.read(root, path);
                    files.putIfAbsent(file.name(), file);
                }
            }
        }
        return List.copyOf(files.values());
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
