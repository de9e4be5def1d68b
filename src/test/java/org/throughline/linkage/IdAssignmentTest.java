package org.throughline.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.linkage.TestClients.ref;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class IdAssignmentTest {

    @Test
    void newClientsGetNewIds() {
        var client = client("a/1", "b/1");

        assertThat(IdAssignment.of(List.of(client), Map.of()).idOf(client)).isEmpty();
    }

    @Test
    void idGoesWhereMostFormerMembersAre() {
        var small = client("a/1");
        var large = client("b/1", "c/1");
        var assignment = IdAssignment.of(List.of(small, large), Map.of(ref("a/1"), 7L, ref("b/1"), 7L, ref("c/1"), 7L));

        assertThat(assignment.idOf(large)).contains(7L);
        assertThat(assignment.idOf(small)).isEmpty();
        assertThat(assignment.retired()).isEmpty();
    }

    @Test
    void olderIdWinsAMergeOfEquals() {
        var merged = client("a/1", "b/1");
        var assignment = IdAssignment.of(List.of(merged), Map.of(ref("a/1"), 9L, ref("b/1"), 4L));

        assertThat(assignment.idOf(merged)).contains(4L);
        assertThat(assignment.retired()).containsExactly(new Revision.RetiredClient(9, Optional.of(ref("a/1"))));
    }

    @Test
    void largerPartWinsAMerge() {
        var merged = client("a/1", "b/1", "c/1");
        var assignment = IdAssignment.of(List.of(merged), Map.of(ref("a/1"), 4L, ref("b/1"), 9L, ref("c/1"), 9L));

        assertThat(assignment.idOf(merged)).contains(9L);
        assertThat(assignment.retired()).extracting(Revision.RetiredClient::id).containsExactly(4L);
    }

    @Test
    void idOfRecordsThatAreGoneIsRetiredWithoutHeir() {
        var assignment = IdAssignment.of(List.of(client("a/1")), Map.of(ref("b/1"), 5L));

        assertThat(assignment.retired()).containsExactly(new Revision.RetiredClient(5, Optional.empty()));
    }

    private static Partition.JointClient client(String... refs) {
        return new Partition.JointClient(Arrays.stream(refs)
                .map(ref -> new Partition.Member(ref(ref), Grade.NONE, true, ""))
                .toList());
    }
}
