package org.throughline.format.fhir;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.throughline.format.TextLines;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;

/** NDJSON: a resource in each line. A line that cannot be read is one broken record. */
final class LineResources implements FhirResources {
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]{1,60}");

    private final TextLines lines;
    private final String member;

    LineResources(TextLines lines, String member) {
        this.lines = lines;
        this.member = member;
    }

    @Override
    public Optional<FhirResource> next() throws IOException {
        Optional<TextLines.Line> line = lines.next();
        return line.isPresent() ? Optional.of(resource(line.get())) : Optional.empty();
    }

    private FhirResource resource(TextLines.Line line) throws IOException {
        if (line.problem().isPresent()) {
            return unreadable(line, line.problem());
        }
        try {
            Part tree = JsonText.tree(line.text(), new Place(member, 0, line.number(), 0, ""));
            return new FhirResource(kind(tree), line.number(), "", line.text(), Optional.of(tree), Optional.empty());
        } catch (UnreadableException e) {
            return unreadable(line, Optional.of(e.problem()));
        }
    }

    private static FhirResource unreadable(TextLines.Line line, Optional<Problem> problem) {
        return new FhirResource(FhirResource.UNREADABLE, line.number(), "", line.text(), Optional.empty(), problem);
    }

    /** The type of a resource. */
    static String kind(Part resource) {
        List<Part> type = resource.all("resourceType");
        return type.size() == 1 && TYPE.matcher(type.get(0).text()).matches()
                ? type.get(0).text()
                : FhirResource.UNREADABLE;
    }

    @Override
    public List<Problem> problems() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
