package org.throughline.route;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pulls from a service with care: which addresses the hub follows, how much it takes, and to whom it shows a token. */
final class HttpTrustIT {
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

    private static MappingBuilder bookings() {
        return get(urlPathEqualTo("/v1/bookings"));
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
                "http://localhost:" + SERVICE.getPort() + "/token",
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
}
