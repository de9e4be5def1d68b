package org.throughline.mapping;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.throughline.canonical.Entity;
import org.throughline.format.AnnotatingFormat;
import org.throughline.format.Annotation;
import org.throughline.format.ByteSource;
import org.throughline.format.RecordReader;

/** A member mapping as compiled. */
record CompiledMember(
        String member,
        boolean required,
        SourceTable table,
        List<WriteRule> writes,
        Checks checks,
        List<TestCase> tests,
        boolean needsReceivedOn,
        ExpressionCount expressions)
        implements MemberMapping {

    CompiledMember {
        writes = List.copyOf(writes);
        tests = List.copyOf(tests);
    }

    @Override
    public RecordReader open(ByteSource source, String memberName) throws IOException {
        return table.format().open(source, memberName);
    }

    @Override
    public void annotate(ByteSource original, LongFunction<Optional<Annotation>> annotations, OutputStream copy)
            throws IOException {
        if (table.format() instanceof AnnotatingFormat format) {
            format.annotate(original, annotations, copy);
            return;
        }
        try (RecordReader records = open(original, member)) {
            AnnotatedList.write(records, annotations, copy);
        }
    }

    @Override
    public boolean annotatesOriginal() {
        return table.format() instanceof AnnotatingFormat;
    }

    @Override
    public Binding bind(List<String> header, Facts facts) {
        HeaderCheck check = new HeaderCheck(table, member, header);
        Columns columns = check.columns();
        LocalDate receivedOn = (LocalDate) facts.value("received.on").orElse(null);
        if (receivedOn == null && needsReceivedOn) {
            throw new IllegalArgumentException(
                    "The fact received.on is needed to read years of two digits, but is not given.");
        }
        LocalDate day = facts.day().orElse(null);
        return new Binding(new CompiledRows(this, columns, facts, receivedOn, day, false), check.problems());
    }

    @Override
    public List<ColumnUse> columns(List<String> header) {
        return new ColumnUses(this).of(header);
    }

    @Override
    public Set<String> words(Entity entity, String field) {
        return new ColumnUses(this).words(entity, field);
    }

    @Override
    public Set<Entity> closedByAbsence() {
        return writes.stream().filter(WriteRule::closes).map(WriteRule::entity).collect(Collectors.toUnmodifiableSet());
    }
}
