package org.throughline;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.throughline.HubConfiguration.Listening;
import org.throughline.demo.Served;
import org.throughline.drop.DropServer;
import org.throughline.intake.UploadTokens;
import org.throughline.night.Night;
import org.throughline.web.WebParts;
import org.throughline.web.WebServer;
import org.throughline.web.WebSetting;

/** The doors of a hub that are open for one night, on this machine only. */
final class HubDoors implements Served {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int TOKEN_BYTES = 32;

    private final DropServer drop;
    private final WebServer web;
    private final UploadTokens tokens;

    private HubDoors(DropServer drop, WebServer web, UploadTokens tokens) {
        this.drop = drop;
        this.web = web;
        this.tokens = tokens;
    }

    /** Opens everything; files that come in are taken by the night. */
    static HubDoors open(Hub hub, Night night, Clock clock) {
        Path home = hub.home();
        UploadTokens tokens = hub.uploadTokens();
        DropServer drop = HubDrop.start(hub.database(), home, new Listening(LOOPBACK, 0), clock);
        WebSetting setting =
                new WebSetting(LOOPBACK, 0, Optional.empty(), home.resolve("logs"), WebSetting.Limits.USUAL);
        WebServer web = WebServer.start(
                setting,
                new WebParts(
                        tokens,
                        (delivery, trace) -> night.take(delivery),
                        hub.hubIntake().ports().ledger(),
                        hub.hubIntake().ports().receipts(),
                        hub.hubIntake().receipts()::annotated,
                        hub.configuration().spool(),
                        () -> true));
        night.listen();
        return new HubDoors(drop, web, tokens);
    }

    @Override
    public int httpPort() {
        return web.port();
    }

    @Override
    public int dropPort() {
        return drop.port();
    }

    @Override
    public String dropHostKey() {
        return drop.hostKey().publicKey();
    }

    @Override
    public String newUploadToken(String partner) {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        tokens.add(partner, UploadTokens.sha256(token));
        return token;
    }

    @Override
    public void close() {
        web.close();
        drop.close();
    }
}
