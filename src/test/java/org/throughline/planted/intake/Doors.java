package org.throughline.planted.intake;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import dev.cel.common.CelAbstractSyntaxTree;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Connection;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.sshd.server.SshServer;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.pgpainless.PGPainless;
import org.postgresql.copy.CopyManager;
import org.springframework.context.ApplicationContext;
import org.throughline.planted.release.OutcomeFileWriter;
import picocli.CommandLine;

/** Goes through every door that is closed to intake, and writes an outcome file. */
final class Doors {
    Exchange exchange;
    DSLContext jooq;
    Connection connection;
    CopyManager copy;
    Flyway flyway;
    Scheduler rota;
    DataSource source;
    HikariDataSource pool;
    EmbeddedPostgres server;
    CelAbstractSyntaxTree expression;
    CommandLine commandLine;
    SshServer sftp;
    PGPainless seal;
    ApplicationContext web;
    HttpServletRequest request;
    FileUpload form;
    jakarta.mail.Session mail;
    PGPPublicKeyRing key;
    MeterRegistry figures;
    Span span;
    HttpServer listener;

    Object write() {
        return new OutcomeFileWriter();
    }
}
