package org.throughline.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.format.RecordFormat;
import org.throughline.format.hl7.FieldAddress;
import org.throughline.format.hl7.Hl7Format;
import org.throughline.format.hl7.Hl7Setting;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;

/** Compiles the fields of one kind of HL7 message. */
final class Hl7MessageCompiler implements FormatCompiler {
    private static final String EACH = "each";

    private final Hl7Setting setting;
    private final Set<String> types;

    Hl7MessageCompiler(Hl7Setting setting, Set<String> types) {
        this.setting = setting;
        this.types = types;
    }

    @Override
    public Set<String> sourceKeys() {
        return Set.of(EACH);
    }

    @Override
    public boolean columnsArePaths() {
        return true;
    }

    @Override
    public RecordFormat format(Source source) {
        Map<String, List<FieldAddress>> columns = new LinkedHashMap<>();
        source.table().fields().forEach(field -> {
            List<FieldAddress> addresses = FieldAddress.anyOf(field.column());
            columns.put(field.column(), addresses);
            if (addresses.isEmpty()) {
                Section section = source.fields().get(field.name());
                source.findings()
                        .report(
                                section.mark("column"),
                                "`" + field.column() + "` is no place in a message; write it as in PID-5.1, NK1(2)-2,"
                                        + " PID-3(2).1, PID-3[MR].1 or PRD[RT]-2,"
                                        + " several with the word or between them.");
            }
        });
        return new Hl7Format(setting, types, columns, each(source));
    }

    private static Optional<String> each(Source source) {
        Optional<Text> each = source.section().text(EACH);
        each.filter(name -> !name.text().matches("[A-Z][A-Z0-9]{2}"))
                .ifPresent(name -> source.findings()
                        .report(name.mark(), "`each` is the name of a segment, such as PID; a row begins at each."));
        return each.map(Text::text);
    }
}
