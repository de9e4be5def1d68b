package org.throughline.route;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Pulls from a service that answers as services do: in pages, late and broken off. */
final class HttpPullIT {
    private static final String ROWS = "{\"data\":{\"items\":[{\"id\":1,\"rate\":1.10},{\"id\":2}]}}";

    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().dynamicHttpsPort())
            .build();

    @TempDir
    private Path folder;

    private ChannelScene scene;

    @BeforeEach
    void open() {
        scene = new ChannelScene(folder, "http-pull");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private ChannelScene json(String... more) {
        return scene.with("url", "http://localhost:" + SERVICE.getPort() + "/v1/bookings")
                .with("format", "json")
                .with("rowsPath", "data.items")
                .with("timeoutSeconds", "2")
                .with(more);
    }

    private static ResponseDefinitionBuilder page(String body) {
        return okJson(body);
    }

    private static void first(ResponseDefinitionBuilder answer, ResponseDefinitionBuilder then) {
        SERVICE.stubFor(bookings()
                .inScenario("s")
                .whenScenarioStateIs(STARTED)
                .willReturn(answer)
                .willSetStateTo("2"));
        SERVICE.stubFor(bookings().inScenario("s").whenScenarioStateIs("2").willReturn(then));
    }

    private static MappingBuilder bookings() {
        return get(urlPathEqualTo("/v1/bookings"));
    }

    @Test
    void makesLinesOfTheRowsAndKeepsNumbersAsTheyAreWritten() {
        SERVICE.stubFor(bookings().willReturn(page(ROWS)));

        Pulled pulled = json().pull();

        assertThat(pulled.files()).containsExactly("bookings-api-20261006T060000Z.ndjson");
        assertThat(scene.texts()).containsExactly("{\"id\":1,\"rate\":1.10}\n{\"id\":2}\n");
        assertThat(scene.doneFiles().get(0)).startsWith("rows=2\nsha256=");
    }

    @Test
    void attestsThatThereIsNothing() {
        SERVICE.stubFor(bookings().willReturn(page("{\"data\":{\"items\":[]}}")));

        json().pull();

        assertThat(scene.doneFiles().get(0)).startsWith("rows=0\n");
    }

    @Test
    void saysNothingWhereThereIsNothingNewSinceTheLastEmptyPull() {
        SERVICE.stubFor(bookings().willReturn(page("{\"data\":{\"items\":[]}}")));
        json("sinceParameter", "changed_since");

        assertThat(scene.pull().files()).hasSize(1);
        assertThat(scene.pull()).isEqualTo(Pulled.NOTHING);
        SERVICE.stubFor(bookings().willReturn(page(ROWS)));
        assertThat(scene.pull().files()).hasSize(1);

        assertThat(scene.doneFiles()).hasSize(2);
        assertThat(scene.mark()).contains("2026-10-06T06:00:00Z");
    }

    @Test
    void followsTheNextLinkInTheDocument() {
        SERVICE.stubFor(bookings()
                .withQueryParam("p", absent())
                .willReturn(page("{\"items\":[1],\"links\":{\"next\":\"/v1/bookings?p=2\"}}")));
        SERVICE.stubFor(bookings()
                .withQueryParam("p", equalTo("2"))
                .willReturn(page("{\"items\":[2],\"links\":{\"next\":null}}")));

        json("paging", "next_link", "nextPath", "links.next", "rowsPath", "$.items")
                .pull();

        assertThat(scene.texts()).containsExactly("1\n2\n");
    }

    @Test
    void followsTheLinkHeader() {
        SERVICE.stubFor(bookings()
                .withQueryParam("p", absent())
                .willReturn(page("[1]")
                        .withHeader("Link", "</v1/bookings?p=1>; rel=\"prev\", </v1/bookings?p=2>; rel=\"next\"")));
        SERVICE.stubFor(bookings().withQueryParam("p", equalTo("2")).willReturn(page("[2]")));

        json("paging", "next_link", "rowsPath", "$").pull();

        assertThat(scene.texts()).containsExactly("1\n2\n");
    }

    @Test
    void countsTheOffsetByTheRowsThatCame() {
        SERVICE.stubFor(bookings().withQueryParam("offset", equalTo("0")).willReturn(page("[1,2]")));
        SERVICE.stubFor(bookings().withQueryParam("offset", equalTo("2")).willReturn(page("[3]")));
        SERVICE.stubFor(bookings().withQueryParam("offset", equalTo("3")).willReturn(page("[]")));

        json("paging", "offset", "rowsPath", "$", "pageSize", "500").pull();

        assertThat(scene.texts()).containsExactly("1\n2\n3\n");
        SERVICE.verify(getRequestedFor(urlEqualTo("/v1/bookings?limit=500&offset=3")));
    }

    @Test
    void handsTheCursorBack() {
        SERVICE.stubFor(bookings().withQueryParam("after", absent()).willReturn(page("{\"r\":[1],\"c\":\"a b\"}")));
        SERVICE.stubFor(bookings().withQueryParam("after", equalTo("a b")).willReturn(page("{\"r\":[2]}")));

        json("paging", "cursor", "cursorPath", "c", "cursorParameter", "after", "rowsPath", "r")
                .pull();

        assertThat(scene.texts()).containsExactly("1\n2\n");
    }

    private ChannelScene csv() {
        SERVICE.stubFor(bookings()
                .withQueryParam("offset", equalTo("0"))
                .willReturn(aResponse().withHeader("Content-Type", "text/csv").withBody("a,b\r\n1,\"x\ny\"\r\n")));
        return json("format", "csv", "paging", "offset");
    }

    private static void secondCsv(String body) {
        SERVICE.stubFor(bookings()
                .withQueryParam("offset", equalTo("1"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/csv; charset=utf-8")
                        .withBody(body)));
        SERVICE.stubFor(bookings()
                .withQueryParam("offset", equalTo("2"))
                .willReturn(aResponse().withHeader("Content-Type", "text/csv").withBody("a,b\n")));
    }

    @Test
    void writesTheHeaderOfCsvOnce() {
        secondCsv("a,b\n2,z");

        csv().pull();

        assertThat(scene.texts()).containsExactly("a,b\n1,\"x\ny\"\r\n2,z\n");
    }

    @Test
    void refusesPagesOfCsvWithDifferentHeaders() {
        secondCsv("b,a\n2,z\n");

        csv().pull();

        assertThat(scene.told())
                .containsExactly("HTTP_CONTENT Page 2 of channel harborlight/bookings-api has another header than the"
                        + " first page.");
        assertThat(scene.texts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void asksAgainAfterABrokenConnection(Fault fault) {
        first(aResponse().withFault(fault), page(ROWS));

        json().pull();

        assertThat(scene.texts()).hasSize(1);
        assertThat(scene.waits).containsExactly(Duration.ofSeconds(1));
        assertThat(scene.told()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"429,7,PT7S", "503,'Tue, 06 Oct 2026 06:02:00 GMT',PT2M", "429,86400,PT10M", "503,soon,PT1S"})
    void waitsAsLongAsTheServiceAsks(int status, String retryAfter, Duration wait) {
        first(aResponse().withStatus(status).withHeader("Retry-After", retryAfter), page(ROWS));

        json().pull();

        assertThat(scene.waits).containsExactly(wait);
        assertThat(scene.texts()).hasSize(1);
    }

    @Test
    void waitsTwiceAsLongEachTimeAndThenGivesUp() {
        SERVICE.stubFor(bookings().willReturn(aResponse().withStatus(500)));

        assertThat(json().pull().again()).isTrue();
        assertThat(scene.waits)
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
        assertThat(scene.told())
                .containsExactly("HTTP_FAILED Page 1 of channel harborlight/bookings-api was not given: the service"
                        + " answers with status 500, 5 times in a row.");
    }

    @ParameterizedTest
    @CsvSource({"404,HTTP_REFUSED", "403,HTTP_LOGIN", "401,HTTP_LOGIN"})
    void asksNoSecondTimeWhereTheServiceSaysNo(int status, String code) {
        SERVICE.stubFor(bookings().willReturn(aResponse().withStatus(status)));

        json().pull();

        assertThat(scene.waits).isEmpty();
        assertThat(scene.told())
                .containsExactly(code + " Page 1 of channel harborlight/bookings-api was not given: the service answers"
                        + " with status " + status + ".");
    }

    @Test
    void givesUpABodyThatOnlyDribbles() {
        first(page(ROWS).withChunkedDribbleDelay(20, 6_000), page(ROWS));

        json("timeoutSeconds", "1").pull();

        assertThat(scene.texts()).hasSize(1);
        assertThat(scene.waits).hasSize(1);
    }

    @Test
    void fetchesTruncatedJsonAgainAndThenNamesIt() {
        SERVICE.stubFor(bookings().willReturn(page(ROWS.substring(0, 40))));

        json("attempts", "2").pull();

        assertThat(scene.texts()).isEmpty();
        assertThat(scene.told())
                .containsExactly("HTTP_CONTENT Page 1 of channel harborlight/bookings-api is not whole JSON, 2 times in"
                        + " a row.");
    }

    @Test
    void goesOnWhereAPullWasCut() {
        SERVICE.stubFor(bookings().withQueryParam("offset", equalTo("0")).willReturn(page("[1,2]")));
        SERVICE.stubFor(bookings()
                .withQueryParam("offset", equalTo("2"))
                .willReturn(aResponse().withStatus(500)));
        json("paging", "offset", "rowsPath", "$", "attempts", "1").pull();
        assertThat(scene.texts()).isEmpty();
        SERVICE.resetAll();
        SERVICE.stubFor(bookings().withQueryParam("offset", equalTo("2")).willReturn(page("[3]")));
        SERVICE.stubFor(bookings().withQueryParam("offset", equalTo("3")).willReturn(page("[]")));
        scene.restart();

        scene.pull();

        assertThat(scene.texts()).containsExactly("1\n2\n3\n");
        SERVICE.verify(0, getRequestedFor(urlEqualTo("/v1/bookings?offset=0")));
    }

    @Test
    void beginsAnewWhereTheServiceHasForgottenThePlace() {
        SERVICE.stubFor(bookings().withQueryParam("cursor", absent()).willReturn(page("{\"r\":[1],\"c\":\"old\"}")));
        SERVICE.stubFor(bookings()
                .withQueryParam("cursor", equalTo("old"))
                .willReturn(aResponse().withStatus(500)));
        json("paging", "cursor", "cursorPath", "c", "rowsPath", "r", "attempts", "1")
                .pull();
        SERVICE.resetAll();
        SERVICE.stubFor(bookings()
                .withQueryParam("cursor", equalTo("old"))
                .willReturn(aResponse().withStatus(410)));
        SERVICE.stubFor(bookings().withQueryParam("cursor", absent()).willReturn(page("{\"r\":[7]}")));

        scene.pull();

        assertThat(scene.texts()).containsExactly("7\n");
    }

    @Test
    void submitsWithoutFetchingAgainWhatTheHubCouldNotTakeIn() {
        SERVICE.stubFor(bookings().willReturn(page(ROWS)));
        scene.failing = true;
        assertThat(json().pull().again()).isTrue();
        scene.failing = false;

        scene.pull();

        assertThat(scene.texts()).hasSize(1);
        SERVICE.verify(1, getRequestedFor(urlPathEqualTo("/v1/bookings")));
    }

    @Test
    void asksForChangesSinceTheLastPullLessTheOverlap() {
        SERVICE.stubFor(bookings().willReturn(page(ROWS)));
        json("sinceParameter", "changed_since", "overlap", "PT2H").pull();

        scene.pull();

        SERVICE.verify(getRequestedFor(urlEqualTo("/v1/bookings")));
        SERVICE.verify(getRequestedFor(urlEqualTo("/v1/bookings?changed_since=2026-10-06T04%3A00%3A00Z")));
    }

    @Test
    void tellsEverythingThatIsMissing() {
        json("paging", "cursor", "tokenUrl", "http://localhost:" + SERVICE.getPort())
                .pull();

        assertThat(scene.told())
                .containsExactly(
                        "CHANNEL Channel harborlight/bookings-api: paging by cursor is for JSON and needs cursorPath."
                                + " State it in the partner file.",
                        "CHANNEL Channel harborlight/bookings-api: tokenUrl needs clientId and clientSecretFile."
                                + " State them in the partner file.");
    }
}
