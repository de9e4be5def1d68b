package org.throughline.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.mapping.MappingCompiler;
import org.throughline.mapping.MappingFolder;
import org.throughline.mapping.MappingSource;
import org.throughline.mapping.Outline;

/** Held against the words of Data Package 2.0 and of ODCS 3.1.0, whose schemas know no other keys at these places. */
@SuppressWarnings("unchecked")
class DescriptionsTest {
    private static final MappingFolder MAPPINGS = MappingFolder.of(Path.of("mappings"));
    private static final Set<String> TABLE_TYPES = Set.of(
            "string",
            "number",
            "integer",
            "boolean",
            "object",
            "array",
            "list",
            "datetime",
            "date",
            "time",
            "year",
            "yearmonth",
            "duration",
            "geopoint",
            "geojson",
            "any");
    private static final Set<String> CONTRACT_KEYS =
            Set.of("version", "kind", "apiVersion", "id", "name", "status", "description", "schema", "slaProperties");
    private static final Set<String> PROPERTY_KEYS = Set.of(
            "name",
            "physicalName",
            "logicalType",
            "physicalType",
            "description",
            "required",
            "primaryKey",
            "primaryKeyPosition",
            "classification",
            "logicalTypeOptions",
            "quality");
    private static final Set<String> TABLE_KEYS =
            Set.of("name", "logicalType", "physicalType", "properties", "quality", "description", "physicalName");
    private static final Set<String> AGREED_KEYS = Set.of(
            "property", "value", "unit", "element", "driver", "description", "scheduler", "schedule", "valueExt");
    private static final Set<String> CHECK_KEYS = Set.of("name", "type", "description", "dimension", "severity");
    private static final Set<String> DIMENSIONS =
            Set.of("accuracy", "completeness", "conformity", "consistency", "coverage", "timeliness", "uniqueness");
    private static final Map<String, Set<String>> OPTIONS = Map.of(
            "string", Set.of("pattern", "minLength", "maxLength", "format"),
            "date", Set.of("format", "minimum", "maximum"),
            "timestamp", Set.of("format", "minimum", "maximum"),
            "integer", Set.of("minimum", "maximum"),
            "number", Set.of("minimum", "maximum"),
            "boolean", Set.of());

    @ParameterizedTest
    @CsvSource({"harborlight/fps-participants", "hud-hmis-2026", "tanf-section-1", "hsds-organizations-json", "fhir-r4"
    })
    void describeEveryKindOfMappingInTheWordsOfTheStandards(String id) {
        Outline outline = outline(id);

        checkDataPackage(DataPackage.of(outline));
        checkContract(DataContract.of(outline));
        assertThat(ProviderPage.of(outline)).startsWith("<!doctype html>").endsWith("</html>\n");
    }

    private static Outline outline(String id) {
        return outline(MAPPINGS.find(id).orElseThrow());
    }

    private static Outline outline(MappingSource source) {
        return Outline.of(new MappingCompiler().compile(source).mapping().orElseThrow());
    }

    private static void checkDataPackage(Map<String, Object> descriptor) {
        List<Map<String, Object>> resources = (List<Map<String, Object>>) descriptor.get("resources");
        assertThat(resources).extracting(resource -> resource.get("name")).doesNotHaveDuplicates();
        for (Map<String, Object> resource : resources) {
            Map<String, Object> schema = (Map<String, Object>) resource.get("schema");
            List<Map<String, Object>> fields = (List<Map<String, Object>>) schema.get("fields");
            List<Object> names = fields.stream().map(field -> field.get("name")).toList();
            assertThat(names).doesNotHaveDuplicates();
            assertThat(fields).allSatisfy(field -> assertThat(TABLE_TYPES).contains((String) field.get("type")));
            assertThat(names).containsAll((List<Object>) schema.getOrDefault("primaryKey", List.of()));
            assertThat((String) resource.get("path")).matches("[a-z0-9-]+\\.[a-z0-9]+");
        }
    }

    private static void checkContract(Map<String, Object> contract) {
        assertThat(CONTRACT_KEYS).containsAll(contract.keySet());
        assertThat(contract).containsKeys("version", "apiVersion", "kind", "id", "status");
        for (Map<String, Object> table : (List<Map<String, Object>>) contract.get("schema")) {
            assertThat(TABLE_KEYS).containsAll(table.keySet());
            checkQuality(table);
            for (Map<String, Object> property : (List<Map<String, Object>>) table.get("properties")) {
                checkProperty(property);
            }
        }
        for (Map<String, Object> agreed :
                (List<Map<String, Object>>) contract.getOrDefault("slaProperties", List.of())) {
            assertThat(agreed).containsKeys("property", "value");
            assertThat(AGREED_KEYS).containsAll(agreed.keySet());
        }
    }

    private static void checkProperty(Map<String, Object> property) {
        assertThat(property).containsKey("name");
        assertThat(PROPERTY_KEYS).containsAll(property.keySet());
        checkQuality(property);
        String type = (String) property.get("logicalType");
        Map<String, Object> options = (Map<String, Object>) property.getOrDefault("logicalTypeOptions", Map.of());
        assertThat(OPTIONS).containsKey(type);
        assertThat(OPTIONS.get(type)).containsAll(options.keySet());
        if (property.containsKey("primaryKeyPosition")) {
            assertThat(property.get("primaryKeyPosition")).isInstanceOf(Integer.class);
        }
        boolean numeric = type.equals("integer") || type.equals("number");
        options.forEach((name, value) -> {
            boolean length = name.endsWith("Length");
            boolean bound = name.endsWith("imum");
            assertThat(value).as(name).isInstanceOf(length || bound && numeric ? Number.class : String.class);
        });
    }

