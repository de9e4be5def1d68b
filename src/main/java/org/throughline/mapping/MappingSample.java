package org.throughline.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sample of what a sender sends, in a {@code samples} folder: {@code <feed>.sample.<ext>}, or a folder {@code <feed>} with the
 * members of a bundle. Samples are synthetic.
 *
 * @param content the file or folder
 * @param expected {@code <feed>.expected.json}, there or not
 * @param facts {@code <feed>.facts.yaml}, there or not: facts that the sample does not tell, such as its real name
 */
public record MappingSample(Path content, Path expected, Path facts) {

    static Optional<MappingSample> in(Path samples, String feed) {
        Path members = samples.resolve(feed);
        Optional<Path> content = Files.isDirectory(members) ? Optional.of(members) : file(samples, feed);
        return content.map(found -> new MappingSample(
                found, samples.resolve(feed + ".expected.json"), samples.resolve(feed + ".facts.yaml")));
    }

    private static Optional<Path> file(Path samples, String feed) {
        if (!Files.isDirectory(samples)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(samples)) {
            return files.filter(file -> file.getFileName().toString().startsWith(feed + ".sample."))
                    .sorted()
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of samples cannot be listed.", e);
        }
    }
}
