package org.throughline.route;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.nio.file.Files;
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

/** Pulls from a service that answers as services do: in pages, late, broken off, and not always in good faith. */
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
        return scene.with("url", SERVICE.baseUrl() + "/v1/bookings")
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

    @ParameterizedTest
    @CsvSource({
        "file:///etc/passwd,an address that is neither http nor https",
        "http://other.example/v1,another host",
        "http://localhost:1/v1,another host",
        "ftp://localhost/v1,an address that is neither http nor https"
    })
    void goesNowhereElse(String location, String words) {
        SERVICE.stubFor(bookings().willReturn(aResponse().withStatus(302).withHeader("Location", location)));

        json().pull();

        assertThat(scene.told())
                .containsExactly("HTTP_REDIRECT_REFUSED Page 1 of channel harborlight/bookings-api is sent on to "
                        + words + "; the hub does not go there.");
    }

    @Test
    void refusesANextPageElsewhere() {
        SERVICE.stubFor(bookings().willReturn(page("[1]").withHeader("Link", "<https://evil.example/>; rel=next")));

        json("paging", "next_link", "rowsPath", "$").pull();

        assertThat(scene.told())
                .containsExactly("HTTP_REDIRECT_REFUSED The page after Page 1 of channel harborlight/bookings-api is"
                        + " sent on to another host; the hub does not go there.");
    }

    @Test
    void followsARedirectOnTheSameHost() {
        SERVICE.stubFor(bookings().willReturn(aResponse().withStatus(307).withHeader("Location", "/v2/bookings?x=1")));
        SERVICE.stubFor(get(urlEqualTo("/v2/bookings?x=1")).willReturn(page(ROWS)));

        json().pull();

        assertThat(scene.texts()).hasSize(1);
    }

    @Test
    void talksToNobodyWithoutACertificateThatThisMachineTrusts() {
        json("url", "https://localhost:" + SERVICE.getHttpsPort() + "/v1/bookings?code=s3cret")
                .pull();

        assertThat(scene.waits).isEmpty();
        assertThat(scene.told())
                .containsExactly("HTTP_FAILED Page 1 of channel harborlight/bookings-api could not be fetched: the"
                        + " server's certificate is not one that this machine trusts.");
    }

    @Test
    void seesThatTheNextPagesHaveNoEnd() {
        SERVICE.stubFor(bookings().willReturn(page("[1]").withHeader("Link", "</v1/bookings?p=2>; rel=next")));

        json("paging", "next_link", "rowsPath", "$").pull();

        assertThat(scene.told())
                .containsExactly("HTTP_LOOP Page 3 of channel harborlight/bookings-api is one that the service gave"
                        + " before; there is no end.");
    }

    @Test
    void believesNoServiceThatGivesPagesForEver() {
        SERVICE.stubFor(bookings().willReturn(page("[1]")));

        json("paging", "offset", "rowsPath", "$", "maxPages", "3").pull();

        assertThat(scene.told()).containsExactly("HTTP_LIMIT Channel harborlight/bookings-api has more than 3 pages.");
    }

    @Test
    void refusesAPageThatIsTooLong() {
        SERVICE.stubFor(bookings().willReturn(page("[\"" + "x".repeat(1 << 20) + "\"]")));

        json("rowsPath", "$", "maxPageMegabytes", "1").pull();

        assertThat(scene.told())
                .containsExactly("HTTP_LIMIT Page 1 of channel harborlight/bookings-api has more than 1048576 bytes.");
    }

    @Test
    void refusesAnotherContentType() {
        SERVICE.stubFor(bookings()
                .willReturn(aResponse().withHeader("Content-Type", "text/html").withBody("<p>Log in</p>")));

        json().pull();

        assertThat(scene.told())
                .containsExactly(
                        "HTTP_CONTENT Page 1 of channel harborlight/bookings-api is not JSON by its content type.");
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
    void showsABearerTokenOutOfItsFile() throws IOException {
        SERVICE.stubFor(
                bookings().withHeader("Authorization", equalTo("Bearer t0k")).willReturn(page(ROWS)));

        json("tokenFile", Files.writeString(folder.resolve("x.token"), "t0k\n").toString())
                .pull();

        assertThat(scene.texts()).hasSize(1);
    }

    private ChannelScene withClient() throws IOException {
        return json(
                "tokenUrl",
                SERVICE.baseUrl() + "/token",
                "clientId",
                "hub",
                "clientSecretFile",
                Files.writeString(folder.resolve("secret"), "s3").toString());
    }

    private static void token(String token, String from, String to) {
        SERVICE.stubFor(post("/token")
                .withBasicAuth("hub", "s3")
                .withRequestBody(containing("grant_type=client_credentials"))
                .inScenario("t")
                .whenScenarioStateIs(from)
                .willReturn(okJson("{\"access_token\":\"" + token + "\",\"expires_in\":3600}"))
                .willSetStateTo(to));
    }

    @Test
    void renewsATokenOnceThatIsNotAccepted() throws IOException {
        token("old", STARTED, "2");
        token("new", "2", "3");
        SERVICE.stubFor(bookings().willReturn(aResponse().withStatus(401)));
        SERVICE.stubFor(
                bookings().withHeader("Authorization", equalTo("Bearer new")).willReturn(page(ROWS)));

        withClient().pull();
        scene.pull();

        assertThat(scene.texts()).hasSize(2);
        assertThat(scene.told()).isEmpty();
        assertThat(scene.waits).isEmpty();
    }

    @Test
    void givesUpWhereARenewedTokenIsNotAcceptedEither() throws IOException {
        token("old", STARTED, "2");
        token("new", "2", "3");
        SERVICE.stubFor(bookings().willReturn(aResponse().withStatus(401)));

        withClient().pull();

        assertThat(scene.told())
                .containsExactly("HTTP_LOGIN Page 1 of channel harborlight/bookings-api was not given: the service"
                        + " answers with status 401.");
    }

    @Test
    void tellsEverythingThatIsMissing() {
        json("paging", "cursor", "tokenUrl", SERVICE.baseUrl()).pull();

        assertThat(scene.told())
                .containsExactly(
                        "CHANNEL Channel harborlight/bookings-api: paging by cursor is for JSON and needs cursorPath."
                                + " State it in the partner file.",
                        "CHANNEL Channel harborlight/bookings-api: tokenUrl needs clientId and clientSecretFile."
                                + " State them in the partner file.");
    }
}
