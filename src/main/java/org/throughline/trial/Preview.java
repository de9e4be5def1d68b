package org.throughline.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.throughline.canonical.CanonicalRecord;
import org.throughline.intake.Progress;
import org.throughline.intake.StagedRecord;
import org.throughline.mapping.ColumnUse;
import org.throughline.mapping.Mapping;
import org.throughline.mapping.MemberMapping;
import org.throughline.problem.Problem;

/**
 * A file before and after mapping: its first records, what stands in its columns, and the codes that no code set knows. What
 * the viewer may not see is shown by its shape.
 */
public final class Preview {
    private final Mapping mapping;
    private final int rows;
    private final boolean lifted;

    /**
     * Previews under this mapping.
     *
     * @param rows how many records of each member are shown
     * @param lifted true where the viewer may see values
     */
    public Preview(Mapping mapping, int rows, boolean lifted) {
        this.mapping = mapping;
        this.rows = rows;
        this.lifted = lifted;
    }

    /** What a preview shows. */
    public record Result(
            TrialResult trial, List<PreviewRow> rows, List<ColumnContents> columns, List<UnmappedCode> unmapped) {
        public Result {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
            unmapped = List.copyOf(unmapped);
        }
    }

    /** The preview of one file. */
    public Result of(TrialFile file, Progress progress) {
        Look look = new Look();
        TrialResult trial = new Trial(mapping).run(file, look, progress);
        List<ContentsTally> tallies = look.members.values().stream()
                .flatMap(member -> member.tallies.stream())
                .toList();
        return new Result(
                trial,
                look.drafts.stream().map(Draft::row).toList(),
                tallies.stream().map(ContentsTally::contents).toList(),
                tallies.stream().flatMap(tally -> tally.unmapped().stream()).toList());
    }

    private final class Look implements TrialWatcher {
        private final Map<String, Member> members = new LinkedHashMap<>();
        private final Map<String, Integer> shown = new HashMap<>();
        private final List<Draft> drafts = new ArrayList<>();

        @Override
        public void member(String name, List<String> header) {
            members.put(name, new Member(name, header));
        }

        @Override
        public void record(TriedRecord tried, StagedRecord record) {
            Member member = members.get(record.place().member());
            member.count(record.cells());
            if (shown.merge(record.place().member(), 1, Integer::sum) <= rows) {
                drafts.add(new Draft(member, tried, record));
            }
        }
    }

    /** A member while it is read. */
    private final class Member {
        private final Optional<MemberMapping> known;
        private final List<ColumnUse> uses;
        private final List<ContentsTally> tallies;

        Member(String name, List<String> header) {
            this.known = mapping.member(name);
            this.uses = known.map(member -> member.columns(header))
                    .orElseGet(() -> header.stream()
                            .map(column -> new ColumnUse(column, false, true, List.of()))
                            .toList());
            this.tallies = uses.stream()
                    .map(use -> new ContentsTally(name, use, lifted))
                    .toList();
        }

        void count(List<String> cells) {
            for (int i = 0; i < tallies.size(); i++) {
                tallies.get(i).add(i < cells.size() ? cells.get(i) : "");
            }
        }
    }

    /** A record that is shown; its state is known at the end. */
    private final class Draft {
        private final Veil veil = new Veil(lifted);
        private final Member member;
        private final TriedRecord tried;
        private final StagedRecord record;

        Draft(Member member, TriedRecord tried, StagedRecord record) {
            this.member = member;
            this.tried = tried;
            this.record = record;
        }

        PreviewRow row() {
            return new PreviewRow(
                    record.place(),
                    tried.state(),
                    before(),
                    record.records().stream().map(this::after).toList(),
                    Stream.concat(record.problems().stream(), tried.found().stream())
                            .map(this::trouble)
                            .toList());
        }

        private List<PreviewRow.Shown> before() {
            List<PreviewRow.Shown> shown = new ArrayList<>();
            for (int i = 0; i < record.cells().size(); i++) {
                String cell = record.cells().get(i);
                if (!cell.isBlank()) {
                    shown.add(
                            i < member.uses.size()
                                    ? new PreviewRow.Shown(
                                            member.uses.get(i).column(), veil.cell(member.uses.get(i), cell))
                                    : new PreviewRow.Shown("", veil.key(cell)));
                }
            }
            return shown;
        }

        private PreviewRow.After after(CanonicalRecord canonical) {
            List<PreviewRow.Shown> fields = new ArrayList<>();
            canonical
                    .entity()
                    .fields()
                    .forEach(field -> veil.field(canonical, field, member.known)
                            .ifPresent(text -> fields.add(new PreviewRow.Shown(field.name(), text))));
            return new PreviewRow.After(
                    canonical.entity().table(), veil.key(canonical.key()), canonical.retracted(), fields);
        }

        private PreviewRow.Trouble trouble(Problem problem) {
            return new PreviewRow.Trouble(
                    problem.code(), problem.level().word(), problem.place().column(), veil.problem(problem));
        }
    }
}