    private static void checkQuality(Map<String, Object> described) {
        for (Map<String, Object> check : (List<Map<String, Object>>) described.getOrDefault("quality", List.of())) {
            assertThat(CHECK_KEYS).containsAll(check.keySet());
            assertThat(check).as("needs neither a metric nor a query").containsEntry("type", "text");
            assertThat(DIMENSIONS).contains((String) check.get("dimension"));
        }
    }

    @ParameterizedTest
    @CsvSource({"logicalType, datetime", "metric, rowCount", "logicalTypeOptions, ''", "primaryKeyPosition, first"})
    void noticesAPlantedWordThatTheStandardDoesNotKnow(String key, String value) {
        Map<String, Object> contract = DataContract.of(outline("harborlight/fps-participants"));
        Map<String, Object> table = ((List<Map<String, Object>>) contract.get("schema")).get(0);
        Map<String, Object> property = ((List<Map<String, Object>>) table.get("properties")).get(0);
        property.put(key, value.isEmpty() ? Map.of("minimum", 1) : value);

        assertThatThrownBy(() -> checkContract(contract)).isInstanceOf(AssertionError.class);
    }

    @Test
    void tellHowAFeedIsWritten() {
        Map<String, Object> resource = ((List<Map<String, Object>>)
                        DataPackage.of(outline("harborlight/fps-participants")).get("resources"))
                .get(0);
        List<Map<String, Object>> fields =
                (List<Map<String, Object>>) ((Map<String, Object>) resource.get("schema")).get("fields");

        assertThat(resource).containsEntry("encoding", "windows-1252");
        assertThat((Map<String, Object>) resource.get("dialect")).containsEntry("delimiter", ";");
        assertThat(fields.get(11)).containsEntry("name", "End Date").containsEntry("format", "%m/%d/%Y");
        assertThat(fields.get(13).get("constraints").toString()).isEqualTo("{minimum=0, maximum=40}");
        assertThat(fields.get(5).get("categories").toString()).contains("hub/sex F");
    }

    @Test
    void tellAProviderWhatIsChecked() {
        String page = ProviderPage.of(outline("harborlight/fps-participants"));

        assertThat(page)
                .contains("End Date &lt;End Date&gt; is before Start Date &lt;Start Date&gt;.")
                .contains("Send one of COMP, DROP, REF, MOVED, PLC.")
                .contains("<tr><td>Fem</td><td>F</td></tr>")
                .contains("free text, not in the data sharing agreement");
    }

    @Test
    void tellWhenCodesAreInForce() {
        Outline outline = outline(new MappingSource(
                "made-up/feed",
                "made-up/feed.yaml",
                Map.of("made-up/feed.yaml", DATED, "codes/hub/dated.yaml", DATED_LIST)));

        assertThat(ProviderPage.of(outline))
                .contains("<tr><th>You send</th><th>The hub keeps (hub/dated)</th><th>In force</th></tr>")
                .contains("<tr><td>one</td><td>one</td><td>to 2025-09-30</td></tr>")
                .contains("<tr><td>two</td><td>two</td><td></td></tr>")
                .contains("The day that counts: that of Born On; where it is empty, the first day of the file&#39;s"
                        + " period, or the day of arrival where it has none.");
        assertThat(DataPackage.of(outline).toString())
                .contains("{value=one, label=hub/dated one (to 2025-09-30)}, {value=two, label=hub/dated two}");
        assertThat(DataContract.of(outline).toString())
                .contains("One of one (to 2025-09-30), two; otherwise hold_row. The day that counts: that of Born On;");
    }

    private static final String DATED = """
        mapping: made-up/feed
        title: Made up
        receive: {content: append}
        source:
          format: csv
          fields:
            id: {column: Id, type: string}
            sex: {column: Sex, type: string}
            born: {column: Born On, type: date}
        codes: {sex: {use: hub/dated, on: born, other: hold_row}}
        write: [{to: client_record, key: id, set: {sex: {from: sex, codes: sex}}}]
        """;

    private static final String DATED_LIST = "list: hub/dated\ncodes: {one: {title: One, to: 2025-09-30}, two: Two}\n";

    @ParameterizedTest
    @CsvSource({
        "yyyy-MM-dd, %Y-%m-%d",
        "M/d/yy, %m/%d/%y",
        "M/d/yyyy h:mm a, %m/%d/%Y %I:%M %p",
        "yyyyMMddHHmmss, %Y%m%d%H%M%S",
        "d-MMM-yyyy, %d-%b-%Y",
        "yyyyQ, "
    })
    void writeDatePatternsAsTableSchemaDoes(String pattern, String strptime) {
        assertThat(DayWords.strptime(pattern).orElse(null)).isEqualTo(strptime);
    }

    @Test
    void showNoMarkupOfOthers() {
        assertThat(Html.table(List.of("a"), List.of(List.of("<script>\"'&"))))
                .contains("<td>&lt;script&gt;&quot;&#39;&amp;</td>");
    }
}
