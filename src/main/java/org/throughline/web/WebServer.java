package org.throughline.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The hub's HTTP server. Takes every setting from the hub: neither variables nor files of the working folder change it. */
public final class WebServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private WebServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts the server; it listens when the call returns. */
    public static WebServer start(WebSetting setting, WebParts parts) {
        // The hub's own log file stays as it is.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SpringApplication application = new SpringApplication(WebApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().stream()
                .toList()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment.getPropertySources().addFirst(new MapPropertySource("hub", properties(setting)));
        application.setEnvironment(environment);
        application.addInitializers(made -> register((GenericApplicationContext) made, setting, parts));
        return new WebServer(application.run());
    }

    private static void register(GenericApplicationContext context, WebSetting setting, WebParts parts) {
        context.registerBean(WebSetting.class, () -> setting);
        context.registerBean(WebParts.class, () -> parts);
    }

    private static Map<String, Object> properties(WebSetting setting) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.config.location", "optional:classpath:/none/");
        properties.put("spring.main.web-application-type", "servlet");
        properties.put("spring.servlet.multipart.enabled", "false");
        properties.put("spring.web.resources.add-mappings", "false");
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "30s");
        properties.put("server.address", setting.host());
        properties.put("server.port", Integer.toString(setting.port()));
        properties.put("server.shutdown", "graceful");
        properties.put("server.max-http-request-header-size", "8KB");
        String silence = setting.limits().silence().toMillis() + "ms";
        properties.put("server.tomcat.connection-timeout", silence);
        properties.put("server.tomcat.keep-alive-timeout", silence);
        properties.put("server.tomcat.threads.max", "24");
        properties.put("server.tomcat.max-connections", "200");
        properties.put("server.tomcat.max-swallow-size", "64KB");
        properties.put("server.tomcat.accesslog.enabled", "true");
        properties.put("server.tomcat.accesslog.directory", setting.logs().toString());
        properties.put("server.tomcat.accesslog.prefix", "http");
        properties.put("server.tomcat.accesslog.max-days", "30");
        properties.put("server.tomcat.accesslog.buffered", "false");
        // Neither the query, which holds names of files, nor any header.
        properties.put("server.tomcat.accesslog.pattern", "%{yyyy-MM-dd'T'HH:mm:ssZ}t %m %U %s %B %D");
        setting.tls().ifPresent(tls -> {
            properties.put("spring.ssl.bundle.pem.hub.keystore.certificate", "file:" + tls.certificate());
            properties.put("spring.ssl.bundle.pem.hub.keystore.private-key", "file:" + tls.key());
            properties.put("server.ssl.bundle", "hub");
            properties.put("server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2");
        });
        return properties;
    }

    /** Port that the server listens at. */
    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /** Stops listening, lets requests that are under way end, and stops. */
    @Override
    public void close() {
        context.close();
    }
}
