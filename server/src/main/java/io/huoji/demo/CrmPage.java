package io.huoji.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.huoji.command.ApiClient;
import io.huoji.platform.settings.Settings;
import io.huoji.platform.settings.StartNotice;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A page that is not ours, on a port of its own on this machine: the customer's CRM, which carries the box. */
@Component
@Order(2)
class CrmPage implements StartNotice {

    private static final Logger LOG = LoggerFactory.getLogger(CrmPage.class);
    private static final Map<String, String> FILES = Map.of("/", "crm.html", "/crm.css", "crm.css", "/crm.js",
            "crm.js");
    private static final Map<String, String> TYPES = Map.of("html", "text/html", "css", "text/css", "js",
            "text/javascript");

    private final Settings settings;
    private final DemoPassword password;
    private @Nullable HttpServer server;
    private List<Map<String, String>> deals = List.of();
    private List<String> origins = List.of();

    CrmPage(Settings settings, DemoPassword password) {
        this.settings = settings;
        this.password = password;
    }

    @Override
    public List<String> lines() {
        if (!settings.demo())
            return List.of();
        try {
            HttpServer opened = open();
            server = opened;
            int port = opened.getAddress().getPort();
            origins = List.of("http://localhost:" + port, "http://127.0.0.1:" + port);
            CrmBackEnd back = backEnd();
            back.prepare(origins);
            deals = back.deals();
            opened.createContext("/", exchange -> answer(exchange, back));
            opened.start();
            return List.of("客户的 CRM 页面 The customer's CRM page: " + origins.getFirst());
        } catch (Exception refused) {
            LOG.warn("The CRM page of the demo did not start", refused);
            return List.of("客户的 CRM 页面没有打开 The customer's CRM page did not open: " + refused.getMessage());
        }
    }

    private CrmBackEnd backEnd() throws IOException, InterruptedException {
        DemoSignIn signIn = new DemoSignIn("http://127.0.0.1:" + settings.port());
        ApiClient api = signIn.token(DemoTenants.CRM_ADMIN, password.text());
        return new CrmBackEnd(api);
    }

    /** Ten ports further on, or wherever there is room. */
    private HttpServer open() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try {
            return HttpServer.create(new InetSocketAddress(here, settings.port() + 10), 0);
        } catch (IOException taken) {
            return HttpServer.create(new InetSocketAddress(here, 0), 0);
        }
    }

    private void answer(HttpExchange exchange, CrmBackEnd back) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String file = FILES.get(path);
            if (file != null)
                send(exchange, 200, TYPES.getOrDefault(file.substring(file.indexOf('.') + 1), ""), resource(file));
            else if (path.equals("/deals"))
                send(exchange, 200, "application/json",
                        ApiClient.json().writeValueAsBytes(Map.of("huoji", huoji(), "deals", deals)));
            else if (path.equals("/ticket"))
                ticket(exchange, back);
            else
                send(exchange, 404, "text/plain", new byte[0]);
        }
    }

    private String huoji() {
        return settings.baseUrl().toString().replaceAll("/+$", "");
    }

    private void ticket(HttpExchange exchange, CrmBackEnd back) throws IOException {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        String wanted = String.valueOf(exchange.getRequestURI().getQuery()).replaceFirst("^deal=", "");
        var deal = deals.stream().filter(it -> wanted.equals(it.get("id"))).findFirst();
        if (!exchange.getRequestMethod().equals("POST") || origin == null || !origins.contains(origin)
                || deal.isEmpty()) {
            send(exchange, 403, "text/plain", new byte[0]);
            return;
        }
        try {
            send(exchange, 200, "application/json", back.ticket(deal.get(), origin).getBytes(StandardCharsets.UTF_8));
        } catch (ApiClient.Refused refused) {
            send(exchange, 502, "text/plain", String.valueOf(refused.getMessage()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = CrmPage.class.getResourceAsStream("/demo/" + name)) {
            return java.util.Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @PreDestroy
    void close() {
        if (server != null)
            server.stop(0);
    }
}
