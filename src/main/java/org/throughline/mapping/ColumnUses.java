package org.throughline.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.throughline.canonical.Entity;

/** Finds how a member's mapping uses columns, and which words are its own. */
final class ColumnUses {
    private final CompiledMember member;

    ColumnUses(CompiledMember member) {
        this.member = member;
    }

    /** The use of every column of a header. */
    List<ColumnUse> of(List<String> header) {
        Columns columns = new HeaderCheck(member.table(), member.member(), header).columns();
        List<ColumnUse> uses = new ArrayList<>();
        for (int position = 0; position < header.size(); position++) {
            int at = position;
            List<SourceField> fields = member.table().fields().stream()
                    .filter(field -> columns.position(field) == at)
                    .toList();
            uses.add(use(header.get(position), fields));
        }
        return uses;
    }

    /** Codes and constants that may be written into a canonical field. */
    Set<String> words(Entity entity, String field) {
        Set<String> words = new HashSet<>();
        lines().filter(line ->
                        line.entity() == entity && line.set().field().name().equals(field))
                .forEach(line -> {
                    Slot slot = unguarded(line.set().slot());
                    if (slot instanceof ConstantSlot constant) {
                        words.add(constant.constant().toString());
                    }
                    codes(slot).ifPresent(codes -> words.addAll(codes.codes().ours()));
                });
        return words;
    }

    private ColumnUse use(String column, List<SourceField> fields) {
        List<ColumnUse.Crosswalk> crosswalks = new ArrayList<>();
        lines().map(line -> codes(unguarded(line.set().slot())))
                .flatMap(Optional::stream)
                .filter(codes -> fields.contains(codes.source()))
                .map(ColumnUses::crosswalk)
                .distinct()
                .forEach(crosswalks::add);
        boolean personal = fields.isEmpty() || fields.stream().anyMatch(this::isPersonal);
        return new ColumnUse(column, !fields.isEmpty(), personal, crosswalks);
    }

    private static ColumnUse.Crosswalk crosswalk(CodeSlot slot) {
        Set<String> known = new HashSet<>(slot.source().missing().words());
        known.addAll(slot.codes().table().theirs());
        return new ColumnUse.Crosswalk(
                slot.codes().name(), known, slot.codes().other().level().word());
    }

    private boolean isPersonal(SourceField field) {
        return field.personal()
                || lines().anyMatch(line ->
                        line.set().field().personal() && line.set().sources().contains(field));
    }

    private Stream<Line> lines() {
        return member.writes().stream()
                .flatMap(write -> write.set().stream().map(set -> new Line(write.entity(), set)));
    }

    private static Slot unguarded(Slot slot) {
        return slot instanceof GuardedSlot guarded ? guarded.slot() : slot;
    }

    private static Optional<CodeSlot> codes(Slot slot) {
        return slot instanceof CodeSlot codes ? Optional.of(codes) : Optional.empty();
    }

    private record Line(Entity entity, SetField set) {}
}
