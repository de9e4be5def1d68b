package org.throughline.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.throughline.release.Manifest.MeasureNote;
import org.throughline.release.Manifest.Notice;
import org.throughline.release.Manifest.Superseded;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The manifest as JSON; the same manifest always gives the same text, so that a delivery can be repeated exactly. */
final class ManifestJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ManifestJson() {}

    static String write(Manifest manifest) {
        ObjectNode root = JSON.createObjectNode()
                .put("schema", Manifest.SCHEMA)
                .put("file", manifest.file())
                .put("sha256", manifest.sha256())
                .put("rows", manifest.rows())
                .put("sequence", manifest.sequence())
                .put("written_at", manifest.writtenAt().toString())
                .put("local_day", manifest.localDay().toString())
                .put("recipient", manifest.recipient());
        manifest.supersedes()
                .ifPresent(old ->
                        root.putObject("supersedes").put("file", old.file()).put("sha256", old.sha256()));
        var measures = root.putArray("measures");
        manifest.measures().forEach(note -> measures.add(measure(note)));
        var notices = root.putArray("notices");
        manifest.notices().forEach(notice -> notices.add(notice(notice)));
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode measure(MeasureNote note) {
        ObjectNode node = JSON.createObjectNode()
                .put("measure", note.measure())
                .put("version", note.version())
                .put("window", note.window())
                .put("rows", note.rows());
        note.observedThrough().ifPresent(day -> node.put("observed_through", day.toString()));
        return node;
    }

    private static ObjectNode notice(Notice notice) {
        ObjectNode node = JSON.createObjectNode().put("text", notice.text());
        var measures = node.putArray("measures");
        notice.measures().forEach(measures::add);
        return node;
    }

    /** Reads what {@link #write} wrote, whatever order the database keeps its keys in. */
    static Manifest read(String text) {
        JsonNode root = JSON.readTree(text);
        return new Manifest(
                root.get("file").asString(),
                root.get("sha256").asString(),
                root.get("rows").asLong(),
                root.get("sequence").asInt(),
                Instant.parse(root.get("written_at").asString()),
                LocalDate.parse(root.get("local_day").asString()),
                root.get("recipient").asString(),
                Optional.ofNullable(root.get("supersedes"))
                        .map(old -> new Superseded(
                                old.get("file").asString(), old.get("sha256").asString())),
                root.get("measures").valueStream().map(ManifestJson::measure).toList(),
                root.get("notices").valueStream().map(ManifestJson::notice).toList());
    }

    private static MeasureNote measure(JsonNode node) {
        return new MeasureNote(
                node.get("measure").asString(),
                node.get("version").asInt(),
                node.get("window").asString(),
                node.get("rows").asLong(),
                Optional.ofNullable(node.get("observed_through")).map(day -> LocalDate.parse(day.asString())));
    }

    private static Notice notice(JsonNode node) {
        return new Notice(
                node.get("text").asString(),
                node.get("measures").valueStream().map(JsonNode::asString).toList());
    }
}
